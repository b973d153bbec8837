/** Sets one edition in pages: measured once, printed until the contents' numbers are right, and finished at object level. */

import { PDFDocument } from '@cantoo/pdf-lib'
import type { Book } from '../../model/book.ts'
import type { Artifact, Edition } from '../../model/edition.ts'
import { bilingual } from '../../model/language.ts'
import type { Message } from '../../model/message.ts'
import { wordsIn } from '../../model/words.ts'
import type { PrintBrowser } from '../../print/browser.ts'
import type { Asset } from '../../print/document.ts'
import { drawableCharacters, fontAssets } from '../../print/fonts.ts'
import { addHyphens, keepHyphens } from '../../typography/hyphens.ts'
import { markVocalised } from '../../typography/tashkil.ts'
import { imagesOf } from '../images.ts'
import { contentsId, coverDocument, documentOf, htmlOf, type Plan, type Setting } from './document.ts'
import { finished } from './finish.ts'
import { fittedFigures } from './figures.ts'
import { missingGlyphs } from './glyphs.ts'
import { furnitureOf, headsDocument } from './heads.ts'
import { measureBoxes, type FigureRow, type MeasuredBoxes, type MeasuredTable } from './measure-boxes.ts'
import { measureHyphens } from './measure-hyphens.ts'
import { headingsOf, writeOutline, type Heading } from './outline.ts'
import { destinations, placedSections, planFrom, samePlan, type Placed } from './plan.ts'
import { pageOf, styleOf, typeArea } from './style.ts'
import { cleanTextLayer } from './text-layer.ts'

export interface Pdf {
  readonly artifact: Artifact
  /** PNG of the first page, 600 pixels wide. */
  readonly cover: Uint8Array
  /** The document as it was printed last. */
  readonly html: string
  readonly pages: number
  readonly messages: readonly Message[]
}

interface Options {
  readonly book: Book
  readonly browser: PrintBrowser
}

interface Printed {
  readonly pdf: PDFDocument
  readonly html: string
  readonly headings: readonly Heading[]
  readonly placed: readonly Placed[]
  readonly contents: number
  readonly plan: Plan
}

const pixelsPerMillimetre = 96 / 25.4

/** Lines that may end in a hyphen one after the other. */
const mostHyphensInRow = 2

/** Prints at most so often until no number of the contents changes; two or three do for every book seen. */
const mostPrints = 6

/** After so many prints no more figures are made smaller, so that the numbers can settle. */
const figurePrints = 2

export async function writePdf(edition: Edition, { name, book, browser }: Options & { readonly name: string }): Promise<Pdf> {
  const assets = new Map([...fontAssets(), ...imagesOf(edition, book.root)])
  const measures = await measured(settingOf(prepared(edition), book), assets, browser)
  const { setting, messages } = measures
  const printed = await printSettled(measures, assets, browser)
  const furniture = furnitureOf(edition, printed.placed, printed.pdf.getPageCount(), printed.contents, printed.plan.blanks)
  const heads = await browser.print({ html: headsDocument(setting, furniture), assets }, { tagged: false, outline: false })
  const firstPage = furniture.findIndex(({ folio }) => folio !== undefined && !folio.isFront)
  cleanTextLayer(printed.pdf)
  writeOutline(printed.pdf, printed.headings)
  const bytes = await finished(printed.pdf, { edition, firstPage: Math.max(0, firstPage), heads })
  return {
    artifact: { name, bytes },
    cover: await coverOf(edition, { book, browser }),
    html: printed.html,
    pages: printed.pdf.getPageCount(),
    messages: [...messages, ...missingGlyphs(edition, drawableCharacters())],
  }
}

const brokenImages = (broken: readonly string[]): Message[] =>
  broken.map((image) => ({ rule: 'print/image-broken', severity: 'error', values: { image } }))

const wideTables = (tables: readonly MeasuredTable[]): Message[] => tables
  .filter(({ fit }) => fit < leastTableFit)
  .map(({ segment }) => ({ rule: 'print/table-wide', severity: 'warning', values: { segment } }))

/** PNG of the title page as it is printed, 600 pixels wide. */
export async function coverOf(edition: Edition, { book, browser }: Options): Promise<Uint8Array> {
  const { width, height, margin } = pageOf(edition, book)
  const padding = `${margin.top}mm ${margin.outer}mm ${margin.bottom}mm`
  const html = htmlOf(coverDocument(settingOf(edition, book), padding))
  const size = { width: Math.round(width * pixelsPerMillimetre), height: Math.round(height * pixelsPerMillimetre) }
  return browser.picture({ html, assets: fontAssets() }, { ...size, scale: 600 / size.width })
}

/** The edition with soft hyphens wherever its English may break, and with its vocalised Arabic marked; once for all prints. */
function prepared(edition: Edition): Edition {
  const sections = edition.sections.map((section) => {
    const tree = structuredClone(section.tree)
    if (section.role !== 'titlepage') addHyphens(tree, edition.language === 'en')
    markVocalised(tree)
    return { ...section, tree }
  })
  return { ...edition, sections }
}

const settingOf = (edition: Edition, book: Book): Setting => ({
  edition, book, style: styleOf(edition, book), tableFits: [], words: bilingual((language) => wordsIn(language, book.digits.ar)),
})

const firstPlan: Plan = { folios: new Map(), blanks: new Set(), figures: new Map() }

/** No table is set smaller than this share of its size; a narrower one breaks its words instead. */
const leastTableFit = 0.65

interface Measured {
  readonly setting: Setting
  /** Ordinals of the soft hyphens that break a line. */
  readonly hyphens: readonly number[]
  readonly figures: readonly FigureRow[]
  readonly messages: readonly Message[]
}

const noBoxes: MeasuredBoxes = { tables: [], figures: [], broken: [] }

/** The style sets the measure, to fractions of a pixel; the window has only to be as wide, so that nothing scrolls. */
async function measured(setting: Setting, assets: ReadonlyMap<string, Asset>, browser: PrintBrowser): Promise<Measured> {
  const { width } = typeArea(pageOf(setting.edition, setting.book))
  const html = htmlOf(documentOf(setting, firstPlan))
  const window = { width: Math.ceil(width * pixelsPerMillimetre), height: 1000, scale: 1 }
  const hasBoxes = /<(?:table|img)\b/.test(html)
  const { tables, figures, broken } = hasBoxes ? await browser.measure({ html, assets }, measureBoxes, undefined, window) : noBoxes
  const hyphens = await browser.measure({ html, assets }, measureHyphens, mostHyphensInRow, window)
  const tableFits = tables.map(({ fit }) => Math.max(leastTableFit, fit))
  return { setting: { ...setting, tableFits }, hyphens, figures, messages: [...brokenImages(broken), ...wideTables(tables)] }
}

async function printSettled({ setting, hyphens, figures }: Measured, assets: ReadonlyMap<string, Asset>, browser: PrintBrowser): Promise<Printed> {
  const used = new Set(hyphens)
  const { height } = typeArea(pageOf(setting.edition, setting.book))
  let plan = firstPlan
  for (let count = 1; ; count++) {
    const tree = documentOf(setting, plan)
    const html = keepHyphens(htmlOf(tree), used)
    // The first print only tells where things fall; without tags it is sooner done.
    const isTrial = count === 1
    const bytes = await browser.print({ html, assets }, { tagged: !isTrial, outline: !isTrial })
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
    const targets = destinations(pdf)
    const placed = placedSections(setting.edition, targets)
    const fitted = count <= figurePrints ? fittedFigures(figures, targets, footOf(placed, height), plan.figures) : plan.figures
    const next = planFrom(setting.edition, placed, plan, fitted)
    if (!isTrial && samePlan(next, plan)) return { pdf, html, headings: headingsOf(tree), placed, contents: (targets.get(contentsId) ?? placed[0])?.page ?? pdf.getPageCount(), plan }
    if (count === mostPrints) throw new Error(`The contents did not settle in ${mostPrints} prints`)
    plan = next
  }
}

/** Lower edge of the type area in points, as this browser counts them: it may leave out the margin, so a section's first line tells. */
const footOf = (placed: readonly Placed[], height: number): number => Math.max(...placed.map(({ top }) => top)) - height * 72 / 25.4
