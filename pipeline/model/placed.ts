/** Messages that know only a segment get its place in the file. */

import { bilingual, languages, type Bilingual } from './language.ts'
import { segmentsOf, type Manuscript } from './manuscript.ts'
import type { Message } from './message.ts'

/** A message whose values name a `segment` of the book, and that has no place yet, gets the segment's place and language. */
export function placed(messages: readonly Message[], manuscripts: Bilingual<Manuscript>): Message[] {
  const unplaced = messages.some(({ place, values }) => !place && values?.['segment'])
  if (!unplaced) return [...messages]
  const places = bilingual((language) => new Map(segmentsOf(manuscripts[language]).map(({ id, place }) => [id, place])))
  return messages.map((message) => {
    const id = String(message.values?.['segment'] ?? '')
    const language = languages.find((one) => places[one].has(id))
    const place = language && places[language].get(id)
    return message.place || !place ? message : { ...message, language, place }
  })
}
