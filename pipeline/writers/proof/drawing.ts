/** One opening as a small drawing to scale: a bar for each line, boxes for what is no text, marks for what is wrong. */

import type { Element } from 'hast'
import { s } from 'hastscript'
import { directionOf, type Language } from '../../model/language.ts'
import type { PageFault } from '../../paginate/model.ts'
import type { Side, ToldPage, ToldPages, ToldRow } from '../pdf/pages-json.ts'
import type { Opening } from './openings.ts'
import { isFree, leastOverhang, sideOf } from './summary.ts'

/** Where the type area lies on a page, in pixels. */
interface Area {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

const sides = ['left', 'right'] as const
type Hand = (typeof sides)[number]

/** The type area on a left-hand or a right-hand page. */
export function areaOf({ page: { width, area } }: Pick<ToldPages, 'page'>, hand: Hand): Area {
  return { left: hand === 'left' ? width - area.inner - area.width : area.inner, top: area.top, width: area.width, height: area.height }
}

/** Share of its line's height that a bar is thick, about that of the letters without ascenders. */
const thickness = { text: 0.4, heading: 0.6 }

/** How long the last line of a paragraph, a heading, a line of verse is drawn: their true lengths are not known. */
const lengths = { last: 0.6, heading: 0.5, verse: 0.75 }

/** Pixels: a heading or a hemistich is one row with its own space, however many lines it has. */
const thickest = { text: 14, heading: 26 }

/** Their lines reach the number of the page at the other end. */
const lists: ReadonlySet<ToldPage['role']> = new Set(['contents', 'figures'])

/** All bars of one page as one path, headings and boxes as two more; `area` has its place on the sheet. */
export function paths(page: ToldPage, area: Area, widths: Widths): { text: string; heading: string; box: string } {
  const found = { text: '', heading: '', box: '' }
  for (const row of page.rows ?? []) {
    const [kind, side] = row
    const isRightToLeft = directionOf(languageOf(side, page)) === 'rtl'
    const column = columnOf(side, area, widths, isRightToLeft)
    const shape = { isRightToLeft, last: lists.has(page.role) ? 1 : lengths.last }
    switch (kind) {
      case 'figure': found.box += box(row, column, page.role === 'chapter'); break
      case 'table-head': case 'table-row': found.box += box(row, column, false); break
      case 'heading': found.heading += bars(row, column, shape); break
      case 'text': case 'verse': case 'note': found.text += bars(row, column, shape); break
    }
  }
  return found
}

const languageOf = (side: Side, page: ToldPage): Language => {
  const own = side === 'en' || side === 'ar' ? side : sideOf(page)
  return own === 'ar' ? 'ar' : 'en'
}

type Column = Pick<Area, 'left' | 'width' | 'top'>

type Widths = Pick<ToldPages, 'columns' | 'double'>

/** English stands on the left of a shared measure, Arabic on the right; the first of two columns where reading begins. */
function columnOf(side: Side, area: Area, { columns, double }: Widths, isRightToLeft: boolean): Column {
  const isDouble = side === 'first' || side === 'second'
  const width = isDouble ? double : side === 'both' ? undefined : columns?.[side]
  if (width === undefined) return area
  const isRight = isDouble ? (side === 'first') === isRightToLeft : side === 'ar'
  return { ...area, width, left: isRight ? area.left + area.width - width : area.left }
}

interface Shape {
  readonly isRightToLeft: boolean
  /** Length of the last line of a paragraph. */
  readonly last: number
}

function bars([kind, , top, bottom, lines, isEnd]: ToldRow, column: Column, { isRightToLeft, last }: Shape): string {
  const pitch = (bottom - top) / lines
  const height = Math.max(1, Math.round(kind === 'heading' ? Math.min(thickest.heading, pitch * thickness.heading) : Math.min(thickest.text, pitch * thickness.text)))
  return Array.from({ length: lines }, (_, line) => {
    const share = kind === 'heading' ? lengths.heading : kind === 'verse' ? lengths.verse : isEnd && line === lines - 1 ? last : 1
    const width = Math.round(column.width * share)
    const left = Math.round(column.left + (isRightToLeft ? column.width - width : 0))
    return `M${left} ${Math.round(column.top + top + pitch * (line + 0.55) - height / 2)}h${width}v${height}h-${width}z`
  }).join('')
}

/** A picture is crossed through; a page that is one thing, such as a title page, is not. */
function box([, , top, bottom]: ToldRow, column: Column, isCrossed: boolean): string {
  const [left, head, width, height] = [column.left, column.top + top, column.width, bottom - top].map(Math.round) as [number, number, number, number]
  const frame = `M${left} ${head}h${width}v${height}h-${width}z`
  return isCrossed ? `${frame}l${width} ${height}M${left + width} ${head}l-${width} ${height}` : frame
}

/** Where text ends and notes begin, from the head of the type area. */
function edgesOf({ rows = [] }: ToldPage, height: number): { text: number; notes: number | undefined } {
  const notes = rows.filter(([kind]) => kind === 'note').map(([, , top]) => top)
  return { text: Math.min(height, Math.max(0, ...rows.filter(([kind]) => kind !== 'note').map(([, , , bottom]) => bottom))), notes: notes.length > 0 ? Math.min(...notes) : undefined }
}

/** Pixels by which the rule stands above the notes, and its length. */
const rule = { above: 9, length: 80 }

const atHead: ReadonlySet<PageFault> = new Set(['widow'])

/** Blank below this share is no more than what lines leave of any page. */
const leastBlank = 0.03

function pageElements(page: ToldPage, hand: Hand, told: ToldPages): Element[] {
  const area = areaOf(told, hand)
  const { text, heading, box: boxes } = paths(page, area, told)
  const { text: foot, notes } = edgesOf(page, area.height)
  const free = (notes === undefined ? area.height : notes - rule.above) - foot
  // Marks stand in the outer margin.
  const outer = Math.round(hand === 'left' ? area.left / 2 : (area.left + area.width + told.page.width) / 2)
  const path = (name: string, d: string) => (d === '' ? [] : [s('path', { className: [name], d })])
  return [
    s('use', { href: `#sheet-${hand}-${languageOf('both', page)}` }),
    ...(page.ends !== 'blank' && page.blank >= leastBlank
      ? [s('rect', { className: isFree(page) ? ['blank', 'free'] : ['blank'], x: area.left, y: Math.round(area.top + foot), width: area.width, height: Math.round(Math.max(0, free)), fillOpacity: isFree(page) ? 0.25 : tint(page.blank) })]
      : []),
    ...path('text', text), ...path('heading', heading), ...path('box', boxes),
    ...(notes === undefined ? [] : path('rule', rules(page, area, notes, told))),
    s('use', { href: `#ends-${page.ends}`, x: Math.round(area.left + area.width / 2), y: Math.round((area.top + area.height + told.page.height) / 2) }),
    ...(page.faults.some((fault) => atHead.has(fault)) ? [s('use', { href: '#fault', x: outer, y: Math.round(area.top + 10) })] : []),
    ...(page.faults.some((fault) => !atHead.has(fault)) ? [s('use', { href: '#fault', x: outer, y: Math.round(area.top + Math.max(24, foot - 10)) })] : []),
  ]
}

/** A rule above the notes of each language, on the side where reading begins. */
function rules(page: ToldPage, area: Area, notes: number, widths: Widths): string {
  const noted = new Set((page.rows ?? []).filter(([kind]) => kind === 'note').map(([, side]) => side))
  return [...noted].map((side) => {
    const isRightToLeft = directionOf(languageOf(side, page)) === 'rtl'
    const column = columnOf(side, area, widths, isRightToLeft)
    const left = isRightToLeft ? column.left + column.width - rule.length : column.left
    return `M${Math.round(left)} ${Math.round(area.top + notes - rule.above)}h${rule.length}`
  }).join('')
}

/** From a breath of colour to a strong one at a third of the page. */
const tint = (blank: number): number => Math.round(Math.min(0.75, 0.12 + 2 * blank) * 100) / 100

/** Both pages of an opening, the overhang between them; `label` is the id of what describes it. */
export function drawing(opening: Opening, told: ToldPages, title: string, label: string): Element {
  const { width, height } = told.page
  return s('svg', { viewBox: `0 0 ${Math.round(2 * width)} ${Math.round(height)}`, role: 'img', ariaLabelledBy: label }, [
    s('title', title),
    ...(opening.left ? pageElements(opening.left, 'left', told) : []),
    ...(opening.right ? [s('g', { transform: `translate(${width})` }, pageElements(opening.right, 'right', told))] : []),
    ...overhangMark(opening, told),
  ])
}

/** A mark across the fold, as high as the lines by which the sides differ, down to where the longer text ends. */
function overhangMark({ left, right }: Opening, { page: { width, area } }: ToldPages): Element[] {
  const overhang = Math.max(left?.overhang ?? 0, right?.overhang ?? 0)
  if (overhang < leastOverhang || !left || !right) return []
  const foot = Math.max(...[left, right].map((page) => edgesOf(page, area.height).text))
  const height = Math.max(6, Math.round(overhang * pitchOf(left)))
  return [s('rect', { className: ['overhang'], x: Math.round(width) - 12, y: Math.round(area.top + foot) - height, width: 24, height })]
}

/** Height of a line of the page's text. */
function pitchOf({ rows = [] }: ToldPage): number {
  const text = rows.filter(([kind]) => kind === 'text')
  const lines = text.reduce((sum, [, , , , count]) => sum + count, 0)
  return lines > 0 ? text.reduce((sum, [, , top, bottom]) => sum + bottom - top, 0) / lines : 20
}

/** Drawn once: sheets of paper with type area and grid, signs of breaks, the mark of a fault. */
export function definitions(told: ToldPages): Element {
  const { page: { width, height }, grid } = told
  const sheets = sides.flatMap((hand) => (['en', 'ar'] as const).map((language) => {
    const area = areaOf(told, hand)
    const step = grid?.[language]
    const lines = step ? Array.from({ length: Math.floor(area.height / step + 0.01) }, (_, line) => `M${area.left} ${Math.round((area.top + (line + 1) * step) * 10) / 10}h${area.width}`).join('') : ''
    return s('g', { id: `sheet-${hand}-${language}` }, [
      s('rect', { className: ['sheet'], width, height }), ...(lines === '' ? [] : [s('path', { className: ['grid'], d: lines })]),
      s('rect', { className: ['area'], x: area.left, y: area.top, width: area.width, height: area.height }),
    ])
  }))
  return s('svg', { className: ['definitions'], width: 0, height: 0, ariaHidden: 'true' }, s('defs', [...sheets, ...signs()]))
}

export const breakKinds = ['section', 'passage', 'paragraph', 'segment', 'line', 'notes'] as const

/** The better the break, the more of its sign is filled. */
function signs(): Element[] {
  const shape: Readonly<Record<(typeof breakKinds)[number], Element>> = {
    section: s('rect', { className: ['solid'], x: -16, y: -16, width: 32, height: 32 }),
    passage: s('circle', { className: ['solid'], r: 16 }),
    paragraph: s('circle', { className: ['hollow'], r: 14 }),
    segment: s('path', { className: ['hollow'], d: 'M-16 0h32' }),
    line: s('path', { className: ['hollow'], d: 'M-14 -14l28 28m0 -28l-28 28' }),
    notes: s('path', { className: ['hollow'], d: 'M0 -16v30m-13 -13l13 13l13 -13' }),
  }
  return [...breakKinds.map((kind) => s('g', { id: `ends-${kind}` }, shape[kind])), s('g', { id: 'ends-blank' }), s('path', { id: 'fault', className: ['fault'], d: 'M0 -24l26 46h-52z' })]
}
