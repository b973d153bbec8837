/** Whether a browser that starts also prints: a machine without fonts loses all text in silence. */

import { getDocumentProxy } from 'unpdf'
import type { PrintBrowser } from './browser.ts'
import type { PrintDocument } from './document.ts'
import { fontAssets, fontStyles } from './fonts.ts'

const lines = { ar: 'كتاب متوازٍ', en: 'Parallel book' }

function testDocument(): PrintDocument {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>.</title><style>${fontStyles((name) => `fonts/${name}`)}
    @page{size:60mm 40mm} p{font-family:"EB Garamond"} [lang=ar]{font-family:Amiri}</style></head>
    <body><p lang="ar" dir="rtl">${lines.ar}</p><p>${lines.en}</p></body></html>`
  return { html, assets: fontAssets() }
}

/** Undefined when pages, tags and both scripts come out; otherwise what is missing, in a word of the trade. */
export async function startupFault(browser: PrintBrowser): Promise<string | undefined> {
  const bytes = await browser.print(testDocument(), { tagged: true, outline: false })
  if (!Buffer.from(bytes).includes('/StructTreeRoot')) return 'no tags'
  const document = await getDocumentProxy(bytes.slice())
  const { items } = await (await document.getPage(1)).getTextContent()
  const text = items.map((item: object) => ('str' in item ? item.str : '')).join('').normalize('NFKC')
  const pages = document.numPages
  await document.destroy()
  if (pages !== 1) return `${pages} pages instead of 1`
  if ((text.match(/[\u0621-\u064A]/g)?.length ?? 0) < 7) return 'no Arabic text'
  return text.includes('Parallel') ? undefined : 'no Latin text'
}
