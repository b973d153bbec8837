/** Direction: one of the whole book, said by every document and block in markup, and by nothing else. */

import { elementsIn, textOf, type Found } from '../../markup.ts'
import { at, directionIn, excerpt, hasArabic, hasLatin, isWithin, once, type Book, type Finding, type Rule } from '../rule.ts'
import { hasKind } from '../signs.ts'

const isDirection = (dir: string | undefined): boolean => dir === 'ltr' || dir === 'rtl'

/** `default` and nothing leave it to the reader. */
const progressionOf = ({ opf }: Book): string | undefined => opf?.elements.find(({ name }) => name === 'spine')?.attributes['page-progression-direction']

/** Files of the spine and the direction in which they are turned. */
const turning = once((book) => ({ files: new Set(book.spine.map((item) => item?.file)), progression: progressionOf(book) }))

function againstSpine({ attributes: { dir }, document: { file } }: Found, book: Book): string | undefined {
  const { files, progression } = turning(book)
  return isDirection(dir) && isDirection(progression) && dir !== progression && files.has(file) ? dir : undefined
}

/** A block of the other direction that doesn't say its own. */
function silent({ name, attributes, parent, lang, dir }: Found): string | undefined {
  const own = attributes['lang'] ?? attributes['xml:lang']
  if (own === undefined || name === 'html' || !parent || attributes['dir'] !== undefined) return undefined
  return directionIn(own) !== directionIn(parent.lang || own) && dir !== directionIn(own) ? `<${name} lang="${lang}">` : undefined
}

const isAgainst = (lang: string | undefined, dir: string | undefined): boolean => lang !== undefined && isDirection(dir) && dir !== directionIn(lang)

/** Embeddings, overrides and isolates; marks are harmless, and a manuscript may hold them. */
const controls = /[\u202A-\u202E\u2066-\u2069]/

const controlIn = (text: string): string | undefined => {
  if (!hasKind(text, 'control')) return undefined
  const control = controls.exec(text)?.[0]
  return control && `U+${control.charCodeAt(0).toString(16).toUpperCase()}`
}

function controlInAttributes({ attributes }: Found): string | undefined {
  for (const name in attributes) {
    const control = controlIn(attributes[name] ?? '')
    if (control !== undefined) return control
  }
  return undefined
}

/** In the package and the old contents, which are no documents of the book. */
const controlsBeside = ({ opf, ncx }: Book): Finding[] => [opf, ncx].flatMap((document) => (document?.nodes ?? []).flatMap((node) => {
  // A number in the place of the character is one when it is parsed.
  const control = node.isText ? controlIn(node.text) : controlInAttributes(node)
  return control === undefined ? [] : [at(node.isText ? node.within : node, control)]
}))

/** A style sheet's text, or an inner style's. */
interface Sheet {
  readonly file: string
  readonly line?: number
  readonly css: string
}

const sheets = once(({ items, files, documents }): readonly Sheet[] => [
  ...items.filter(({ type, file }) => type === 'text/css' && file !== undefined).map(({ file = '' }) => ({ file, css: files.get(file)?.toString('utf8') ?? '' })),
  ...documents.flatMap(({ file, elements }) => elements.flatMap((found) => {
    const css = found.name === 'style' ? textOf(found) : found.attributes['style']
    return css ? [{ file, line: found.line, css }] : []
  })),
])

const inSheets = (book: Book, fault: (css: string) => string | undefined): Finding[] => sheets(book).flatMap(({ css, ...place }) => {
  const value = fault(css)
  return value === undefined ? [] : [{ ...place, value }]
})

const withoutComments = (css: string): string => css.replaceAll(/\/\*[^]*?\*\//g, '')

/** As CSS writes them by their numbers. */
const escapedControl = /\\0{0,2}(?<code>202[a-e]|206[6-9])/i

function controlInSheet(css: string): string | undefined {
  const code = escapedControl.exec(css)?.groups?.['code']
  return code === undefined ? controlIn(css) : `U+${code.toUpperCase()}`
}

const apart = new Set(['bdi', 'code', 'pre', 'math', 'svg'])

const isIsolated = (found: Found): boolean => isWithin(found, ({ name, attributes }) => apart.has(name) || attributes['dir'] === 'ltr')

const isHead = (found: Found): boolean => isWithin(found, ({ name }) => name === 'head' || name === 'style' || name === 'script')

/** A row of a table whose cells have several languages. */
function pairInTable(found: Found): string | undefined {
  const languages = new Set(elementsIn(found).filter(({ name }) => name === 'td').map(({ lang }) => lang))
  return languages.size > 1 ? excerpt(textOf(found)) : undefined
}

export const directionRules: readonly Rule[] = [
  { name: 'html-dir', severity: 'error', of: ['html'], element: ({ attributes: { dir } }) => (isDirection(dir) ? undefined : dir ?? '') },
  { name: 'spine-direction', severity: 'error', of: ['html'], element: againstSpine },
  { name: 'lang-without-dir', severity: 'error', element: silent },
  {
    name: 'lang-against-dir', severity: 'error',
    element: ({ name, attributes: { lang, dir } }) => (isAgainst(lang, dir) ? `<${name} lang="${lang}" dir="${dir}">` : undefined),
    check: ({ opf }) => (opf?.elements ?? []).filter(({ attributes }) => isAgainst(attributes['xml:lang'], attributes['dir']))
      .map((found) => at(found, `<${found.name} xml:lang="${found.attributes['xml:lang']}" dir="${found.attributes['dir']}">`)),
  },
  {
    // A `bdi` says so by itself; an `html` is told of by a rule of its own.
    name: 'dir-auto', severity: 'error',
    element: ({ name, attributes: { dir } }) => (dir === 'auto' && name !== 'bdi' && name !== 'html' ? `<${name} dir="auto">` : undefined),
  },
  { name: 'css-direction', severity: 'error', check: (book) => inSheets(book, (css) => /(?<![-\w])(?:direction|unicode-bidi|writing-mode)\s*:/i.exec(withoutComments(css))?.[0]) },
  { name: 'css-width', severity: 'error', check: (book) => inSheets(book, (css) => /@media[^{]*\b(?:min-|max-)?(?:device-)?width\b/i.exec(withoutComments(css))?.[0]) },
  {
    name: 'bidi-control', severity: 'error', text: controlIn, element: controlInAttributes,
    check: (book) => [...controlsBeside(book), ...inSheets(book, controlInSheet)],
  },
  { name: 'bdo', severity: 'error', of: ['bdo'], element: textOf },
  {
    name: 'arabic-left-to-right', severity: 'error',
    text: (text, within) => (within.dir === 'ltr' && hasArabic(text) && !isHead(within) ? excerpt(text) : undefined),
  },
  {
    name: 'latin-not-isolated', severity: 'warning',
    text: (text, within) => (within.dir === 'rtl' && hasLatin(text) && !isHead(within) && !isIsolated(within) ? excerpt(text) : undefined),
  },
  { name: 'pairs-in-table', severity: 'error', of: ['tr'], element: pairInTable },
]
