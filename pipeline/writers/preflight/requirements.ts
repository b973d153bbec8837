/** Every requirement with what was found, met or not. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Preflight, Requirement } from '../../model/preflight.ts'
import { section } from '../masthead.ts'
import type { Interface } from '../ui.ts'
import { mustOf, saidIn } from './wording.ts'

/** A table: what is asked, its clauses, what was found, the verdict. */
export function requirementsSection({ requirements }: Preflight, ui: Interface): Element {
  const column = (name: string) => h('th', { scope: 'col' }, ui.both(`preflight:report.column.${name}`))
  return section('requirements', 'preflight:report.', ui, [
    h('div', { className: ['wide'], tabIndex: 0, role: 'region', ariaLabelledBy: 'requirements-head' }, h('table', [
      h('caption', { id: 'requirements-head', className: ['unseen'] }, ui.both('preflight:report.section.requirements')),
      h('thead', h('tr', ['requirement', 'found', 'verdict', 'clause'].map(column))),
      h('tbody', requirements.map((requirement) => row(requirement, ui))),
    ])),
  ])
}

const row = (requirement: Requirement, ui: Interface): Element => {
  const { rule, verdict, found, clauses } = requirement
  const must = ui.bothBy((words) => mustOf(requirement, words))
  return h('tr', { className: [verdict] }, [
    h('th', { scope: 'row' }, verdict === 'broken' || verdict === 'doubtful' ? h('a', { href: `#rule-${rule}` }, must) : must),
    h('td', ui.bothBy((words) => saidIn(found, words))),
    h('td', { className: ['verdict'] }, ui.both(`preflight:report.verdict.${verdict}`)),
    h('td', { className: ['clauses'], dir: 'ltr', lang: 'en' }, clauses.join(' · ')),
  ])
}
