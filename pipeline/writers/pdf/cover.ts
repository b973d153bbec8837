/** The title page alone, as a picture: small, as a page is looked at, and as the cover of an electronic book. */

import { join } from 'node:path'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Book } from '../../model/book.ts'
import type { Edition } from '../../model/edition.ts'
import { directionOf } from '../../model/language.ts'
import type { PrintBrowser } from '../../print/browser.ts'
import type { DeskContent, PictureSize } from '../../print/document.ts'
import type { LoadedDocument } from '../../print/loaded.ts'
import { printAssets } from '../../print/signs.ts'
import { asset } from '../images.ts'
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

/**
 * The title page as stores of electronic books want a cover: 1,600 by 2,560 pixels, its words large and white on a colour,
 * which is a plate at the foot where the book has a picture for its front. A PNG, or with such a picture a JPEG.
 */
export function storeCoverOf(edition: Edition, surroundings: Surroundings): Promise<Uint8Array> {
  const isPlain = surroundings.book.cover.picture === undefined
  const styleOf = isPlain ? plainStyle : pictureStyle
  const behind = isPlain ? [] : [h('img', { src: pictureName, alt: '' })]
  return onDesk(edition, surroundings, async (page, contentIn) => {
    await page.install(fits)
    let size = storeSizes[0]
    for (size of storeSizes) {
      await page.write(contentIn(storeStyle(size) + styleOf(size), behind))
      if (await page.call<boolean>('coverFits')) break
    }
    return page.picture(size, isPlain ? 'png' : 'jpeg')
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
const colour = '#23405e'

const storeStyle = ({ width }: PictureSize): string => `body{inline-size:${width}px;padding:${edge * width}px;box-sizing:border-box;background:${colour};color:#fff}
.title-page{border:${width / 400}px solid #fff;padding:${inset * width}px;box-sizing:border-box}`

const plainStyle = ({ width, height }: PictureSize): string => `.title-page{--area-height:${height - 2 * edge * width}px;--sink:${height / 8}px}`

const pictureName = 'cover-picture'

/** Most of the picture is to be seen. */
const pictureStyle = ({ width, height }: PictureSize): string => `img{position:absolute;inset:0;width:${width}px;height:${height}px;max-width:none;object-fit:cover}
.title-page{--sink:0px;block-size:auto;max-block-size:${0.45 * height}px;position:absolute;left:${edge * width}px;right:${edge * width}px;bottom:${edge * width}px;background:${colour}}`

const fits = `globalThis.coverFits = () => {
  const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.querySelector('.title-page')
  return scrollHeight <= clientHeight && scrollWidth <= clientWidth
}`

/** `contentIn` gives the title page in some style, after the book's own, and before it what lies behind it. */
function onDesk(
  edition: Edition, { book, browser }: Surroundings, run: (page: LoadedDocument, contentIn: (style: string, behind?: readonly ElementContent[]) => DeskContent) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const contentIn = (style: string, behind: readonly ElementContent[] = []) => coverContent(edition, book, style, behind)
  const picture = book.cover.picture
  const assets = picture === undefined ? printAssets() : new Map([...printAssets(), [pictureName, asset(join(book.root, picture))]])
  return browser.work({ ...deskOf(edition, book, assets), extent: contentIn('').body.length }, (page) => run(page, contentIn))
}

function coverContent(edition: Edition, book: Book, own: string, behind: readonly ElementContent[]): DeskContent {
  const { language, imprint, sections } = edition
  const titlePage = sections.find(({ role }) => role === 'titlepage')
  const lang = { lang: language, dir: directionOf(language) }
  const children = (titlePage?.tree.children ?? []) as ElementContent[]
  const style = `${sheetStyleOf(edition, book, sizesOf(edition, book))}\n${own}`
  return { ...lang, title: imprint.title[language], style, classes: [], body: htmlOf({ type: 'root', children: [...behind, h('section', { className: ['title-page'], ...lang }, children)] }) }
}
