/** From the order of a line on paper, left to right, to the order in which it is read. */

import type { Cluster } from './clusters.ts'

/** What stands between two spaces. */
export interface Token {
  /** On its left. */
  readonly space: Cluster | undefined
}

/** A token, or as much of it as runs one way; from left to right. */
export interface Word {
  readonly clusters: readonly Cluster[]
  readonly isRightToLeft: boolean
  readonly token: Token
  /** What runs right to left has on its right, or what runs left to right on its left, something that runs the other way. */
  readonly isAtTurn: boolean
}

export type Way = 'right-to-left' | 'left-to-right'

/** Digits run left to right in either script; signs of numbers go with them. */
const leftToRight = /[\p{Nd}\u066A-\u066C]|(?![\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC])\p{L}/u
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u

const isSpace = ({ text }: Cluster): boolean => /^\s+$/.test(text)

/** Undefined for signs and spaces, which go with what is round them. */
function wayOf({ text }: Cluster): Way | undefined {
  if (ways.has(text)) return ways.get(text)
  const way = wayOfText(text)
  if (text.length < 4) ways.set(text, way)
  return way
}

const ways = new Map<string, Way | undefined>()

function wayOfText(text: string): Way | undefined {
  // Arabic stops and brackets are signs as well, though they stand among the letters.
  if (!/[\p{L}\p{M}\p{Nd}\u066A-\u066C]/u.test(text)) return undefined
  return leftToRight.test(text) ? 'left-to-right' : rightToLeft.test(text) ? 'right-to-left' : undefined
}

/** The way of the line as a whole is that of most of its letters; undefined without letters. */
export function mainWay(clusters: readonly Cluster[]): Way | undefined {
  const letters = clusters.filter(({ text }) => /\p{L}/u.test(text))
  if (letters.length === 0) return undefined
  return 2 * letters.filter((cluster) => wayOf(cluster) === 'right-to-left').length >= letters.length ? 'right-to-left' : 'left-to-right'
}

/**
 * Words of a line in the order in which they are read; a short form of the Unicode rules for both directions, without
 * levels past the second, which print does not show. Linear. `isBeside` is whether a word of another tag stands on the same base line.
 */
export function wordsOf(line: readonly Cluster[], main: Way, isBeside: boolean): Word[] {
  const runs = runsOf(withTurns(partsOf(line, waysOf(line, main)), main, isBeside))
  return (main === 'right-to-left' ? runs.reverse() : runs).flatMap((words) => (words[0]?.isRightToLeft ? words.reverse() : words))
}

/** Signs between letters of one way go that way, others with the line. */
function waysOf(line: readonly Cluster[], main: Way): Way[] {
  const own = line.map(wayOf)
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
function partsOf(line: readonly Cluster[], ways: readonly Way[]): Part[] {
  const parts: (Part & { readonly clusters: Cluster[] })[] = []
  let space: Cluster | undefined
  let token: Token | undefined
  line.forEach((cluster, index) => {
    if (isSpace(cluster)) return void ([space, token] = [cluster, undefined])
    const isRightToLeft = ways[index] === 'right-to-left'
    const last = parts.at(-1)
    if (token && last?.token === token && last.isRightToLeft === isRightToLeft) return void last.clusters.push(cluster)
    token ??= { space }
    parts.push({ clusters: [cluster], isRightToLeft, token })
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
