/** Each language as a text of its own, for pages that face each other; the first block of every passage carries its number. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Section } from '../model/edition.ts'
import { counterpartOf, directionOf, type Bilingual, type Language } from '../model/language.ts'
import type { Words } from '../model/words.ts'
import { blockElements } from './hast.ts'
import { notesOf } from './notes.ts'
import { sectionOf, type ParallelSection } from './parallel.ts'

/** Passages are counted through the edition, from 1; a side that a passage leaves empty lacks its number. */
export function facingSections(sections: readonly ParallelSection[], leading: Language, words: Bilingual<Words>): Section[] {
  const order = [leading, counterpartOf(leading)]
  let passages = 0
  return sections.map((section) => {
    const flows = order.map((language) => flowElement(section, language, passages + 1, words[language])).map((flow) => named(flow, section.lead.id))
    passages += section.text.length
    return sectionOf(section, [...flows, ...notesOf(section, order, words)])
  })
}

/** Each language begins on a page of its own, so the first block of each is what lists lead to: `en-chapter-2-ar`. */
export function named(flow: Element, section: string): Element {
  const [first, ...rest] = flow.children
  if (first?.type !== 'element') return flow
  const { id, ...properties } = first.properties
  // A heading has a name of its own already, by which others refer to it: its words take that.
  const children = id === undefined ? first.children : [h('span', { id }, first.children)]
  return { ...flow, children: [{ ...first, properties: { ...properties, id: `${section}-${String(flow.properties['lang'])}` }, children }, ...rest] }
}

function flowElement({ text }: ParallelSection, language: Language, first: number, words: Words): Element {
  const blocks = text.flatMap((passage, index) => {
    const [opening, ...others] = passage[language].flatMap(({ unit, chapter }) => [...blockElements(unit, chapter, language, words)])
    return opening ? [{ ...opening, properties: { ...opening.properties, dataPassage: first + index } }, ...others] : []
  })
  return h('div', { className: ['flow'], lang: language, dir: directionOf(language) }, blocks)
}
