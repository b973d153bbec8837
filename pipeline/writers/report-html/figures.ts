/** The report's figures: the book in numbers, and the words that were proved in each edition. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import { languages } from '../../model/language.ts'
import type { Words } from '../../model/words.ts'
import type { Report } from '../report-json/index.ts'
import type { Interface } from '../ui.ts'
import { nothing, section } from './section.ts'

export function summarySection({ summary }: Report, ui: Interface): Element {
  const figure = (key: string, text: (words: Words) => string) =>
    h('div', [h('dt', ui.both(`report:figure.${key}`)), h('dd', ui.bothBy(text))])
  const count = (key: string, value: number) => figure(key, (words) => words.number(value))
  const { findings: { error, warning }, decided } = summary
  return section('summary', ui, [
    h('dl', { className: ['figures'] }, [
      count('omissions', summary.omissions), count('additions', summary.additions), count('doubtful', summary.doubtful),
      count('findings', error + warning), count('decided', decided.confirmed + decided.corrected + decided.omission), count('again', decided.again),
      count('beads', summary.beads), figure('score', (words) => percent(summary.meanScore, words)),
      count('segments-en', summary.segments.en), count('segments-ar', summary.segments.ar),
      count('words-en', summary.words.en), count('words-ar', summary.words.ar),
    ]),
    typesTable(summary.types, ui),
  ])
}

export const percent = (value: number, words: Words): string => words.number(value, { style: 'percent' })

/** `1:2` in the language's digits: English segments on the left, as the columns have them. */
export const typeText = (type: string, words: Words): string =>
  type.split(':').map((count) => words.numeral(Number(count))).join(':')

function typesTable(types: Report['summary']['types'], ui: Interface): Element {
  return h('dl', { className: ['types'] }, [
    h('dt', ui.both('report:types')),
    ...Object.entries(types).map(([type, count]) => h('dd', ui.bothOf((words) => [h('bdi', { dir: 'ltr' }, typeText(type, words)), ` × ${words.number(count)}`]))),
  ])
}

export function proofSection({ editions }: Report, ui: Interface): Element {
  if (editions.length === 0) return section('proof', ui, [nothing(ui, 'report:proof-none')])
  const cell = (count: number | undefined) => h('td', count === undefined ? '—' : ui.bothBy((words) => words.number(count)))
  return section('proof', ui, [
    h('p', ui.both('report:proof-note')),
    h('table', [
      h('thead', h('tr', ['edition', 'words-en', 'words-ar'].map((key) => h('th', { scope: 'col' }, ui.both(`report:figure.${key}`))))),
      h('tbody', editions.map(({ name, words }) => h('tr', [
        h('th', { scope: 'row' }, h('bdi', { dir: 'ltr' }, name)), ...languages.map((language) => cell(words[language])),
      ]))),
    ]),
  ])
}
