/** Counterparts among the codes of a unit: a link in one language is the link in the other. */

import { counterpartOf, type Bilingual, type Language } from '../model/language.ts'
import type { Code, Run } from './run.ts'

/**
 * The same runs, the counterpart's codes numbered as those of the original that they answer to: the same markup first,
 * then the same kind. Codes of one side alone get numbers of their own.
 */
export function linked(sides: Bilingual<readonly Run[]>, original: Language): Bilingual<readonly Run[]> {
  const other = counterpartOf(original)
  const free = startsIn(sides[original])
  let next = free.length
  const ids = new Map<string, string>()
  const starts = startsIn(sides[other])
  for (const isSame of [sameMarkup, sameKind]) {
    for (const code of starts) {
      if (ids.has(code.id)) continue
      const at = free.findIndex((one) => isSame(one, code, sides, original))
      if (at < 0) continue
      ids.set(code.id, free.splice(at, 1)[0]?.id ?? '')
    }
  }
  for (const { id } of starts) if (!ids.has(id)) ids.set(id, String(++next))
  const renamed = sides[other].map((run) => (run.kind === 'text' ? run : { ...run, id: ids.get(run.id) ?? run.id }))
  return original === 'en' ? { en: sides.en, ar: renamed } : { en: renamed, ar: sides.ar }
}

const startsIn = (runs: readonly Run[]): Code[] => runs.filter((run): run is Code => run.kind === 'open' || run.kind === 'alone')

const sameKind = (one: Code, other: Code): boolean => one.kind === other.kind && one.type === other.type

function sameMarkup(one: Code, other: Code, sides: Bilingual<readonly Run[]>, original: Language): boolean {
  const endOf = ({ id }: Code, language: Language) => sides[language].find((run) => run.kind === 'close' && run.id === id)
  const [end, otherEnd] = [endOf(one, original), endOf(other, counterpartOf(original))]
  return sameKind(one, other) && one.code === other.code && codeOf(end) === codeOf(otherEnd)
}

const codeOf = (run: Run | undefined): string => (run && run.kind !== 'text' ? run.code : '')
