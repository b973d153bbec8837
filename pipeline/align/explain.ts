/** What spoke for and against a bead: its features by weight, and the words that find each other. */

import { lengthOf, type Bead } from '../model/alignment.ts'
import { bilingual, type Bilingual, type Language } from '../model/language.ts'
import type { Segment } from '../model/manuscript.ts'
import { featureNames, readFeatures, type FeatureName } from './features.ts'
import { shippedModel } from './model.ts'
import { secondPass } from './program.ts'
import type { AlignSettings } from './settings.ts'
import { shapeOf } from './shapes.ts'
import { folded } from './stem.ts'
import type { SideTokens } from './tokens.ts'

export interface Explanation {
  /** Nats for (above 0) and against (below 0) the bead, the weightiest first. */
  readonly reasons: readonly { readonly feature: FeatureName; readonly nats: number }[]
  /** Pairs of words, numbers and names, as they are written, that were taken for each other, the surest first. */
  readonly likes: readonly (Bilingual<string> & { readonly belief: number })[]
}

/** Reasons smaller than this are left out. */
const leastNats = 0.05

/** Runs the alignment again up to its last pass; the bead is one that `align` gave for the same segments. */
export function explain(segments: Bilingual<readonly Segment[]>, bead: Bead, settings: AlignSettings = {}): Explanation {
  const model = shippedModel()
  const { evidence, tokens, partners } = secondPass(segments, model, settings)
  const features = new Float64Array(featureNames.length)
  readFeatures(evidence, shapeOf(lengthOf(bead.en), lengthOf(bead.ar)), bead.en.to, bead.ar.to, features)
  const reasons = featureNames
    .map((feature, index) => ({ feature, nats: features[index]! * model.weights[index]! }))
    .filter(({ nats }) => Math.abs(nats) >= leastNats)
    .sort((one, other) => Math.abs(other.nats) - Math.abs(one.nats))
  const held = bilingual((language) => typesIn(tokens[language], bead[language].from, bead[language].to))
  const written = bilingual((language) => writtenIn(segments[language].slice(bead[language].from, bead[language].to), language))
  const nameOf = (language: Language, type: number) => written[language].get(tokens[language].types[type]!.form) ?? tokens[language].types[type]!.form
  const likes = [...held.en].flatMap((type) => {
    const row = Array.from({ length: partners.en.starts[type + 1]! - partners.en.starts[type]! }, (_, index) => partners.en.starts[type]! + index)
    return row.filter((at) => held.ar.has(partners.en.others[at]!)).map((at) => ({
      en: nameOf('en', type), ar: nameOf('ar', partners.en.others[at]!), belief: partners.en.beliefs[at]!,
    }))
  })
  return { reasons, likes: likes.sort((one, other) => other.belief - one.belief) }
}

const typesIn = ({ starts, tokens }: SideTokens, from: number, to: number): Set<number> => new Set(tokens.subarray(starts[from]!, starts[to]!))

/** Words as they are first written, by what they are folded to; numbers and links are told as they were read. */
function writtenIn(segments: readonly Segment[], language: Language): ReadonlyMap<string, string> {
  const written = new Map<string, string>()
  for (const { text } of segments) for (const [word] of text.matchAll(/[\p{L}\p{M}]+(?:['’]\p{L}+)*/gu)) {
    const key = folded(word, language)
    if (!written.has(key)) written.set(key, word)
  }
  return written
}
