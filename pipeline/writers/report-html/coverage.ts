/** How much of each chapter is covered: a table whose rows are chapters beside their counterparts, with a small bar for each side. */

import type { Element, ElementContent } from 'hast'
import { h, s } from 'hastscript'
import { counterpartOf, languages, type Language } from '../../model/language.ts'
import { isolate } from '../../typography/isolate.ts'
import { states, type Coverage, type Report, type ReportedChapter, type ReportedChapterSide, type State } from '../report-json/index.ts'
import { inLines, tagged, type Interface } from '../ui.ts'
import { percent } from './figures.ts'
import { pictureElement } from './picture.ts'
import { anchorOf } from './places.ts'
import { nothing, section } from './section.ts'

export function coverageSection(told: Report, ui: Interface): Element {
  if (told.beads.length === 0) return section('coverage', ui, [nothing(ui)])
  return section('coverage', ui, [
    h('p', ui.both('report:picture.note')),
    legend(ui),
    pictureElement(told, ui),
    h('p', { className: ['account'] }, account(told, ui)),
    table(told, ui),
  ])
}

const legend = (ui: Interface): Element => h('ul', { className: ['legend'] }, [...states, 'elsewhere' as const].map((name) =>
  h('li', [s('svg', { className: ['sample'], ariaHidden: 'true', focusable: 'false' }, s('rect', { className: [name], width: '100%', height: '100%' })), ' ', ...ui.both(`report:state.${name}`)])))

/** What the picture shows, in words. */
function account({ chapters }: Report, ui: Interface): ElementContent[] {
  const moved = chapters.filter(({ en }) => en?.elsewhere !== undefined).length
  const alone = (language: Language) => chapters.filter((row) => isAlone(row, language)).length
  const both = chapters.filter(({ en, ar }) => en && ar).length
  const counted = [['both', both], ['moved', moved], ['only-en', alone('en')], ['only-ar', alone('ar')]] as const
  return counted.flatMap(([key, count]) => (count > 0 || key === 'both' ? [...ui.both(`report:picture.${key}`, { count }), { type: 'text' as const, value: ' ' }] : []))
}

const isAlone = (row: ReportedChapter, language: Language): boolean =>
  row[language] !== undefined && row[counterpartOf(language)] === undefined && row[language].elsewhere === undefined

const columns = ['words', 'paired', 'doubtful', 'alone'] as const

function table({ chapters, summary }: Report, ui: Interface): Element {
  const shown = summary.intended > 0 ? [...columns, 'intended' as const] : columns
  const titles = new Map(chapters.flatMap((row) => languages.flatMap((language) => (row[language] ? [[row[language].id, row[language]] as const] : []))))
  return h('div', { className: ['wide'], tabIndex: 0, role: 'region', ariaLabelledBy: 'coverage-head' }, h('table', { className: ['chapters'] }, [
    h('caption', { id: 'coverage-head', className: ['unseen'] }, ui.both('report:section.coverage')),
    h('thead', [
      h('tr', [h('th', { scope: 'col', rowSpan: 2 }, ui.both('report:coverage.number')), ...languages.map((language) => h('th', { scope: 'colgroup', colSpan: shown.length + 1 }, ui.both(`report:side.${language}`)))]),
      h('tr', languages.flatMap(() => ['title' as const, ...shown].map((name) => h('th', { scope: 'col' }, ui.both(`report:coverage.${name}`))))),
    ]),
    h('tbody', inLines(chapters.map((row, index) => h('tr', [
      h('th', { scope: 'row' }, h('a', { href: `#${anchorOf(row.bead)}` }, ui.bothBy((words) => words.numeral(index + 1)))),
      ...languages.flatMap((language) => cells(row, language, shown, titles, ui)),
    ])))),
  ]))
}

type Titles = ReadonlyMap<string, ReportedChapterSide>

function cells(row: ReportedChapter, language: Language, shown: readonly (State | 'words')[], titles: Titles, ui: Interface): Element[] {
  const side = row[language]
  if (!side) return [h('td', { className: ['absent'], colSpan: shown.length + 1 }, absence(row, language, titles, ui))]
  const all = total(side.words)
  return [
    h('td', { className: ['chapter'], ...tagged(language) }, [titleElement(side, language, ui), barElement(side.words)]),
    ...shown.map((name) => h('td', { className: [name] }, ui.bothBy((words) => (name === 'words' ? words.number(all) : percent(all > 0 ? side.words[name] / all : 0, words))))),
  ]
}

/** Where a side has nothing, its chapter stands in another place, or nowhere. */
function absence(row: ReportedChapter, language: Language, titles: Titles, ui: Interface): ElementContent[] {
  const other = titles.get(row[counterpartOf(language)]?.elsewhere ?? '')
  if (!other) return ui.both(`report:coverage.none-${language}`)
  return [...ui.both('report:coverage.elsewhere'), { type: 'text', value: ' ' }, titleElement(other, language, ui)]
}

const total = (coverage: Coverage): number => states.reduce((sum, state) => sum + coverage[state], 0)

const titleElement = ({ title, file }: ReportedChapterSide, language: Language, ui: Interface): Element => (title === undefined
  ? h('span', [...ui.both('report:coverage.untitled'), ' ', h('bdi', { dir: 'ltr', lang: 'en' }, file)])
  : isolate(h('span', tagged(language), title), language))

/** It runs as the side is read, from its beginning; what it shows stands in numbers beside it. */
function barElement(shares: Coverage): Element {
  const all = Math.max(1, total(shares))
  let at = 0
  return s('svg', { className: ['bar'], viewBox: '0 0 100 1', preserveAspectRatio: 'none', ariaHidden: 'true', focusable: 'false' }, states.flatMap((state) => {
    const width = (shares[state] / all) * 100
    const rectangle = s('rect', { className: [state], x: hundredths(at), width: hundredths(width), height: 1 })
    at += width
    return width > 0 ? [rectangle] : []
  }))
}

const hundredths = (value: number): number => Math.round(value * 100) / 100
