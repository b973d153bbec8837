/** Contents of an EPUB, for new readers and for old ones. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import { x } from 'xastscript'
import { toXml } from 'xast-util-to-xml'
import type { Edition, Section } from '../../model/edition.ts'
import { directionOf } from '../../model/language.ts'
import type { Words } from '../../model/words.ts'
import { isolate } from '../../typography/isolate.ts'
import type { SpinePage } from './pages.ts'

/** Sections with a heading in some language of the edition. */
function entries(edition: Edition, pages: readonly SpinePage[]): { file: string; section: Section; titles: string[] }[] {
  return pages.flatMap(({ file, section }) => {
    if (!section || section.role === 'titlepage') return []
    const titles = edition.languages.flatMap((side) => section.title[side] ?? [])
    return titles.length > 0 ? [{ file, section, titles }] : []
  })
}

/** A bilingual entry has a line for each language, each with its own direction. */
export function navPage(edition: Edition, pages: readonly SpinePage[], words: Words): SpinePage {
  const { language, languages } = edition
  const start = pages.find(({ section }) => section?.role === 'chapter')?.file
  const items = entries(edition, pages).map(({ file, section }) => h('li', h('a', { href: file }, languages.flatMap((side, index) => {
    const title = section.title[side]
    if (!title) return []
    const line = isolate(h('span', { lang: side, dir: directionOf(side) }, title), side)
    return index === 0 ? [line] : [h('br'), line]
  }))))
  const landmark = (type: string, file: string | undefined, key: string): Element[] =>
    (file ? [h('li', h('a', { 'epub:type': type, href: file }, words(key)))] : [])
  const contents = items.length > 0 ? items : [h('li', h('a', { href: start ?? 'title-page.xhtml' }, edition.imprint.title[language]))]
  return {
    file: 'nav.xhtml', title: words('book:contents'), language, type: 'frontmatter', section: undefined,
    children: [
      h('nav', { 'epub:type': 'toc', id: 'toc', role: 'doc-toc', lang: language, dir: directionOf(language) }, [
        h('h1', { lang: language, dir: directionOf(language) }, words('book:contents')),
        h('ol', contents),
      ]),
      h('nav', { 'epub:type': 'landmarks', id: 'landmarks', hidden: true, lang: language, dir: directionOf(language) }, [
        h('h2', { lang: language, dir: directionOf(language) }, words('epub:landmarks')),
        h('ol', [
          ...landmark('cover', pages.find(({ type }) => type === 'cover')?.file, 'book:cover'),
          ...landmark('titlepage', pages.find(({ section }) => section?.role === 'titlepage')?.file, 'book:title-page'),
          ...landmark('toc', 'nav.xhtml', 'book:contents'),
          ...landmark('bodymatter', start, 'book:text'),
        ]),
      ]),
    ],
  }
}

export function ncx(edition: Edition, pages: readonly SpinePage[], identifier: string): string {
  const points = entries(edition, pages).map(({ file, titles }, index) =>
    x('navPoint', { id: `point-${index + 1}`, playOrder: String(index + 1) }, [
      x('navLabel', [x('text', titles.join(' · '))]),
      x('content', { src: file }),
    ]))
  const first = pages.find(({ section }) => section?.role === 'chapter') ?? pages[0]
  const fallback = x('navPoint', { id: 'point-1', playOrder: '1' }, [
    x('navLabel', [x('text', edition.imprint.title[edition.language])]), x('content', { src: first?.file ?? 'title-page.xhtml' }),
  ])
  const tree = x('ncx', { 'xmlns': 'http://www.daisy.org/z3986/2005/ncx/', 'version': '2005-1', 'xml:lang': edition.language }, [
    x('head', [x('meta', { name: 'dtb:uid', content: identifier })]),
    x('docTitle', [x('text', edition.imprint.title[edition.language])]),
    x('navMap', points.length > 0 ? points : [fallback]),
  ])
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(tree, { closeEmptyElements: true })}\n`
}
