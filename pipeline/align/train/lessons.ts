/** Turns documents with gold beads into lessons, with the full lexicon and with a thinned one, and learns from them. */

import type { Lexicon } from '../lexicon.ts'
import { secondPass, type Model } from '../program.ts'
import { benchSegments, type BenchDocument } from './bench.ts'
import { learnWeights, startingWeights, type Course, type Lesson } from './weights.ts'

/** Documents longer than this would drown the others. */
const longest = 5000

/** Each round prepares the lessons anew, as the weights of the round before see them. */
const rounds = 2
const course = { steps: 20, pull: 4 }

/** The books to come have other words than the lexicon's; so each document is also taught with this share of its pairs. */
const keptShare = 0.6

const thresholds = { joined: 0.4, alone: 0.4 }

export function trainedWeights(documents: readonly BenchDocument[], lexicon: Lexicon, { steps, pull }: Course = course): Float64Array {
  const taught = documents.filter(({ en }) => en.length <= longest)
  const lexicons = [lexicon, thinned(lexicon)]
  let weights = startingWeights()
  for (let round = 0; round < rounds; round++) {
    const lessons = lexicons.flatMap((known) => taught.map((document) => lessonOf(document, { lexicon: known, weights, thresholds })))
    weights = learnWeights(lessons, startingWeights(), { steps, pull })
  }
  return weights
}

/** A document counts by the root of its length, so that neither the long nor the many short ones decide alone. */
const lessonOf = (document: BenchDocument, model: Model): Lesson => ({
  ...secondPass(benchSegments(document), model),
  gold: document.gold.map(([en, ar]) => [en.length, ar.length] as const),
  weight: Math.sqrt(document.gold.length),
})

/** The same pairs fall out each time: every translation has its turn in a fixed round. */
function thinned({ translations, shares }: Lexicon): Lexicon {
  let turn = 0
  const kept = [...translations].map(([word, all]) => [word, all.filter(() => {
    turn = (turn + keptShare) % 1
    return turn < keptShare
  })] as const)
  return { translations: new Map(kept), shares }
}
