/** The title page alone, as a picture: small, as a page is looked at, and as the cover of an electronic book. */

import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Book } from '../../model/book.ts'
import type { Edition } from '../../model/edition.ts'
import { directionOf } from '../../model/language.ts'
import type { PrintBrowser } from '../../print/browser.ts'
import type { DeskContent, PictureSize } from '../../print/document.ts'
import type { LoadedDocument } from '../../print/loaded.ts'
import { printAssets } from '../../print/signs.ts'
import { deskOf } from './desk.ts'
import { htmlOf } from './galleys.ts'
import { pageOf, pixelsPerMillimetre, sheetStyleOf, sizesOf } from './style.ts'

interface Surroundings {
  readonly book: Book
  readonly browser: PrintBrowser
}

/** PNG of the title page as it is printed, 600 pixels wide. */
export function coverOf(edition: Edition, surroundings: Surroundings): Promise<Uint8Array> {
  const { width, height, margin } = pageOf(edition, surroundings.book)
  const size = { width: Math.round(width * pixelsPerMillimetre), height: Math.round(height * pixelsPerMillimetre) }
  return onDesk(edition, surroundings, async (page, contentIn) => {
    await page.write(contentIn(`body{inline-size:auto;padding:${margin.top}mm ${margin.outer}mm ${margin.bottom}mm;box-sizing:border-box;background:#fff}`))
    return page.picture({ ...size, scale: 600 / size.width })
  })
}

/** PNG of the title page as stores of electronic books want a cover: 1,600 by 2,560 pixels, its words large and white on a colour. */
export function storeCoverOf(edition: Edition, surroundings: Surroundings): Promise<Uint8Array> {
  return onDesk(edition, surroundings, async (page, contentIn) => {
    await page.install(fits)
    let size = storeSizes[0]
    for (size of storeSizes) {
      await page.write(contentIn(storeStyle(size)))
      if (await page.call<boolean>('coverFits')) break
    }
    return page.picture(size)
  })
}

/** Words keep their sizes, so that they are smaller on a larger page: the first on which all have room is drawn. All are of one picture's size. */
const storeSizes: readonly [PictureSize, ...PictureSize[]] = [
  { width: 400, height: 640, scale: 4 }, { width: 500, height: 800, scale: 3.2 }, { width: 640, height: 1024, scale: 2.5 }, { width: 800, height: 1280, scale: 2 },
]

/** Shares of the width between edge and frame, and between frame and words: our own choice. */
const edge = 0.045
const inset = 0.055

/** The blue is that of covers in print. */
const storeStyle = ({ width, height }: PictureSize): string => `body{inline-size:${width}px;padding:${edge * width}px;box-sizing:border-box;background:#23405e;color:#fff}
.title-page{--area-height:${height - 2 * edge * width}px;--sink:${height / 8}px;border:${width / 400}px solid #fff;padding:${inset * width}px;box-sizing:border-box}`

const fits = `globalThis.coverFits = () => {
  const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.querySelector('.title-page')
  return scrollHeight <= clientHeight && scrollWidth <= clientWidth
}`

/** `contentIn` gives the title page in some style, after the book's own. */
function onDesk(
  edition: Edition, { book, browser }: Surroundings, run: (page: LoadedDocument, contentIn: (style: string) => DeskContent) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const contentIn = (style: string) => coverContent(edition, book, style)
  return browser.work({ ...deskOf(edition, book, printAssets()), extent: contentIn('').body.length }, (page) => run(page, contentIn))
}

function coverContent(edition: Edition, book: Book, own: string): DeskContent {
  const { language, imprint, sections } = edition
  const titlePage = sections.find(({ role }) => role === 'titlepage')
  const lang = { lang: language, dir: directionOf(language) }
  const children = (titlePage?.tree.children ?? []) as ElementContent[]
  const style = `${sheetStyleOf(edition, book, sizesOf(edition, book))}\n${own}`
  return { ...lang, title: imprint.title[language], style, classes: [], body: htmlOf({ type: 'root', children: [h('section', { className: ['title-page'], ...lang }, children)] }) }
}
