/** Contents, landmarks and pages, for new readers and for old ones. */

import { fileAt, type ContentDocument, type Found } from '../open.ts'
import { attribute, directionIn, isWithin, listed, textOf, type Book, type Finding, type Rule } from '../rule.ts'

const navs = ({ nav }: Book, type: string): Found[] => (nav?.elements ?? []).filter(({ element }) => element.name === 'nav' && listed(element.attributes['epub:type']).includes(type))

const linksIn = ({ nav }: Book, within: Found): Found[] => (nav?.elements ?? []).filter((found) => found.element.name === 'a' && isWithin(found, (element) => element === within.element))

const at = ({ nav }: Book, { element }: Found, value = ''): Finding => ({ file: nav?.file ?? '', at: element, value })

const inNcx = (book: Book, name: string) => (book.ncx?.elements ?? []).filter(({ element }) => element.name === name)

/** Where breaks of pages stand, `file#id`, in the order of the spine. */
const pageBreaks = ({ documents }: Book) => documents.flatMap((document) => document.elements.filter(({ element }) => isPageBreak(element.attributes)).map(({ element }) => ({ document, element })))

const isPageBreak = (attributes: Readonly<Record<string, string>>): boolean => attributes['role'] === 'doc-pagebreak' || (attributes['epub:type']?.includes('pagebreak') === true && listed(attributes['epub:type']).includes('pagebreak'))

const targetOf = (document: ContentDocument | undefined, found: Found): string => {
  const target = fileAt(document?.file ?? '', attribute(found, 'href') ?? '')
  return target ? `${target.file}#${target.id ?? ''}` : ''
}

/** Whether some style sheet takes the numerals from lists of contents, or writes Arabic ones. */
const setsNumerals = ({ files, items }: Book): boolean => items.some(({ type, file }) =>
  type === 'text/css' && /(?:nav|\.toc)[^{}]*\b(?:ol|li)\b[^{}]*\{[^}]*list-style(?:-type)?\s*:\s*(?:none|arabic-indic)/.test(files.get(file ?? '')?.toString('utf8') ?? ''))

export const navigationRules: readonly Rule[] = [
  { name: 'contents-missing', severity: 'error', check: (book) => (!book.opf || navs(book, 'toc').length === 1 ? [] : [{ file: book.nav?.file ?? book.opf.file }]) },
  {
    name: 'contents-empty-entry', severity: 'error',
    check: (book) => navs(book, 'toc').flatMap((nav) => linksIn(book, nav)).filter(({ element }) => textOf(element).trim() === '').map((link) => at(book, link, attribute(link, 'href') ?? '')),
  },
  {
    name: 'contents-order', severity: 'error',
    check: (book) => {
      const order = new Map(book.spine.map((item, index) => [item?.file ?? '', index]))
      let last = -1
      return navs(book, 'toc').flatMap((nav) => linksIn(book, nav)).filter((link) => {
        const place = order.get(fileAt(book.nav?.file ?? '', attribute(link, 'href') ?? '')?.file ?? '')
        const isBack = place !== undefined && place < last
        last = Math.max(last, place ?? -1)
        return isBack
      }).map((link) => at(book, link, textOf(link.element).trim()))
    },
  },
  {
    name: 'contents-run-together', severity: 'error',
    check: (book) => navs(book, 'toc').flatMap((nav) => linksIn(book, nav)).filter(({ element }) => /\p{Script=Latin}\p{Script=Arabic}|\p{Script=Arabic}\p{Script=Latin}/u.test(textOf(element)))
      .map((link) => at(book, link, textOf(link.element).trim())),
  },
  {
    name: 'landmark-twice', severity: 'error',
    check: (book) => navs(book, 'landmarks').flatMap((nav) => {
      const seen = new Set<string>()
      return linksIn(book, nav).filter((link) => {
        const type = attribute(link, 'epub:type') ?? ''
        const isKnown = seen.has(type)
        seen.add(type)
        return isKnown
      }).map((link) => at(book, link, attribute(link, 'epub:type') ?? ''))
    }),
  },
  {
    name: 'landmark-untyped', severity: 'error',
    check: (book) => navs(book, 'landmarks').flatMap((nav) => linksIn(book, nav)).filter((link) => !attribute(link, 'epub:type')).map((link) => at(book, link, textOf(link.element))),
  },
  {
    name: 'list-numerals', severity: 'error',
    check: (book) => (setsNumerals(book) ? [] : navs(book, 'toc').filter(({ lang }) => directionIn(lang) === 'rtl').map((nav) => at(book, nav))),
  },
  {
    name: 'page-list', severity: 'error',
    check: (book) => {
      const breaks = pageBreaks(book).map(({ document, element }) => `${document.file}#${element.attributes['id'] ?? ''}`)
      const [list] = navs(book, 'page-list')
      if (!list) return breaks.length > 0 ? [{ file: book.nav?.file ?? '', value: `${breaks.length}` }] : []
      const links = linksIn(book, list)
      const wrong = links.find((link, index) => targetOf(book.nav, link) !== breaks[index]) ?? (links.length < breaks.length ? list : undefined)
      return wrong ? [at(book, wrong, textOf(wrong.element).trim().slice(0, 40))] : []
    },
  },
  {
    name: 'page-label', severity: 'error',
    check: (book) => pageBreaks(book).filter(({ element }) => !(element.attributes['aria-label'] ?? element.attributes['title'] ?? textOf(element)).trim())
      .map(({ document, element }) => ({ file: document.file, at: element, value: element.attributes['id'] ?? '' })),
  },
  { name: 'ncx-missing', severity: 'warning', check: (book) => (!book.opf || book.ncx || book.broken.size > 0 ? [] : [{ file: book.opf.file }]) },
  {
    name: 'ncx-identifier', severity: 'error',
    check: (book) => {
      const wanted = book.opf?.elements[0]?.element.attributes['unique-identifier']
      const identifier = book.opf?.elements.find(({ element }) => element.name === 'dc:identifier' && element.attributes['id'] === wanted)
      const uid = inNcx(book, 'meta').find(({ element }) => element.attributes['name'] === 'dtb:uid')
      return book.ncx && identifier && uid?.element.attributes['content'] !== textOf(identifier.element).trim() ? [{ file: book.ncx.file, at: uid?.element, value: uid?.element.attributes['content'] ?? '' }] : []
    },
  },
  {
    name: 'ncx-differs', severity: 'error',
    check: (book) => {
      if (!book.ncx || !book.nav) return []
      const { file } = book.ncx
      const old = inNcx(book, 'content').filter((found) => isWithin(found, ({ name }) => name === 'navPoint')).map(({ element }) => fileAt(file, element.attributes['src'] ?? '')?.file)
      const wanted = navs(book, 'toc').flatMap((nav) => linksIn(book, nav)).map((link) => fileAt(book.nav?.file ?? '', attribute(link, 'href') ?? '')?.file)
      return old.join('\n') === wanted.join('\n') ? [] : [{ file, value: `${old.length} · ${wanted.length}` }]
    },
  },
]
