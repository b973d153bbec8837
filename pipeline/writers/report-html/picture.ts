/**
 * The whole alignment at a glance: the English text as a bar on the left, the Arabic as one on the right, each from its beginning at the top
 * to its end, and bands from each stretch to what says the same. What has no counterpart leaves a wedge without a band, and a chapter that
 * stands elsewhere has a band across the others.
 */

import type { Element } from 'hast'
import { h, s } from 'hastscript'
import { languages, type Language } from '../../model/language.ts'
import { wordsIn } from '../../model/words.ts'
import type { Report, ReportedBead, ReportedChapter } from '../report-json/index.ts'
import type { Interface } from '../ui.ts'
import { bandsOf, cellsOf, extentsOf, height, type Band, type Extents } from './extents.ts'
import { anchorOf } from './places.ts'

/** The space between the bars, and each bar, of a hundred. */
const bar = { en: [0, 9], ar: [91, 100] } as const

/** Heights of a thousand between two titles, so that they do not lie on each other: our own choice for a picture as high as the sheet draws it. */
const betweenTitles = 30

export function pictureElement(told: Report, ui: Interface): Element {
  const extents = extentsOf(told.beads)
  const { chapters } = told
  const drawing = s('svg', { className: ['drawing'], x: '33%', width: '34%', height: '100%', viewBox: `0 0 100 ${height}`, preserveAspectRatio: 'none' }, [
    ...bandsOf(told, extents).map((band) => bandElement(band, chapters)),
    ...languages.flatMap((language) => barElements(told.beads, extents, language)),
    ...languages.map((language) => s('path', { className: ['parting'], d: partings(told, extents, language) })),
  ])
  // What it shows is told below it and in the table, with the same ways to the beads.
  return h('div', { className: ['picture'] }, [
    h('div', { className: ['heads'] }, languages.map((language) => h('span', ui.both(`report:side.${language}`)))),
    s('svg', { className: ['whole'], ariaHidden: 'true', focusable: 'false' }, [drawing, ...languages.flatMap((language) => titles(told, extents, language))]),
  ])
}

function bandElement({ en, ar, state, row }: Band, chapters: readonly ReportedChapter[]): Element {
  const [[, left], [right], middle] = [bar.en, bar.ar, 50]
  const d = `M${left} ${en[0]}C${middle} ${en[0]} ${middle} ${ar[0]} ${right} ${ar[0]}V${ar[1]}C${middle} ${ar[1]} ${middle} ${en[1]} ${left} ${en[1]}Z`
  const path = s('path', { className: row % 2 === 0 ? [state] : [state, 'odd'], d })
  const { bead = 1 } = chapters[row] ?? {}
  return s('a', { href: `#${anchorOf(bead)}`, tabIndex: -1 }, path)
}

/** From the side of the bands outwards. */
const unpaired = ['intended', 'alone', 'doubtful'] as const

/** A bar, with what is doubtful or alone in each of its cells as wide as its share there, beginning where the bar meets the bands. */
function barElements(beads: readonly ReportedBead[], extents: Extents, language: Language): Element[] {
  const [from, to] = bar[language]
  const cells = cellsOf(beads, extents, language)
  const paths = unpaired.map((state, order) => s('path', { className: [state], d: cells.map(({ at, size, shares }) => {
    const width = shares[state] * (to - from)
    const inner = unpaired.slice(0, order).reduce((sum, other) => sum + shares[other], 0) * (to - from)
    const x = language === 'en' ? to - inner - width : from + inner
    return width > 0 ? `M${tenths(x)} ${at}h${tenths(width)}v${size}h-${tenths(width)}Z` : ''
  }).join('') }))
  return [s('rect', { className: ['text'], x: from, width: to - from, height }), ...paths]
}

const tenths = (value: number): number => Math.round(value * 10) / 10

/** Lines where chapters begin. */
function partings({ chapters, beads }: Report, extents: Extents, language: Language): string {
  const [from, to] = bar[language]
  return starts(chapters, beads, extents, language).map(({ at }) => `M${from} ${at}H${to}`).join('')
}

interface Start {
  readonly chapter: number
  /** Height of a thousand. */
  readonly at: number
}

/** Where each chapter that the side has begins: at the first of its own segments. */
function starts(chapters: readonly ReportedChapter[], beads: readonly ReportedBead[], extents: Extents, language: Language): Start[] {
  const first = new Map<number, number>()
  beads.forEach((bead, index) => { if (bead[language].length > 0 && !first.has(bead.chapter)) first.set(bead.chapter, index) })
  return chapters.flatMap((row, chapter) => {
    const bead = first.get(chapter)
    return row[language] && bead !== undefined ? [{ chapter, at: extents[bead]?.[language][0] ?? 0 }] : []
  }).sort((one, other) => one.at - other.at)
}

/** Titles beside the bars, each in its own language; where they would lie on each other the later is left out, for the table has them all. */
function titles({ chapters, beads, book }: Report, extents: Extents, language: Language): Element[] {
  const words = wordsIn(language, book.digits)
  const x = { en: '32%', ar: '68%' }[language]
  let free = 0
  return starts(chapters, beads, extents, language).flatMap(({ chapter, at }) => {
    if (at < free) return []
    free = at + betweenTitles
    const row = chapters[chapter]
    const number = words.numeral(chapter + 1)
    const text = s('text', { x, y: `${tenths(at / 10)}%`, dy: '0.85em', lang: language, direction: language === 'ar' ? 'rtl' : 'ltr', textAnchor: 'end' }, [
      s('tspan', { className: ['number'] }, number), s('tspan', { className: ['title'] }, ` ${shortened(row?.[language]?.title ?? '')}`),
    ])
    return [s('a', { href: `#${anchorOf(row?.bead ?? 1)}`, tabIndex: -1 }, text)]
  })
}

const shortened = (title: string): string => (title.length <= 34 ? title : `${title.slice(0, 34).replace(/\s\S*$/, '')}…`)
