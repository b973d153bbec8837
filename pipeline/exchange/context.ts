/** Where a unit stands, in words that a translator reads beside it. */

import { counterpartOf } from '../model/language.ts'
import type { Words } from '../model/words.ts'
import type { Unit } from './unit.ts'

export type Context = (unit: Pick<Unit, 'chapter' | 'kind'>) => string

/** Such as `The Western Gate: note`; each is worded once, for a book has few. */
export function contextIn(words: Words): Context {
  const known = new Map<string, string>()
  return ({ chapter, kind }) => {
    const title = chapter[words.language] ?? chapter[counterpartOf(words.language)]
    const key = `${kind} ${title ?? ''}`
    const context = known.get(key) ?? worded(title, words(`exchange:kind.${kind}`), words)
    known.set(key, context)
    return context
  }
}

const worded = (chapter: string | undefined, kind: string, words: Words): string =>
  (chapter === undefined ? kind : words('exchange:context', { chapter, kind }))
