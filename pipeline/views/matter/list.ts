/** Lists that lead into the text: title, leader and folio; with two languages once from either side, so that the folios meet in the middle. */

import type { Element } from 'hast'
import { h, s } from 'hastscript'
import { directionOf, type Language } from '../../model/language.ts'
import { isolate } from '../../typography/isolate.ts'
import { folio, langOf } from './layout.ts'
import type { Entry } from './targets.ts'

/** `within` yields the entries that stand below one, in a list of their own. */
export function listOf(entries: readonly Entry[], languages: readonly Language[], within: (entry: Entry) => readonly Entry[] = () => []): Element {
  return h('ol', { role: 'list' }, entries.map((entry) => {
    const below = within(entry)
    const [leading] = languages
    return h('li', leading && langOf(leading), entryElement(entry, languages), below.length > 0 ? listOf(below, languages) : [])
  }))
}

function entryElement(entry: Entry, languages: readonly Language[]): Element {
  const target = languages.map((language) => entry[language]).find((one) => one !== undefined)
  return h('a', { href: `#${target?.id ?? ''}` }, languages.map((language) => {
    const own = entry[language]
    return h('span', { className: own ? ['half'] : ['half', 'empty'], ...langOf(language) }, own ? [
      isolate(h('span', { className: ['entry'], ...langOf(language) }, own.title), language),
      leader(language),
      folio(own.id, language),
    ] : [])
  }))
}

/** Dots from the folio to the title, drawn from the folio's end. */
function leader(language: Language): Element {
  const [from, to] = directionOf(language) === 'ltr' ? ['100%', '0'] : ['0', '100%']
  return s('svg', { className: ['leader'], ariaHidden: 'true' }, s('line', { x1: from, x2: to, y1: '50%', y2: '50%' }))
}
