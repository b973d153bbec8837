/** Sections of galleys: each begins a page, so each is broken into pages alone. */

import type { Language } from '../model/language.ts'
import type { Galley } from './model.ts'
import type { RowRange } from './places.ts'

/** Numbers of the sections that any of the galleys has, in order. */
export const sectionsOf = (galleys: readonly Galley[]): number[] =>
  [...new Set(galleys.flatMap(({ rows }) => rows.map(({ section }) => section)))].sort((one, other) => one - other)

/** Rows of each section; none, at its place, where the galley lacks it. */
export function rangesOf({ rows }: Galley, sections: readonly number[]): RowRange[] {
  let at = 0
  return sections.map((section) => {
    const from = at
    while (at < rows.length && rows[at]!.section <= section) at++
    return { from, to: at }
  })
}

/** For each section, the notes of a language that no text calls: they stand at the end of their section, or of the one before. */
export function uncalledNotes(notes: Galley, texts: readonly Galley[], language: Language, sections: readonly number[]): number[][] {
  const called = new Set<number>()
  for (const { rows } of texts) for (const { cells } of rows) for (const lines of cells) {
    for (const line of lines) for (const call of line.notes) if (call.language === language) called.add(call.note)
  }
  const bySection = sections.map((): number[] => [])
  notes.rows.forEach(({ section }, note) => {
    if (called.has(note)) return
    const at = sections.findLastIndex((number) => number <= section)
    bySection[Math.max(0, at)]?.push(note)
  })
  return bySection
}
