/** The report that a translator acts on: one page, no script, both languages. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Artifact } from '../../model/edition.ts'
import { languages, type Language } from '../../model/language.ts'
import type { Place } from '../../model/message.ts'
import { isolate } from '../../typography/isolate.ts'
import { doubtfulBelow, type Report, type ReportedBead, type ReportedSegment } from '../report-json/index.ts'
import { both, bothBy, languageSwitch, page, tagged } from '../ui.ts'
import { messagesSection, proofSection, removedSection } from './lists.ts'

export function writeReportHtml(told: Report): Artifact {
  const { title } = told.book
  const body = h('div', { className: ['page'] }, [
    h('header', [
      languageSwitch(),
      h('p', { className: ['kicker'] }, both('report:title')),
      h('h1', languages.map((language) => isolate(h('span', tagged(language), title[language]), language))),
    ]),
    h('main', [
      summarySection(told),
      attentionSection(told),
      beadsSection(told),
      removedSection(told),
      messagesSection(told),
      proofSection(told),
    ]),
  ])
  return { name: 'report.html', bytes: page(`${title.en} · ${title.ar}`, ['ui', 'report'], [body]) }
}

function summarySection({ summary }: Report): Element {
  const figure = (key: string, value: number) => h('div', [h('dt', both(`report:figure.${key}`)), h('dd', bothBy((words) => words.number(value)))])
  return h('section', { ariaLabelledBy: 'summary' }, [
    h('h2', { id: 'summary' }, both('report:summary')),
    h('dl', { className: ['figures'] }, [
      figure('beads', summary.beads),
      figure('words-en', summary.words.en), figure('words-ar', summary.words.ar),
      figure('segments-en', summary.segments.en), figure('segments-ar', summary.segments.ar),
      figure('omissions', summary.omissions), figure('additions', summary.additions), figure('doubtful', summary.doubtful),
    ]),
    h('p', { className: ['types'] }, [...both('report:types'), ' ', h('bdi', { dir: 'ltr' }, Object.entries(summary.types).map(([type, count]) => `${type} × ${count}`).join('   '))]),
  ])
}

/** What to look at first: sentences without a counterpart, then beads that may be wrong. */
function attentionSection({ beads }: Report): Element {
  const lists = (['omissions', 'additions', 'doubtful'] as const).flatMap((kind) => {
    const found = beads.flatMap((bead, index) => (belongs(bead, kind) ? [attentionItem(bead, index)] : []))
    return [
      h('h3', [...both(`report:attention.${kind}`, { count: found.length })]),
      ...(found.length > 0 ? [h('ul', { className: ['plain'] }, found)] : []),
    ]
  })
  return h('section', { ariaLabelledBy: 'attention' }, [h('h2', { id: 'attention' }, both('report:attention.title')), ...lists])
}

function belongs(bead: ReportedBead, kind: 'omissions' | 'additions' | 'doubtful'): boolean {
  switch (kind) {
    case 'omissions': return bead.ar.length === 0
    case 'additions': return bead.en.length === 0
    case 'doubtful': return bead.score < doubtfulBelow && bead.en.length > 0 && bead.ar.length > 0
  }
}

function attentionItem(bead: ReportedBead, index: number): Element {
  const side = bead.en.length > 0 ? 'en' : 'ar'
  const [first] = bead[side]
  return h('li', [
    ...(first ? [placeElement(first.place)] : []),
    isolate(h('a', { href: `#bead-${index + 1}`, ...tagged(side) }, shortened(first?.text ?? '')), side),
  ])
}

/** The head of a long sentence, cut between words. */
const shortened = (text: string): string => (text.length <= 110 ? text : `${text.slice(0, 110).replace(/\s\S*$/, '')} …`)

export const placeElement = ({ file, line, column }: Place): Element =>
  h('bdi', { className: ['place'], dir: 'ltr' }, `${file}:${line}:${column}`)

const filters = ['all', 'doubtful', 'missing', 'joined'] as const

function beadsSection({ beads }: Report): Element {
  return h('section', { ariaLabelledBy: 'beads' }, [
    h('h2', { id: 'beads' }, both('report:beads')),
    h('fieldset', { className: ['filters'] }, [
      h('legend', both('report:show')),
      ...filters.flatMap((filter) => [
        h('input', { type: 'radio', name: 'show', id: `show-${filter}`, checked: filter === 'all' }),
        h('label', { htmlFor: `show-${filter}` }, both(`report:filter.${filter}`)),
      ]),
    ]),
    h('ol', { className: ['beads'] }, beads.map(beadElement)),
  ])
}

function beadElement(bead: ReportedBead, index: number): Element {
  const { en, ar, score } = bead
  const isMissing = en.length === 0 || ar.length === 0
  const className = ['bead', ...(score < doubtfulBelow ? ['doubtful'] : []), ...(isMissing ? ['missing'] : []), ...(!isMissing && en.length + ar.length > 2 ? ['joined'] : [])]
  const number = index + 1
  return h('li', { className, id: `bead-${number}` }, [
    h('div', { className: ['mark'] }, [
      h('a', { href: `#bead-${number}` }, bothBy((words) => words.numeral(number))),
      h('bdi', { dir: 'ltr' }, `${en.length}:${ar.length}`),
      h('span', { className: ['score'] }, bothBy((words) => words.number(score, { style: 'percent' }))),
    ]),
    h('div', { className: ['pair'] }, languages.map((language) => sideElement(bead[language], language))),
  ])
}

function sideElement(segments: readonly ReportedSegment[], language: Language): Element {
  if (segments.length === 0) return h('p', { className: ['none'] }, both(language === 'en' ? 'report:not-in-english' : 'report:not-in-arabic'))
  return h('div', tagged(language), segments.map(({ text, place }) => h('p', tagged(language), [
    placeElement(place), isolate(h('span', text), language),
  ])))
}
