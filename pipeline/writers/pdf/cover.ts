/** The title page alone, to be looked at as a picture. */

import type { ElementContent, Root } from 'hast'
import { h } from 'hastscript'
import type { Book } from '../../model/book.ts'
import type { Edition } from '../../model/edition.ts'
import { directionOf } from '../../model/language.ts'
import type { PrintBrowser } from '../../print/browser.ts'
import { fontAssets } from '../../print/fonts.ts'
import { htmlOf } from './galleys.ts'
import { pageOf, pixelsPerMillimetre, styleOf } from './style.ts'

/** PNG of the title page as it is printed, 600 pixels wide. */
export async function coverOf(edition: Edition, { book, browser }: { readonly book: Book; readonly browser: PrintBrowser }): Promise<Uint8Array> {
  const { width, height, margin } = pageOf(edition, book)
  const html = htmlOf(coverDocument(edition, styleOf(edition, book), `${margin.top}mm ${margin.outer}mm ${margin.bottom}mm`))
  const size = { width: Math.round(width * pixelsPerMillimetre), height: Math.round(height * pixelsPerMillimetre) }
  return browser.picture({ html, assets: fontAssets() }, { ...size, scale: 600 / size.width })
}

function coverDocument({ language, imprint, sections }: Edition, style: string, padding: string): Root {
  const titlePage = sections.find(({ role }) => role === 'titlepage')
  const lang = { lang: language, dir: directionOf(language) }
  const children = (titlePage?.tree.children ?? []) as ElementContent[]
  const head = h('head', h('meta', { charset: 'utf-8' }), h('title', imprint.title[language]), h('style', style))
  const body = h('body', { style: `inline-size:auto;padding:${padding};box-sizing:border-box;background:#fff` }, h('section', { className: ['title-page'], ...lang }, children))
  return { type: 'root', children: [{ type: 'doctype' }, h('html', lang, head, body)] }
}
