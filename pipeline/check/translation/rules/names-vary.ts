/** A name that most of the book renders in one way, and some sentence in another. */

import { stemOf } from '../../../align/stem.ts'
import { namesIn, renderingsOf, type Rendering } from '../names.ts'
import { markOf } from '../reading.ts'
import type { BookRule, Seen } from '../rule.ts'

/** Compared by stem, so that prefixes, cases and the adjective of a name are no other rendering. */
export const namesVary: BookRule = {
  name: 'names-vary', severity: 'warning', sees: 'book',
  check: (book) => [...namesIn(book)].flatMap(([name, beads]) => variants(name, renderingsOf(name, beads, book))).sort((one, other) => one.bead - other.bead),
}

function variants(name: string, renderings: readonly Rendering[]): Seen[] {
  const byStem = new Map<string, Rendering[]>()
  for (const rendering of renderings) {
    const stem = keyOf(rendering)
    byStem.set(stem, [...(byStem.get(stem) ?? []), rendering])
  }
  if (byStem.size < 2) return []
  const [usual = [], ...others] = [...byStem.values()].sort((one, other) => other.length - one.length)
  const usualBeads = new Set(usual.map(({ bead }) => bead))
  const [first] = usual
  return others.flat().filter(({ bead }) => !usualBeads.has(bead)).map(({ bead, en, ar }) => ({
    bead, marks: [markOf(en.at, en.word), markOf(ar.at, ar.word)],
    values: { name: en.word.text, here: ar.word.text, usual: first?.ar.word.text ?? name },
  }))
}

const keyOf = ({ ar }: Rendering): string => stemOf(ar.word.folded, 'ar').replace(/[هة]$/, '')
