/** What a site consists of: pages in both languages, ways that lead somewhere, every sentence once, feeds, a map. */

import { posix } from 'node:path'
import { expect, test } from '@jest/globals'
import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { segmentsOf } from '../../../pipeline/model/manuscript.ts'
import { languages } from '../../../pipeline/model/language.ts'
import { siteFaults } from '../../../pipeline/check/site.ts'
import { writeSite } from '../../../pipeline/writers/site/index.ts'
import { manuscripts } from '../told.ts'
import { address, ferry, siteFiles } from './books.ts'

const files = siteFiles()
const pages = [...files.keys()].filter((name) => name.endsWith('.html'))
const treeOf = (name: string): Root => unified().use(rehypeParse).parse(files.get(name) ?? '')

function all(tree: Root | Element, belongs: (element: Element) => boolean): Element[] {
  const found: Element[] = []
  visit(tree, 'element', (element) => { if (belongs(element)) found.push(element) })
  return found
}
const isTag = (...names: string[]) => ({ tagName }: Element) => names.includes(tagName)

test('each page stands in both languages, each with its direction', () => {
  const paths = (language: string) => pages.filter((name) => name.startsWith(`${language}/`)).map((name) => name.slice(3))
  expect(paths('en')).toEqual(['index.html', 'the-ferry/index.html', 'the-ferry/chapter-1.html', 'the-ferry/search.html'])
  expect(paths('ar')).toEqual(paths('en'))
  for (const path of paths('ar')) {
    const [html] = all(treeOf(`ar/${path}`), isTag('html'))
    expect([path, html?.properties['lang'], html?.properties['dir']]).toEqual([path, 'ar', 'rtl'])
    const alternates = all(treeOf(`en/${path}`), isTag('link')).filter(({ properties }) => properties['hrefLang'])
    expect(alternates.map(({ properties }) => [properties['hrefLang'], properties['href']])).toEqual([
      ['en', `${address}/en/${path}`], ['ar', `${address}/ar/${path}`], ['x-default', `${address}/index.html`],
    ])
  }
})

test.each(pages)('%s: every address on the site leads to a file, and to a place in it', (name) => {
  const ids = (file: string) => all(treeOf(file), ({ properties }) => properties['id'] !== undefined).map(({ properties }) => properties['id'])
  const targets = all(treeOf(name), ({ tagName, properties }) => tagName !== 'link' || !properties['hrefLang'])
    .flatMap(({ properties: { href, src, action } }) => [href, src, action]).filter((target) => typeof target === 'string' && !target.startsWith(address)) as string[]
  expect(targets.length).toBeGreaterThan(0)
  for (const target of targets) {
    const [path = '', id] = target.split('#')
    const file = path === '' ? name : posix.join(posix.dirname(name), path)
    expect([target, files.has(file)]).toEqual([target, true])
    if (id) expect([target, ids(file).filter((one) => one === decodeURIComponent(id)).length]).toEqual([target, 1])
  }
})

test.each(languages)('the chapter holds every sentence of both texts once, with the bead that it belongs to (%s)', (language) => {
  const spans = all(treeOf(`${language}/the-ferry/chapter-1.html`), ({ properties }) => [properties['className']].flat().includes('segment'))
  const expected = languages.flatMap((side) => segmentsOf(manuscripts[side]).map(({ id }) => id))
  expect(spans.map(({ properties }) => properties['id']).sort()).toEqual(expected.sort())
  const beadOf = (id: string) => spans.find(({ properties }) => properties['id'] === id)?.properties['dataBead']
  // 1:1 1:2 1:0 1:1 …: the second English sentence is two Arabic ones, the third has none.
  expect([beadOf('en-2'), beadOf('ar-2'), beadOf('ar-3')]).toEqual(['2', '2', '2'])
  expect(spans.filter(({ properties }) => properties['dataBead'] === '3').map(({ properties }) => properties['id'])).toEqual(['en-3'])
})

test('the page\'s language stands first, so that either side lies where it is read', () => {
  for (const language of languages) {
    const [passage] = all(treeOf(`${language}/the-ferry/chapter-1.html`), ({ properties }) => [properties['className']].flat().includes('passage'))
    expect(all(passage as Element, ({ properties }) => [properties['className']].flat().includes('side'))[0]?.properties['lang']).toBe(language)
  }
})

test('a book\'s page says what it is and offers its files with their sizes, in the digits of its language', () => {
  const [en, ar] = ['en', 'ar'].map((language) => treeOf(`${language}/the-ferry/index.html`))
  const text = (tree: Root | undefined) => toString(tree ?? { type: 'root', children: [] }).replaceAll(/\s+/g, ' ')
  for (const said of ['A crossing before dawn.', 'Rana Sayegh', 'Translated by Adam Vale', 'Heron Press', 'PDF 345 kB', 'EPUB 2 MB']) expect(text(en)).toContain(said)
  for (const said of ['عبور قبل الفجر.', 'رنا صايغ', 'ترجمة: آدم فيل', 'Heron Press', '٣٤٥ كيلوبايت']) expect(text(ar)).toContain(said)
  expect(all(en as Root, ({ properties }) => properties['download'] !== undefined).map(({ properties }) => properties['href'])).toEqual(
    ['columns.pdf', 'ar.pdf', 'parallel-en.epub', 'ar.epub'].map((name) => `../../books/the-ferry/${name}`))
})

test('nothing is loaded from elsewhere, and no page has a script or a style of its own', () => {
  for (const name of pages) {
    for (const { tagName, properties, children } of all(treeOf(name), isTag('script', 'img', 'style'))) {
      expect([name, tagName, children, String(properties['src']).includes(':')]).toEqual([name, tagName, [], false])
    }
  }
})

test('the same books give the same bytes', () => {
  expect(siteFiles()).toEqual(files)
})

test('faults: two books of one name, nothing to download, no address', () => {
  const rules = (...given: Parameters<typeof writeSite>) => writeSite(...given).messages.map(({ rule, severity }) => `${severity} ${rule}`)
  expect(rules([ferry], { address })).toEqual([])
  expect(rules([{ ...ferry, files: [] }], { address: undefined })).toEqual(['note site/no-files', 'note site/no-address'])
  expect(rules([ferry, ferry], { address })).toEqual(['error site/same-name'])
  expect(writeSite([ferry, ferry], { address }).artifacts).toEqual([])
  const names = [...siteFiles([{ ...ferry, files: [] }], { address: undefined }).keys()]
  expect(names.filter((name) => /opds|sitemap/.test(name))).toEqual([])
})

test('a site that loses a word is told of, in the language of the pages that lost it', () => {
  const { artifacts } = writeSite([ferry], { address })
  const books = [{ name: 'the-ferry', manuscripts }]
  expect(siteFaults(books, artifacts)).toEqual([])
  const broken = artifacts.map(({ name, bytes }) => ({
    name, bytes: name === 'ar/the-ferry/chapter-1.html' ? Buffer.from(Buffer.from(bytes).toString('utf8').replace('sandbank', '')) : bytes,
  }))
  expect(siteFaults(books, broken).map(({ rule, language, values }) => [rule, language, values])).toEqual([
    ['check/edition-lost-word', 'en', { edition: 'ar/the-ferry', word: 'sandbank' }],
  ])
})
