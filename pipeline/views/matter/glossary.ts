/** The book's glossary, each term beside its equivalent, in the order of the leading language. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Edition, Section } from '../../model/edition.ts'
import type { GlossaryEntry } from '../../model/glossary.ts'
import { counterpartOf, type Bilingual, type Language } from '../../model/language.ts'
import type { Words } from '../../model/words.ts'
import { setNumerals } from '../../typography/numerals.ts'
import { isolate } from '../../typography/isolate.ts'
import { compareKeys, keyOf } from './collation.ts'
import { langOf, matterSection } from './layout.ts'

/** Nothing without terms. On facing pages each side has the terms in its own order. */
export function glossary(edition: Edition, entries: readonly GlossaryEntry[], words: Bilingual<Words>): Section[] {
  if (entries.length === 0) return []
  return [matterSection('glossary', edition, words, ([leading]) => (leading ? [termList(entries, leading, words)] : []))]
}

function termList(entries: readonly GlossaryEntry[], leading: Language, words: Bilingual<Words>): Element {
  const sorted = entries.map((entry) => ({ entry, key: keyOf[leading](entry[leading]) })).sort((one, other) => compareKeys(leading, one.key, other.key))
  return h('ol', { className: ['terms'], role: 'list' }, sorted.map(({ entry }) => h('li', langOf(leading), [
    termElement(entry, leading, 'term', words),
    { type: 'text', value: ' ' },
    termElement(entry, counterpartOf(leading), 'equivalent', words),
  ])))
}

function termElement(entry: GlossaryEntry, language: Language, className: string, words: Bilingual<Words>): Element {
  const element = h('span', { className: [className], ...langOf(language) }, entry[language])
  return isolate(language === 'ar' ? setNumerals(element, words.ar.digits) : element, language)
}
