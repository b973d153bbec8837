/** Pages of the print in an EPUB: where they begin, and that list and marks agree. */

import { expect, test } from '@jest/globals'
import { h } from 'hastscript'
import { firstStrong } from '../../pipeline/writers/epub/first-strong.ts'
import { writeEpub } from '../../pipeline/writers/epub/index.ts'
import { pageStarts } from '../../pipeline/writers/epub/page-list.ts'
import { lintBytes } from '../../pipeline/check/epub/index.ts'
import { book, chapter, edition, paragraph } from '../support/edition.ts'
import { unzipped } from '../support/zip.ts'

const page = (...pieces: string[]) => `<div class="page"><div class="head"><span class="segment" id="en-99">Head</span></div><div class="column">${pieces.join('')}</div></div>`
const whole = (id: string, text: string) => `<span class="segment" id="${id}">${text}</span>`
const rest = (id: string, text: string) => `<span class="segment rest" data-id="${id}">${text}</span>`
const leaves = [1, 2, 3, 4].map((number) => ({ number, folio: { isFront: number === 1, number: number === 1 ? 1 : number - 1 } }))

test('a page begins with a sentence, or after so many letters of one that has begun; one without text begins nothing', () => {
  const html = page(whole('en-1', 'One two <a class="note-reference">1</a>')) + page() + page(rest('en-1', 'three 4.')) + page(rest('en-1', 'five'), whole('en-2', 'Six.'))
  expect(pageStarts(html, leaves).en.map(({ number, segment, letters }) => `${number} ${segment} ${letters}`)).toEqual(['1 en-1 0', '3 en-1 6', '4 en-1 12'])
})

test('where both languages share a page, the one that leads counts', () => {
  const html = page(whole('en-1', 'One'), whole('ar-1', 'واحد')) + page(rest('ar-1', 'اثنان'), whole('en-2', 'Two'))
  const starts = pageStarts(html, leaves)
  expect(starts.en.map(({ segment }) => segment)).toEqual(['en-1', 'en-2'])
  expect(starts.ar.map(({ segment, letters }) => `${segment} ${letters}`)).toEqual(['ar-1 0', 'ar-1 4'])
})

const segment = (id: string, ...children: Parameters<typeof h>[2][]) => h('span', { className: ['segment'], id }, ...children)

async function written(language: 'en' | 'ar', starts: { segment: string; letters: number }[], ...children: ReturnType<typeof segment>[]) {
  const made = edition(language, chapter('one', { [language]: language === 'en' ? 'Clay' : 'الطين' }, paragraph(language, ...children)))
  const pages = { source: 'en.pdf', starts: starts.map((start, index) => ({ ...start, number: index + 1, folio: { isFront: index === 0, number: index + 1 } })) }
  const { bytes } = await writeEpub(made, { name: 'x.epub', book, pages })
  const files = await unzipped(bytes)
  return { bytes, text: (name: string) => files.get(`EPUB/${name}`)?.toString('utf8') ?? '' }
}

const marked = (html: string) => html.replaceAll(/<span class="page-break" id="page-(\d)"[^>]*><\/span>/g, '|$1|').replaceAll(/<(?!\/?p)[^>]*>/g, '').match(/<p[^>]*>(.*)<\/p>/)?.[1]

test('a mark stands before the word with which its page begins, inside emphasis too, never inside a word', async () => {
  const starts = [{ segment: 'en-1', letters: 0 }, { segment: 'en-1', letters: 9 }, { segment: 'en-2', letters: 3 }, { segment: 'en-2', letters: 99 }]
  const { text } = await written('en', starts, segment('en-1', 'Clay is ', h('em', 'red earth'), '.'), segment('en-2', 'Fire is hot.'))
  expect(marked(text('one.xhtml'))).toBe('|1|Clay is red |2|earth.Fire |3|is hot.|4|')
})

test('a number and its unit stand in one piece, in every edition alike; code and titles are as they were', async () => {
  const sentence = segment('en-1', 'At 18 °C the clay—wet, 5–6 mm', h('em', ' & dry'), ' is ', h('code', '18 mm'), '.')
  const text = '<span class="segment" id="en-1">At <span class="together">18 °C</span> the <span class="together">clay—</span>wet, <span class="together">5–6 mm</span><em> &amp; dry</em> is <code>18 mm</code>.</span>'
  for (const times of [1, 2]) expect((await written('en', [], ...Array(times).fill(sentence))).text('one.xhtml')).toContain(`>${text.repeat(times)}</p>`)
  const { bytes } = await writeEpub(edition('en', chapter('one', { en: '18 May' }, paragraph('en', segment('en-1', 'Clay.')))), { name: 'x.epub', book })
  expect((await unzipped(bytes)).get('EPUB/one.xhtml')?.toString('utf8')).toContain('<title>18 May</title>')
})

test('list, marks and metadata agree, in the digits of the book', async () => {
  const { bytes, text } = await written('ar', [{ segment: 'ar-1', letters: 0 }, { segment: 'ar-1', letters: 4 }], segment('ar-1', 'الطين أحمر.'))
  expect([...text('nav.xhtml').matchAll(/<a href="one\.xhtml#(page-\d)">([^<]*)/g)].map(([, id, label]) => `${id} ${label}`)).toEqual(['page-1 أ', 'page-2 ٢'])
  expect(text('one.xhtml')).toContain('aria-label="صفحة ٢" epub:type="pagebreak"')
  expect(text('package.opf')).toMatch(/pageNavigation.*pageBreakSource">en\.pdf</s)
  expect(await lintBytes(bytes, 'x.epub')).toEqual([])
})

test('a book without a print has no page list and promises none', async () => {
  const { text } = await written('en', [], segment('en-1', 'Clay.'))
  expect(text('nav.xhtml') + text('package.opf')).not.toMatch(/page-list|pageBreak|pageNavigation/)
})

test('a name that begins with a letter of the other script stands behind a mark of its own direction', () => {
  expect([firstStrong('PDF بالعربية', 'ar'), firstStrong('كتاب', 'ar'), firstStrong('كتاب, a book', 'en'), firstStrong('1001 Nights', 'en'), firstStrong('1984', 'ar')])
    .toEqual(['\u200FPDF بالعربية', 'كتاب', '\u200Eكتاب, a book', '1001 Nights', '1984'])
})

test('what stands at either end of the book says what it is', async () => {
  const sections = [
    { ...chapter('one', { en: 'To her' }, paragraph('en', segment('en-1', 'To her.'))), role: 'dedication' as const, matter: 'dedication' as const },
    { ...chapter('two', { en: 'Foreword' }, paragraph('en', segment('en-2', 'Clay.'))), role: 'front' as const, matter: 'foreword' as const },
    chapter('three', { en: 'Fire' }, paragraph('en', segment('en-3', 'Fire.'))),
    { ...chapter('four', { en: 'Thanks' }, paragraph('en', segment('en-4', 'Thanks.'))), matter: 'acknowledgements' as const },
  ]
  const { bytes } = await writeEpub(edition('en', ...sections), { name: 'x.epub', book })
  const files = await unzipped(bytes)
  const types = (name: string) => [...(files.get(`EPUB/${name}.xhtml`)?.toString('utf8') ?? '').matchAll(/<(body|section) [^>]*>/g)].map(([tag]) => /role="([^"]*)"/.exec(tag)?.[1] ?? /epub:type="([^"]*)"/.exec(tag)?.[1])
  expect(['one', 'two', 'three', 'four'].map(types)).toEqual([
    ['frontmatter', 'doc-dedication'], ['frontmatter', 'doc-foreword'], ['bodymatter', 'doc-chapter'], ['backmatter', 'doc-acknowledgments'],
  ])
  expect(files.get('EPUB/nav.xhtml')?.toString('utf8')).toContain('epub:type="bodymatter" href="three.xhtml"')
  expect(await lintBytes(bytes, 'x.epub')).toEqual([])
})
