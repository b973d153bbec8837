/** A contact sheet: every opening of a PDF drawn small, for an editor to look over; one page in both languages, whole without its script. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Artifact } from '../../model/edition.ts'
import { bilingual, languages, type Language } from '../../model/language.ts'
import { wordsIn } from '../../model/words.ts'
import { isolate } from '../../typography/isolate.ts'
import type { ToldPages } from '../pdf/pages-json.ts'
import { inLines, interfaceIn, languageSwitch, page, tagged, type Interface } from '../ui.ts'
import { definitions } from './drawing.ts'
import { legendSection } from './legend.ts'
import { lookSection, summarySection } from './look.ts'
import { openingElement } from './opening.ts'
import { summaryOf, type Summary } from './summary.ts'

export { readPages, PagesFault } from './read.ts'
export { summaryOf, type Summary } from './summary.ts'
export { toldSummary } from './told.ts'

const sections = ['summary', 'look', 'legend', 'openings'] as const

/** `facing.pdf` has `facing.proof.html` beside it; `language` speaks when it is opened. */
export function writeProof(told: ToldPages, summary: Summary = summaryOf(told), language: Language = 'en'): Artifact {
  const ui = interfaceIn(told.digits)
  const titles = bilingual((reader) => `${told.edition} · ${told.title[reader]} · ${wordsIn(reader)('proof:title')}`)
  const body = [
    h('a', { className: ['skip'], href: '#openings' }, ui.both('proof:skip')),
    definitions(told),
    h('div', { className: ['page'] }, [
      header(told, ui, titles, language),
      h('main', [
        summarySection(summary, ui), lookSection(summary, told, ui), legendSection(told, summary, ui), openingsSection(summary, told, ui),
      ]),
    ]),
  ]
  const bytes = page({ title: titles[language], language, sheets: ['ui', 'masthead', 'proof'], scripts: ['ui'], body })
  return { name: told.edition.replace(/\.pdf$/, '.proof.html'), bytes }
}

function header({ title, edition }: ToldPages, ui: Interface, titles: { en: string; ar: string }, language: Language): Element {
  return h('header', [
    languageSwitch(ui, titles, language),
    h('p', { className: ['kicker'] }, [...ui.both('proof:title'), ' ', h('bdi', { dir: 'ltr', lang: 'en' }, edition)]),
    h('h1', languages.map((side) => isolate(h('span', tagged(side), title[side]), side))),
    h('nav', h('ul', sections.map((section) => h('li', h('a', { href: `#${section}` }, ui.both(`proof:section.${section}`)))))),
  ])
}

function openingsSection({ openings }: Summary, told: ToldPages, ui: Interface): Element {
  const halves = told.halves.map(({ language }, half) => {
    const own = openings.filter((opening) => opening.half === half)
    return [
      ...(told.halves.length > 1 ? [h('h3', ui.both(`proof:half.${language}`))] : []),
      h('div', { className: ['openings'] }, inLines(own.map((opening) => openingElement(opening, told, ui)))),
    ]
  })
  return h('section', { id: 'openings' }, [h('h2', ui.both('proof:section.openings')), ...halves.flat()])
}
