/** The report that a translator acts on: one page in both languages, whole without its script. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Artifact } from '../../model/edition.ts'
import { bilingual, languages } from '../../model/language.ts'
import { wordsIn } from '../../model/words.ts'
import { isolate } from '../../typography/isolate.ts'
import type { Report } from '../report-json/index.ts'
import { interfaceIn, languageSwitch, page, tagged, type Interface } from '../ui.ts'
import { attentionSection } from './attention.ts'
import { beadsSection } from './beads.ts'
import { messagesSection, removedSection } from './lists.ts'
import { proofSection, summarySection } from './figures.ts'

const sections = ['summary', 'attention', 'beads', 'removed', 'messages', 'proof'] as const

export function writeReportHtml(told: Report): Artifact {
  const ui = interfaceIn(told.book.digits)
  const titles = bilingual((language) => `${told.book.title[language]} · ${wordsIn(language)('report:title')}`)
  const body = [
    h('a', { className: ['skip'], href: '#beads' }, ui.both('report:skip')),
    h('div', { className: ['page'] }, [
      header(told, ui, titles),
      h('main', [
        summarySection(told, ui),
        attentionSection(told, ui),
        beadsSection(told, ui),
        removedSection(told, ui),
        messagesSection(told, ui),
        proofSection(told, ui),
      ]),
    ]),
  ]
  return { name: 'report.html', bytes: page({ title: titles.en, sheets: ['ui', 'masthead', 'report'], scripts: ['ui', 'report'], body }) }
}

function header({ book }: Report, ui: Interface, titles: { en: string; ar: string }): Element {
  return h('header', [
    languageSwitch(ui, titles),
    h('p', { className: ['kicker'] }, ui.both('report:title')),
    h('h1', languages.map((language) => isolate(h('span', tagged(language), book.title[language]), language))),
    h('nav', h('ul', sections.map((section) => h('li', h('a', { href: `#${section}` }, ui.both(`report:section.${section}`)))))),
  ])
}
