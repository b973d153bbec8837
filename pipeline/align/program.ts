/** The program: two passes over one narrow band; the second knows what the first found out about the book. */

import { bilingual, type Bilingual } from '../model/language.ts'
import type { Segment } from '../model/manuscript.ts'
import { learntBeliefs, literalnessOf, paragraphAgreementOf, priorsOf, ratioOf, sureBeads } from './adapt.ts'
import type { Sides } from './anchors.ts'
import { narrowBand, wideBand, type Band } from './band.ts'
import { chartOf, type Chart } from './chart.ts'
import type { Evidence } from './features.ts'
import { termsOf } from './glossary.ts'
import type { Lexicon } from './lexicon.ts'
import { meaningOf, sideVectors } from './meaning.ts'
import { bilingualOdds, mostMembers, type Literalness } from './odds.ts'
import { partnersOf, type Partners } from './partners.ts'
import type { AlignSettings } from './settings.ts'
import { shapeClasses, shapes } from './shapes.ts'
import { supportOf, type Windows } from './support.ts'
import { surestPath, type Placed, type Thresholds } from './surest.ts'
import { surfaceOf } from './surface.ts'
import { tokensOf, type SideTokens } from './tokens.ts'

/** What is learnt and shipped. */
export interface Model {
  readonly lexicon: Lexicon
  /** One weight for each of `featureNames`. */
  readonly weights: Float64Array
  readonly thresholds: Thresholds
}

/** Before anything is known of the book. */
const asLearnt: Literalness = { present: 1, whole: 0.8 }

/** Thresholds of the first pass, whose beads only teach. */
const even: Thresholds = { joined: 0.4, alone: 0.4 }

export interface Prepared {
  readonly band: Band
  readonly evidence: Evidence
  readonly tokens: Bilingual<SideTokens>
  readonly partners: Bilingual<Partners>
}

/** Beads with probabilities; both sides hold at least one segment. */
export function alignSides(segments: Bilingual<readonly Segment[]>, model: Model, settings: AlignSettings = {}): Placed[] {
  const { band, evidence } = secondPass(segments, model, settings)
  return surestPath(chartOf(band, evidence, model.weights), model.thresholds)
}

/** Band and evidence as the last pass sees them: everything but its weights. */
export function secondPass(segments: Bilingual<readonly Segment[]>, { lexicon, weights }: Model, settings: AlignSettings = {}): Prepared {
  const tokens = bilingual((language) => tokensOf(segments[language], language))
  const surface = bilingual((language) => surfaceOf(segments[language], language))
  const terms = termsOf(tokens, settings.glossary ?? [])
  const partners = partnersOf(tokens, lexicon, terms)
  const odds = bilingualOdds(tokens, partners, { en: asLearnt, ar: asLearnt })
  const vectors = sideVectors(segments, settings.vectors)
  const sides: Sides = { tokens, partners, odds, vectors }
  const band = narrowBand(sides, wideBand(sides))
  const windows = windowsOf(band)
  const meaning = vectors && meaningOf(vectors, windows.en)
  const first: Evidence = {
    surface,
    support: { en: supportOf(tokens.en, tokens.ar, partners.en, odds.en, windows.en), ar: supportOf(tokens.ar, tokens.en, partners.ar, odds.ar, windows.ar) },
    ratio: wholeRatio(surface.en.letters.at(-1)!, surface.ar.letters.at(-1)!),
    priors: new Float64Array(shapeClasses.length),
    paragraphAgreement: 0.6,
    meaning,
  }
  const chart: Chart = chartOf(band, first, weights)
  const sure = sureBeads(surestPath(chart, even))
  const known = partnersOf(tokens, lexicon, terms, learntBeliefs(sure, tokens, partners))
  const fitted = bilingualOdds(tokens, known, literalnessOf(sure, tokens, partners))
  return {
    band,
    tokens,
    partners: known,
    evidence: {
      surface,
      support: { en: supportOf(tokens.en, tokens.ar, known.en, fitted.en, windows.en), ar: supportOf(tokens.ar, tokens.en, known.ar, fitted.ar, windows.ar) },
      ratio: ratioOf(sure, surface),
      priors: priorsOf(chart),
      paragraphAgreement: paragraphAgreementOf(sure, surface),
      meaning,
    },
  }
}

const wholeRatio = (en: number, ar: number): number => Math.min(1.2, Math.max(0.6, ar / Math.max(1, en)))

/** The most members of a bead's smaller side. */
const mostOfFew = Math.max(...shapes.map(({ en, ar }) => Math.min(en, ar) > 1 ? Math.max(en, ar) : 1))

/** For each segment, those of the other side with which some bead in the band may hold it. */
function windowsOf({ from, to }: Band): Bilingual<Windows> {
  const [english, arabic] = [from.length - 1, to.at(-1)!]
  const en = emptyWindows(english, 0)
  const ar = emptyWindows(arabic, english)
  for (let segment = 0; segment < english; segment++) {
    en.from[segment] = from[Math.max(0, segment - mostMembers + 1)]!
    en.to[segment] = to[Math.min(english, segment + mostMembers)]!
    en.severalFrom[segment] = from[Math.max(0, segment - mostOfFew + 1)]!
    en.severalTo[segment] = Math.min(to[segment]! + 1, en.to[segment]!)
  }
  for (let x = 0; x <= english; x++) {
    for (let y = Math.max(0, from[x]! - mostMembers); y < Math.min(arabic, to[x]! + mostMembers); y++) {
      ar.from[y] = Math.min(ar.from[y]!, x)
      ar.to[y] = Math.max(ar.to[y]!, x)
    }
    for (let y = from[x]!; y < Math.min(arabic, to[x]! + mostOfFew); y++) {
      ar.severalFrom[y] = Math.min(ar.severalFrom[y]!, x)
      ar.severalTo[y] = Math.max(ar.severalTo[y]!, x + 1)
    }
  }
  for (let y = 0; y < arabic; y++) ar.severalTo[y] = Math.min(ar.severalTo[y]!, ar.to[y]!)
  return { en, ar }
}

const emptyWindows = (size: number, from: number): Windows => ({
  from: new Int32Array(size).fill(from), to: new Int32Array(size), severalFrom: new Int32Array(size).fill(from), severalTo: new Int32Array(size),
})
