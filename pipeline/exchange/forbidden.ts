/** Characters that no XML 1.0 document can hold, not even by number. */

import { bilingual, languages, type Bilingual } from '../model/language.ts'
import { segmentsOf, type Manuscript } from '../model/manuscript.ts'
import type { Message } from '../model/message.ts'
import type { Run } from './run.ts'

/** Control characters other than tab and line ends, halves of pairs, and U+FFFE and U+FFFF; marks of direction are none of them. */
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

export const allowed = (text: string): string => text.replaceAll(forbidden, '')

export const allowedRuns = (runs: readonly Run[]): Run[] =>
  runs.map((run) => (run.kind === 'text' ? { ...run, text: allowed(run.text) } : { ...run, code: allowed(run.code) }))

/** A warning for each segment that loses characters, with its place and the characters as `U+0007`. */
export function forbiddenIn(manuscripts: Bilingual<Manuscript>): Message[] {
  const segments = bilingual((language) => segmentsOf(manuscripts[language]))
  return languages.flatMap((language) => segments[language].flatMap(({ text, place }): Message[] => {
    const found = text.match(forbidden)
    if (!found) return []
    const characters = [...new Set(found)].map((character) => `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)
    return [{ rule: 'exchange/characters-left-out', severity: 'warning', language, place, values: { count: found.length, characters: characters.join(' ') } }]
  }))
}
