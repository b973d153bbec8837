/** What the checks found, rule by rule: what the rule looks for, how often it found something, and where. */

import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Language } from '../../model/language.ts'
import type { Severity } from '../../model/message.ts'
import { isolate } from '../../typography/isolate.ts'
import type { Report, ReportedBead, ReportedFinding, ReportedPlace } from '../report-json/index.ts'
import type { Interface } from '../ui.ts'
import { anchorOf } from './places.ts'
import { nothing, section } from './section.ts'

/** Ways to beads that are listed of a rule; the filter has the rest. Own choice. */
const listed = 80

export const severities: readonly Severity[] = ['error', 'warning', 'note']

interface Rule {
  readonly name: string
  readonly severity: Severity
  readonly open: readonly number[]
  readonly accepted: readonly number[]
}

/** The gravest first, then by name; numbers of beads count from 1. */
export function rulesOf({ beads }: Report): Rule[] {
  const rules = new Map<string, { name: string; severity: Severity; open: number[]; accepted: number[] }>()
  for (const [index, { findings = [], places = [] }] of beads.entries()) {
    for (const { rule: name, severity, accepted } of [...findings, ...places.map((place) => ({ ...place, accepted: undefined }))]) {
      const rule = rules.get(name) ?? { name, severity, open: [], accepted: [] }
      rules.set(name, rule)
      const list = accepted ? rule.accepted : rule.open
      if (list.at(-1) !== index + 1) list.push(index + 1)
    }
  }
  return [...rules.values()].sort((one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity) || (one.name < other.name ? -1 : 1))
}

export function findingsSection(told: Report, ui: Interface): Element {
  const rules = rulesOf(told)
  return section('findings', ui, rules.length === 0
    ? [nothing(ui, 'report:findings.nothing')]
    : [h('p', ui.both('report:findings.note')), ...rules.map((rule) => ruleElement(rule, ui))])
}

function ruleElement({ name, severity, open, accepted }: Rule, ui: Interface): Element {
  return h('details', { className: ['rule'] }, [
    h('summary', [
      h('h3', ui.both(`checks:${name}.name`)), ' ',
      h('span', { className: ['severity', severity] }, ui.both(`report:severity.${severity}`)), ' ',
      h('span', { className: ['tally'] }, [
        ...(open.length > 0 ? ui.both('report:findings.beads', { count: open.length }) : []),
        ...(open.length > 0 && accepted.length > 0 ? [' '] : []),
        ...(accepted.length > 0 ? ui.both(open.length > 0 ? 'report:findings.accepted' : 'report:findings.accepted-alone', { count: accepted.length }) : []),
      ]),
    ]),
    h('p', ui.both(`checks:${name}.why`)),
    ...ways([...open, ...accepted].sort((one, other) => one - other), ui),
  ])
}

function ways(numbers: readonly number[], ui: Interface): Element[] {
  if (numbers.length === 0) return []
  const more = numbers.length - listed
  return [h('ul', { className: ['ways'] }, [
    ...numbers.slice(0, listed).map((number) => h('li', h('a', { href: `#${anchorOf(number)}` }, ui.bothBy((words) => words.numeral(number))))),
    ...(more > 0 ? [h('li', ui.both('report:attention.more', { count: more }))] : []),
  ])]
}

/** What was found in one bead, under its texts. A finding's number ties it to the words that it marks. */
export function findingList({ findings = [], places = [] }: ReportedBead, ui: Interface): Element {
  const items = [...findings.map((finding) => findingItem(finding, ui)), ...places.map((place) => placeItem(place, ui))]
  return h('ul', { className: ['found'], role: 'list' }, items.map((item, index) => ({ ...item, properties: { ...item.properties, dataFinding: String(index) } })))
}

const findingItem = ({ rule, severity, wording, accepted, next }: ReportedFinding, ui: Interface): Element =>
  h('li', { className: accepted ? ['accepted'] : [severity], dataRule: rule }, [
    h('b', named(rule, accepted ? 'report:findings.is-accepted' : `report:severity.${severity}`, ui)), ' ',
    ...ui.bothOf(({ language }) => [...said(wording[language].what, language), ' ', h('span', { className: ['todo'] }, said(wording[language].do, language))]),
    ...(accepted ? [' ', h('span', { className: ['reason'] }, [h('bdi', accepted.reason), ' ', ...ui.bothOf((words) => ['(', h('bdi', accepted.by), words('features:separator'), words.date(accepted.on), ')'])])] : []),
    ...way('next', next, ui),
  ])

/** What is told once of the book, where it is again: with the way on and back. */
const placeItem = ({ rule, severity, previous, next }: ReportedPlace, ui: Interface): Element =>
  h('li', { className: [severity], dataRule: rule }, [h('b', named(rule, `report:severity.${severity}`, ui)), ...way('previous', previous, ui), ...way('next', next, ui)])

function way(to: 'next' | 'previous', bead: number | undefined, ui: Interface): ElementContent[] {
  if (bead === undefined) return []
  return [{ type: 'text', value: ' ' }, h('a', { className: ['way'], href: `#${anchorOf(bead)}` }, ui.bothOf((words) => [words(`report:findings.${to}-place`, { number: words.numeral(bead) })]))]
}

/** `Warning: Numbers differ.` */
const named = (rule: string, key: string, ui: Interface): Element[] =>
  ui.bothBy((words) => words('report:findings.named', { how: words(key), name: words(`checks:${rule}.name`) }))

const said = (text: string, language: Language): ElementContent[] => isolate(h('span', text), language).children
