/** The file and its pages: sizes, ink, which file it was. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import { standardNames } from '../../model/profile.ts'
import type { Preflight, PreflightPage } from '../../model/preflight.ts'
import type { Words } from '../../model/words.ts'
import { section } from '../masthead.ts'
import type { Interface } from '../ui.ts'
import { millimetres } from './wording.ts'

/** Pages that are alike and follow each other are one row. */
export function pagesSection({ pages }: Preflight, ui: Interface): Element {
  const column = (name: string) => h('th', { scope: 'col' }, ui.both(`preflight:report.column.${name}`))
  return section('pages', 'preflight:report.', ui, [
    h('table', [h('thead', h('tr', ['page', 'size', 'trim', 'ink'].map(column))), h('tbody', runsOf(pages).map((run) => row(run, ui)))]),
  ])
}

interface Run {
  readonly first: number
  readonly last: number
  readonly page: PreflightPage
}

function runsOf(pages: readonly PreflightPage[]): Run[] {
  const runs: Run[] = []
  for (const [index, page] of pages.entries()) {
    const last = runs.at(-1)
    if (last && sizeKey(last.page) === sizeKey(page)) runs[runs.length - 1] = { ...last, last: index + 1 }
    else runs.push({ first: index + 1, last: index + 1, page })
  }
  return runs
}

const sizeKey = ({ width, height, trim, ink, inkIsLeast }: PreflightPage): string => JSON.stringify([Math.round(width), Math.round(height), trim && [trim[2] - trim[0], trim[3] - trim[1]].map(Math.round), ink, inkIsLeast])

function row({ first, last, page: { width, height, trim, ink, inkIsLeast } }: Run, ui: Interface): Element {
  const size = (across: number, up: number) => (words: Words) => words('preflight:found.size', { width: millimetres(across), height: millimetres(up) })
  const name = first === last ? ui.bothBy((words) => words('preflight:report.page', { page: words.numeral(first) })) : ui.bothBy((words) => words('preflight:report.folded', { first: words.numeral(first), last: words.numeral(last) }))
  return h('tr', [
    h('th', { scope: 'row' }, name),
    h('td', ui.bothBy(size(width, height))),
    h('td', trim ? ui.bothBy(size(trim[2] - trim[0], trim[3] - trim[1])) : '–'),
    h('td', ink === undefined ? ui.both('preflight:report.ink-unknown') : ui.bothBy((words) => inkText(ink, inkIsLeast, words))),
  ])
}

function inkText(ink: number, isLeast: boolean, words: Words): string {
  const share = words.number(ink / 100, { style: 'percent' })
  return isLeast ? words('preflight:report.ink-least', { ink: share }) : share
}

/** The file in numbers: its digest, pages, ink of each page. */
export function aboutSection({ profile, version, bytes, digest, pages }: Preflight, ui: Interface): Element {
  const line = (key: string, value: (Element | string)[]) => h('div', [h('dt', ui.both(`preflight:report.about.${key}`)), h('dd', value)])
  const latin = (text: string) => [h('bdi', { dir: 'ltr', lang: 'en' }, text)]
  const claims = profile.standards.map((standard) => standardNames[standard])
  return section('about', 'preflight:report.', ui, [
    h('dl', { className: ['about'] }, [
      line('profile', [...ui.bothBy((words) => profile.title[words.language]), ' ', ...latin(profile.name)]),
      line('standards', claims.length === 0 ? ui.both('preflight:report.no-standards') : latin(claims.join(', '))),
      line('version', latin(version ?? '–')),
      line('pages', ui.bothBy((words) => words.number(pages.length))),
      line('size', ui.both('preflight:report.megabytes', { size: Math.round(bytes / 1e4) / 100 })),
      line('digest', latin(digest || '–')),
    ]),
    h('p', { className: ['quiet'] }, ui.both('preflight:report.unconfirmed')),
  ])
}
