/** Sets one edition in pages: measured once, printed until the contents' numbers are right, and finished at object level. */

import type { Book } from '../../model/book.ts'
import type { Artifact, Edition } from '../../model/edition.ts'
import { bilingual } from '../../model/language.ts'
import type { Message } from '../../model/message.ts'
import { wordsIn } from '../../model/words.ts'
import type { PrintBrowser } from '../../print/browser.ts'
import { drawableCharacters, fontAssets } from '../../print/fonts.ts'
import { addHyphens } from '../../typography/hyphens.ts'
import { keepTogether } from '../../typography/together.ts'
import { markVocalised } from '../../typography/tashkil.ts'
import { imagesOf } from '../images.ts'
import { coverDocument, htmlOf, type Setting } from './document.ts'
import { finished } from './finish.ts'
import { missingGlyphs } from './glyphs.ts'
import { furnitureOf, headsDocument } from './heads.ts'
import { measuresOf } from './measures.ts'
import { writeOutline } from './outline.ts'
import { printSettled } from './settle.ts'
import { pageOf, pixelsPerMillimetre, styleOf } from './style.ts'
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

export async function writePdf(edition: Edition, { name, book, browser }: Options & { readonly name: string }): Promise<Pdf> {
  const assets = new Map([...fontAssets(), ...imagesOf(edition, book.root)])
  const measures = await measuresOf(settingOf(prepared(edition), book), assets, browser)
  const printed = await printSettled(measures, assets, browser)
  const furniture = furnitureOf(edition, printed.placed, printed.pdf.getPageCount(), printed.contents, printed.plan.blanks)
  const heads = await browser.print({ html: headsDocument(measures.setting, furniture), assets }, { tagged: false, outline: false })
  const firstPage = furniture.findIndex(({ folio }) => folio !== undefined && !folio.isFront)
  cleanTextLayer(printed.pdf)
  writeOutline(printed.pdf, printed.headings)
  const bytes = await finished(printed.pdf, { edition, firstPage: Math.max(0, firstPage), heads })
  return {
    artifact: { name, bytes },
    cover: await coverOf(edition, { book, browser }),
    html: printed.html,
    pages: printed.pdf.getPageCount(),
    messages: [...measures.messages, ...missingGlyphs(edition, drawableCharacters())],
  }
}

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
    keepTogether(tree)
    return { ...section, tree }
  })
  return { ...edition, sections }
}

const settingOf = (edition: Edition, book: Book): Setting => ({
  edition, book, style: styleOf(edition, book), tableFits: [], words: bilingual((language) => wordsIn(language, book.digits.ar)),
})
