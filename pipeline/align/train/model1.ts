/** IBM model 1 (Brown et al. 1993) over sets of words: which words translate which, learnt from sentence pairs alone. */

import type { Bilingual } from '../../model/language.ts'

/** A sentence pair, each side a set of word numbers. */
export type WordPair = Bilingual<readonly number[]>

/** Belief, 0 to 1, in pairs of words; keys are `en * size + ar`, where `size` is the number of Arabic words. */
export type Beliefs = Map<number, number>

const rounds = 6

/** Weight of the empty word, which explains what nothing translates. */
const emptyWord = 0.02

/** Beliefs below this are forgotten between rounds: our own choice, for speed. */
const negligible = 1e-3

/** Geometric mean of both directions, so that a pair stands only where each word believes in the other. */
export function beliefsOf(pairs: readonly WordPair[], sizes: Bilingual<number>): Beliefs {
  const cells = cellsOf(pairs, sizes.ar)
  const forward = probabilities(pairs, cells, sizes, 'en')
  const backward = probabilities(pairs, cells, sizes, 'ar')
  const beliefs: Beliefs = new Map()
  cells.keys.forEach((key, cell) => {
    const belief = Math.sqrt(forward[cell]! * backward[cell]!)
    if (belief > negligible) beliefs.set(key, belief)
  })
  return beliefs
}

/** Every two words that meet in a pair have a cell; `places` lists the cells pair by pair, English outer, Arabic inner. */
interface Cells {
  readonly keys: readonly number[]
  readonly places: Int32Array
}

function cellsOf(pairs: readonly WordPair[], size: number): Cells {
  const cells = new Map<number, number>()
  const places = new Int32Array(pairs.reduce((sum, { en, ar }) => sum + en.length * ar.length, 0))
  let at = 0
  for (const { en, ar } of pairs) {
    for (const source of en) {
      for (const target of ar) {
        const key = source * size + target
        const known = cells.get(key)
        if (known === undefined) cells.set(key, cells.size)
        places[at++] = known ?? cells.size - 1
      }
    }
  }
  return { keys: [...cells.keys()], places }
}

/** Probability of the other side's word given the word of `from`, for each cell. */
function probabilities(pairs: readonly WordPair[], { keys, places }: Cells, sizes: Bilingual<number>, from: 'en' | 'ar'): Float64Array {
  const owner = Int32Array.from(keys, (key) => (from === 'en' ? Math.floor(key / sizes.ar) : key % sizes.ar))
  let table = new Float64Array(keys.length).fill(1)
  for (let round = 0; round < rounds; round++) {
    const counts = expectedCounts(pairs, places, table, from)
    const totals = new Float64Array(sizes[from])
    counts.forEach((count, cell) => { totals[owner[cell]!]! += count })
    table = counts.map((count, cell) => (totals[owner[cell]!]! > 0 ? count / totals[owner[cell]!]! : 0))
  }
  return table
}

/** Each word of the other side shares itself out among the words of `from` in its sentence, and the empty word. */
function expectedCounts(pairs: readonly WordPair[], places: Int32Array, table: Float64Array, from: 'en' | 'ar'): Float64Array {
  const counts = new Float64Array(table.length)
  let start = 0
  for (const { en, ar } of pairs) {
    const [outer, inner] = from === 'en' ? [ar.length, en.length] : [en.length, ar.length]
    const [outerStep, innerStep] = from === 'en' ? [1, ar.length] : [ar.length, 1]
    for (let target = 0; target < outer; target++) {
      let sum = emptyWord
      for (let source = 0; source < inner; source++) sum += table[places[start + target * outerStep + source * innerStep]!]!
      for (let source = 0; source < inner; source++) {
        const cell = places[start + target * outerStep + source * innerStep]!
        counts[cell]! += table[cell]! / sum
      }
    }
    start += en.length * ar.length
  }
  return counts
}
