/** What a reader is told of units that change nothing. */

import type { Span } from '../model/alignment.ts'
import type { Language } from '../model/language.ts'
import type { Message } from '../model/message.ts'
import type { Current } from './current.ts'
import type { Outcome } from './resolve.ts'
import { plainOf } from './run.ts'
import type { ReadUnit } from './read/unit.ts'

/** Letters of a text that a message quotes. */
const most = 80

export const quoted = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length <= most ? line : `${line.slice(0, most).trimEnd()}…`
}

/** The place of a run's first sentence, with its language. */
export function placedIn({ segments }: Current, language: Language, span: Span): Pick<Message, 'language' | 'place'> {
  const place = segments[language][span.from]?.place
  return place ? { language, place } : { language }
}

/** Rewordings and emptied sides are told elsewhere. */
export function told(unit: ReadUnit, outcome: Outcome, current: Current): Message[] {
  const text = quoted(plainOf(unit.en ?? unit.ar ?? []) || plainOf(unit.ar ?? []))
  const about = (rule: string, values: Message['values'] = { text }): Message => ({ rule: `exchange/${rule}`, severity: 'warning', place: unit.place, ...(values && { values }) })
  switch (outcome.kind) {
    case 'unknown': return [about('not-found')]
    case 'empty': return [about('empty', {})]
    case 'apart': return [about('apart')]
    case 'copied': return [about('copied')]
    case 'half': {
      const { place } = placedIn(current, outcome.language, outcome.span)
      return [{ ...about('half'), ...(place && { counterpart: place }) }]
    }
    case 'same': case 'paired': case 'reworded': case 'emptied': return []
  }
}
