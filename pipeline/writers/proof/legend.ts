/** What the signs of a contact sheet mean; only those that occur in it. */

import type { Element } from 'hast'
import { h, s } from 'hastscript'
import type { ToldPages } from '../pdf/pages-json.ts'
import { section } from '../masthead.ts'
import type { Interface } from '../ui.ts'
import { breakKinds } from './drawing.ts'
import type { Summary } from './summary.ts'

export function legendSection({ pages, grid }: ToldPages, { overhang, faults }: Summary, ui: Interface): Element {
  const kinds = breakKinds.filter((kind) => pages.some(({ ends }) => ends === kind))
  const has = (kind: string) => pages.some(({ rows = [] }) => rows.some(([one]) => one === kind))
  const item = (key: string, ...shapes: Element[]) =>
    h('li', [s('svg', { viewBox: '-30 -30 60 60', ariaHidden: 'true' }, shapes), h('span', ui.both(`proof:legend.${key}`))])
  return section('legend', 'proof:', ui, [
    h('ul', { className: ['legend'], role: 'list' }, [
      item('text', s('path', { className: ['text'], d: 'M-26 -16h52v8h-52zM-26 0h52v8h-52zM-26 16h30v8h-30z' })),
      item('heading', s('path', { className: ['heading'], d: 'M-26 -8h40v14h-40z' })),
      ...(has('figure') || has('table-row') ? [item('box', s('path', { className: ['box'], d: 'M-24 -18h48v36h-48zl48 36M24 -18l-48 36' }))] : []),
      ...(has('note') ? [item('note', s('path', { className: ['rule'], d: 'M-26 -20h26' }), s('path', { className: ['text'], d: 'M-26 -8h52v5h-52zM-26 5h52v5h-52z' }))] : []),
      item('blank', s('rect', { className: ['blank'], x: -26, y: -18, width: 52, height: 36, fillOpacity: 0.5 })),
      item('free', s('rect', { className: ['blank', 'free'], x: -26, y: -18, width: 52, height: 36, fillOpacity: 0.5 })),
      ...(overhang === undefined ? [] : [item('overhang', s('rect', { className: ['overhang'], x: -12, y: -20, width: 24, height: 40 }))]),
      ...(grid ? [item('grid', s('path', { className: ['grid'], d: 'M-26 -16h52M-26 0h52M-26 16h52' }))] : []),
      ...kinds.map((kind) => item(`ends-${kind}`, s('use', { href: `#ends-${kind}` }))),
      ...(faults.length > 0 ? [item('fault', s('use', { href: '#fault' }))] : []),
    ]),
    h('p', ui.both('proof:legend-note', { second: 2, third: 3 })),
  ])
}
