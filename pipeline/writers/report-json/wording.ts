/** What messages and findings say, in both languages. */

import { bilingual, type Bilingual } from '../../model/language.ts'
import type { Message } from '../../model/message.ts'
import { wordingOf, type Words } from '../../model/words.ts'

export type Said = Bilingual<Words>

export const ownWording = (told: { rule: string; values: Message['values'] | undefined }, said: Said) => bilingual((reader) => {
  const { what, todo } = wordingOf({ rule: told.rule, ...(told.values && { values: told.values }) }, said[reader])
  return { what, do: todo }
})

export function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)))
}
