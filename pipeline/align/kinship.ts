/** Whether two texts have anything to do with each other, judged by how sure their alignment is. */

import { lengthOf, type Bead, type Span } from '../model/alignment.ts'
import type { Bilingual } from '../model/language.ts'
import type { Segment } from '../model/manuscript.ts'
import type { Message } from '../model/message.ts'

export interface Kinship {
  /** Segments of both sides. */
  readonly segments: number
  /** Of these, how many are expected to be paired as they should: each counted by the probability of its bead. */
  readonly paired: number
}

/** Headings are left out where there is a text besides: the first ones are paired in any two books. */
export function kinshipOf({ en, ar }: Bilingual<readonly Segment[]>, beads: readonly Bead[]): Kinship {
  const isText = ({ kind }: Segment): boolean => kind !== 'heading'
  const counts = [en, ar].every((side) => side.some(isText)) ? isText : () => true
  const countIn = (side: readonly Segment[], { from, to }: Span): number => side.slice(from, to).filter(counts).length
  const joined = beads.filter((bead) => lengthOf(bead.en) > 0 && lengthOf(bead.ar) > 0)
  return {
    segments: en.filter(counts).length + ar.filter(counts).length,
    paired: joined.reduce((sum, bead) => sum + bead.score * (countIn(en, bead.en) + countIn(ar, bead.ar)), 0),
  }
}

/**
 * Texts of fewer segments than this are not judged: as many short sentences on either side look alike. Of 150 windows of
 * six to eight sentences a side, a quarter or more of a translation's segments were surely paired, and less than a tenth
 * in 19 of 20 pairs of windows from different texts.
 */
const fewest = 12
const leastShare = 0.15

/**
 * The segments that say something new. In a litany any of the equal sentences may be the one left out, so that no bead
 * is sure; judged by its distinct sentences it is as good a translation as any.
 */
export function distinct(segments: readonly Segment[]): Segment[] {
  const known = new Set<string>()
  return segments.filter(({ text }) => !known.has(text) && known.add(text))
}

export const isRelated = ({ segments, paired }: Kinship): boolean => segments < fewest || paired >= leastShare * segments

/** Fewer segments with numbers are not judged by them; of numbers in true tables nearly all agree, of single digits one in ten by chance. Own choice. */
const fewestNumbers = 12
const leastAgreement = 0.3

/**
 * Whether the two sides are lists of numbers, half of their segments or more, and the numbers are others.
 * Segments of one kind and length look like translations where no word is known.
 */
export function numbersDiffer({ en, ar }: Bilingual<readonly Segment[]>, beads: readonly Bead[]): boolean {
  const english = en.map(({ text }) => numbersIn(text))
  const arabic = ar.map(({ text }) => numbersIn(text))
  const held = [english, arabic].map((side) => side.filter((numbers) => numbers.length > 0).length)
  if (held.some((count, side) => count < fewestNumbers || count < [en, ar][side]!.length / 2)) return false
  let [both, agreeing] = [0, 0]
  for (const bead of beads) {
    const own = english.slice(bead.en.from, bead.en.to).flat()
    const across = new Set(arabic.slice(bead.ar.from, bead.ar.to).flat())
    if (own.length === 0 || across.size === 0) continue
    both++
    if (own.some((number) => across.has(number))) agreeing++
  }
  return both >= fewestNumbers && agreeing < leastAgreement * both
}

/** Whole numbers in Latin digits, without the marks that group and part them. */
const numbersIn = (text: string): string[] =>
  text.replaceAll(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf)).replaceAll(/(?<=\d)[,٬.٫](?=\d)/g, '').match(/\d+/g) ?? []

export function unrelatedMessage({ en, ar }: Bilingual<readonly Segment[]>, { segments, paired }: Kinship): Message {
  return {
    rule: 'align/unrelated', severity: 'error',
    ...(en[0] && { place: en[0].place }),
    ...(ar[0] && { counterpart: ar[0].place }),
    values: { en: en[0]?.place.file ?? '', ar: ar[0]?.place.file ?? '', segments, paired: Math.round(paired) },
  }
}
