/** Contents, landmarks and pages, for new readers and for old ones. */

import { elementsIn, textOf, type Found } from '../../markup.ts'
import { fileAt } from '../open.ts'
import { at, directionIn, isWithin, listed, once, type Book, type Finding, type Rule } from '../rule.ts'

const navs = ({ nav }: Book, type: string): Found[] => (nav?.elements ?? []).filter(({ name, attributes }) => name === 'nav' && listed(attributes['epub:type']).includes(type))

/** Links of a list of the navigation, in order. */
const linksOf = (book: Book, type: string): Found[] => navs(book, type).flatMap(linksIn)

const linksIn = (nav: Found): Found[] => elementsIn(nav).filter(({ name }) => name === 'a')

const hrefOf = ({ attributes }: Found): string => attributes['href'] ?? ''

const typeOf = ({ attributes }: Found): string => attributes['epub:type'] ?? ''

/** The file that a link, or an entry of the old contents, leads to. */
const fileOf = ({ document, attributes }: Found): string | undefined => fileAt(document.file, attributes['href'] ?? attributes['src'] ?? '')?.file

const inNcx = ({ ncx }: Book, name: string): Found[] => (ncx?.elements ?? []).filter((element) => element.name === name)

/** Breaks of pages in the order of the spine. */
const pageBreaks = once(({ documents }): readonly Found[] => documents.flatMap(({ elements }) => elements.filter(isPageBreak)))

const isPageBreak = ({ attributes: { role, 'epub:type': type } }: Found): boolean => role === 'doc-pagebreak' || (type?.includes('pagebreak') === true && listed(type).includes('pagebreak'))

const keyOf = (file: string, id: string | undefined): string => `${file}#${id ?? ''}`

const targetOf = (link: Found): string => {
  const target = fileAt(link.document.file, hrefOf(link))
  return target ? keyOf(target.file, target.id) : ''
}

/** Whether some style sheet takes the numerals from lists of contents, or writes Arabic ones. */
const setsNumerals = ({ files, items }: Book): boolean => items.some(({ type, file }) =>
  type === 'text/css' && /(?:nav|\.toc)[^{}]*\b(?:ol|li)\b[^{}]*\{[^}]*list-style(?:-type)?\s*:\s*(?:none|arabic-indic)/.test(files.get(file ?? '')?.toString('utf8') ?? ''))

/** Entries that lead further back than one before them. */
function outOfOrder(book: Book): Finding[] {
  const order = new Map(book.spine.map((item, index) => [item?.file ?? '', index]))
  let last = -1
  return linksOf(book, 'toc').filter((link) => {
    const place = order.get(fileOf(link) ?? '')
    const isBack = place !== undefined && place < last
    last = Math.max(last, place ?? -1)
    return isBack
  }).map((link) => at(link, textOf(link).trim()))
}

/** Landmarks of a type that one before them in the same list has. */
const repeatedLandmarks = (book: Book): Finding[] => navs(book, 'landmarks').flatMap((nav) => {
  const links = linksIn(nav)
  const firsts = new Map(links.toReversed().map((link) => [typeOf(link), link]))
  return links.filter((link) => firsts.get(typeOf(link)) !== link).map((link) => at(link, typeOf(link)))
})

/** The list of pages must lead to every break, in order. */
function pageListFault(book: Book): Finding[] {
  const breaks = pageBreaks(book).map(({ document, attributes }) => keyOf(document.file, attributes['id']))
  const [list] = navs(book, 'page-list')
  if (!list) return breaks.length > 0 ? [{ file: book.nav?.file ?? '', value: `${breaks.length}` }] : []
  const links = linksIn(list)
  const wrong = links.find((link, index) => targetOf(link) !== breaks[index]) ?? (links.length < breaks.length ? list : undefined)
  return wrong ? [at(wrong, textOf(wrong).trim().slice(0, 40))] : []
}

function identifierOfNcx(book: Book): Finding[] {
  const wanted = book.opf?.elements[0]?.attributes['unique-identifier']
  const identifier = book.opf?.elements.find(({ name, attributes }) => name === 'dc:identifier' && attributes['id'] === wanted)
  if (!book.ncx || !identifier) return []
  const uid = inNcx(book, 'meta').find(({ attributes }) => attributes['name'] === 'dtb:uid')
  const value = uid?.attributes['content']
  return value === textOf(identifier).trim() ? [] : [uid ? at(uid, value ?? '') : { file: book.ncx.file, value: '' }]
}

function differencesOfNcx(book: Book): Finding[] {
  if (!book.ncx || !book.nav) return []
  const old = inNcx(book, 'content').filter((found) => isWithin(found, ({ name }) => name === 'navPoint')).map(fileOf)
  const wanted = linksOf(book, 'toc').map(fileOf)
  return old.join('\n') === wanted.join('\n') ? [] : [{ file: book.ncx.file, value: `${old.length} · ${wanted.length}` }]
}

export const navigationRules: readonly Rule[] = [
  { name: 'contents-missing', severity: 'error', check: (book) => (!book.opf || navs(book, 'toc').length === 1 ? [] : [{ file: book.nav?.file ?? book.opf.file, value: '' }]) },
  { name: 'contents-empty-entry', severity: 'error', check: (book) => linksOf(book, 'toc').filter((link) => textOf(link).trim() === '').map((link) => at(link, hrefOf(link))) },
  { name: 'contents-order', severity: 'error', check: outOfOrder },
  {
    name: 'contents-run-together', severity: 'error',
    check: (book) => linksOf(book, 'toc').filter((link) => /\p{Script=Latin}\p{Script=Arabic}|\p{Script=Arabic}\p{Script=Latin}/u.test(textOf(link))).map((link) => at(link, textOf(link).trim())),
  },
  { name: 'landmark-twice', severity: 'error', check: repeatedLandmarks },
  { name: 'landmark-untyped', severity: 'error', check: (book) => linksOf(book, 'landmarks').filter((link) => typeOf(link) === '').map((link) => at(link, textOf(link))) },
  { name: 'list-numerals', severity: 'error', check: (book) => (setsNumerals(book) ? [] : navs(book, 'toc').filter(({ lang }) => directionIn(lang) === 'rtl').map((nav) => at(nav, ''))) },
  { name: 'page-list', severity: 'error', check: pageListFault },
  {
    name: 'page-label', severity: 'error',
    check: (book) => pageBreaks(book).filter((found) => !(found.attributes['aria-label'] ?? found.attributes['title'] ?? textOf(found)).trim()).map((found) => at(found, found.attributes['id'] ?? '')),
  },
  { name: 'ncx-missing', severity: 'warning', check: ({ opf, ncx, broken }) => (!opf || ncx || broken.size > 0 ? [] : [{ file: opf.file, value: '' }]) },
  { name: 'ncx-identifier', severity: 'error', check: identifierOfNcx },
  { name: 'ncx-differs', severity: 'error', check: differencesOfNcx },
]
