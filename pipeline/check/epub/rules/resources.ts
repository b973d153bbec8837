/** What travels with the text: nothing that runs, nothing from outside, nothing that is not there. */

import { fileAt, type ParsedElement } from '../open.ts'
import { textOf, type Book, type Finding, type Rule } from '../rule.ts'

const active = new Set(['script', 'iframe', 'object', 'embed', 'form', 'input', 'button', 'foreignObject'])

/** What `fault` says of the elements of which it says anything. */
function inElements(documents: Book['documents'], fault: (element: ParsedElement) => string | undefined): Finding[] {
  const findings: Finding[] = []
  for (const { file, elements } of documents) {
    for (const { element } of elements) {
      const value = fault(element)
      if (value !== undefined) findings.push({ file, at: element, value })
    }
  }
  return findings
}

function inAttributes({ attributes }: ParsedElement, fault: (name: string, value: string) => string | undefined): string | undefined {
  for (const name in attributes) {
    const found = fault(name, attributes[name] ?? '')
    if (found !== undefined) return found
  }
  return undefined
}

/** Asked of every attribute of a book, most of which begin otherwise. */
const isHandler = (name: string): boolean => (name.startsWith('o') || name.startsWith('O')) && /^on[a-z]+$/i.test(name)

function scripts({ documents, items, files }: Book): Finding[] {
  return [
    ...inElements(documents, (element) => (active.has(element.name) ? element.name : inAttributes(element, (name, value) =>
      (isHandler(name) ? name : name === 'href' && /^\s*javascript:/i.test(value) ? 'javascript:' : undefined)))),
    ...items.filter(({ type, properties }) => /javascript|ecmascript/.test(type) || properties.includes('scripted')).map(({ href, element }) => ({ file: href, at: element, value: href })),
    ...items.filter(({ type }) => type === 'image/svg+xml').flatMap(({ file = '' }) => {
      const found = /<script\b|\son[a-z]+\s*=|<foreignObject\b|javascript:/i.exec(files.get(file)?.toString('utf8') ?? '')
      return found ? [{ file, value: found[0].trim() }] : []
    }),
  ]
}

const addresses = new Set(['src', 'poster', 'data', 'srcset', 'xlink:href'])

const outside = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i

function remote({ documents, items, files }: Book): Finding[] {
  return [
    ...inElements(documents, (element) => inAttributes(element, (name, value) =>
      ((addresses.has(name) || (name === 'href' && (element.name === 'link' || element.name === 'image'))) && outside.test(value) ? value : undefined))),
    ...items.filter(({ href }) => outside.test(href)).map(({ href, element }) => ({ file: href, at: element, value: href })),
    ...items.filter(({ type }) => type === 'text/css' || type === 'image/svg+xml').flatMap(({ file = '' }) => {
      const found = /(?:url\(\s*["']?|@import\s+["']|(?:xlink:)?href=["'])((?:https?:)?\/\/[^"')\s]+)/i.exec((files.get(file)?.toString('utf8') ?? '').replaceAll(/\sxmlns(?::\w+)?="[^"]*"/g, ''))
      return found?.[1] ? [{ file, value: found[1] }] : []
    }),
  ]
}

/** Addresses in style sheets and of pictures that lead to no file. */
function missing({ documents, items, files }: Book): Finding[] {
  const isMissing = (from: string, href: string) => {
    const target = fileAt(from, href)
    return target !== undefined && !files.has(target.file)
  }
  return [
    ...documents.flatMap(({ file, elements }) => elements.filter(({ element: { name } }) => name === 'img' || name === 'source' || name === 'link').flatMap(({ element }) => {
      const address = element.name === 'link' ? element.attributes['href'] : element.attributes['src']
      return address && isMissing(file, address) ? [{ file, at: element, value: address }] : []
    })),
    ...items.filter(({ type }) => type === 'text/css').flatMap(({ file = '' }) =>
      [...(files.get(file)?.toString('utf8') ?? '').matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)].filter(([, href = '']) => !href.startsWith('data:') && !href.startsWith('#') && isMissing(file, href)).map(([, href = '']) => ({ file, value: href }))),
  ]
}

export const resourceRules: readonly Rule[] = [
  { name: 'script', severity: 'error', check: scripts },
  { name: 'remote', severity: 'error', check: remote },
  { name: 'resource-missing', severity: 'error', check: missing },
  {
    name: 'document-empty', severity: 'error',
    check: ({ documents, spine }) => {
      const inSpine = new Set(spine.map((item) => item?.file))
      return documents.filter(({ file, elements, texts }) => inSpine.has(file) && !elements.some(({ element }) => ['img', 'svg', 'image', 'math', 'video', 'audio'].includes(element.name)) &&
        texts.every(({ text, within }) => within.element.name === 'title' || text.trim() === '')).map(({ file }) => ({ file }))
    },
  },
  {
    name: 'cover', severity: 'error',
    check: ({ opf, items }) => {
      const named = opf?.elements.find(({ element }) => element.name === 'meta' && element.attributes['name'] === 'cover')
      const item = named && items.find(({ id }) => id === named.element.attributes['content'])
      return opf && named && !item?.properties.includes('cover-image') ? [{ file: opf.file, at: named.element, value: textOf(named.element) || named.element.attributes['content'] || '' }] : []
    },
  },
]
