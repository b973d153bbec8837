/** Words as operators of a content stream. */

import { placed, type Piece, type Shape, type Way } from './clusters.ts'
import { hex } from './face.ts'
import type { Token, Word } from './order.ts'
import { saidBy, type Said, type Shown } from './said.ts'

/**
 * A space is said with the first letter of the word behind it, and nothing comes between them: a glyph that says a space alone, or
 * begins with one, is left out by one reader (pdf.js) where the pen goes back. Only before what runs left to right, and behind a
 * mark that ends a word, which that reader would set before the gap, an empty glyph says it together with a sign without ink;
 * between two words that run left to right, where the pen goes on, it says the space alone, for a sign would turn the words about in
 * another reader (poppler).
 */
const spaceAtTurn = '\u200F '
const spaceBetween = ' '
const spaceBehind = '\u061C '
/** What runs left to right and goes on with what is read before it: the turn is said alone. */
const turnAlone = '\u200F'

/** What one operator shows; places are counted from the first glyph of a shape, or from the origin. */
interface Run {
  readonly first: Shown
  /** The operand of `TJ`. */
  readonly shown: string
}

interface Phrase {
  readonly text: readonly Run[]
  readonly drawn: readonly Run[]
}

interface Place {
  readonly x: number
  readonly y: number
}

const origin: Place = { x: 0, y: 0 }

export interface Setting {
  /** Operands of `Tm`. */
  readonly matrix: string
  readonly way: Way
  /** No space stands before the first word, or behind the last: what is read there is written by itself, and belongs to it. */
  readonly isContinued: boolean
  readonly continues: boolean
}

/** A line's words as two text objects: what they say, in the order in which they are read, and what is only drawn. */
export function written(words: readonly Word[], { matrix, way, isContinued, continues }: Setting): string {
  const anchors = way === 'right-to-left' ? anchorsOf(words) : noAnchors
  const pen = new Pen()
  const silent = new Pen()
  let before: Token | undefined
  let isAfterLeftToRight = false
  // Whether there is no space, or the word before has said it.
  let isSaid = isContinued
  for (const word of words) {
    const [alone] = word.pieces
    const isAlone = alone !== undefined && word.pieces.length === 1
    const isSpaced: boolean = before !== word.token && !isSaid
    const phrase: Phrase = isAlone ? phraseOf(alone.shape, word, isSpaced) : phraseAnew(word, isSpaced)
    const place = isAlone ? alone : origin
    silent.show(phrase.drawn, place)
    const [first] = phrase.text
    if (!first) continue
    isSaid = word.isRightToLeft && isMark(first.first) && !(continues && word === words.at(-1))
    const ownSpace = isAfterLeftToRight ? spaceBetween : spaceAtTurn
    const space = isSaid ? spaceBehind : word.isRightToLeft ? undefined : isSpaced ? ownSpace : before === undefined ? turnAlone : undefined
    before = word.token
    isAfterLeftToRight = !word.isRightToLeft
    const anchor = anchors.get(word)
    const text = !space ? phrase.text : anchor === undefined ? [spaced(first, space, word.token.space), ...phrase.text.slice(1)] : [
      ...(space === spaceBetween ? [] : [byItself(first, space)]), anchored(first, anchor - place.x), ...phrase.text.slice(1),
    ]
    // The glyphs of a right-to-left word stand from left to right, and say so.
    if (word.isRightToLeft) pen.content += '/ReversedChars BMC\n'
    pen.show(text, place)
    if (word.isRightToLeft) pen.content += 'EMC\n'
  }
  const drawn = silent.content && `/Span<</ActualText ()>> BDC\n${silent.content}EMC\n`
  return [pen.content, drawn].filter(Boolean).map((content) => `BT\n${matrix} Tm\n${content}ET`).join('\n')
}

/** Of each shape, by way, turn and space: most words of a book stand in it many times. */
const known = new WeakMap<Shape, (Phrase | undefined)[]>()

function phraseOf(shape: Shape, { isRightToLeft, isAtTurn }: Word, isSpaced: boolean): Phrase {
  const phrases = known.get(shape) ?? []
  if (phrases.length === 0) known.set(shape, phrases)
  return phrases[(isRightToLeft ? 4 : 0) + (isAtTurn ? 2 : 0) + (isSpaced ? 1 : 0)] ??= phraseOfSaid(saidBy({ clusters: shape.clusters, isRightToLeft, isAtTurn }), isRightToLeft, isSpaced)
}

const phraseAnew = ({ pieces, isRightToLeft, isAtTurn }: Word, isSpaced: boolean): Phrase =>
  phraseOfSaid(saidBy({ clusters: pieces.flatMap(placed), isRightToLeft, isAtTurn }), isRightToLeft, isSpaced)

const phraseOfSaid = ({ text, drawn }: Said, isRightToLeft: boolean, isSpaced: boolean): Phrase =>
  ({ text: runsOf(isRightToLeft ? inPieces(isSpaced ? afterSpace(text) : text) : text), drawn: runsOf(drawn) })

/** The glyph that is read first says the space before it as well: it stands on the right, and what it says is read from there. */
function afterSpace(text: readonly Shown[]): readonly Shown[] {
  const first = text.at(-1)
  if (!first) return text
  const { face } = first.font
  return [...text.slice(0, -1), { ...first, code: face.saying(first.code, `${face.textOf(first.code) ?? ''} `) }]
}

/** Begins with a space that ends where the run's first glyph begins, so that no reader finds a gap between them. */
function spaced({ first, shown }: Run, text: string, space: Piece | undefined): Run {
  const glyph = space?.shape.clusters[0]?.glyphs[0]
  const { face } = first.font
  const code = face.blank(text, glyph ? glyph.font.face.widthOf(glyph.code) * glyph.size / first.size : leastSpace)
  return { first: { ...first, x: first.x - face.widthOf(code) * first.size / 1000 }, shown: `[<${hex(code)}${shown.slice(2)}` }
}

const noAnchors: ReadonlyMap<Word, number> = new Map()

/**
 * One reader (PDFium) sorts what stands on a line by where it begins, and turns the words of a right-to-left line about, those of a
 * foreign name as well. So each word of such a name begins, with a space that nobody sees, where the word begins that has its place
 * from the other end, and is drawn in its own.
 */
function anchorsOf(words: readonly Word[]): ReadonlyMap<Word, number> {
  if (words.every(({ isRightToLeft }) => isRightToLeft)) return noAnchors
  const anchors = new Map<Word, number>()
  const run: Word[] = []
  const end = (): void => {
    const places = run.map(({ pieces: [first] }) => first?.x ?? 0).reverse()
    if (run.length > 1) run.forEach((word, index) => anchors.set(word, places[index] ?? 0))
    run.length = 0
  }
  for (const word of words) {
    if (word.isRightToLeft) end()
    else if (run.at(-1)?.token !== word.token) run.push(word)
  }
  end()
  return anchors
}

/** Begins with a space at `x`, and goes on where it is drawn. */
function anchored({ first, shown }: Run, x: number): Run {
  const { face } = first.font
  const code = face.blank(spaceBetween, leastSpace)
  const back = Math.round((x - first.x) * 100_000 / first.size + face.widthOf(code) * 100) / 100
  return { first: { ...first, x }, shown: `[<${hex(code)}>${back}${shown.slice(1)}` }
}

/** A space by itself, at the left edge of a run. */
function byItself({ first }: Run, text: string): Run {
  const code = first.font.face.blank(text, leastSpace)
  return { first: { ...first, code, x: first.x - first.font.face.widthOf(code) * first.size / 1000 }, shown: `[<${hex(code)}>]` }
}

/** Thousandths of the size, of a space that stands before no word on paper: wide enough for readers, and not for a margin to miss it. */
const leastSpace = 10

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

function runsOf(text: readonly Shown[]): Run[] {
  const runs: Run[] = []
  for (let from = 0; from < text.length;) {
    const first = text[from]!
    let to = from + 1
    while (to < text.length && isOfOnePiece(first, text[to]!) && text[to]!.x >= text[to - 1]!.x) to++
    runs.push({ first, shown: shownIn(text.slice(from, to)) })
    from = to
  }
  return runs
}

class Pen {
  content = ''
  private x = 0
  private y = 0
  private last: Shown | undefined

  show(runs: readonly Run[], { x, y }: Place): void {
    for (const { first, shown } of runs) {
      if (this.last?.font !== first.font || this.last.size !== first.size) this.content += `/${first.font.name} ${first.size} Tf\n`
      // What has been written is rounded, and the next place counts from it.
      const [right, up] = [rounded(x + first.x - this.x), rounded(y + first.y - this.y)]
      this.content += `${right} ${up} Td ${shown} TJ\n`
      this.x += right
      this.y += up
      this.last = first
    }
  }
}

/** `[<…> 12 <…>]`: numbers are thousandths of the size, back from where the pen is. It begins with a code. */
function shownIn(text: readonly Shown[]): string {
  let content = '[<'
  let pen = text[0]?.x ?? 0
  for (const { font, size, x, code } of text) {
    const back = Math.round((pen - x) * 100_000 / size) / 100
    if (back !== 0) content += `>${back}<`
    content += hex(code)
    pen += (font.face.widthOf(code) - back) * size / 1000
  }
  return `${content}>]`
}

/** Enough places for any printer. */
const rounded = (value: number): number => Math.round(value * 100_000) / 100_000
