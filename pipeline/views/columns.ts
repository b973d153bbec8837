/** Both languages side by side, level at every passage, or at every bead. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Book } from '../model/book.ts'
import type { Section } from '../model/edition.ts'
import { bilingual, counterpartOf, directionOf, type Bilingual, type Language } from '../model/language.ts'
import type { Block } from '../model/manuscript.ts'
import type { Words } from '../model/words.ts'
import { partedAtBreaks } from './breaks.ts'
import { blockElements, noteElement } from './hast.ts'
import { notesTitle } from './notes.ts'
import { sectionOf, type ParallelSection, type PlacedPassage } from './parallel.ts'
import { stacksOf } from './stacks.ts'

export function columnSections(
  sections: readonly ParallelSection[], leading: Language, words: Bilingual<Words>, level: Book['columns']['level'],
): Section[] {
  const order = [leading, counterpartOf(leading)]
  return sections.map((section) => {
    const text = section.text.flatMap((passage) => rowsOf(passage, words, level)).flatMap(partedAtBreaks).map((row) => rowElement(row, order))
    const notes = section.notes.map((passage) => rowElement(bilingual((language) =>
      passage[language].map(({ unit, chapter }) => noteElement(unit, chapter, language, words[language]))), order))
    return sectionOf(section, notes.length > 0 ? [...text, notesElement(notes, order, words)] : text)
  })
}

function rowsOf(passage: PlacedPassage<Block>, words: Bilingual<Words>, level: Book['columns']['level']): Bilingual<readonly Element[]>[] {
  switch (level) {
    case 'beads': return stacksOf(passage, words)
    case 'passages': return [bilingual((language) =>
      passage[language].flatMap(({ unit, chapter }) => [...blockElements(unit, chapter, language, words[language])]))]
  }
}

const rowElement = (row: Bilingual<readonly Element[]>, order: readonly Language[]): Element =>
  h('div', { className: ['passage'] }, order.map((language) => sideElement(language, row[language])))

/** One side of a row or of a stack. */
export const sideElement = (language: Language, children: readonly Element[], classes: readonly string[] = []): Element =>
  h('div', { className: children.length > 0 ? ['side', ...classes] : ['side', 'empty'], lang: language, dir: directionOf(language) }, [...children])

function notesElement(notes: readonly Element[], order: readonly Language[], words: Bilingual<Words>): Element {
  const headings = order.map((language) => sideElement(language, [notesTitle(language, words[language])]))
  const [leading] = order
  return h('section', { className: ['notes'], role: 'doc-endnotes', lang: leading, dir: leading && directionOf(leading) }, [
    h('div', { className: ['passage'] }, headings), ...notes,
  ])
}
