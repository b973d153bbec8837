/** Whether a browser that starts also prints: a machine without fonts loses all text in silence. */

import { getDocumentProxy } from 'unpdf'
import type { PrintBrowser } from './browser.ts'
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
  const bytes = await browser.print(startupDocument(), { tagged: true, outline: false })
  const { pages, text } = await contentOf(bytes)
  if (pages !== 1) throw new Unfit('pages', String(pages))
  // Counted by letters, for a reader of PDFs may put vowel marks anywhere.
  if ((text.match(/[\u0621-\u064A]/g)?.length ?? 0) < lines.ar.match(/[\u0621-\u064A]/g)!.length) throw new Unfit('no-arabic')
  if (!text.includes('Parallel')) throw new Unfit('no-latin')
  if (!Buffer.from(bytes).includes('/StructTreeRoot')) throw new Unfit('no-tags')
}

async function contentOf(bytes: Uint8Array): Promise<{ pages: number; text: string }> {
  // The reader takes the bytes for itself.
  const document = await getDocumentProxy(bytes.slice())
  try {
    const { items } = await (await document.getPage(1)).getTextContent()
    const text = items.map((item: object) => ('str' in item ? item.str : '')).join('').normalize('NFKC')
    return { pages: document.numPages, text }
  } finally {
    await document.destroy()
  }
}
