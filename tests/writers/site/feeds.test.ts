/** Feeds and the map of the site, held against what their specifications ask for. */

import { posix } from 'node:path'
import { expect, test } from '@jest/globals'
import type { Element } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { toString } from 'hast-util-to-string'
import { languages } from '../../../pipeline/model/language.ts'
import { address, siteFiles } from './books.ts'

const files = siteFiles()

const rootOf = (name: string): Element => fromXml(files.get(name) ?? '').children.find((node) => node.type === 'element') as Element
const children = (element: Element, ...names: string[]): Element[] =>
  element.children.filter((node): node is Element => node.type === 'element' && (names.length === 0 || names.includes(node.name)))
const text = (element: Element | undefined): string => toString(element as never)
const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/
const catalogue = 'application/atom+xml;profile=opds-catalog;kind=acquisition'
/** The file on the site that an address of a feed leads to. */
const target = (language: string, href: string) => posix.join(language, decodeURI(href))

test.each(languages)('OPDS 1.2 (%s): a feed of acquisition, as Atom wants it', (language) => {
  const feed = rootOf(`${language}/opds.xml`)
  expect([feed.name, feed.attributes['xmlns'], feed.attributes['xml:lang']]).toEqual(['feed', 'http://www.w3.org/2005/Atom', language])
  for (const name of ['id', 'title', 'updated']) expect([name, children(feed, name).length]).toEqual([name, 1])
  expect(text(children(feed, 'updated')[0])).toMatch(isInstant)
  for (const rel of ['self', 'start']) expect(children(feed, 'link').filter(({ attributes }) => attributes['rel'] === rel).map(({ attributes }) => [attributes['href'], attributes['type']])).toEqual([['opds.xml', catalogue]])
  const known = ['id', 'title', 'updated', 'author', 'link', 'entry']
  expect(children(feed).filter(({ name }) => !known.includes(name))).toEqual([])
})

test.each(languages)('OPDS 1.2 (%s): every entry is complete, can be acquired, and leads to files that are there', (language) => {
  const entries = children(rootOf(`${language}/opds.xml`), 'entry')
  // Columns in print and parallel texts on screens are one edition; the Arabic text alone is another.
  expect(entries.map((entry) => children(entry, 'dc:language').map(text))).toEqual([['en', 'ar'], ['ar']])
  for (const entry of entries) {
    for (const name of ['id', 'title', 'updated']) expect([name, children(entry, name).length]).toEqual([name, 1])
    expect(text(children(entry, 'id')[0])).toMatch(/^urn:uuid:[0-9a-f-]{36}$/)
    expect(text(children(entry, 'updated')[0])).toBe('2020-07-01T00:00:00Z')
    expect(children(entry, 'author').map(text)).toEqual([language === 'en' ? 'Rana Sayegh' : 'رنا صايغ'])
    const links = children(entry, 'link').map(({ attributes }) => attributes)
    for (const { href, type } of links) expect([href, type !== undefined, files.has(target(language, href ?? ''))]).toEqual([href, true, true])
    expect(links.filter(({ rel }) => rel === 'http://opds-spec.org/acquisition/open-access').map(({ type }) => type)).toEqual(['application/pdf', 'application/epub+zip'])
    for (const rel of ['http://opds-spec.org/image', 'http://opds-spec.org/image/thumbnail']) expect(links.filter((link) => link['rel'] === rel).map(({ type }) => type)).toEqual(['image/png'])
  }
  expect(new Set(entries.map((entry) => text(children(entry, 'id')[0]))).size).toBe(entries.length)
})

interface Link { readonly rel?: string; readonly href: string; readonly type: string }
interface Publication { readonly metadata: Readonly<Record<string, unknown>>; readonly links: readonly Link[]; readonly images: readonly Link[] }

test.each(languages)('OPDS 2.0 (%s): a feed that names itself, of publications that name themselves and have a picture', (language) => {
  const feed = JSON.parse(files.get(`${language}/opds.json`) ?? '') as { metadata: { title: string; modified: string; numberOfItems: number }; links: Link[]; publications: Publication[] }
  expect(feed.metadata.title).toBe(language === 'en' ? 'Library' : 'المكتبة')
  expect(feed.metadata.modified).toMatch(isInstant)
  expect(feed.metadata.numberOfItems).toBe(2)
  expect(feed.links).toContainEqual({ rel: 'self', href: 'opds.json', type: 'application/opds+json' })
  expect(feed.publications.map(({ metadata }) => [metadata['language'], metadata['readingProgression']])).toEqual([[['en', 'ar'], 'ltr'], [['ar'], 'rtl']])
  for (const publication of feed.publications) {
    const { metadata, links, images } = publication
    expect(Object.keys(metadata['title'] as object)).toEqual(['en', 'ar'])
    expect(metadata).toMatchObject({ '@type': 'http://schema.org/Book', 'modified': '2020-07-01T00:00:00Z', 'published': '2020-07-01', 'author': [{ name: { en: 'Rana Sayegh', ar: 'رنا صايغ' } }] })
    expect(metadata['identifier']).toMatch(/^urn:uuid:/)
    expect(links.filter(({ rel }) => rel === 'http://opds-spec.org/acquisition/open-access')).toHaveLength(2)
    expect(images.length).toBeGreaterThan(0)
    expect(images.every(({ type }) => type === 'image/png')).toBe(true)
    for (const { href, type } of [...links, ...images]) expect([href, typeof type, files.has(target(language, href))]).toEqual([href, 'string', true])
    const self = links.filter(({ rel }) => rel === 'self')
    expect(self.map(({ type }) => type)).toEqual(['application/opds-publication+json'])
    expect(JSON.parse(files.get(target(language, self[0]?.href ?? '')) ?? '')).toEqual(publication)
  }
})

test('both feeds and both languages speak of the same publications', () => {
  const atom = children(rootOf('en/opds.xml'), 'entry').map((entry) => text(children(entry, 'id')[0]))
  for (const language of languages) {
    const { publications } = JSON.parse(files.get(`${language}/opds.json`) ?? '') as { publications: Publication[] }
    expect(publications.map(({ metadata }) => metadata['identifier'])).toEqual(atom)
  }
})

test('the map has every page but that of the search, each with its counterpart and itself', () => {
  const urls = children(rootOf('sitemap.xml'), 'url')
  const path = (url: Element) => text(children(url, 'loc')[0]).slice(address.length + 1)
  expect(urls.map(path)).toEqual(languages.flatMap((language) => ['index.html', 'the-ferry/index.html', 'the-ferry/chapter-1.html'].map((page) => `${language}/${page}`)))
  for (const url of urls) {
    const page = path(url).slice(3)
    expect(children(url, 'xhtml:link').map(({ attributes: { rel, hreflang, href } }) => [rel, hreflang, href])).toEqual(
      languages.map((language) => ['alternate', language, `${address}/${language}/${page}`]))
  }
})
