/**
 * Text that can be found: Arabic as the browser prints it stands from left to right, its marks lie in clusters that readers
 * take apart each in its own way, and some of its glyphs say nothing. Each glyph gets one character to say, and words are put
 * in the order in which they are read; all is drawn where it was.
 */

import type { PDFContext, PDFRef } from '@cantoo/pdf-lib'
import type { TextLayer } from '../press/page-streams.ts'
import type { PageFace, Piece, Way } from './clusters.ts'
import { faceOf, type EmbeddedFace } from './face.ts'
import { mainWay, wordsOf } from './order.ts'
import { inReadingOrder, type Part } from './tagged.ts'
import { touches } from './touching.ts'
import { heightOf, nothingKnown, textObjects, type Known, type TextObject } from './text-objects.ts'
import { written } from './written.ts'

/** Adds codes to the fonts; linear in the content. */
export function foundText(context: PDFContext): TextLayer {
  const embedded = new Map<PDFRef, EmbeddedFace | undefined>()
  const named = new Map<string, PageFace>()
  let known = nothingKnown()
  return {
    page(content, fonts) {
      const faces = new Map<string, PageFace>()
      for (const [name, reference] of fonts) {
        if (!embedded.has(reference)) embedded.set(reference, faceOf(context, reference))
        const face = embedded.get(reference)
        if (!face) continue
        const same = named.get(name)
        // What is known names fonts as pages do.
        if (same && same.face !== face) known = nothingKnown()
        const own = same?.face === face ? same : { name, face }
        named.set(name, own)
        faces.set(name, own)
      }
      return withFoundText(content, faces, known)
    },
    finish() {
      for (const face of embedded.values()) face?.finish()
    },
  }
}

/** The content of a page; `fonts` by their names in it, `known` what other pages share. A page without Arabic is the same. */
export function withFoundText(content: string, fonts: ReadonlyMap<string, PageFace>, known: Known = nothingKnown()): string {
  // The bytes of an inline image could be taken for anything; the browser writes none.
  if (![...fonts.values()].some(({ face }) => face.isArabic) || (content.includes('BI') && /\bBI\b[^]*\bEI\b/.test(content))) return content
  const parts: Part[] = []
  let done = 0
  for (const line of linesOf(textObjects(content, fonts, known), content)) {
    const { pieces, from, to, matrix, way } = line
    if (way === 'left-to-right' && !pieces.some(({ shape }) => shape.isArabic)) continue
    parts.push({ gap: content.slice(done, from), text: written(wordsOf(pieces, way, line.isBeside), line), matrix, pieces })
    done = to
  }
  return inReadingOrder(parts) + content.slice(done)
}

interface Line extends TextObject {
  readonly pieces: readonly Piece[]
  readonly way: Way
  /** Whether another stands on its base line, and is not known to run from right to left as well. */
  readonly isBeside: boolean
  /** Whether its first word goes on with what is read before it, as a number behind a prefix does, and its last with what is read behind it. */
  readonly isContinued: boolean
  readonly continues: boolean
}

/** Text objects that follow each other on one base line; what stands between others may be a colour or a tag. */
function linesOf(objects: readonly TextObject[], content: string): Line[] {
  const lines: (Omit<TextObject, 'to'> & { to: number; readonly pieces: Piece[] })[] = []
  for (const { pieces, from, to, matrix, isOnPlainLine } of objects) {
    const last = lines.at(-1)
    // A line without pieces keeps those before and behind it apart.
    if (isOnPlainLine && last?.pieces.length !== 0) lines.push({ from, to, matrix, pieces: [] })
    if (!pieces?.length) continue
    if (last?.matrix === matrix && isBlank(content, last.to, from)) {
      last.to = to
      last.pieces.push(...pieces)
    } else lines.push({ from, to, matrix, pieces: [...pieces] })
  }
  const ways = lines.map(({ pieces }) => mainWay(pieces))
  const heights = lines.map(heightOf)
  return lines.map((line, index) => {
    // A foreign word or a number has a tag of its own; what stands beside it says which way the line runs.
    const beside = [index - 1, index + 1].filter((other) => heights[other] === heights[index])
    const isInArabic = beside.some((other) => ways[other] === 'right-to-left')
    const way = isInArabic ? 'right-to-left' : ways[index] ?? 'left-to-right'
    return {
      ...line, way, isBeside: beside.some((other) => ways[other] !== 'right-to-left'),
      isContinued: way === 'right-to-left' && beside.some((other) => touches(line, lines[other]!)),
      continues: way === 'right-to-left' && beside.some((other) => touches(lines[other]!, line)),
    }
  })
}

function isBlank(content: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (content.charCodeAt(at) > 0x20) return false
  return true
}
