/** Sets one edition in pages: prepared, typeset with one print, and finished at object level. */

import type { Book } from '../../model/book.ts'
import type { Artifact, Edition } from '../../model/edition.ts'
import type { Message } from '../../model/message.ts'
import type { PrintBrowser } from '../../print/browser.ts'
import { drawableCharacters, fontAssets } from '../../print/fonts.ts'
import { withMatter } from '../../views/matter/index.ts'
import { imagesOf } from '../images.ts'
import { namedApart } from './apart.ts'
import { coverOf } from './cover.ts'
import { finished } from './finish.ts'
import { missingGlyphs } from './glyphs.ts'
import { joined } from './join/index.ts'
import { headingsIn, writeOutline } from './outline.ts'
import { pagesJson } from './pages-json.ts'
import { prepared } from './prepare.ts'
import { silenceTatweel } from './tatweel.ts'
import { cleanTextLayer } from './text-layer.ts'
import { typeset, type Typeset } from './typeset.ts'

export { coverOf } from './cover.ts'

export interface Pdf {
  /** The PDF, and what is told of its pages. */
  readonly artifacts: readonly [pdf: Artifact, pages: Artifact]
  /** PNG of the title page, 600 pixels wide. */
  readonly cover: Uint8Array
  /** The document as it was printed. */
  readonly html: string
  readonly pages: number
  readonly messages: readonly Message[]
}

interface Options {
  readonly name: string
  readonly book: Book
  readonly browser: PrintBrowser
  /** Gets the pages of each part as HTML while the browser is still printing them. */
  readonly onPages?: (html: string, part: number) => void
}

/** What is left when the browser has done its part. */
export interface PrintedPdf {
  readonly name: string
  readonly book: Book
  readonly halves: readonly [Edition, ...Edition[]]
  readonly set: Typeset
  readonly cover: Uint8Array
}

/** `halves` are one edition, or two that are read from either end and meet in the middle. */
export async function printPdf(halves: readonly [Edition, ...Edition[]], { name, book, browser, onPages }: Options): Promise<PrintedPdf> {
  const [first] = halves
  const assets = new Map([...fontAssets(), ...halves.flatMap((edition) => [...imagesOf(edition, book.root)])])
  const editions = halves.map((edition, index) => {
    const whole = withMatter(edition, { book })
    return prepared(index > 0 ? namedApart(whole) : whole, book)
  })
  const set = await typeset({ name, editions: editions as [Edition, ...Edition[]], book, assets, ...(onPages && { onPages }) }, browser)
  return { name, book, halves, set, cover: await coverOf(first, { book, browser }) }
}

/** Finishes a print at object level; needs no browser. */
export async function finishPdf({ name, book, halves, set, cover }: PrintedPdf): Promise<Pdf> {
  const pdf = await joined(set.prints)
  cleanTextLayer(pdf)
  if (book.justify.ar === 'kashida') silenceTatweel(pdf)
  writeOutline(pdf, headingsIn(set))
  const bytes = await finished(pdf, set.halves)
  return {
    artifacts: [{ name, bytes }, pagesJson(name, set, book)],
    cover,
    html: set.html,
    pages: set.halves.reduce((sum, { leaves }) => sum + leaves.length, 0),
    messages: [...set.messages, ...halves.flatMap((edition) => missingGlyphs(edition, drawableCharacters()))],
  }
}

export const writePdf = async (halves: readonly [Edition, ...Edition[]], options: Options): Promise<Pdf> => finishPdf(await printPdf(halves, options))
