/** Words that are the same but for vowel marks, tatweel or kinds of quotes: a correction, unless the file knows none of these at all. */

import type { Span } from '../model/alignment.ts'
import { bilingual, languages, type Bilingual, type Language } from '../model/language.ts'
import type { Message } from '../model/message.ts'
import { textOf, type Current } from './current.ts'
import { exact, folded, isMarked, isQuoted, spelled } from './fold.ts'
import { plainOf } from './run.ts'
import type { Outcome } from './resolve.ts'
import type { ReadUnit } from './read/unit.ts'

/** What a file has of each language; what it has none of, its program has left out. */
export type Kept = Bilingual<{ readonly marks: boolean; readonly quotes: boolean }>

export function keptIn(units: readonly ReadUnit[]): Kept {
  return bilingual((language) => {
    const texts = units.map((unit) => exact(wordsOf(unit, language)))
    return { marks: texts.some(isMarked), quotes: texts.some(isQuoted) }
  })
}

const wordsOf = (unit: ReadUnit, language: Language): string => plainOf(unit[language] ?? [])

/** Sides of a unit whose words were found, but are spelled otherwise. */
export function respelled(unit: ReadUnit, outcome: Outcome, current: Current, kept: Kept): Language[] {
  const spans = spansOf(outcome, current)
  return spans ? languages.filter((language) => {
    const [own, given] = [textOf(current, language, spans[language]), wordsOf(unit, language)]
    return folded(given) !== '' && spelled(own, kept[language]) !== spelled(given, kept[language])
  }) : []
}

/** Where a unit's texts stand; undefined where one does not. */
export function spansOf(outcome: Outcome, { beads }: Current): Bilingual<Span> | undefined {
  switch (outcome.kind) {
    case 'same': return beads[outcome.bead]
    case 'paired': return outcome.spans
    default: return undefined
  }
}

/** That a program has left all marks or all quotes out is told once, for the book keeps its own. */
export function leftOut(resolved: readonly { readonly unit: ReadUnit; readonly outcomes: readonly Outcome[] }[], current: Current, kept: Kept): Message[] {
  const all = { marks: true, quotes: true }
  return languages.flatMap((language): Message[] => {
    const losing = resolved.filter(({ unit, outcomes }) => outcomes.some((outcome) => {
      const spans = spansOf(outcome, current)
      const [own, given] = [spans ? textOf(current, language, spans[language]) : '', wordsOf(unit, language)]
      return folded(own) === folded(given) && spelled(own, all) !== spelled(given, all) && spelled(own, kept[language]) === spelled(given, kept[language])
    }))
    const [first] = losing
    return first ? [{ rule: 'exchange/spelling-kept', severity: 'warning', language, place: first.unit.place, values: { count: losing.length } }] : []
  })
}
