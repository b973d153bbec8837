/** What travels with the text: nothing that runs, nothing from outside, nothing that is not there. */

import { fileAt } from '../open.ts'
import { textOf, type Book, type Finding, type Rule } from '../rule.ts'

const active = new Set(['script', 'iframe', 'object', 'embed', 'form', 'input', 'button', 'foreignObject'])

function scripts({ documents, items, files }: Book): Finding[] {
  return [
    ...documents.flatMap(({ file, elements }) => elements.flatMap(({ element }) => {
      const handler = Object.keys(element.attributes).find((name) => /^on[a-z]+$/i.test(name))
      const runs = active.has(element.name) ? element.name : handler ?? (/^\s*javascript:/i.test(element.attributes['href'] ?? '') ? 'javascript:' : undefined)
      return runs === undefined ? [] : [{ file, at: element, value: runs }]
    })),
    ...items.filter(({ type, properties }) => /javascript|ecmascript/.test(type) || properties.includes('scripted')).map(({ href, element }) => ({ file: href, at: element, value: href })),
    ...items.filter(({ type }) => type === 'image/svg+xml').flatMap(({ file = '' }) => {
      const found = /<script\b|\son[a-z]+\s*=|<foreignObject\b|javascript:/i.exec(files.get(file)?.toString('utf8') ?? '')
      return found ? [{ file, value: found[0].trim() }] : []
    }),
  ]
}

const outside = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i

function remote({ documents, items, files }: Book): Finding[] {
  const addresses = ['src', 'poster', 'data', 'srcset', 'xlink:href']
  return [
    ...documents.flatMap(({ file, elements }) => elements.flatMap(({ element }) => {
      const found = [...addresses, ...(element.name === 'link' || element.name === 'image' ? ['href'] : [])].map((name) => element.attributes[name] ?? '').find((value) => outside.test(value))
      return found === undefined ? [] : [{ file, at: element, value: found }]
    })),
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
    ...documents.flatMap(({ file, elements }) => elements.flatMap(({ element }) => {
      const address = element.name === 'img' || element.name === 'source' ? element.attributes['src'] : element.name === 'link' ? element.attributes['href'] : undefined
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
