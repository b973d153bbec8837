/** Pages as the browser sets them, read back from the PDF. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { h } from 'hastscript'
import { getDocumentProxy } from 'unpdf'
import { profileNamed } from '../../pipeline/book/profile.ts'
import type { Edition } from '../../pipeline/model/edition.ts'
import { openBrowser, type PrintBrowser } from '../../pipeline/print/browser.ts'
import { fontAssets } from '../../pipeline/print/fonts.ts'
import { writePdf, type Pdf } from '../../pipeline/writers/pdf/index.ts'
import { book, chapter, edition, heading, marks, paragraph, passage, prose } from '../support/edition.ts'
import { linesOf, runsOf, type Run } from '../support/pdf.ts'

let browser: PrintBrowser

beforeAll(async () => { browser = await openBrowser() }, 60_000)
afterAll(() => browser?.close())

const write = (given: Edition): Promise<Pdf> => writePdf([given], { name: 'kiln.pdf', book, browser, profile: profileNamed('screen') })

const english = edition('en',
  chapter('one', { en: 'Clay' }, heading('en', 'Clay'), paragraph('en', prose('en', 700)), paragraph('en', prose('en', 300, 2))),
  chapter('two', { en: 'Fire' }, heading('en', 'Fire'), paragraph('en', prose('en', 200, 3))))

const arabic = edition('ar',
  chapter('one', { ar: 'الطين' }, heading('ar', 'الطين'), paragraph('ar', prose('ar', 700)), paragraph('ar', prose('ar', 300, 2))),
  chapter('two', { ar: 'النار' }, heading('ar', 'النار'), paragraph('ar', prose('ar', 200, 3))))

const letters = (text: string) => (text.match(/\p{L}/gu) ?? []).length

let inEnglish: { pdf: Pdf; pages: Run[][] }
let inArabic: { pdf: Pdf; pages: Run[][] }

beforeAll(async () => {
  const pdf = await write(english)
  inEnglish = { pdf, pages: await runsOf(pdf.artifacts[0].bytes) }
  const other = await write(arabic)
  inArabic = { pdf: other, pages: await runsOf(other.artifacts[0].bytes) }
}, 60_000)

/** Pages before the text: half title, blank, title page, imprint, contents, blank. */
const front = 6
const contentsPage = 4
const frontWithoutContents = 4

test('half title, title page, its verso, contents and blanks stand before the first chapter, which opens on a recto', () => {
  const { pages, pdf } = inEnglish
  expect(pages.length).toBe(pdf.pages)
  expect(pages.slice(0, 7).map((runs) => linesOf(runs)[0])).toEqual(['The Kiln', undefined, 'The Kiln', 'The Kiln', 'Contents', undefined, 'Clay'])
  expect(linesOf(pages[contentsPage]!).at(-1)).toBe('v')
})

test('numbers of the contents are the folios of the chapters', () => {
  for (const [{ pages }, titles] of [[inEnglish, ['Clay', 'Fire']], [inArabic, ['الطين', 'النار']]] as const) {
    const entries = linesOf(pages[contentsPage]!).slice(1, 3)
    const opening = titles.map((title) => pages.findIndex((runs, page) => page >= front && linesOf(runs)[0]?.includes(title) && (runs[0]?.size ?? 0) > 15))
    expect(opening[0]).toBe(front)
    expect(opening.map((page) => linesOf(pages[page]!).at(-1))).toEqual(entries.map((line) => /[0-9٠-٩]+/.exec(line)?.[0]))
  }
})

test('the book stands over the verso, the chapter over the recto, nothing over an opening', () => {
  // The first chapter ends on a recto, so a blank brings the second to its own.
  expect(inEnglish.pages.slice(front).map((runs) => linesOf(runs)[0])).toEqual(['Clay', 'The Kiln', 'Clay', 'The Kiln', 'Clay', undefined, 'Fire', 'The Kiln'])
})

test('folios stand at the outer edge, inner margins at the binding: an Arabic book is bound on the right', () => {
  const { inner, outer } = book.page.margin
  const edges = (runs: readonly Run[]) => ({ left: Math.min(...runs.map(({ left }) => left)), right: book.page.width - Math.max(...runs.map(({ right }) => right)) })
  const folioSide = (runs: readonly Run[]) => (Math.min(...runs.map(({ bottom }) => bottom)), runs.reduce((low, run) => (run.bottom < low.bottom ? run : low)).left < 70 ? 'left' : 'right')
  for (const [{ pages }, recto] of [[inEnglish, 'right'], [inArabic, 'left']] as const) {
    const [odd, even] = [pages[front + 2]!, pages[front + 1]!]
    const verso = recto === 'right' ? 'left' : 'right'
    expect([folioSide(odd), folioSide(even)]).toEqual([recto, verso])
    expect(edges(odd)[verso]).toBeCloseTo(inner, 0)
    expect(edges(odd)[recto]).toBeCloseTo(outer, 0)
    expect(edges(even)[recto]).toBeCloseTo(inner, 0)
  }
})

test('words broken at a line end are whole again without their hyphen, and no soft hyphen is left', () => {
  const text = inEnglish.pages.slice(front).flatMap((runs) => linesOf(runs).slice(1, -1)).join('\n')
  expect(text).not.toContain('\u00AD')
  const breaks = text.match(/\p{L}-\n/gu)?.length ?? 0
  expect(breaks).toBeGreaterThan(10)
  expect(inEnglish.pdf.html.match(/\u00AD/g)?.length).toBe(breaks)
  const due = [prose('en', 700), prose('en', 300, 2), prose('en', 200, 3)].join(' ')
  expect(text.replaceAll('-\n', '').replaceAll('\n', ' ')).toBe(due)
})

test('no three lines in a row end in a hyphen', () => {
  for (const runs of inEnglish.pages) {
    expect(linesOf(runs).map((line) => (line.endsWith('-') ? '-' : '.')).join('')).not.toContain('---')
  }
})

test('the same edition gives the same bytes', async () => {
  expect(Buffer.compare((await write(english)).artifacts[0].bytes, inEnglish.pdf.artifacts[0].bytes)).toBe(0)
}, 30_000)

test('the file is tagged, has an outline, its language, its facts and no clock', async () => {
  for (const [{ pdf }, language, direction] of [[inEnglish, 'en', '/L2R'], [inArabic, 'ar', '/R2L']] as const) {
    const file = await PDFDocument.load(pdf.artifacts[0].bytes, { updateMetadata: false })
    expect(['StructTreeRoot', 'Outlines', 'PageLabels', 'MarkInfo'].filter((key) => !file.catalog.has(PDFName.of(key)))).toEqual([])
    expect(file.catalog.lookup(PDFName.of('Lang'))?.toString()).toContain(language)
    expect(file.catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict).get(PDFName.of('Direction'))?.toString()).toBe(direction)
    expect([file.getTitle(), file.getCreator(), file.getCreationDate()?.toISOString()]).toEqual([language === 'en' ? 'The Kiln' : 'الأتون', 'Tawazi', '2020-07-01T00:00:00.000Z'])
  }
})

test('the outline says what the headings say, Arabic in its own order', async () => {
  const wide = 'A considerable chapter about temperature and magnificent furnaces beside the embankment'
  const arabicTitle = 'فصل طويل عن الطين والنار وحرارة الأتون في الصباح'
  const { artifacts: [artifact] } = await write(edition('columns-en', chapter('one', { en: wide, ar: arabicTitle },
    passage(['en', heading('en', wide)], ['ar', heading('ar', arabicTitle)]),
    passage(['en', h('h2', marks('en'), 'Ash')], ['ar', h('h2', marks('ar'), 'الرماد بعد النار')]),
    passage(['en', paragraph('en', prose('en', 30))], ['ar', paragraph('ar', prose('ar', 30))]))))
  const document = await getDocumentProxy(artifact.bytes.slice())
  interface Item { title: string; items: Item[] }
  const outline = (await document.getOutline() as Item[]).map(({ title, items }) => [title, items.map((item) => item.title)])
  await document.destroy()
  expect(outline).toEqual([['The Kiln', []], [`${wide} · ${arabicTitle}`, ['Ash · الرماد بعد النار']]])
}, 30_000)

test('justified Arabic words are as wide as others: no gap is opened inside a word', async () => {
  const words = prose('ar', 120)
  const style = inArabic.pdf.html.slice(inArabic.pdf.html.indexOf('<style>'), inArabic.pdf.html.indexOf('</style>') + 8)
  const html = `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8">${style}</head><body style="width:104mm">` +
    `<section><p lang="ar" style="text-align:start">${words}</p><p lang="ar" style="text-indent:0">${words}</p></section></body></html>`
  const widths = await browser.measure({ html, assets: fontAssets() }, () => [...document.querySelectorAll('p')].map((paragraph) => {
    const node = paragraph.firstChild as Text
    const range = document.createRange()
    return [...node.data.matchAll(/\S+/g)].map((match) => {
      range.setStart(node, match.index)
      range.setEnd(node, match.index + match[0].length)
      return range.getBoundingClientRect().width
    })
  }), undefined, { width: 400, height: 1000, scale: 1 })
  const [start = [], justified = []] = widths
  expect(start.length).toBe(120)
  expect(start.filter((width, index) => Math.abs(width - (justified[index] ?? 0)) > 0.05)).toEqual([])
}, 30_000)

test('high marks of vocalised Arabic do not print again at the foot of the page before', async () => {
  const text = 'لَأُمٌّ تُحِبُّ أَبْنَاءَهَا، وَيُحِجُّ الشَّيْخُ حُجَّةً. '.repeat(80)
  const pages = await runsOf((await write(edition('ar', chapter('one', { ar: 'الطين' }, paragraph('ar', text), paragraph('ar', text))))).artifacts[0].bytes)
  expect(pages.length).toBeGreaterThan(4)
  // Its baseline would lie below the type area and above the folio.
  expect(pages.flat().filter(({ bottom }) => bottom > 13 && bottom < book.page.margin.bottom - 1)).toEqual([])
}, 30_000)

test('columns begin each passage level, break over pages and lose nothing', async () => {
  const passages = [900, 60, 400, 30].map((words, seed) => passage(['en', paragraph('en', prose('en', words, seed))], ['ar', paragraph('ar', prose('ar', Math.round(words * 0.8), seed))]))
  const pages = await runsOf((await write(edition('columns-en', chapter('one', { en: 'Clay', ar: 'الطين' },
    passage(['en', heading('en', 'Clay')], ['ar', heading('ar', 'الطين')]), ...passages)))).artifacts[0].bytes)
  const text = pages.slice(frontWithoutContents).flat().map((run) => run.text).join('')
  const due = (language: 'en' | 'ar') => [900, 60, 400, 30].map((words, seed) => prose(language, language === 'en' ? words : Math.round(words * 0.8), seed)).join('')
  const inScript = (source: string, script: RegExp) => letters((source.match(script) ?? []).join(''))
  expect(inScript(text, /[a-z]+/gi)).toBeGreaterThanOrEqual(inScript(due('en'), /[a-z]+/gi))
  expect(inScript(text, /[\u0621-\u064a]+/g)).toBeGreaterThanOrEqual(inScript(due('ar'), /[\u0621-\u064a]+/g) * 0.97)
  const texts = pages[frontWithoutContents]!.filter(({ size }) => size < 13 && size > 9)
  const top = (isArabic: boolean) => Math.max(...texts.filter(({ text: run }) => /[\u0600-\u06ff]/.test(run) === isArabic).map(({ bottom }) => bottom))
  expect(Math.abs(top(true) - top(false))).toBeLessThan(2)
}, 60_000)

test('English in an Arabic-led book is hyphenated and slanted as in any other', async () => {
  const text = paragraph('en', prose('en', 200), ' ', h('em', 'Slanted'), '.')
  const { html } = await write(edition('columns-ar', chapter('one', { ar: 'أ', en: 'A' }, passage(['ar', paragraph('ar', prose('ar', 150))], ['en', text]))))
  expect(html.match(/\u00AD/g)?.length).toBeGreaterThan(5)
  const styles = await browser.measure({ html, assets: fontAssets() }, () => {
    const { fontStyle, fontWeight } = getComputedStyle(document.querySelector('em') ?? document.body)
    return `${fontStyle} ${fontWeight}`
  }, undefined)
  expect(styles).toBe('italic 400')
}, 30_000)

test.each(['en', 'ar'] as const)('%s: what is wider than the measure is fitted, and neither shrinks nor shifts the rest', async (language) => {
  const cell = (text: string) => h('td', marks(language), h('span', { className: ['segment'], id: 'x-1' }, text))
  const table = h('table', marks(language), h('tbody', [1, 2].map(() => h('tr', Array.from({ length: 12 }, (_, index) => cell(`neighbourhood${index}`))))))
  const address = `https://example.org/${'kiln-'.repeat(60)}${'x'.repeat(200)}`
  const code = 'y'.repeat(300)
  const given = edition(language, chapter('one', { [language]: 'A' }, heading(language, 'A'), paragraph(language, prose(language, 40)), table,
    paragraph(language, h('bdi', { dir: 'ltr' }, address), ' ', 'M'.repeat(200)), h('pre', { dir: 'ltr' }, h('code', code))))
  const { artifacts: [artifact], messages } = await write(given)
  expect(messages).toEqual([{ rule: 'print/table-wide', severity: 'warning', values: { segment: 'x-1' } }])
  const runs = (await runsOf(artifact.bytes)).slice(frontWithoutContents).flat()
  const text = runs.map((run) => run.text).join('').replaceAll(/\s/g, '')
  expect(text.match(/M/g)?.length).toBe(200)
  expect(text.replace(/^.*M/s, '')).toContain(code)
  expect(text.match(/[a-z]/g)?.length).toBeGreaterThanOrEqual(24 * 13 + letters(address) + code.length)
  const { inner, outer } = book.page.margin
  expect(Math.min(...runs.map(({ left }) => left))).toBeGreaterThan(Math.min(inner, outer) - 1)
  expect(Math.max(...runs.map(({ right }) => right))).toBeLessThan(book.page.width - Math.min(inner, outer) + 1)
  expect(runs.filter(({ text: run }) => /M{5}|[\u0600-\u06ff]{3}/.test(run)).map(({ size }) => Math.round(size * 10) / 10)).toContain(language === 'en' ? 11 : 13)
}, 60_000)

test('code stands in letters of one width, and its lines are no taller than those of the text', async () => {
  const words = prose('en', 60)
  const coded = (text: string) => paragraph('en', 'Then ', h('code', text), ` ${words}`)
  const { artifacts: [artifact] } = await write(edition('en', chapter('one', { en: 'A' }, heading('en', 'A'), coded('iiiiiiii'), coded('wwwwwwww'))))
  const [runs = []] = (await runsOf(artifact.bytes)).slice(frontWithoutContents)
  const code = runs.filter(({ text }) => /^(?:i{8}|w{8})$/.test(text.trim()))
  expect(code).toHaveLength(2)
  expect(code[0]!.right - code[0]!.left).toBeCloseTo(code[1]!.right - code[1]!.left, 1)
  const bottoms = [...new Set(runs.filter(({ size, text }) => Math.abs(size - 11) < 0.1 && text.length > 3).map(({ bottom }) => Math.round(bottom * 100) / 100))].sort((one, other) => one - other)
  const leadings = bottoms.slice(1).map((bottom, index) => bottom - bottoms[index]!)
  // The browser puts base lines on whole pixels.
  expect(Math.max(...leadings) - Math.min(...leadings)).toBeLessThan(0.4)
}, 30_000)

test('a heading stays with the text after it', async () => {
  const heads = Array.from({ length: 12 }, (_, index) => [h('h2', marks('en'), `Part ${index}`), paragraph('en', prose('en', 70, index))]).flat()
  const pages = await runsOf((await write(edition('en', chapter('one', { en: 'A' }, heading('en', 'A'), ...heads)))).artifacts[0].bytes)
  const lines = pages.slice(frontWithoutContents).map((runs) => linesOf(runs).slice(0, -1))
  expect(lines.map((page) => page.at(-1)).filter((line) => /^Part \d+$/.test(line ?? ''))).toEqual([])
}, 30_000)

test('chapters without titles are counted, and a list of contents that would name nothing is left out', async () => {
  const pages = await runsOf((await write(edition('en', chapter('one', {}, paragraph('en', prose('en', 500))), chapter('two', {}, paragraph('en', prose('en', 60)))))).artifacts[0].bytes)
  expect(pages.map((runs) => linesOf(runs).at(-1))).toEqual(['The Kiln', undefined, 'The Kiln', 'Set with Tawazi', '1', '2', '3'])
}, 30_000)

test('a figure that misses the foot of the page by little is made smaller to stand there', async () => {
  const root = mkdtempSync(join(tmpdir(), 'tawazi-figure-'))
  writeFileSync(join(root, 'kiln.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><rect width="300" height="300" fill="#999"/></svg>')
  const figure = h('figure', marks('en'), h('img', { src: 'kiln.svg', alt: '' }), h('figcaption', marks('en'), 'A chimney.'))
  const given = edition('en', chapter('one', { en: 'A' }, heading('en', 'A'), paragraph('en', prose('en', 80)), figure, paragraph('en', prose('en', 300, 4))))
  const { artifacts: [artifact] } = await writePdf([given], { name: 'kiln.pdf', book: { ...book, root }, browser, profile: profileNamed('screen') })
  rmSync(root, { recursive: true })
  const pages = await runsOf(artifact.bytes)
  expect(pages.findIndex((runs) => linesOf(runs).includes('A chimney.'))).toBe(frontWithoutContents)
}, 30_000)

test('links that only serve the typesetter are not in the file', async () => {
  const file = await PDFDocument.load(inEnglish.pdf.artifacts[0].bytes, { updateMetadata: false })
  expect(file.getPages().map((page) => page.node.Annots()?.size() ?? 0).slice(0, front)).toEqual([0, 0, 0, 0, 2, 0])
})

test('a character that no face has is named, and its code is printed for it', async () => {
  const text = h('span', { className: ['segment'], id: 'en-7' }, 'An eye 𓂀 and a scorpion 🦂.')
  const { messages, html, artifacts: [artifact] } = await write(edition('en', chapter('one', { en: 'A 🦂' }, heading('en', 'A 🦂'), paragraph('en', text), paragraph('en', `${prose('en', 500)} 🦂`))))
  expect(messages.map(({ rule, values }) => [rule, values?.['code']])).toEqual([['print/glyph-missing', 'U+1F982'], ['print/glyph-missing', 'U+13080']])
  const lines = (await runsOf(artifact.bytes)).map(linesOf)
  const printed = lines.flat().join(' ')
  expect(printed).toMatch(/An eye \[U\+13080\]\s*and a scorpion \[U\+1F982\]\s*\./)
  // The half of the opening that goes on has it in its running head.
  expect(lines.at(-1)?.[0]).toMatch(/The Kiln|A \[U\+1F982\]/)
  expect(printed).not.toMatch(/[𓂀🦂\uFFFD]/u)
  expect(html).toContain('🦂')
  const fonts = (await PDFDocument.load(artifact.bytes)).context.enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict && object.lookup(PDFName.of('BaseFont')) ? [String(object.lookup(PDFName.of('BaseFont')))] : []))
  expect(fonts.filter((name) => !/Garamond|Amiri/.test(name))).toEqual([])
}, 30_000)

test('a glossary is as wide as its widest pair, on all of its pages', async () => {
  const entry = (term: string, equivalent: string) => h('li', marks('en'), [h('span', { className: ['term'], ...marks('en') }, term), ' ', h('span', { className: ['equivalent'], ...marks('en') }, equivalent)])
  const entries = [entry('brackish water', 'eau saumâtre'), ...Array.from({ length: 50 }, (_, index) => entry(`well ${index}`, `puits ${index}`))]
  const given = edition('en', { ...chapter('terms', { en: 'Glossary' }, heading('en', 'Glossary'), h('ol', { className: ['terms'] }, entries)), role: 'glossary' })
  const { artifacts: [artifact] } = await write(given)
  const pages = (await runsOf(artifact.bytes)).filter((runs) => runs.some(({ text }) => text.startsWith('puits')))
  expect(pages.length).toBeGreaterThan(1)
  const widths = pages.map((runs) => {
    const [terms, equivalents] = [/^well/, /^puits/].map((word) => runs.filter(({ text }) => word.test(text)))
    return Math.max(...equivalents!.map(({ right }) => right)) - Math.min(...terms!.map(({ left }) => left))
  })
  const [first = 0] = widths
  expect(first).toBeLessThan(65)
  for (const width of widths) expect(width).toBeCloseTo(first, 0)
}, 60_000)

test('the cover is the title page, 600 pixels wide', () => {
  const header = Buffer.from(inEnglish.pdf.cover)
  expect(header.subarray(1, 4).toString()).toBe('PNG')
  expect(header.readUInt32BE(16)).toBe(600)
})
