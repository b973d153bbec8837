/** Strict precision, recall and F1 of beads, as vecalign's scorer defines them, and how many beads with an empty side are found. */

export type BeadPair = readonly [readonly number[], readonly number[]]

export interface Counts {
  /** Beads given, and those of them that are in the gold; empty sides count here. */
  given: number
  right: number
  /** Gold beads of both sides, and those of them that were given. */
  gold: number
  found: number
  /** Gold beads with an empty side, and those of them that were given. */
  alone: number
  aloneFound: number
}

const key = ([en, ar]: BeadPair): string => `${en.join(',')}|${ar.join(',')}`
const isJoined = ([en, ar]: BeadPair): boolean => en.length > 0 && ar.length > 0

export function countsOf(gold: readonly BeadPair[], given: readonly BeadPair[]): Counts {
  const [right, said] = [new Set(gold.map(key)), new Set(given.map(key))]
  const [joined, alone] = [gold.filter(isJoined), gold.filter((bead) => !isJoined(bead))]
  const among = (beads: readonly BeadPair[], all: ReadonlySet<string>) => beads.filter((bead) => all.has(key(bead))).length
  return {
    given: given.length, right: among(given, right),
    gold: joined.length, found: among(joined, said),
    alone: alone.length, aloneFound: among(alone, said),
  }
}

export const added = (all: readonly Counts[]): Counts => all.reduce((sum, one) => ({
  given: sum.given + one.given, right: sum.right + one.right, gold: sum.gold + one.gold,
  found: sum.found + one.found, alone: sum.alone + one.alone, aloneFound: sum.aloneFound + one.aloneFound,
}), { given: 0, right: 0, gold: 0, found: 0, alone: 0, aloneFound: 0 })

export function f1Of({ given, right, gold, found }: Counts): number {
  const [precision, recall] = [given > 0 ? right / given : 0, gold > 0 ? found / gold : 0]
  return precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0
}
