/** Drop initials: drawn as outlines beside their lines, for as text a letter of another size stands apart from its word in every search. */

import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import type { Root } from 'hast'
import { h, s } from 'hastscript'
import opentype, { type Font } from 'opentype.js'
import { initialOf, replaceInitial } from '../../typography/initials.ts'

/** The lines that it stands beside. Lengths are CSS pixels. */
export interface InitialLines {
  /** Two or three. */
  readonly count: number
  readonly size: number
  readonly leading: number
  readonly measure: number
}

/** Width of a letter and its share of a space, as a share of the size; of EB Garamond, measured over the sample. */
const letterWidth = 0.42

/** Lines that a paragraph must have below its initial, so that it isn't all initial. */
const linesBelow = 1.5

/** Between the initial and its lines, as a share of the size. */
const gap = 0.28

/** Of a quotation mark beside the letter's, and the space after it as a share of the text's size; our own choices. */
const markSize = 0.5
const markGap = 0.15

/** Sets the initial of a chapter's tree, if it has one. Changes `tree`. */
export function setInitial(tree: Root, lines: InitialLines): void {
  const initial = initialOf(tree, (lines.count + linesBelow) * lines.measure / (letterWidth * lines.size))
  if (!initial) return
  const { width, top, path, advance } = drawn(initial.letters, lines)
  // The letter itself stays before its word, white below its drawing: a search, a copy and a reader aloud find the word whole.
  const letter = h('span', { className: ['initial-letter'], style: `margin-inline-start:${(-advance).toFixed(3)}px` }, initial.letters)
  const drawing = s('svg', { width: width.toFixed(2), height: 1, style: `inset-block-start:${top.toFixed(3)}px` }, s('path', { d: path }))
  const space = (width + gap * lines.size).toFixed(2)
  // A hair less than its lines, or sums of fractions would push the next one aside.
  const height = (lines.count * lines.leading - 2).toFixed(2)
  const box = h('span', { className: ['initial'], ariaHidden: 'true', style: `inline-size:${space}px;block-size:${height}px` }, drawing)
  replaceInitial(initial, letter, box)
  initial.paragraph.properties['dataInitial'] = String(lines.count)
}

/**
 * The letters as high as from the capitals of the first line to the base line of the last.
 * `top` is the head of the capitals below the head of the first line, and the path counts from there; `advance` is the width in the size of the text.
 */
function drawn(letters: string, { count, size, leading }: InitialLines): { width: number; top: number; path: string; advance: number } {
  const font = garamond()
  const { unitsPerEm: em, ascender, descender } = font
  const capital = -font.getPath('H', 0, 0, em).getBoundingBox().y1 / em
  const height = capital * size + (count - 1) * leading
  const large = height / capital
  const [mark, letter] = [letters.slice(0, -1), letters.slice(-1)]
  const before = mark === '' ? undefined : font.getPath(mark, 0, 0, markSize * large).getBoundingBox()
  const indent = before ? before.x2 - before.x1 + markGap * size : 0
  const { x1, x2 } = font.getPath(letter, 0, 0, large).getBoundingBox()
  const paths = [
    // A mark of the letter's own size would be wider than the letter; it hangs from the head of it.
    ...(before ? [font.getPath(mark, -before.x1, -before.y1, markSize * large)] : []),
    font.getPath(letter, indent - x1, height, large),
  ]
  return {
    width: indent + x2 - x1,
    top: baseLine(size, leading, ascender / em, -descender / em) - capital * size,
    path: paths.map((path) => path.toPathData(2)).join(''),
    advance: font.getAdvanceWidth(letters, size),
  }
}

/** Below the head of its line; the browser rounds the heights above and below to whole pixels. */
function baseLine(size: number, leading: number, ascent: number, descent: number): number {
  const [above, below] = [Math.round(ascent * size), Math.round(descent * size)]
  return (leading - above - below) / 2 + above
}

let font: Font | undefined

/** Needs the older container, which the reader of outlines can open. */
function garamond(): Font {
  if (font) return font
  const folder = dirname(createRequire(import.meta.url).resolve('@fontsource/eb-garamond/package.json'))
  const bytes = readFileSync(join(folder, 'files', 'eb-garamond-latin-400-normal.woff'))
  font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  return font
}
