/** Words as operators of a content stream. */

import type { Cluster } from './clusters.ts'
import type { Token, Word } from './order.ts'
import { saidBy, type Shown } from './said.ts'

/**
 * Text of a space; with a sign of Arabic script before it, for one reader (pdf.js) leaves a plain one out
 * where the pen goes back, and without one it would set marks at the head of a word before the gap.
 */
const spaceText = '\u061C '

/** A line's words as two text objects: what they say, in the order in which they are read, and what is only drawn. */
export function written(words: readonly Word[], matrix: string): string {
  const pen = new Pen()
  const drawn: Shown[] = []
  let before: Token | undefined
  for (const word of words) {
    const said = saidBy(word)
    drawn.push(...said.drawn)
    const [first] = said.text
    if (!first) continue
    const isApart = before !== undefined && before !== word.token
    const isSpaced = isApart || (before !== word.token && (word.token.space !== undefined || isMark(first)))
    before = word.token
    // The glyphs of a right-to-left word stand from left to right, and say so.
    const text = word.isRightToLeft ? inPieces(said.text) : said.text
    const spaced = isSpaced && text[0] ? [spaceBefore(text[0], word.token.space), ...text] : text
    if (word.isRightToLeft) pen.reversed(spaced)
    else pen.show(spaced)
  }
  const silent = new Pen()
  if (drawn.length > 0) silent.silently(drawn)
  return [pen.content, silent.content].filter(Boolean).map((content) => `BT\n${matrix} Tm\n${content}ET`).join('\n')
}

/** Ends where `next` begins, so that no reader finds a gap between them. */
function spaceBefore(next: Shown, space: Cluster | undefined): Shown {
  const glyph = space?.glyphs[0]
  const width = glyph ? Math.round(glyph.font.face.widthOf(glyph.code) * glyph.size / next.size) : leastSpace
  return { ...next, x: next.x - width * next.size / 1000, code: next.font.face.saying(undefined, spaceText, width) }
}

/** Thousandths of the size, of a space that stands before no word on paper. */
const leastSpace = 20

const isMark = ({ font, code }: Shown): boolean => /^\p{M}/u.test(font.face.textOf(code) ?? '')

/** What one operator can show, from right to left; from left to right where a mark begins a piece behind another, or readers would take it for the other's. */
function inPieces(text: readonly Shown[]): Shown[] {
  const pieces: Shown[][] = []
  for (const shown of text) {
    const last = pieces.at(-1)?.at(-1)
    if (last && isOfOnePiece(last, shown)) pieces.at(-1)?.push(shown)
    else pieces.push([shown])
  }
  return (pieces.slice(1).some(([first]) => first && isMark(first)) ? pieces : pieces.reverse()).flat()
}

const isOfOnePiece = (one: Shown, other: Shown): boolean => one.font === other.font && one.size === other.size && one.y === other.y

class Pen {
  content = ''
  private x = 0
  private y = 0
  private last: Shown | undefined

  reversed(text: readonly Shown[]): void {
    this.content += '/ReversedChars BMC\n'
    this.show(text)
    this.content += 'EMC\n'
  }

  silently(text: readonly Shown[]): void {
    this.content += '/Span<</ActualText ()>> BDC\n'
    this.show(text)
    this.content += 'EMC\n'
  }

  show(text: readonly Shown[]): void {
    for (let from = 0; from < text.length;) {
      const first = text[from]!
      let to = from + 1
      while (to < text.length && isOfOnePiece(first, text[to]!) && text[to]!.x >= text[to - 1]!.x) to++
      this.piece(first, text.slice(from, to))
      from = to
    }
  }

  private piece(first: Shown, text: readonly Shown[]): void {
    if (this.last?.font !== first.font || this.last.size !== first.size) this.content += `/${first.font.name} ${first.size} Tf\n`
    this.content += `${number(first.x - this.x)} ${number(first.y - this.y)} Td ${shownIn(text)}\n`
    // What has been written is rounded, and the next place counts from it.
    this.x += Number(number(first.x - this.x))
    this.y += Number(number(first.y - this.y))
    this.last = first
  }
}

/** `[<…> 12 <…>] TJ`: numbers are thousandths of the size, back from where the pen is. */
function shownIn(text: readonly Shown[]): string {
  let content = '[<'
  let pen = text[0]?.x ?? 0
  for (const { font, size, x, code } of text) {
    const back = Math.round((pen - x) * 100_000 / size) / 100
    if (back !== 0) content += `>${back}<`
    content += code
    pen += (font.face.widthOf(code) - back) * size / 1000
  }
  return `${content.replace(/^\[<>/, '[')}>] TJ`
}

const number = (value: number): string => String(Math.round(value * 100_000) / 100_000)
