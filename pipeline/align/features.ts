/** The features of a bead: everything that speaks for or against it, as numbers that learnt weights multiply. */

import type { Bilingual } from '../model/language.ts'
import type { SegmentKind } from '../model/manuscript.ts'
import { nearness, type Meaning } from './meaning.ts'
import { mostMembers } from './odds.ts'
import { classOf, shapeClasses, shapes } from './shapes.ts'
import { placeOf, type Support } from './support.ts'
import { endings, type Surface } from './surface.ts'

/** Everything that features are read from. */
export interface Evidence {
  readonly support: Bilingual<Support>
  readonly surface: Bilingual<Surface>
  /** Arabic letters for each English one. */
  readonly ratio: number
  /** For each class of shapes, log of its share in this book over its share in general; 0 as long as nothing is known. */
  readonly priors: Float64Array
  /** How far paragraphs of the two sides begin together in this book, 0 to 1. */
  readonly paragraphAgreement: number
  /** Where an embedding model has its say. */
  readonly meaning: Meaning | undefined
}

/** In nats or counts; the order is that of the learnt weights. */
export const featureNames = [
  ...shapeClasses.map((name) => `shape ${name}` as const),
  'more members', 'book prior',
  'found en', 'found ar', 'missed en', 'missed ar', 'absent en', 'absent ar', 'unexplained',
  'weakest en member', 'weakest ar member', 'unsupported member',
  'length', 'length far', 'length of large bead',
  'both open', 'one opens', 'crosses paragraph', 'alone opens', 'both open, agreeing book', 'one opens, agreeing book', 'crosses, agreeing book',
  'same ending', 'question against none', 'stop against none', 'inner ends without stop', 'questions differ', 'exclamations differ', 'quotes differ', 'brackets differ', 'remark against none',
  'clauses for members', 'continues', 'continues first',
  'alone, length', 'alone, known words', 'alone, without stop', 'alone, continues', 'alone, remark',
  // Between beads: the chart adds these two.
  'alone again', 'alone turns',
  'meaning',
] as const

export type FeatureName = (typeof featureNames)[number]

/** Index of each feature. */
export const at = Object.fromEntries(featureNames.map((name, index) => [name, index])) as Readonly<Record<FeatureName, number>>

/**
 * Weights that are not learnt, for the training texts come without an embedding model: nats for two spans of the same meaning.
 * A true pair is then worth about as much as its words, by models whose true pairs stand half-way between chance and sameness.
 */
export const handSetWeights: Readonly<Partial<Record<FeatureName, number>>> = { meaning: 10 }

/** Kinds that prose passes into one another. */
const running: ReadonlySet<SegmentKind> = new Set(['paragraph', 'quote', 'item', 'note'])

/** Nats, set by hand: training texts have no headings, cells or verse. Translators often make prose of verse, seldom a heading of a sentence. */
const otherKind = { running: 1.5, verse: 2.5, apart: 7, mixed: 6 }

/**
 * Fills `out` with the features of the bead of this shape that ends before (`x`, `y`), and gives what it costs in kinds.
 * `undefined` where lengths rule it out.
 */
export function readFeatures(evidence: Evidence, shape: number, x: number, y: number, out: Float64Array): number | undefined {
  const { en, ar } = shapes[shape]!
  const [enFrom, arFrom] = [x - en, y - ar]
  const surface = evidence.surface
  const own = surface.en.letters[x]! - surface.en.letters[enFrom]!
  const across = (surface.ar.letters[y]! - surface.ar.letters[arFrom]!) / evidence.ratio
  if (en + ar > 3 && (own > farFactor * across + farLetters || across > farFactor * own + farLetters)) return undefined
  out.fill(0)
  out[classOf[shape]!] = 1
  out[at['book prior']] = evidence.priors[classOf[shape]!]!
  if (en === 0 || ar === 0) {
    readAlone(evidence, en === 0 ? 'ar' : 'en', en === 0 ? arFrom : enFrom, out)
    return 0
  }
  if (en + ar > 5 || (en > 1 && ar > 1)) out[at['more members']] = en + ar - 4
  readLengths(own, across, en + ar, out)
  readWords(evidence, enFrom, en, arFrom, ar, out)
  readParagraphs(evidence, enFrom, x, arFrom, y, out)
  readMarks(evidence.surface, enFrom, x, arFrom, y, out)
  if (evidence.meaning) out[at['meaning']] = nearness(evidence.meaning, enFrom, en, arFrom, ar)
  return en === 1 && ar === 1 && surface.en.kinds[enFrom] === surface.ar.kinds[arFrom] ? 0 : kindCost(surface, enFrom, x, arFrom, y)
}

/** A large bead whose one side is longer than this many times the other is not weighed: our own choice, for speed. */
const farFactor = 3
const farLetters = 60

/** Variance of the difference in length, in letters for each letter; after Gale & Church 1993, wider. */
const spread = 6

function readLengths(own: number, across: number, members: number, out: Float64Array): void {
  const deviation = (own - across) ** 2 / ((own + across + 2) * spread * 0.5)
  out[at['length']] = Math.min(deviation, 6)
  out[at['length far']] = Math.min(Math.max(0, deviation - 6), 20)
  if (members > 2) out[at['length of large bead']] = Math.min(deviation, 6)
}

function readWords({ support }: Evidence, enFrom: number, en: number, arFrom: number, ar: number, out: Float64Array): void {
  const one = sideWords(support.en, enFrom, en, arFrom, ar)
  out[at['found en']] = one.found
  out[at['missed en']] = one.missed
  out[at['absent en']] = one.absent
  if (en > 1) out[at['weakest en member']] = one.weakest
  const unexplained = one.unexplained
  const unsupported = en > 1 ? one.unsupported : 0
  const other = sideWords(support.ar, arFrom, ar, enFrom, en)
  out[at['found ar']] = other.found
  out[at['missed ar']] = other.missed
  out[at['absent ar']] = other.absent
  if (ar > 1) out[at['weakest ar member']] = other.weakest
  out[at['unexplained']] = (unexplained + other.unexplained) / 2
  out[at['unsupported member']] = unsupported + (ar > 1 ? other.unsupported : 0)
}

/** One object, written anew by each call, for this is the innermost loop. */
const words = { found: 0, missed: 0, absent: 0, weakest: 0, unexplained: 0, unsupported: 0 }

function sideWords(support: Support, from: number, size: number, acrossFrom: number, acrossSize: number): typeof words {
  const { found, redeemed, allMissed, absent } = support
  words.found = words.missed = words.absent = words.unsupported = 0
  words.weakest = 4
  let all = 0
  for (let member = from; member < from + size; member++) {
    const place = placeOf(support, member, acrossFrom, acrossSize)
    const least = allMissed[member * mostMembers + acrossSize - 1]!
    const gain = found[place]!
    const loss = least + redeemed[place]!
    words.found += gain
    words.missed += loss
    words.absent += absent[member]!
    all += least
    if (gain + loss < words.weakest) words.weakest = gain + loss
    if (gain + loss < 0) words.unsupported++
  }
  words.weakest = Math.max(-5, words.weakest)
  words.unexplained = all < 0 ? words.missed / all : 0.5
  return words
}

function readParagraphs({ surface, paragraphAgreement }: Evidence, enFrom: number, enTo: number, arFrom: number, arTo: number, out: Float64Array): void {
  const opening = surface.en.opens[enFrom]! + surface.ar.opens[arFrom]!
  let crossings = 0
  for (let index = enFrom + 1; index < enTo; index++) crossings += surface.en.opens[index]!
  for (let index = arFrom + 1; index < arTo; index++) crossings += surface.ar.opens[index]!
  if (opening === 2) out[at['both open']] = 1
  if (opening === 1) out[at['one opens']] = 1
  out[at['crosses paragraph']] = crossings
  if (opening === 2) out[at['both open, agreeing book']] = paragraphAgreement
  if (opening === 1) out[at['one opens, agreeing book']] = paragraphAgreement
  out[at['crosses, agreeing book']] = crossings * paragraphAgreement
}

const none = endings.indexOf('none')
const question = endings.indexOf('question')
const semicolon = endings.indexOf('semicolon')

function readMarks({ en, ar }: Bilingual<Surface>, enFrom: number, enTo: number, arFrom: number, arTo: number, out: Float64Array): void {
  const [one, other] = [en.ending[enTo - 1]!, ar.ending[arTo - 1]!]
  if (one === other) out[at['same ending']] = 1
  else if (one === question || other === question) out[at['question against none']] = 1
  else if ((one === none) !== (other === none)) out[at['stop against none']] = 1
  let inner = 0
  let continuing = 0
  for (let index = enFrom; index < enTo - 1; index++) inner += Number(en.ending[index]! >= semicolon)
  for (let index = arFrom; index < arTo - 1; index++) inner += Number(ar.ending[index]! >= semicolon)
  for (let index = enFrom + 1; index < enTo; index++) continuing += en.continues[index]!
  for (let index = arFrom + 1; index < arTo; index++) continuing += ar.continues[index]!
  out[at['inner ends without stop']] = inner
  out[at['continues']] = continuing
  out[at['continues first']] = Number(en.continues[enFrom]! + ar.continues[arFrom]! === 1)
  out[at['questions differ']] = difference(en.questions, enFrom, enTo, ar.questions, arFrom, arTo)
  out[at['exclamations differ']] = difference(en.exclamations, enFrom, enTo, ar.exclamations, arFrom, arTo)
  out[at['quotes differ']] = difference(en.quotes, enFrom, enTo, ar.quotes, arFrom, arTo)
  out[at['brackets differ']] = difference(en.brackets, enFrom, enTo, ar.brackets, arFrom, arTo)
  out[at['remark against none']] = Number(remarksIn(en.remarks, enFrom, enTo) !== remarksIn(ar.remarks, arFrom, arTo))
  const [enSize, arSize] = [enTo - enFrom, arTo - arFrom]
  if (enSize > arSize) out[at['clauses for members']] = Math.min(1, (ar.clauses[arTo]! - ar.clauses[arFrom]!) / (enSize - arSize))
  if (arSize > enSize) out[at['clauses for members']] = Math.min(1, (en.clauses[enTo]! - en.clauses[enFrom]!) / (arSize - enSize))
}

function remarksIn(remarks: Uint8Array, from: number, to: number): number {
  let count = 0
  for (let index = from; index < to; index++) count += remarks[index]!
  return Math.min(1, count)
}

/** How far two spans differ in a count, at most 2; counts are sums up to each boundary. */
function difference(en: Int32Array, enFrom: number, enTo: number, ar: Int32Array, arFrom: number, arTo: number): number {
  return Math.min(2, Math.abs(en[enTo]! - en[enFrom]! - ar[arTo]! + ar[arFrom]!))
}

function readAlone({ support, surface, paragraphAgreement }: Evidence, language: 'en' | 'ar', index: number, out: Float64Array): void {
  const { letters, ending, continues, opens, remarks } = surface[language]
  out[at['alone, length']] = Math.min(3, (letters[index + 1]! - letters[index]!) / 100)
  out[at['alone, known words']] = Math.max(-6, support[language].allMissed[index * mostMembers]! + support[language].absent[index]!)
  out[at['alone, without stop']] = Number(ending[index] === none)
  out[at['alone, continues']] = continues[index]!
  out[at['alone, remark']] = remarks[index]!
  out[at['alone opens']] = opens[index]! * paragraphAgreement
}

function kindCost({ en, ar }: Bilingual<Surface>, enFrom: number, enTo: number, arFrom: number, arTo: number): number {
  const [one, other] = [en.kinds[enFrom]!, ar.kinds[arFrom]!]
  let cost = one === other ? 0 : pairCost(one, other)
  for (let index = enFrom + 1; index < enTo; index++) if (en.kinds[index] !== one) cost += otherKind.mixed
  for (let index = arFrom + 1; index < arTo; index++) if (ar.kinds[index] !== other) cost += otherKind.mixed
  return cost
}

/** For two kinds that differ. */
function pairCost(one: SegmentKind, other: SegmentKind): number {
  if (running.has(one) && running.has(other)) return otherKind.running
  const isProseOfVerse = (one === 'verse' && running.has(other)) || (other === 'verse' && running.has(one))
  return isProseOfVerse ? otherKind.verse : otherKind.apart
}
