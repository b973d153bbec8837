/** Ends of sentences that people have set or lifted, against the segmenter. */

import type { Cut } from '../model/decisions.ts'
import type { SegmentKind } from '../model/manuscript.ts'

/** Cuts of one language, and which of them have been applied so far. */
export class Cuts {
  readonly cuts: readonly Cut[]
  readonly applied = new Set<Cut>()

  constructor(cuts: readonly Cut[]) {
    this.cuts = cuts
  }

  /** Ends of a paragraph's sentences, as `sentenceEnds` gives them, with every cut whose words stand there, in the order given. */
  over(text: string, ends: readonly number[]): readonly number[] {
    let changed = ends
    for (const cut of this.cuts) {
      const next = cut.kind === 'cut' ? cutAt(text, changed, cut) : joinedAt(text, changed, cut)
      if (next !== changed) this.applied.add(cut)
      changed = next
    }
    return changed
  }
}

/** The same list where no sentence is the two pieces together. */
function cutAt(text: string, ends: readonly number[], { before, after }: Cut): readonly number[] {
  const more = ends.flatMap((end, index) => {
    const from = ends[index - 1] ?? 0
    const start = end - text.slice(from, end).trimStart().length
    if (end - start < before.length + after.length || !text.startsWith(before, start)) return []
    const at = start + before.length
    const rest = text.slice(at, end)
    return rest.trim() === after ? [end - rest.trimStart().length] : []
  })
  return more.length === 0 ? ends : [...ends, ...more].sort((one, other) => one - other)
}

/** The same list where the two never follow each other. */
function joinedAt(text: string, ends: readonly number[], { before, after }: Cut): readonly number[] {
  const sentence = (index: number) => text.slice(ends[index - 1] ?? 0, ends[index]).trim()
  const kept = ends.filter((end, index) => {
    const length = end - (ends[index - 1] ?? 0)
    return length < before.length || index === ends.length - 1 || sentence(index) !== before || sentence(index + 1) !== after
  })
  return kept.length === ends.length ? ends : kept
}

/** Kinds that are one segment whatever they say. */
export const wholeKinds: ReadonlySet<SegmentKind> = new Set(['heading', 'cell', 'verse', 'code'])

/** Whether a sentence of this kind and text may end at an offset: both pieces have words, and no word is in both. */
export function isCuttable(kind: SegmentKind, text: string, at: number): boolean {
  const [before, after] = [text.slice(0, at), text.slice(at)]
  // Words, numbers and addresses go on over these signs, as in keeper’s or ٥٫٣٠.
  const isInWord = /[\p{L}\p{N}\p{M}][’'.,:/٫٬-]?$/u.test(before) && /^[’'.,:/٫٬-]?[\p{L}\p{N}\p{M}]/u.test(after)
  return !wholeKinds.has(kind) && !isInWord && [before, after].every((piece) => /[\p{L}\p{N}]/u.test(piece))
}

/** The list with one more; where the other kind was set at the same place that goes, and nothing needs to be said then. */
export function withCut(cuts: readonly Cut[], cut: Cut): readonly Cut[] {
  const others = cuts.filter((one) => one.language !== cut.language || one.before !== cut.before || one.after !== cut.after)
  return others.length < cuts.length ? others : [...cuts, cut]
}
