/** Direction: one of the whole book, said by every document and block in markup, and by nothing else. */

import type { Found } from '../open.ts'
import { directionIn, hasArabic, hasLatin, isWithin, textOf, type Book, type Finding, type Rule } from '../rule.ts'

/** `default` and nothing leave it to the reader. */
const progressionOf = ({ opf }: Book): string | undefined => opf?.elements.find(({ element }) => element.name === 'spine')?.element.attributes['page-progression-direction']

const everywhere = ({ documents }: Book, is: (found: Found, file: string) => boolean, valueOf: (found: Found) => string): Finding[] =>
  documents.flatMap(({ file, elements }) => elements.filter((found) => is(found, file)).map((found) => ({ file, at: found.element, value: valueOf(found) })))

const styles = /(?<![-\w])(?:direction|unicode-bidi|writing-mode)\s*:/i

/** Text of every style sheet, inner ones too, with where it stands. */
function sheets({ items, files, documents }: Book): { file: string; at?: Found['element']; css: string }[] {
  return [
    ...items.filter(({ type, file }) => type === 'text/css' && file !== undefined).map(({ file = '' }) => ({ file, css: files.get(file)?.toString('utf8') ?? '' })),
    ...documents.flatMap(({ file, elements }) => elements.flatMap(({ element }) =>
      (element.name === 'style' ? [{ file, at: element, css: textOf(element) }] : element.attributes['style'] ? [{ file, at: element, css: element.attributes['style'] }] : []))),
  ]
}

const inStyles = (book: Book, pattern: RegExp): Finding[] => sheets(book).flatMap(({ file, at, css }) => {
  const found = pattern.exec(css.replaceAll(/\/\*[^]*?\*\//g, ''))
  return found ? [{ file, at, value: found[0] }] : []
})

/** Embeddings, overrides and isolates; marks are harmless, and a manuscript may hold them. */
const controls = /[\u202A-\u202E\u2066-\u2069]/

const codeOf = (text: string): string => `U+${(controls.exec(text)?.[0] ?? '').charCodeAt(0).toString(16).toUpperCase()}`

function controlIn({ attributes }: Found['element']): string | undefined {
  for (const name in attributes) if (controls.test(attributes[name] ?? '')) return attributes[name]
  return undefined
}

/** As CSS writes them by their numbers. */
const escapedControl = /\\0{0,2}(?:202[a-e]|206[6-9])/i

const inSheets = (book: Book): Finding[] => sheets(book).flatMap(({ file, at, css }) => {
  const escaped = escapedControl.exec(css)?.[0]
  return controls.test(css) || escaped ? [{ file, at, value: escaped ? `U+${escaped.replace(/^\\0*/, '').toUpperCase()}` : codeOf(css) }] : []
})

const bidiControls = (book: Book): Finding[] => [
  // A number in the place of the character is one when it is parsed.
  ...[...book.documents, ...[book.opf, book.ncx].flatMap((other) => other ?? [])].flatMap(({ file, texts, elements }) => [
    ...texts.filter(({ text }) => controls.test(text)).map(({ text, within }) => ({ file, at: within.element, value: codeOf(text) })),
    ...elements.filter(({ element }) => controlIn(element) !== undefined).map(({ element }) => ({ file, at: element, value: codeOf(controlIn(element) ?? '') })),
  ]),
  ...inSheets(book),
]

const isIsolated = (found: Found): boolean => isWithin(found, ({ name, attributes }) => ['bdi', 'code', 'pre', 'math', 'svg'].includes(name) || attributes['dir'] === 'ltr')

const isHead = (found: Found): boolean => isWithin(found, ({ name }) => name === 'head' || name === 'style' || name === 'script')

const inTexts = ({ documents }: Book, is: (text: string, within: Found) => boolean): Finding[] =>
  documents.flatMap(({ file, texts }) => texts.filter(({ text, within }) => is(text, within)).map(({ text, within }) => ({ file, at: within.element, value: text.trim().slice(0, 60) })))

const isAgainst = (lang: string | undefined, dir: string | undefined): boolean => lang !== undefined && (dir === 'ltr' || dir === 'rtl') && dir !== directionIn(lang)

export const directionRules: readonly Rule[] = [
  {
    name: 'html-dir', severity: 'error',
    check: (book) => everywhere(book, ({ element }) => element.name === 'html' && !/^(?:ltr|rtl)$/.test(element.attributes['dir'] ?? ''), ({ element }) => element.attributes['dir'] ?? ''),
  },
  {
    name: 'spine-direction', severity: 'error',
    check: (book) => {
      const inSpine = new Set(book.spine.map((item) => item?.file))
      const progression = progressionOf(book)
      const isOther = ({ element }: Found) => element.name === 'html' && /^(?:ltr|rtl)$/.test(element.attributes['dir'] ?? '') && element.attributes['dir'] !== progression
      return progression === 'ltr' || progression === 'rtl' ? everywhere(book, (found, file) => inSpine.has(file) && isOther(found), ({ element }) => element.attributes['dir'] ?? '') : []
    },
  },
  {
    name: 'lang-without-dir', severity: 'error',
    check: (book) => everywhere(book, ({ element, parent, dir }) => {
      const own = element.attributes['lang'] ?? element.attributes['xml:lang']
      return own !== undefined && element.name !== 'html' && parent !== undefined && directionIn(own) !== directionIn(parent.lang || own) && element.attributes['dir'] === undefined && dir !== directionIn(own)
    }, ({ element, lang }) => `<${element.name} lang="${lang}">`),
  },
  {
    name: 'lang-against-dir', severity: 'error',
    check: (book) => [
      ...everywhere(book, ({ element: { attributes } }) => isAgainst(attributes['lang'], attributes['dir']), ({ element }) => `<${element.name} lang="${element.attributes['lang']}" dir="${element.attributes['dir']}">`),
      ...(book.opf?.elements ?? []).filter(({ element: { attributes } }) => isAgainst(attributes['xml:lang'], attributes['dir']))
        .map(({ element }) => ({ file: book.opf?.file ?? '', at: element, value: `<${element.name} xml:lang="${element.attributes['xml:lang']}" dir="${element.attributes['dir']}">` })),
    ],
  },
  {
    // A `bdi` says so by itself; an `html` is told of by a rule of its own.
    name: 'dir-auto', severity: 'error',
    check: (book) => everywhere(book, ({ element }) => element.attributes['dir'] === 'auto' && element.name !== 'bdi' && element.name !== 'html', ({ element }) => `<${element.name} dir="auto">`),
  },
  { name: 'css-direction', severity: 'error', check: (book) => inStyles(book, styles) },
  { name: 'css-width', severity: 'error', check: (book) => inStyles(book, /@media[^{]*\b(?:min-|max-)?(?:device-)?width\b/i) },
  { name: 'bidi-control', severity: 'error', check: bidiControls },
  { name: 'bdo', severity: 'error', check: (book) => everywhere(book, ({ element }) => element.name === 'bdo', ({ element }) => textOf(element)) },
  { name: 'arabic-left-to-right', severity: 'error', check: (book) => inTexts(book, (text, within) => within.dir === 'ltr' && hasArabic(text) && !isHead(within)) },
  {
    name: 'latin-not-isolated', severity: 'warning',
    check: (book) => inTexts(book, (text, within) => within.dir === 'rtl' && hasLatin(text) && !isHead(within) && !isIsolated(within)),
  },
  {
    name: 'pairs-in-table', severity: 'error',
    check: (book) => everywhere(book, ({ element, at }, file) => {
      if (element.name !== 'tr') return false
      const elements = book.documents.find((document) => document.file === file)?.elements ?? []
      const cells: Found[] = []
      for (let index = at + 1; index < elements.length && isWithin(elements[index], (one) => one === element); index++) if (elements[index]?.element.name === 'td') cells.push(elements[index] as Found)
      return cells.length > 1 && new Set(cells.map(({ lang }) => lang)).size > 1
    }, ({ element }) => textOf(element).trim().slice(0, 60)),
  },
]
