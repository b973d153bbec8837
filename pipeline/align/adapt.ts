/** What a book teaches about itself once it is aligned: its bead shapes, how freely it translates, its own words. */

import { counterpartOf, languages, type Bilingual } from '../model/language.ts'
import { probabilityOf, type Chart } from './chart.ts'
import { Likes } from './likes.ts'
import type { Belief, Partners } from './partners.ts'
import type { Literalness } from './odds.ts'
import { classOf, nullAr, shapeClasses, shapes } from './shapes.ts'
import type { Placed } from './surest.ts'
import type { Surface } from './surface.ts'
import { holdersOf, type SideTokens } from './tokens.ts'

/** Shares of shape classes in general; the weight of a book's own beads against so many of these. Own choice. */
const generalShares = [0.03, 0.03, 0.8, 0.04, 0.05, 0.006, 0.012, 0.003, 0.01, 0.008, 0.004]
const generalWeight = 60

/** A first pass that errs must not carry the second with it. */
const mostPrior = 1.2

/** For each class, log of its share in the book over its share in general. */
export function priorsOf(chart: Chart): Float64Array {
  const counts = new Float64Array(shapeClasses.length)
  const { band: { from, to } } = chart
  for (let x = 0; x < from.length; x++) {
    for (let y = from[x]!; y <= to[x]!; y++) {
      for (let shape = 0; shape < shapes.length; shape++) counts[classOf[shape]!]! += probabilityOf(chart, shape, x, y)
    }
  }
  const total = counts.reduce((sum, count) => sum + count, generalWeight)
  return counts.map((count, index) => {
    const prior = Math.log((count + generalWeight * generalShares[index]!) / total / generalShares[index]!)
    return Math.min(mostPrior, Math.max(-mostPrior, prior))
  })
}

/** Beads of a path that are almost certain and leave nothing alone. */
export const sureBeads = (path: readonly Placed[]): readonly Placed[] => path.filter(({ shape, probability }) => shape > nullAr && probability > 0.8)

/** How often tokens of sure beads are explained, against how often the lexicon expects it: 1 as it expects, less in a free translation. */
export function literalnessOf(sure: readonly Placed[], sides: Bilingual<SideTokens>, partners: Bilingual<Partners>): Bilingual<Literalness> {
  return { en: sideLiteralness(sure, sides.en, sides.ar, partners.en, 'en'), ar: sideLiteralness(sure, sides.ar, sides.en, partners.ar, 'ar') }
}

const expectedWeight = 60

function sideLiteralness(sure: readonly Placed[], own: SideTokens, across: SideTokens, partners: Partners, language: 'en' | 'ar'): Literalness {
  const { explained, present, whole } = explainedTokens(sure, own, across, partners, language)
  return { present: limited((explained + expectedWeight) / (present + expectedWeight)), whole: limited((explained + expectedWeight) / (whole + expectedWeight)) }
}

const limited = (ratio: number): number => Math.min(1.4, Math.max(0.3, ratio))

function explainedTokens(beads: readonly Placed[], own: SideTokens, across: SideTokens, partners: Partners, language: 'en' | 'ar') {
  const likes = new Likes(across, partners)
  let [explained, present, whole] = [0, 0, 0]
  for (const { shape, x, y } of beads) {
    const { en, ar } = shapes[shape]!
    const [from, to, acrossFrom, acrossTo] = language === 'en' ? [x - en, x, y - ar, y] : [y - ar, y, x - en, x]
    likes.open(acrossFrom, acrossTo)
    for (let index = own.starts[from]!; index < own.starts[to]!; index++) {
      const type = own.tokens[index]!
      whole += partners.shares[type]!
      if (partners.starts[type] === partners.starts[type + 1]) continue
      present += partners.shares[type]!
      if (!likes.find(type)) continue
      let missing = 1
      for (let place = likes.first; place <= likes.last; place++) missing *= likes.missing[place]!
      explained += 1 - missing
    }
  }
  return { explained, present, whole }
}

/** Arabic letters for each English one in sure beads; lengths in between count as in the whole. */
export function ratioOf(sure: readonly Placed[], { en, ar }: Bilingual<Surface>): number {
  let [english, arabic] = [300, 255]
  for (const { shape, x, y } of sure) {
    english += en.letters[x]! - en.letters[x - shapes[shape]!.en]!
    arabic += ar.letters[y]! - ar.letters[y - shapes[shape]!.ar]!
  }
  return Math.min(2, Math.max(0.4, arabic / english))
}

/** Of the beads at which a paragraph begins on either side, the share at which it begins on both, 0 to 1. */
export function paragraphAgreementOf(sure: readonly Placed[], { en, ar }: Bilingual<Surface>): number {
  let [both, any] = [1, 2]
  for (const { shape, x, y } of sure) {
    const opening = en.opens[x - shapes[shape]!.en]! + ar.opens[y - shapes[shape]!.ar]!
    both += Number(opening === 2)
    any += Number(opening > 0)
  }
  return both / any
}

/** A type learnt from fewer beads, or that stands in more segments, teaches nothing. */
const leastMeetings = 2
const mostHolders = 60
const leastBelief = 0.3

/** Pairs of types that meet in sure beads and hardly elsewhere, after Melamed's and Moore's self-training; those with a lexicon partner present stay out. */
export function learntBeliefs(sure: readonly Placed[], sides: Bilingual<SideTokens>, partners: Bilingual<Partners>): Belief[] {
  const meetings = new Map<number, number>()
  const size = sides.ar.types.length
  const likes = { en: new Likes(sides.ar, partners.en), ar: new Likes(sides.en, partners.ar) }
  for (const { shape, x, y } of sure) {
    const spans = { en: [x - shapes[shape]!.en, x] as const, ar: [y - shapes[shape]!.ar, y] as const }
    const [english, arabic] = languages.map((language) => openTypes(sides[language], likes[language], spans[language], spans[counterpartOf(language)]))
    for (const en of english!) for (const ar of arabic!) meetings.set(en * size + ar, (meetings.get(en * size + ar) ?? 0) + 1)
  }
  const beliefs: Belief[] = []
  for (const [key, count] of meetings) {
    if (count < leastMeetings) continue
    const [en, ar] = [Math.floor(key / size), key % size]
    const belief = (count - 0.7) / (Math.sqrt(holdersOf(sides.en, en) * holdersOf(sides.ar, ar)) + 0.7)
    if (belief >= leastBelief) beliefs.push({ en, ar, belief: Math.min(0.9, belief) })
  }
  return beliefs
}

/** Types of a span that nothing across explains yet. */
function openTypes(own: SideTokens, likes: Likes, [from, to]: readonly [number, number], [acrossFrom, acrossTo]: readonly [number, number]): number[] {
  const open = new Set<number>()
  likes.open(acrossFrom, acrossTo)
  for (let index = own.starts[from]!; index < own.starts[to]!; index++) {
    const type = own.tokens[index]!
    const holders = holdersOf(own, type)
    if (holders >= leastMeetings && holders <= mostHolders && !likes.find(type)) open.add(type)
  }
  return [...open]
}
