/** The document that parts of books are put into: the faces, and nothing else, so that one serves all editions. */

import { h } from 'hastscript'
import type { Book } from '../../model/book.ts'
import type { Edition } from '../../model/edition.ts'
import { directionOf } from '../../model/language.ts'
import type { Asset, Desk } from '../../print/document.ts'
import { bodyClasses, htmlOf } from './galleys.ts'
import { facesOf, sheetStyleOf, sizesOf, textFacesOf } from './style.ts'

export function deskOf(edition: Edition, book: Book, assets: ReadonlyMap<string, Asset>): Omit<Desk, 'extent'> {
  const html = htmlOf({
    type: 'root',
    children: [{ type: 'doctype' }, h('html', { dataFacesFirst: textFacesOf(edition, book).split('@font-face').length - 1 }, h('head', h('meta', { charset: 'utf-8' }), h('style', facesOf(edition, book))), h('body'))],
  })
  // Nothing hangs on the size of the window, and what it does not show isn't drawn.
  return { html, assets, size: { width: 16, height: 16, scale: 1 } }
}

/** The whole document as it was printed, from the bodies of its parts. */
export function documentOf(edition: Edition, book: Book, bodies: readonly string[]): string {
  const { language, imprint } = edition
  const style = [facesOf(edition, book), sheetStyleOf(edition, book, sizesOf(edition, book))].join('\n')
  const [before = '', after = ''] = htmlOf({
    type: 'root',
    children: [{ type: 'doctype' }, h('html', { lang: language, dir: directionOf(language) },
      h('head', h('meta', { charset: 'utf-8' }), h('title', imprint.title[language]), h('style', style)),
      h('body', { className: bodyClasses(edition, book) }, { type: 'comment', value: 'pages' }))],
  }).split('<!--pages-->')
  return [before, ...bodies, after].join('')
}
