/** What is shown of the beads. One choice works without the script; it adds the others, a search, and steps from bead to bead. */

import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Digits } from '../../model/book.ts'
import type { Status } from '../../model/decisions.ts'
import { bilingual, counterpartOf, type Language } from '../../model/language.ts'
import { wordsIn, type Words } from '../../model/words.ts'
import { asksForLook, type Report, type ReportedBead, type ReportedChapter } from '../report-json/index.ts'
import type { Interface } from '../ui.ts'
import { percent } from './figures.ts'
import { rulesOf, severities } from './findings.ts'

const filters = ['all', 'look', 'doubtful', 'missing', 'joined', 'finding'] as const
export type Filter = (typeof filters)[number]

/** Marks that a bead may have, each a filter. */
export const marks = ['look', 'doubtful', 'missing', 'joined', 'finding'] as const

export function belongs(bead: ReportedBead, filter: Filter): boolean {
  const { en, ar, state, findings = [], places = [] } = bead
  switch (filter) {
    case 'all': return true
    case 'look': return asksForLook(bead)
    case 'doubtful': return state === 'doubtful'
    case 'missing': return en.length === 0 || ar.length === 0
    case 'joined': return en.length > 0 && ar.length > 0 && en.length + ar.length > 2
    case 'finding': return places.length > 0 || findings.some(({ accepted }) => !accepted)
  }
}

export function filterElements(told: Report, ui: Interface): Element[] {
  return [
    h('fieldset', { className: ['filters'] }, [
      h('legend', ui.both('report:show')),
      ...filters.flatMap((filter) => {
        const count = told.beads.filter((bead) => belongs(bead, filter)).length
        return [
          h('input', { type: 'radio', name: 'show', id: `show-${filter}`, value: filter, checked: filter === 'all', disabled: count === 0 }),
          h('label', { htmlFor: `show-${filter}` }, ui.bothOf((words) => [`${words(`report:filter.${filter}`)} `, h('b', words.number(count))])),
        ]
      }),
    ]),
    finer(told, ui),
    steps(told.book.digits, ui),
  ]
}

const scores = [1, 0.95, 0.9, 0.8, 0.6, 0.4, 0.2]

const statuses: readonly (Status | 'none')[] = ['none', 'confirmed', 'corrected', 'omission', 'again']

/** Hidden until the script is there to heed it. Its options are worded by the script, for an option speaks one language only. */
function finer(told: Report, ui: Interface): Element {
  const kinds = [...new Set(told.beads.map(({ kind }) => kind))]
  const rules = rulesOf(told)
  const { digits } = told.book
  const inBoth = (text: (words: Words) => string) => bilingual((language) => text(wordsIn(language, digits)))
  return h('form', { className: ['finer'], hidden: true }, [
    field('search', ui, h('input', { type: 'search', name: 'search', id: 'by-search', autocomplete: 'off', spellcheck: 'false' })),
    choice('chapter', ui, told.chapters.map((row, index) => [String(index), inBoth((words) => chapterName(row, index, words))])),
    choice('kind', ui, kinds.map((kind) => [kind, inBoth((words) => words(`report:kind.${kind}`))])),
    choice('score', ui, scores.map((score) => [String(score), inBoth((words) => words('report:finer.below', { score: percent(score, words) }))])),
    choice('severity', ui, severities.map((severity) => [severity, inBoth((words) => words(`report:severity.${severity}`))])),
    choice('rule', ui, rules.map(({ name }) => [name, inBoth((words) => words(`checks:${name}.name`))])),
    choice('status', ui, statuses.map((status) => [status, inBoth((words) => words(`report:status.${status}`))])),
    h('button', { type: 'reset' }, ui.both('report:finer.reset')),
  ])
}

/** As a reader of a language calls it; where it stands on the other side alone, as that does. */
function chapterName(row: ReportedChapter, index: number, words: Words): string {
  const own: Language = row[words.language] ? words.language : counterpartOf(words.language)
  const title = row[own]?.title ?? words('report:coverage.untitled')
  return words('report:finer.chapter-name', { number: words.numeral(index + 1), title })
}

const field = (name: string, ui: Interface, control: Element): Element =>
  h('div', [h('label', { htmlFor: `by-${name}` }, ui.both(`report:finer.${name}`)), control])

function choice(name: string, ui: Interface, options: readonly (readonly [value: string, text: { readonly en: string; readonly ar: string }])[]): Element {
  const any = bilingual((language) => wordsIn(language)('report:finer.any'))
  return field(name, ui, h('select', { name, id: `by-${name}`, disabled: options.length === 0 }, [['', any] as const, ...options].map(([value, text]) =>
    h('option', { value, dataEn: text.en, dataAr: text.ar }))))
}

/** Keys stand on the buttons as the keyboards of each language have them. */
function steps(digits: Digits, ui: Interface): Element {
  const button = (step: 'next' | 'previous') => h('button', { type: 'button', dataStep: step }, ui.bothOf((words) => [`${words(`report:step.${step}`)} `, h('kbd', words(`report:key.${step}`))]))
  return h('div', { className: ['steps'], hidden: true, dataDigits: digits }, [
    button('next'), button('previous'),
    h('p', { className: ['told'], role: 'status' }, [
      h('span', { dataTold: 'count' }, [...ui.both('report:step.shown'), ' ', h('bdi')]),
      ...(['none', 'end'] as const).map((end): ElementContent => h('span', { dataTold: end, hidden: true }, ui.both(`report:step.${end}`))),
    ]),
    h('p', { className: ['keys'] }, ui.both('report:keys')),
  ])
}
