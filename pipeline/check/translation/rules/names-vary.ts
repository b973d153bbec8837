/** A name that most of the book renders in one way, and some sentence in another. */

import { stemOf } from '../../../align/stem.ts'
import { namesIn, renderingsOf, type Rendering } from '../names.ts'
import { markOf } from '../reading.ts'
import type { BookRule, Seen } from '../rule.ts'

/** Prefixes, cases and the adjective of a name are no other rendering. */
export const namesVary: BookRule = {
  name: 'names-vary', severity: 'warning', sees: 'book',
  check: (book) => [...namesIn(book)].flatMap(([name, beads]) => variants(name, renderingsOf(name, beads, book))).sort((one, other) => one.bead - other.bead),
}

function variants(name: string, renderings: readonly Rendering[]): Seen[] {
  const classes: { readonly keys: Set<string>; readonly members: Rendering[] }[] = []
  for (const rendering of [...renderings].sort((one, other) => one.ar.word.folded.length - other.ar.word.folded.length)) {
    const keys = keysOf(rendering.ar.word.folded)
    const like = classes.find((one) => keys.some((key) => one.keys.has(key)))
    if (!like) classes.push({ keys: new Set(keys), members: [rendering] })
    else {
      like.members.push(rendering)
      for (const key of keys) like.keys.add(key)
    }
  }
  if (classes.length < 2) return []
  const [usual = [], ...others] = classes.map(({ members }) => members).sort((one, other) => other.length - one.length)
  const first = usual.toSorted((one, other) => one.bead - other.bead)[0]
  return others.flat().map(({ bead, en, ar }) => ({
    bead, marks: [markOf(en.at, en.word), markOf(ar.at, ar.word)],
    values: { name: en.word.text, here: ar.word.text, usual: first?.ar.word.text ?? name },
  }))
}

/** A word without what may be joined before it and with no ending of case, of number or of an adjective. */
function keysOf(word: string): string[] {
  const bare = [word, word.replace(/^[وف]?[بلك]?(?:ال)?(?=...)|^[وف]?لل(?=...)/, ''), word.replace(/^[وفبلك](?=...)/, '')]
  return [...new Set(bare.flatMap((one) => [one, one.replace(/(?<=...)(?:ي?ا|ي[ةه]|[ةه]|ي|يين|يون|ين|ون|ات)$/, ''), stemOf(one, 'ar')]))]
}
