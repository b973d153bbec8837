/** What travels with the text: nothing that runs, nothing from outside, nothing that is not there. */

import { textOf, type Found } from '../../markup.ts'
import { fileAt, type ManifestItem } from '../open.ts'
import { at, type Book, type Finding, type Rule } from '../rule.ts'

const active = new Set(['script', 'iframe', 'object', 'embed', 'form', 'input', 'button', 'foreignObject'])

/** Asked of every attribute of a book, most of which begin otherwise. */
const isHandler = (name: string): boolean => (name.startsWith('o') || name.startsWith('O')) && /^on[a-z]+$/i.test(name)

/** What of an element runs. */
function running({ name, attributes }: Found): string | undefined {
  if (active.has(name)) return name
  for (const attribute in attributes) {
    if (isHandler(attribute)) return attribute
    if (attribute === 'href' && /^\s*javascript:/i.test(attributes[attribute] ?? '')) return 'javascript:'
  }
  return undefined
}

/** What `fault` says of the texts of such files. */
const inFiles = ({ items, files }: Book, is: (item: ManifestItem) => boolean, fault: (text: string) => string | undefined): Finding[] =>
  items.filter(is).flatMap(({ file = '' }) => {
    const value = fault(files.get(file)?.toString('utf8') ?? '')
    return value === undefined ? [] : [{ file, value }]
  })

const isDrawing = ({ type }: ManifestItem): boolean => type === 'image/svg+xml'
const isSheet = ({ type }: ManifestItem): boolean => type === 'text/css'

const scripts = (book: Book): Finding[] => [
  ...book.items.filter(({ type, properties }) => /javascript|ecmascript/.test(type) || properties.includes('scripted')).map(({ href, element }) => at(element, href)),
  ...inFiles(book, isDrawing, (text) => /<script\b|\son[a-z]+\s*=|<foreignObject\b|javascript:/i.exec(text)?.[0].trim()),
]

const addresses = ['src', 'poster', 'data', 'srcset', 'xlink:href']

const outside = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i

/** The first address that an element loads from elsewhere. */
function loadedFromOutside({ name, attributes }: Found): string | undefined {
  const { href } = attributes
  if (href !== undefined && (name === 'link' || name === 'image') && outside.test(href)) return href
  for (const address of addresses) {
    const value = attributes[address]
    if (value !== undefined && outside.test(value)) return value
  }
  return undefined
}

const remoteFiles = (book: Book): Finding[] => [
  ...book.items.filter(({ href }) => outside.test(href)).map(({ href, element }) => at(element, href)),
  ...inFiles(book, (item) => isSheet(item) || isDrawing(item), (text) =>
    /(?:url\(\s*["']?|@import\s+["']|(?:xlink:)?href=["'])((?:https?:)?\/\/[^"')\s]+)/i.exec(text.replaceAll(/\sxmlns(?::\w+)?="[^"]*"/g, ''))?.[1]),
]

function isMissing(from: string, href: string, { files }: Book): boolean {
  const target = fileAt(from, href)
  return target !== undefined && !files.has(target.file)
}

/** The address of a picture or a style sheet that leads to no file. */
function missing({ name, attributes, document: { file } }: Found, book: Book): string | undefined {
  const address = name === 'link' ? attributes['href'] : attributes['src']
  return address && isMissing(file, address, book) ? address : undefined
}

/** Addresses in style sheets that lead to no file. */
const missingInSheets = (book: Book): Finding[] => book.items.filter(isSheet).flatMap(({ file = '' }) =>
  [...(book.files.get(file)?.toString('utf8') ?? '').matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)].map(([, href = '']) => href)
    .filter((href) => !href.startsWith('data:') && !href.startsWith('#') && isMissing(file, href, book)).map((value) => ({ file, value })))

const shows = new Set(['img', 'svg', 'image', 'math', 'video', 'audio'])

/** Documents of the spine that hold neither words nor anything else to see or hear. */
function emptyDocuments({ documents, spine }: Book): Finding[] {
  const inSpine = new Set(spine.map((item) => item?.file))
  return documents.filter(({ file, nodes }) => inSpine.has(file) && nodes.every((node) =>
    (node.isText ? node.within.name === 'title' || node.text.trim() === '' : !shows.has(node.name)))).map(({ file }) => ({ file, value: '' }))
}

/** A picture that old readers take for the cover, and new ones do not. */
function unmarkedCover({ opf, items }: Book): Finding[] {
  const named = opf?.elements.find(({ name, attributes }) => name === 'meta' && attributes['name'] === 'cover')
  const item = named && items.find(({ id }) => id === named.attributes['content'])
  return named && !item?.properties.includes('cover-image') ? [at(named, textOf(named) || named.attributes['content'] || '')] : []
}

export const resourceRules: readonly Rule[] = [
  { name: 'script', severity: 'error', element: running, check: scripts },
  { name: 'remote', severity: 'error', element: loadedFromOutside, check: remoteFiles },
  { name: 'resource-missing', severity: 'error', of: ['img', 'source', 'link'], element: missing, check: missingInSheets },
  { name: 'document-empty', severity: 'error', check: emptyDocuments },
  { name: 'cover', severity: 'error', check: unmarkedCover },
]
