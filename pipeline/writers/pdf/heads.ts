/** Running heads and folios, page by page, as a document of their own that is laid over the text. */

import type { Element, Root } from 'hast'
import { h } from 'hastscript'
import type { PageSpecification } from '../../model/book.ts'
import type { Edition, Section } from '../../model/edition.ts'
import { directionOf, type Language } from '../../model/language.ts'
import { isolate } from '../../typography/isolate.ts'
import { htmlOf, type Setting } from './document.ts'
import { writtenFolio, type Folio } from './numbering.ts'
import type { Placed } from './plan.ts'
import { pageOf } from './style.ts'

/** What one page carries; a page without either stays bare. */
export interface Furniture {
  /** Counted from 1, blanks included: odd is a recto. */
  readonly page: number
  readonly folio: Folio | undefined
  readonly section: Section | undefined
}

/**
 * The title page, its verso and blanks are bare; a page on which a section begins has a folio and no head.
 * `pages` is the number of all pages, `contents` the index of the first page of the contents.
 */
export function furnitureOf(edition: Edition, placed: readonly Placed[], pages: number, contents: number, blanks: ReadonlySet<string>): Furniture[] {
  const first = placed.find(({ id }) => edition.sections.find((section) => section.id === id)?.role === 'chapter')?.page ?? pages
  const blankPages = new Set(placed.filter(({ id }) => blanks.has(id)).map(({ page }) => page - 1))
  return Array.from({ length: pages }, (_, index) => {
    const isBare = index < contents || blankPages.has(index)
    const folio: Folio = index < first ? { isFront: true, number: index + 1 } : { isFront: false, number: index - first + 1 }
    const at = placed.findLast(({ page }) => page <= index)
    const begins = placed.some(({ page }) => page === index)
    const section = edition.sections.find(({ id }) => id === at?.id)
    return { page: index + 1, folio: isBare ? undefined : folio, section: isBare || begins ? undefined : section }
  })
}

/** One sheet for each page. */
export function headsDocument(setting: Setting, furniture: readonly Furniture[]): string {
  const page = pageOf(setting.edition, setting.book)
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: setting.edition.language, dir: directionOf(setting.edition.language) }, [
        h('head', [h('meta', { charset: 'utf-8' }), h('title', '.'), h('style', `${setting.style}\n${sheetRules(page)}`)]),
        h('body', furniture.map((one) => sheetOf(one, setting))),
      ]),
    ],
  }
  return htmlOf(tree)
}

function sheetRules({ width, height, margin }: PageSpecification): string {
  return `@page{margin:0!important} @page:left{margin:0!important} @page:right{margin:0!important}
    body{inline-size:auto}
    .sheet{position:relative;width:${width}mm;height:${height - 0.2}mm;overflow:hidden;break-after:page}
    .sheet:last-child{break-after:auto}
    .head,.foot{position:absolute;display:flex;justify-content:space-between;gap:7mm;white-space:nowrap}
    .head{top:${(margin.top * 0.5).toFixed(2)}mm}
    .foot{bottom:${(margin.bottom * 0.42).toFixed(2)}mm}
    .head>*{overflow:hidden;text-overflow:ellipsis}
    .head [lang=en]{font-style:italic;font-size:calc(0.92*var(--en-size));line-height:5mm}
    .head [lang=ar]{font-size:calc(0.9*var(--ar-size));line-height:5mm;padding-block:1mm;margin-block:-1mm}
    .foot [lang]{font-size:calc(0.95*var(--en-size));line-height:5mm;font-variant-numeric:lining-nums}
    .foot [lang=ar]{font-size:var(--ar-size)}
    .right .head,.right .foot{left:${margin.inner}mm;right:${margin.outer}mm}
    .left .head,.left .foot{left:${margin.outer}mm;right:${margin.inner}mm}
    .single.right>*{justify-content:flex-end;direction:ltr} .single.left>*{justify-content:flex-start;direction:ltr}
    .parallel>*{direction:ltr}`
}

function sheetOf({ page, folio, section }: Furniture, setting: Setting): Element {
  const { edition, words } = setting
  const isRecto = page % 2 === 1
  // An Arabic-led book opens on the left: its rectos are left-hand pages.
  const isRight = isRecto === (directionOf(edition.language) === 'ltr')
  const span = (language: Language, text: string) => isolate(h('span', { lang: language, dir: directionOf(language) }, text), language)
  // English stands over its column on the left of the sheet, Arabic on the right, whoever leads.
  const sides = edition.languages.length > 1 && edition.language === 'ar' ? [...edition.languages].reverse() : edition.languages
  const heads = section ? sides.map((side) => span(side, headIn(side, section, isRecto, edition))) : []
  const folios = folio ? sides.map((side) => span(side, writtenFolio(folio, words[side]))) : []
  return h('div', { className: ['sheet', isRight ? 'right' : 'left', sides.length > 1 ? 'parallel' : 'single'] }, [
    h('div', { className: ['head'] }, heads),
    h('div', { className: ['foot'] }, folios),
  ])
}

/** The book on the verso, the chapter on the recto; where both are one, the author on the verso. */
function headIn(side: Language, section: Section, isRecto: boolean, { imprint, languages }: Edition): string {
  const title = imprint.title[side]
  const chapter = section.title[side] ?? title
  const head = isRecto ? chapter : chapter === title ? imprint.creators[0]?.name[side] ?? title : title
  return shortened(head, languages.length > 1 ? 38 : 70)
}

/** A title too long for its line is cut between words. */
const shortened = (text: string, letters: number): string =>
  text.length <= letters ? text : `${text.slice(0, letters).replace(/\s+\S*$/, '')} …`
