/** What people have said of a bead, and when. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Words } from '../../model/words.ts'
import type { ReportedBead } from '../report-json/index.ts'
import type { Interface } from '../ui.ts'

export function decidedElements({ comments = [], history = [] }: ReportedBead, ui: Interface): Element[] {
  return [
    ...(comments.length > 0 ? [h('ul', { className: ['comments'], role: 'list' }, comments.map(({ at, by, text }) => h('li', [
      h('bdi', text), ' ', h('small', [h('bdi', by), ' ', ...ui.bothBy((words) => moment(at, words))]),
    ])))] : []),
    ...(history.length > 0 ? [h('details', { className: ['history'] }, [
      h('summary', ui.both('report:history.title', { count: history.length })),
      h('ol', history.map(({ at, by, what }) => h('li', [...ui.both(`report:history.${what}`), ' ', h('small', [h('bdi', by), ' ', ...ui.bothBy((words) => moment(at, words))])]))),
    ])] : []),
  ]
}

/** Day, hour and minute, as they were written down in universal time. */
function moment(at: string, words: Words): string {
  const [, iso = '', hour = '', minute = ''] = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(at) ?? []
  const two = (text: string) => words.number(Number(text), { minimumIntegerDigits: 2, useGrouping: false })
  return `${words.date(iso)}${words('features:separator')}${two(hour)}:${two(minute)}`
}
