/** Where a unit stands, in words that a translator reads beside it. */

import { counterpartOf } from '../model/language.ts'
import type { Words } from '../model/words.ts'
import type { Unit } from './unit.ts'

/** Such as `The Western Gate, note`. */
export function contextOf({ chapter, kind }: Pick<Unit, 'chapter' | 'kind'>, words: Words): string {
  const title = chapter[words.language] ?? chapter[counterpartOf(words.language)]
  const what = words(`exchange:kind.${kind}`)
  return title === undefined ? what : words('exchange:context', { chapter: title, kind: what })
}
