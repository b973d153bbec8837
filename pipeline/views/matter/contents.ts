/** Contents, and the list of figures. */

import type { Edition, Section } from '../../model/edition.ts'
import type { Bilingual } from '../../model/language.ts'
import type { Words } from '../../model/words.ts'
import { matterSection, textsOf } from './layout.ts'
import { listOf } from './list.ts'
import { entriesIn, type Entry } from './targets.ts'

/** Sections, and below each the headings in it that are to be listed too; a list of one is no help. */
export function contents(edition: Edition, heads: readonly Entry[], below: (head: Entry) => readonly Entry[], words: Bilingual<Words>): Section[] {
  if (!isListable(heads, edition)) return []
  return [matterSection('contents', edition, words, (languages) =>
    [listOf(entriesIn(heads, languages), languages, (head) => entriesIn(below(head), languages))])]
}

/** Figures by the beginning of their captions, where there are two of them at least. */
export function listOfFigures(edition: Edition, figures: readonly Entry[], words: Bilingual<Words>): Section[] {
  if (!isListable(figures, edition)) return []
  return [matterSection('figures', edition, words, (languages) => [listOf(entriesIn(figures, languages), languages)])]
}

/** Whether one of the edition's texts has two of them at least. */
const isListable = (entries: readonly Entry[], edition: Edition): boolean =>
  textsOf(edition).some((languages) => entriesIn(entries, languages).length > 1)
