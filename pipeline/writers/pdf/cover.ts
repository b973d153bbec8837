/** The title page alone, to be looked at as a picture. */

import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Book } from '../../model/book.ts'
import type { Edition } from '../../model/edition.ts'
import { directionOf } from '../../model/language.ts'
import type { PrintBrowser } from '../../print/browser.ts'
import type { DeskContent } from '../../print/document.ts'
import { printAssets } from '../../print/signs.ts'
import { deskOf } from './desk.ts'
import { htmlOf } from './galleys.ts'
import { pageOf, pixelsPerMillimetre, sheetStyleOf, sizesOf } from './style.ts'

/** PNG of the title page as it is printed, 600 pixels wide. */
export async function coverOf(edition: Edition, { book, browser }: { readonly book: Book; readonly browser: PrintBrowser }): Promise<Uint8Array> {
  const { width, height, margin } = pageOf(edition, book)
  const size = { width: Math.round(width * pixelsPerMillimetre), height: Math.round(height * pixelsPerMillimetre) }
  const content = coverContent(edition, book, `${margin.top}mm ${margin.outer}mm ${margin.bottom}mm`)
  return browser.work({ ...deskOf(edition, book, printAssets()), extent: content.body.length }, async (page) => {
    await page.write(content)
    return page.picture({ ...size, scale: 600 / size.width })
  })
}

function coverContent(edition: Edition, book: Book, padding: string): DeskContent {
  const { language, imprint, sections } = edition
  const titlePage = sections.find(({ role }) => role === 'titlepage')
  const lang = { lang: language, dir: directionOf(language) }
  const children = (titlePage?.tree.children ?? []) as ElementContent[]
  const style = `${sheetStyleOf(edition, book, sizesOf(edition, book))}\nbody{inline-size:auto;padding:${padding};box-sizing:border-box;background:#fff}`
  return { ...lang, title: imprint.title[language], style, classes: [], body: htmlOf({ type: 'root', children: [h('section', { className: ['title-page'], ...lang }, children)] }) }
}
