/** An opening of the contact sheet: its drawing, and under each page what is to be said of it. */

import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { languages, type Language } from '../../model/language.ts'
import { wordsIn, type Words } from '../../model/words.ts'
import { isolate } from '../../typography/isolate.ts'
import { writtenFolio } from '../pdf/numbering.ts'
import type { ToldPage, ToldPages } from '../pdf/pages-json.ts'
import { tagged, type Interface } from '../ui.ts'
import { drawing } from './drawing.ts'
import type { Opening } from './openings.ts'
import { leastOverhang, sideOf } from './summary.ts'

export const anchorOf = ({ number }: Opening): string => `opening-${number}`

/** `Pages 12–13`, in the numerals of the language, front matter in its own. */
export function nameOf({ pages, half }: Opening, { halves }: ToldPages, words: Words): string {
  const [first, second] = pages.map((page) => folioOf(page, words))
  const name = second === undefined ? words('proof:page', { folio: first ?? '' }) : words('proof:two-pages', { first: first ?? '', second })
  return halves.length > 1 ? words(`proof:in-half.${halves[half]?.language ?? 'en'}`, { pages: name }) : name
}

const folioOf = ({ folio, front }: ToldPage, words: Words): string => writtenFolio({ isFront: front, number: folio }, words)

export function openingElement(opening: Opening, told: ToldPages, ui: Interface): Element {
  const label = `${anchorOf(opening)}-label`
  const title = languages.map((language) => nameOf(opening, told, wordsIn(language, told.digits))).join(' · ')
  return h('figure', { id: anchorOf(opening), className: opening.pages.some(({ faults }) => faults.length > 0) ? ['opening', 'faulty'] : ['opening'] }, [
    drawing(opening, told, title, label),
    // Read in the order of the book, seen where the pages lie.
    h('figcaption', { id: label }, opening.pages.map((page) =>
      h('div', { className: page === opening.left ? ['left'] : ['right'] }, pageCaption(page, told, ui)))),
  ])
}

function pageCaption(page: ToldPage, told: ToldPages, ui: Interface): ElementContent[] {
  const facts = [
    h('b', ui.bothBy((words) => words('proof:page', { folio: folioOf(page, words) }))), ' ',
    h('span', ui.bothBy((words) => blankText(page, words))),
    // Told once, under the page that is read first.
    ...(page.overhang !== undefined && page.overhang >= leastOverhang && page.side === 'verso' ? [' ', h('span', ui.bothBy((words) => overhangText(page.overhang ?? 0, words)))] : []),
  ]
  return [
    h('p', facts), ...sectionName(page, told),
    ...(page.faults.length > 0 ? [h('ul', [...new Set(page.faults)].map((fault) => h('li', ui.both(`proof:fault.${fault}`))))] : []),
  ]
}

/** The heading in force at its head, or else its section's title, in the languages of the page; text of the book. */
function sectionName(page: ToldPage, { halves }: ToldPages): Element[] {
  if (page.ends === 'blank') return []
  const section = halves[page.half]?.sections[page.section]
  const side = sideOf(page)
  const shown: readonly Language[] = side === 'both' ? languages : [side]
  const names = shown.flatMap((language) => {
    const name = page.under?.[language] ?? section?.title[language]
    return name ? [isolate(h('span', tagged(language), name), language)] : []
  })
  return names.length > 0 ? [h('p', { className: ['name'] }, names)] : []
}

export const percent = (share: number, words: Words): string => words.number(share, { style: 'percent', maximumFractionDigits: 0 })

export const lines = (value: number, words: Words): string => words.number(value, { maximumFractionDigits: 2 })

function blankText({ ends, blank }: ToldPage, words: Words): string {
  if (ends === 'blank') return words('proof:blank-page')
  return blank < 0 ? words('proof:too-full', { share: percent(-blank, words) }) : words('proof:blank', { share: percent(blank, words) })
}

export const overhangText = (overhang: number, words: Words): string => words('proof:overhang', { lines: lines(overhang, words) })
