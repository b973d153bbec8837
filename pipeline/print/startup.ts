/** Whether a browser that starts also prints: a machine without fonts loses all text in silence. */

import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import type { PrintBrowser } from './browser.ts'
import { textsIn, utf16Text } from './cmap.ts'
import type { PrintDocument } from './document.ts'
import { fontAssets, fontStyles } from './fonts.ts'
import { Unfit } from './unfit.ts'

const lines = { ar: 'كتاب متوازٍ', en: 'Parallel book' }

export function startupDocument(): PrintDocument {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>.</title><style>${fontStyles((name) => `fonts/${name}`)}
    @page{size:60mm 40mm} p{font-family:"EB Garamond"} [lang=ar]{font-family:Amiri}</style></head>
    <body><p lang="ar" dir="rtl">${lines.ar}</p><p>${lines.en}</p></body></html>`
  return { html, assets: fontAssets() }
}

/** Throws `Unfit` unless pages, tags and both scripts come out. */
export async function proveStartup(browser: Pick<PrintBrowser, 'print'>): Promise<void> {
  const pdf = await PDFDocument.load(await browser.print(startupDocument(), { tagged: true, outline: false }), { updateMetadata: false })
  const pages = pdf.getPageCount()
  if (pages !== 1) throw new Unfit('pages', String(pages))
  const letters = lettersOf(pdf)
  if (!hasAll(letters, lines.ar)) throw new Unfit('no-arabic')
  if (!hasAll(letters, lines.en)) throw new Unfit('no-latin')
  if (!pdf.catalog.has(PDFName.of('StructTreeRoot'))) throw new Unfit('no-tags')
}

const hasAll = (letters: ReadonlySet<string>, line: string): boolean => [...line.matchAll(/\p{L}/gu)].every(([letter]) => letters.has(letter))

/** What the faces of a document can say: this browser puts in the glyphs that are shown, and a table of their meanings. */
function lettersOf({ context }: PDFDocument): Set<string> {
  const tables = context.enumerateIndirectObjects().map(([, object]) => (object instanceof PDFDict ? context.lookup(object.get(PDFName.of('ToUnicode'))) : undefined))
  return new Set(tables.flatMap((table) => (table instanceof PDFRawStream ? meaningsIn(table) : [])))
}

function meaningsIn(table: PDFRawStream): string[] {
  const texts = textsIn(Buffer.from(decodePDFRawStream(table).decode()).toString('latin1'))
  return [...texts.values()].flatMap((digits) => [...utf16Text(digits).normalize('NFKC')])
}
