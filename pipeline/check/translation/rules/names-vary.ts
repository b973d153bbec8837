/** A name that most of the book renders in one way, and some sentence in another. */

import { namesIn } from '../names/index.ts'
import { candidatesOf, renderingsOf, type Rendering } from '../names/renderings.ts'
import { formKeys } from '../names/spellings.ts'
import { markOf } from '../reading.ts'
import type { BookRule, Seen } from '../rule.ts'

/** Prefixes, cases, hamzas and the adjective of a name are no other rendering. */
export const namesVary: BookRule = {
  name: 'names-vary', severity: 'warning', sees: 'book',
  *check(book) {
    yield* book.count()
    const candidatesIn = candidatesOf(book)
    const seen: Seen[] = []
    for (const [name, beads] of yield* namesIn(book)) {
      yield
      seen.push(...variants(renderingsOf(name, beads, book, candidatesIn)))
    }
    return seen.sort((one, other) => one.bead - other.bead)
  },
}

function variants(renderings: readonly Rendering[]): Seen[] {
  const [usual, ...others] = ways(renderings)
  const [first] = usual ?? []
  if (!first) return []
  return others.flat().map(({ bead, en, ar }) => ({
    bead, marks: [markOf(en.at, en.word), markOf(ar.at, ar.word)],
    values: { name: en.word.text, here: ar.word.text, usual: first.ar.word.text },
  }))
}

/** Renderings that are forms of one word, in the order of the book; the most frequent way first. */
function ways(renderings: readonly Rendering[]): Rendering[][] {
  const found: { readonly keys: Set<string>; readonly members: Rendering[] }[] = []
  for (const rendering of [...renderings].sort((one, other) => one.ar.word.folded.length - other.ar.word.folded.length)) {
    const keys = formKeys(rendering.ar.word.folded)
    const like = found.find((one) => keys.some((key) => one.keys.has(key)))
    if (!like) found.push({ keys: new Set(keys), members: [rendering] })
    else {
      like.members.push(rendering)
      for (const key of keys) like.keys.add(key)
    }
  }
  return found.map(({ members }) => members.sort((one, other) => one.bead - other.bead)).sort((one, other) => other.length - one.length)
}
