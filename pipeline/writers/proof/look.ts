/** The head of a contact sheet: the book in numbers, and which openings to look at first. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Words } from '../../model/words.ts'
import type { ToldPages } from '../pdf/pages-json.ts'
import { section } from '../masthead.ts'
import type { Interface } from '../ui.ts'
import { anchorOf, lines, nameOf, overhangText, percent } from './opening.ts'
import type { Opening } from './openings.ts'
import { isFree, leastOverhang, type Summary } from './summary.ts'

export function summarySection({ pages, blanks, openings, blank, overhang, faults }: Summary, ui: Interface): Element {
  const figure = (key: string, text: (words: Words) => string) => h('div', [h('dt', ui.both(`proof:figure.${key}`)), h('dd', ui.bothBy(text))])
  const count = (key: string, value: number) => figure(key, (words) => words.number(value))
  return section('summary', 'proof:', ui, [
    h('dl', { className: ['figures'] }, [
      count('pages', pages), count('openings', openings.length), count('blanks', blanks),
      ...blank.flatMap(({ side, mean, ninthDecile }) => [
        figure(`mean-${side}`, (words) => tenths(mean, words)), figure(`decile-${side}`, (words) => tenths(ninthDecile, words)),
      ]),
      ...(overhang === undefined ? [] : [figure('overhang', (words) => lines(overhang, words))]),
    ]),
    faults.length === 0
      ? h('p', { className: ['well'] }, ui.both('proof:no-faults'))
      : h('dl', { className: ['faults'] }, faults.flatMap(({ kind, count: times }) => [
        h('div', [h('dt', ui.both(`proof:fault.${kind}`)), h('dd', ui.bothBy((words) => words('cli:pages', { count: times })))]),
      ])),
  ])
}

const tenths = (share: number, words: Words): string => words.number(share, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** Longer lists are folded. */
const unfolded = 24

/** What costs most, and everything that has a fault. */
export function lookSection({ worst, faulty }: Summary, told: ToldPages, ui: Interface): Element {
  return section('look', 'proof:', ui, [
    ...(worst.length === 0 ? [h('p', ui.both('proof:nothing'))] : [
      h('p', ui.both('proof:worst-note')),
      h('ol', { className: ['worst'], role: 'list' }, worst.map(({ opening }) => h('li', [link(opening, told, ui), ' ', h('span', ui.bothBy((words) => reasons(opening, words)))]))),
    ]),
    ...(faulty.length === 0 ? [] : [h('details', { open: faulty.length <= unfolded }, [
      h('summary', h('h3', ui.both('proof:with-faults', { count: faulty.length }))),
      h('ul', { className: ['links'], role: 'list' }, faulty.map((opening) => h('li', link(opening, told, ui)))),
    ])]),
  ])
}

const link = (opening: Opening, told: ToldPages, ui: Interface): Element =>
  h('a', { href: `#${anchorOf(opening)}` }, ui.bothBy((words) => nameOf(opening, told, words)))

/** `9% and 14% blank, overhang in lines: 1.2, ends inside a word`: blank by pages as they are read. */
function reasons({ pages }: Opening, words: Words): string {
  const overhang = Math.max(0, ...pages.map((page) => page.overhang ?? 0))
  const shares = pages.filter((page) => !isFree(page) && page.blank >= 0).map(({ blank }) => percent(blank, words))
  const told = [
    ...pages.flatMap((page) => page.faults.map((fault) => words(`proof:fault.${fault}`))),
    ...(shares.length > 0 ? [words('proof:blank', { share: new Intl.ListFormat(words.language).format(shares) })] : []),
    ...(overhang >= leastOverhang ? [overhangText(overhang, words)] : []),
  ]
  return [...new Set(told)].join(words('features:separator'))
}
