/** Contents of an EPUB, for new readers and for old ones. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import { x } from 'xastscript'
import { toXml } from 'xast-util-to-xml'
import type { Edition, Section } from '../../model/edition.ts'
import { directionOf, type Language } from '../../model/language.ts'
import type { Words } from '../../model/words.ts'
import { isolate } from '../../typography/isolate.ts'
import { firstStrong } from './first-strong.ts'
import type { PageTarget } from './page-list.ts'
import type { SpinePage } from './pages.ts'

/** Sections with a heading in some language of the edition. */
function entries(edition: Edition, pages: readonly SpinePage[]): { file: string; section: Section; titles: { text: string; side: Language }[] }[] {
  return pages.flatMap(({ file, section }) => {
    if (!section || section.role === 'titlepage') return []
    const titles = edition.languages.flatMap((side) => { const text = section.title[side]; return text ? [{ text, side }] : [] })
    return titles.length > 0 ? [{ file, section, titles }] : []
  })
}

/** A bilingual entry has a line for each language, each with its own direction. */
export function navPage(edition: Edition, pages: readonly SpinePage[], targets: readonly PageTarget[], words: Words): SpinePage {
  const { language, languages } = edition
  const start = pages.find(({ section }) => section?.role === 'chapter')?.file
  const items = entries(edition, pages).map(({ file, section }) => h('li', h('a', { href: file }, languages.flatMap((side, index) => {
    const title = section.title[side]
    if (!title) return []
    const line = isolate(h('span', { className: ['line'], lang: side, dir: directionOf(side) }, title), side)
    // The space parts the two where a reading system keeps the words alone.
    return index === 0 ? [line] : [{ type: 'text' as const, value: ' ' }, line]
  }))))
  const landmark = (type: string, file: string | undefined, key: string): Element[] =>
    (file ? [h('li', h('a', { 'epub:type': type, href: file }, words(key)))] : [])
  const marks = { lang: language, dir: directionOf(language) }
  const contents = items.length > 0 ? items : [h('li', h('a', { href: start ?? 'title-page.xhtml' }, edition.imprint.title[language]))]
  return {
    file: 'nav.xhtml', title: words('book:contents'), language, type: 'frontmatter', section: undefined,
    children: [
      h('nav', { 'epub:type': 'toc', id: 'toc', role: 'doc-toc', ...marks }, [
        h('h1', marks, words('book:contents')),
        h('ol', contents),
      ]),
      h('nav', { 'epub:type': 'landmarks', id: 'landmarks', hidden: true, ...marks }, [
        h('h2', marks, words('epub:landmarks')),
        h('ol', [
          ...landmark('cover', pages.find(({ type }) => type === 'cover')?.file, 'book:cover'),
          ...landmark('titlepage', pages.find(({ section }) => section?.role === 'titlepage')?.file, 'book:title-page'),
          ...landmark('toc', 'nav.xhtml', 'book:contents'),
          ...landmark('bodymatter', start, 'book:text'),
        ]),
      ]),
      ...pageList(targets, marks, words),
    ],
  }
}

const pageList = (targets: readonly PageTarget[], marks: { lang: string; dir: string }, words: Words): Element[] =>
  (targets.length === 0 ? [] : [h('nav', { 'epub:type': 'page-list', id: 'page-list', role: 'doc-pagelist', hidden: true, ...marks }, [
    h('h2', marks, words('epub:pages')), h('ol', targets.map(({ label, href }) => h('li', h('a', { href }, label)))),
  ])])

export function ncx(edition: Edition, pages: readonly SpinePage[], identifier: string, targets: readonly PageTarget[]): string {
  const points = entries(edition, pages).map(({ file, titles }, index) =>
    x('navPoint', { id: `point-${index + 1}`, playOrder: String(index + 1) }, [
      x('navLabel', [x('text', titles.map(({ text, side }) => firstStrong(text, side)).join(' · '))]),
      x('content', { src: file }),
    ]))
  const first = pages.find(({ section }) => section?.role === 'chapter') ?? pages[0]
  const fallback = x('navPoint', { id: 'point-1', playOrder: '1' }, [
    x('navLabel', [x('text', firstStrong(edition.imprint.title[edition.language], edition.language))]), x('content', { src: first?.file ?? 'title-page.xhtml' }),
  ])
  const tree = x('ncx', { 'xmlns': 'http://www.daisy.org/z3986/2005/ncx/', 'version': '2005-1', 'xml:lang': edition.language }, [
    x('head', [x('meta', { name: 'dtb:uid', content: identifier })]),
    x('docTitle', [x('text', firstStrong(edition.imprint.title[edition.language], edition.language))]),
    x('navMap', points.length > 0 ? points : [fallback]),
    ...(targets.length > 0 ? [ncxPages(targets, Math.max(1, points.length))] : []),
  ])
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(tree, { closeEmptyElements: true })}\n`
}

/** Counted on from the points of the contents. */
const ncxPages = (targets: readonly PageTarget[], before: number) => x('pageList', targets.map(({ label, href, isFront }, index) =>
  x('pageTarget', { id: `target-${index + 1}`, type: isFront ? 'front' : 'normal', value: String(index + 1), playOrder: String(before + index + 1) }, [
    x('navLabel', [x('text', label)]), x('content', { src: href }),
  ])))
