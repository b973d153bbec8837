/** From the order of a line on paper, left to right, to the order in which it is read. */

import { apart, type Piece, type Way } from './clusters.ts'

/** What stands between two spaces. */
export interface Token {
  /** On its left. */
  readonly space: Piece | undefined
}

/** A token, or as much of it as runs one way; from left to right. */
export interface Word {
  readonly pieces: readonly Piece[]
  readonly isRightToLeft: boolean
  readonly token: Token
  /** What runs right to left has on its right, or what runs left to right on its left, something that runs the other way. */
  readonly isAtTurn: boolean
}

/** The way of the line as a whole is that of most of its letters; undefined without letters. */
export function mainWay(line: readonly Piece[]): Way | undefined {
  const letters = line.reduce((sum, { shape }) => sum + shape.letters, 0)
  if (letters === 0) return undefined
  return 2 * line.reduce((sum, { shape }) => sum + shape.reversed, 0) >= letters ? 'right-to-left' : 'left-to-right'
}

/**
 * Words of a line in the order in which they are read; a short form of the Unicode rules for both directions, without
 * levels past the second, which print does not show. Linear. `isBeside` is whether a word of another tag stands on the same base line.
 */
export function wordsOf(line: readonly Piece[], main: Way, isBeside: boolean): Word[] {
  if (main === 'right-to-left' && line.every(runsRightToLeft)) return wordsFromTheRight(line, isBeside)
  const simple = line.flatMap((piece) => (isSimple(piece, main) ? piece : apart(piece)))
  const runs = runsOf(withTurns(partsOf(simple, waysOf(simple, main)), main, isBeside))
  return (main === 'right-to-left' ? runs.reverse() : runs).flatMap((words) => (words[0]?.isRightToLeft ? words.reverse() : words))
}

const runsRightToLeft = ({ shape }: Piece): boolean => shape.way !== 'left-to-right' && !shape.isMixed

/** Of most lines, where nothing turns. */
function wordsFromTheRight(line: readonly Piece[], isBeside: boolean): Word[] {
  const words: (Word & { readonly pieces: Piece[]; isAtTurn: boolean })[] = []
  let space: Piece | undefined
  let isInWord = false
  for (const piece of line) {
    if (piece.shape.isSpace) [space, isInWord] = [piece, false]
    else if (isInWord) words.at(-1)!.pieces.push(piece)
    else {
      words.push({ pieces: [piece], isRightToLeft: true, token: { space }, isAtTurn: false })
      isInWord = true
    }
  }
  const last = words.at(-1)
  if (last) last.isAtTurn = isBeside
  return words.reverse()
}

/** Runs one way as a whole, whatever stands beside it: signs at the edges of a word go with the line if that runs as the word does. */
const isSimple = ({ shape }: Piece, main: Way): boolean =>
  shape.way === undefined || (!shape.isMixed && (main === 'right-to-left' || !shape.isOpen))

/** Signs between letters of one way go that way, others with the line. */
function waysOf(line: readonly Piece[], main: Way): Way[] {
  const own = line.map(({ shape }) => shape.way)
  const after: (Way | undefined)[] = []
  own.reduceRight<Way | undefined>((next, way, index) => (after[index] = way ?? next), undefined)
  let before: Way | undefined
  return own.map((way, index) => {
    before = way ?? before
    return way ?? (before !== undefined && before === after[index] ? before : main)
  })
}

type Part = Omit<Word, 'isAtTurn'>

/** From left to right. */
function partsOf(line: readonly Piece[], ways: readonly Way[]): Part[] {
  const parts: (Part & { readonly pieces: Piece[] })[] = []
  let space: Piece | undefined
  let token: Token | undefined
  line.forEach((piece, index) => {
    if (piece.shape.isSpace) return void ([space, token] = [piece, undefined])
    const isRightToLeft = ways[index] === 'right-to-left'
    const last = parts.at(-1)
    if (token && last?.token === token && last.isRightToLeft === isRightToLeft) return void last.pieces.push(piece)
    token ??= { space }
    parts.push({ pieces: [piece], isRightToLeft, token })
  })
  return parts
}

function withTurns(parts: readonly Part[], main: Way, isBeside: boolean): Word[] {
  return parts.map((part, index) => {
    const beside = parts[part.isRightToLeft ? index + 1 : index - 1]
    const isAtTurn = beside ? beside.isRightToLeft !== part.isRightToLeft : isBeside && main === 'right-to-left'
    return { ...part, isAtTurn }
  })
}

/** Neighbours that run one way. */
function runsOf(words: readonly Word[]): Word[][] {
  const runs: Word[][] = []
  for (const word of words) {
    if (runs.at(-1)?.[0]?.isRightToLeft === word.isRightToLeft) runs.at(-1)?.push(word)
    else runs.push([word])
  }
  return runs
}
