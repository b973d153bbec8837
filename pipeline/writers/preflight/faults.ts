/** What to mend: each requirement that is not met, its places, and pictures of the pages with the places marked. */

import type { Element } from 'hast'
import { h, s } from 'hastscript'
import { isOnPage, rangesOf, type Fault, type PageRange, type Preflight, type PreflightPage, type Requirement } from '../../model/preflight.ts'
import type { Words } from '../../model/words.ts'
import { section } from '../masthead.ts'
import type { Interface } from '../ui.ts'
import { mostPictures } from './pictures.ts'
import { doOf, millimetres, mustOf, whatOf } from './wording.ts'

/** Places of one requirement that are listed before the rest is counted. */
const mostPlaces = 30

interface Marked {
  readonly requirement: Requirement
  readonly fault: Fault
  /** Counted through the report, so that a list and a picture speak of one. */
  readonly sign: number
}

/** Each requirement that is not met, with its places; then pages (PNG by number) with the places marked. */
export function faultsSection(found: Preflight, pictures: ReadonlyMap<number, Uint8Array>, ui: Interface): Element {
  const amiss = found.requirements.filter(({ verdict }) => verdict === 'broken' || verdict === 'doubtful')
  const marked = amiss.flatMap((requirement) => requirement.faults.map((fault) => ({ requirement, fault }))).map((one, index) => ({ ...one, sign: index + 1 }))
  const pages = [...new Set(marked.flatMap(({ fault }) => fault.page ?? []))].sort((one, other) => one - other)
  return section('faults', 'preflight:report.', ui, [
    ...(amiss.length === 0 ? [h('p', { className: ['well'] }, ui.both('preflight:report.no-faults'))] : []),
    ...amiss.map((requirement) => faultArticle(requirement, marked.filter((one) => one.requirement === requirement), found, pictures, ui)),
    ...(pictures.size === 0 ? [] : [
      h('p', { className: ['quiet'] }, [...ui.both('preflight:report.legend'), ...(pages.length > mostPictures ? [' ', ...ui.both('preflight:report.no-picture-limit', { limit: mostPictures })] : [])]),
      h('div', { className: ['pictures'] }, pages.filter((page) => pictures.has(page)).map((page) => figure(page, marked, found, pictures, ui))),
    ]),
  ])
}

function faultArticle(requirement: Requirement, marked: readonly Marked[], found: Preflight, pictures: ReadonlyMap<number, Uint8Array>, ui: Interface): Element {
  const more = requirement.count - marked.slice(0, mostPlaces).reduce((sum, { fault }) => sum + placesOf(fault), 0)
  const [first] = marked
  return h('article', { id: `rule-${requirement.rule}`, className: [requirement.verdict] }, [
    h('h3', ui.bothBy((words) => mustOf(requirement, words))),
    h('p', { className: ['clauses'], dir: 'ltr', lang: 'en' }, requirement.clauses.join(' · ')),
    ...(first ? [h('p', { className: ['do'] }, ui.bothBy((words) => doOf(requirement, first.fault, words)))] : []),
    h('ul', { className: ['places'], role: 'list' }, marked.slice(0, mostPlaces).map((one) => placeItem(one, found, pictures, ui))),
    ...(more > 0 ? [h('p', { className: ['quiet'] }, ui.both('preflight:report.more', { count: more }))] : []),
  ])
}

/** In how many places a fault is. */
export const placesOf = (fault: Fault): number => Math.max(1, rangesOf(fault).reduce((sum, [first, last]) => sum + last - first + 1, 0))

function placeItem({ requirement, fault, sign }: Marked, found: Preflight, pictures: ReadonlyMap<number, Uint8Array>, ui: Interface): Element {
  const where = ui.bothBy((words) => placeText(fault, found, words))
  return h('li', [
    h('span', { className: ['sign'] }, ui.bothBy((words) => words.numeral(sign))), ' ',
    h('span', ui.bothBy((words) => whatOf(requirement, fault, words))), ' ',
    fault.page !== undefined && pictures.has(fault.page) ? h('a', { href: `#page-${fault.page}` }, where) : h('span', { className: ['quiet'] }, where),
  ])
}

/** `page 3, 12 mm from the left, 40 mm from the top`. */
export function placeText(fault: Fault, { pages }: Preflight, words: Words): string {
  const { page, place, object } = fault
  if (page === undefined) return object === undefined ? words('preflight:report.whole-file') : words('preflight:report.object', { object: words.numeral(object) })
  const name = pagesText(rangesOf(fault), words)
  const sheet = pages[page - 1]
  if (!place || !sheet) return name
  const [left, top] = [place[0] - sheet.shown[0], sheet.shown[3] - place[3]]
  return [name, words('preflight:report.place', { left: millimetres(left), top: millimetres(top) })].join(words('features:separator'))
}

/** Runs of pages that are named before the rest is counted. */
const mostRanges = 8

function pagesText(ranges: readonly PageRange[], words: Words): string {
  const [first] = ranges
  if (ranges.length === 1 && first && first[0] === first[1]) return words('preflight:report.page', { page: words.numeral(first[0]) })
  const told = ranges.slice(0, mostRanges).map(([from, to]) => (from === to ? words.numeral(from) : words('preflight:report.range', { first: words.numeral(from), last: words.numeral(to) })))
  const more = ranges.length > mostRanges ? [words('preflight:report.and-more')] : []
  return words('preflight:report.pages', { pages: [...told, ...more].join(words('features:separator')) })
}

function figure(number: number, marked: readonly Marked[], found: Preflight, pictures: ReadonlyMap<number, Uint8Array>, ui: Interface): Element {
  const page = found.pages[number - 1] as PreflightPage
  const own = marked.filter(({ fault }) => isOnPage(fault, number))
  const turned = turn(page)
  const png = `data:image/png;base64,${Buffer.from(pictures.get(number) ?? []).toString('base64')}`
  const [width, height] = turned.size
  const marks = own.flatMap(({ fault: { place }, sign }) => (place ? [mark(turned.box(place), sign, width, height)] : []))
  const boxes = [['trim', page.trim], ['bleed', page.bleed]] as const
  return h('figure', { id: `page-${number}`, tabIndex: -1 }, [
    s('svg', { viewBox: `0 0 ${round(width)} ${round(height)}`, ariaHidden: 'true', focusable: 'false' }, [
      s('image', { href: png, width: round(width), height: round(height) }),
      ...boxes.flatMap(([name, box]) => (box ? [s('rect', { className: [name], ...rectangle(turned.box(box)) })] : [])),
      ...marks,
    ]),
    h('figcaption', [
      h('b', ui.bothBy((words) => words('preflight:report.page', { page: words.numeral(number) }))),
      h('ul', { role: 'list' }, own.slice(0, 8).map(({ requirement, fault, sign }) => h('li', [
        h('span', { className: ['sign'] }, ui.bothBy((words) => words.numeral(sign))), ' ', h('span', ui.bothBy((words) => whatOf(requirement, fault, words))),
      ]))),
    ]),
  ])
}

type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

const round = (points: number): number => Math.round(points * 10) / 10

const rectangle = ({ x, y, width, height }: Rectangle) => ({ x: round(x), y: round(y), width: round(width), height: round(height) })

/** A place of almost no size must still be seen. */
function mark(box: Rectangle, sign: number, width: number, height: number): Element {
  const pad = 2
  const [x, y] = [Math.min(Math.max(box.x - pad, 1), width - 6), Math.min(Math.max(box.y - pad, 1), height - 6)]
  const [w, tall] = [Math.min(Math.max(box.width + 2 * pad, 5), width - x - 1), Math.min(Math.max(box.height + 2 * pad, 5), height - y - 1)]
  return s('g', [
    s('rect', { className: ['place'], ...rectangle({ x, y, width: w, height: tall }) }),
    s('text', { x: round(Math.min(x + 2, width - 14)), y: round(Math.max(y - 2, 9)) }, String(sign)),
  ])
}

/** From the page's own space to its picture, whose origin is the upper left corner, turned as readers turn it. */
function turn({ shown: [left, bottom, right, top], rotation }: PreflightPage): { size: readonly [number, number]; box(place: readonly number[]): Rectangle } {
  const [width, height] = [right - left, top - bottom]
  const spot = (x: number, y: number): readonly [number, number] => {
    switch (rotation) {
      case 90: return [y, x]
      case 180: return [width - x, y]
      case 270: return [height - y, width - x]
      default: return [x, height - y]
    }
  }
  return {
    size: rotation % 180 === 90 ? [height, width] : [width, height],
    box: ([a = 0, b = 0, c = 0, d = 0]) => {
      const [[x1, y1], [x2, y2]] = [spot(a - left, b - bottom), spot(c - left, d - bottom)]
      return { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) }
    },
  }
}
