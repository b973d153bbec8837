/** What the aligner knows before it sees a book: the seed lexicon and the learnt weights. */

import { readFileSync } from 'node:fs'
import { featureNames, handSetWeights } from './features.ts'
import { seedLexicon } from './lexicon.ts'
import type { Model } from './program.ts'

/** Probability that a bead must have to be worth taking: about half the share of beads that come out right, as the F measure wants it. */
const thresholds = { joined: 0.4, alone: 0.4 }

let shipped: Model | undefined

/** The model that comes with the product; read once. */
export function shippedModel(): Model {
  if (shipped) return shipped
  const learnt = JSON.parse(readFileSync(new URL('data/weights.json', import.meta.url), 'utf8')) as Record<string, number>
  const weights = Float64Array.from(featureNames, (name) => {
    const weight = handSetWeights[name] ?? learnt[name]
    if (weight === undefined) throw new Error(`No weight for ${name}: the data are older than the features`)
    return weight
  })
  shipped = { lexicon: seedLexicon(), weights, thresholds }
  return shipped
}

/**
 * Probability that a bead of the chosen path is right, from what the chart gives it.
 *
 * That a bead was chosen speaks for it, which the chart does not count; slope and shift of the log odds are from documents
 * that the weights had not seen (three-fold cross-validation), a little on the side of doubt.
 */
export function calibrated(probability: number): number {
  const odds = (probability / Math.max(1e-12, 1 - probability)) ** 1.25 * Math.exp(0.65)
  return odds / (1 + odds)
}
