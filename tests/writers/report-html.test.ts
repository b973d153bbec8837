/** The translator's report as a tree: both languages everywhere, links that arrive, texts that stay texts. */

import { expect, test } from '@jest/globals'
import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { beadFinder } from '../../pipeline/writers/report-html/places.ts'
import { partsOf } from '../../pipeline/writers/report-html/beads.ts'
import { writeReportHtml } from '../../pipeline/writers/report-html/index.ts'
import { report, type Report, type ReportedBead } from '../../pipeline/writers/report-json/index.ts'
import { input, lookedAt, told } from './told.ts'

const textOf = (given: Report) => Buffer.from(writeReportHtml(given).bytes).toString('utf8')
const treeOf = (given: Report) => unified().use(rehypeParse).parse(textOf(given))

function all(tree: Root | Element, belongs: (element: Element) => boolean): Element[] {
  const found: Element[] = []
  visit(tree, 'element', (element) => { if (belongs(element)) found.push(element) })
  return found
}
const has = (name: string) => (element: Element) => [element.properties['className']].flat().includes(name)
const isTag = (name: string) => (element: Element) => element.tagName === name

/** What a reader of that language sees of an element. */
const seen = (element: Element, language: 'en' | 'ar'): string => {
  const other = language === 'en' ? 'ar' : 'en'
  const copy = structuredClone(element)
  visit(copy, 'element', (child, index, parent) => {
    if (child.properties['dataUi'] === other && parent && index !== undefined) { parent.children.splice(index, 1); return index }
    return undefined
  })
  return toString(copy).replaceAll(/\s+/g, ' ').trim()
}

const tree = treeOf(told)
const rowsOf = (root: Root): Element[] => all(root, has('beads')).flatMap((list) => list.children.flatMap((child) => (child.type === 'element' ? [child] : [])))
const rows = rowsOf(tree)
const row = (number: number): Element => rows[number - 1] ?? missing(`bead ${number}`)
const missing = (what: string): never => { throw new Error(`No ${what}`) }

test('every word of the interface stands in both languages, side by side', () => {
  const parents = all(tree, (element) => element.children.some((child) => child.type === 'element' && child.properties['dataUi']))
  const pairs = parents.map((parent) => parent.children.flatMap((child) => (child.type === 'element' && child.properties['dataUi'] ? [child] : [])))
  expect(pairs.length).toBeGreaterThan(80)
  for (const pair of pairs) {
    // Figures without a word do without a language.
    if (/^[\p{Nd}:\u2003%٪\u061C]+$/u.test(pair.map((one) => toString(one)).join(''))) continue
    expect(pair.map(({ properties: { dataUi, lang, dir } }) => `${dataUi} ${lang} ${dir}`)).toEqual(['en en ltr', 'ar ar rtl'])
    expect(pair.map((one) => toString(one)).every((text) => text.length > 0)).toBe(true)
  }
})

test('an Arabic reader sees no English word of the interface, nor an English reader an Arabic one', () => {
  const interfaceOnly = structuredClone(all(tree, isTag('body'))[0] ?? missing('body'))
  visit(interfaceOnly, 'element', (child, index, parent) => {
    const isContent = child.properties['lang'] && !child.properties['dataUi'] || ['bdi', 'script', 'label'].includes(child.tagName)
    if (isContent && parent && index !== undefined) { parent.children.splice(index, 1); return index }
    return undefined
  })
  const quoted = /[“«][^”»]*[”»]|tawazi doctor/g
  expect(seen(interfaceOnly, 'ar').replaceAll(quoted, '').match(/[A-Za-z]+/g)).toBeNull()
  expect(seen(interfaceOnly, 'ar').match(/[0-9]+(?![0-9]*:)(?<!:[0-9]+)/g)).toBeNull()
  expect(seen(interfaceOnly, 'en').match(/\p{Script=Arabic}+/gu)).toBeNull()
})

test('a bead shows its number, type, confidence and what is worth a word', () => {
  const marks = (language: 'en' | 'ar') => rows.map((one) => all(one, has('mark')).map((mark) =>
    mark.children.flatMap((child) => (child.type === 'element' ? [seen(child, language)] : [])).join(' ')).join())
  expect(marks('en')).toEqual([
    '1 1:1 100%', '2 1:2 91% split', '3 1:0 70% left out', '4 1:1 42% doubtful', '5 2:1 80% merged', '6 0:1 65% added', '7 1:1 99%', '8 1:1 97% note',
  ])
  expect(marks('ar')[1]?.replaceAll('\u061C', '')).toBe('٢ ١:٢ ٩١٪ مقسوم')
})

test('where Arabic is the original it is read first, and merged and split, left out and added change places', () => {
  const turned = treeOf(report({ ...input, book: { ...input.book, original: 'ar' } }))
  const flags = all(turned, has('flag')).map((flag) => seen(flag, 'en'))
  expect(flags).toEqual(['merged', 'added', 'doubtful', 'split', 'left out', 'note'])
  const [first = missing('bead')] = rowsOf(turned)
  expect(all(first, (element) => has('en')(element) || has('ar')(element)).map(({ properties }) => properties['lang'])).toEqual(['ar', 'en'])
})

test('a book that prints 0123 in Arabic has a report that does', () => {
  const maghreb = textOf(report({ ...input, book: { ...input.book, digits: { ar: 'latn' } } }))
  expect(maghreb).not.toMatch(/[٠-٩]/)
  expect(textOf(told)).toMatch(/[٠-٩]/)
})

test('texts of the manuscripts stay texts', () => {
  const html = textOf(told)
  expect(html).toContain('&#x3C;script>alert(1)&#x3C;/script>')
  expect(all(tree, isTag('script'))).toHaveLength(1)
  expect(all(tree, isTag('b')).map((element) => seen(element, 'en')).join('')).toMatch(/^\p{Nd}+$/u)
  expect(seen(row(4), 'en')).toContain('The pilot <b>slept</b> & dreamt')
})

test('Latin runs inside Arabic are isolated, and so is a place', () => {
  expect(all(row(4), isTag('bdi')).map((element) => [toString(element), element.properties['dir']])).toEqual([['ABC', 'ltr']])
  const places = all(tree, has('place')).map((place) => all(place, isTag('bdi')).map(({ properties }) => properties['dir']).join())
  expect([...new Set(places)]).toEqual(['ltr'])
})

test('every link leads to something on the page, and every id is there once', () => {
  const ids = all(tree, ({ properties }) => typeof properties['id'] === 'string').map(({ properties }) => properties['id'])
  expect(new Set(ids).size).toBe(ids.length)
  const targets = all(tree, isTag('a')).map(({ properties }) => String(properties['href']))
  expect(targets.length).toBeGreaterThan(15)
  expect(targets.filter((target) => !ids.includes(target.slice(1)))).toEqual([])
})

test('what one side lacks and what is doubtful stands at the top, each with its way to the bead', () => {
  const groups = all(tree, isTag('details')).map((group) => [
    ...all(group, isTag('summary')).map((summary) => seen(summary, 'en')),
    ...all(group, isTag('a')).map((link) => `${toString(link)} ${String(link.properties['href'])}`),
  ])
  expect(groups).toEqual([
    ['1 place that is missing from the Arabic', 'It carried salt. #bead-3'],
    ['1 place that the Arabic adds to the English original', 'هكذا قال لنا. #bead-6'],
    ['1 bead that may be wrong', 'The pilot <b>slept</b> & dreamt in the ABC cabin. #bead-4'],
  ])
})

const looked = treeOf(lookedAt)
const lookedRow = (number: number): Element => rowsOf(looked)[number - 1] ?? missing(`bead ${number}`)
const marksIn = (element: Element) => all(element, isTag('mark')).map((mark) => `${String(mark.properties['className'])} ${toString(mark)} ${String(mark.properties['dataFindings'])}`)

test('the words that findings are about are marked, also where marks cross or lie in an isolated run, and the text stays as it was', () => {
  expect(marksIn(lookedRow(2))).toEqual(['warning ferry  0', 'error left 0 1', 'error  at 1', 'warning ولم 0'])
  expect(marksIn(lookedRow(4))).toEqual(['note AB 0'])
  expect(all(lookedRow(4), isTag('bdi')).map((run) => toString(run))).toEqual(['ABC', 'ABC'])
  for (const number of [2, 4]) expect(all(lookedRow(number), has('en')).map((text) => toString(text))).toEqual(all(row(number), has('en')).map((text) => toString(text)))
})

test('a finding says its rule, what is wrong and what to do; one that is accepted says why and by whom', () => {
  expect(all(lookedRow(2), has('warning')).filter(isTag('li')).map((one) => seen(one, 'en'))).toEqual(['Warning: Numbers differ. English 1, Arabic 2. Correct the number; in words it may stand as well.'])
  const [accepted = missing('finding')] = all(lookedRow(5), has('accepted'))
  expect(seen(accepted, 'en')).toMatch(/^Accepted: Numbers differ\..*<i>As counted<\/i> \(Salma, 1 March 2026\)$/)
})

test('rules stand by severity with their beads, those that only notes or acceptances ask for apart', () => {
  expect(all(looked, has('rule')).map((rule) => all(rule, isTag('summary')).map((summary) => seen(summary, 'en')).join())).toEqual([
    'A word is repeated Error in 1 bead', 'Numbers differ Warning in 1 bead and in 1 that was accepted', 'Text is not translated Note in 1 bead',
  ])
  expect(rowsOf(looked).flatMap((one, index) => (has('look')(one) ? [index + 1] : []))).toEqual([2, 4, 5, 6])
})

test('what people have said of a bead stands there, and what they decided on texts that are gone at the top', () => {
  expect(all(lookedRow(3), has('flag')).map((flag) => seen(flag, 'en'))).toEqual(['Left out on purpose'])
  expect(all(lookedRow(5), has('before')).map((before) => seen(before, 'en'))).toEqual(['When it was decided on: The river was high.', 'When it was decided on: Nothing in Arabic'])
  expect(all(lookedRow(8), has('comments')).map((comment) => seen(comment, 'en'))).toEqual(['<b>Which</b> heron? Omar 2 March 2026, 08:00'])
  expect(all(looked, isTag('details')).map((group) => all(group, isTag('summary')).map((summary) => seen(summary, 'en')).join())).toContain('1 decision whose text stands nowhere any more')
})

test('chapters stand beside each other with shares of each side, and the picture tells no screen reader what the table does', () => {
  const [table = missing('table')] = all(looked, has('chapters'))
  expect(all(table, isTag('tbody')).flatMap((body) => all(body, isTag('tr'))).map((line) => line.children.map((cell) => (cell.type === 'element' ? seen(cell, 'en') : '')).join('|'))).toEqual([
    '1|The Ferry|39|44%|49%|0%|8%|العبّارة|30|50%|40%|10%|0%',
  ])
  expect(all(looked, has('whole')).map(({ properties }) => properties['ariaHidden'])).toEqual(['true'])
})

test('what was left out stands by reason with its place and its text', () => {
  const groups = all(tree, has('group')).map((group) => [...all(group, isTag('h3')).map((heading) => seen(heading, 'en')), ...all(group, isTag('li')).map((entry) => toString(entry))])
  expect(groups).toEqual([
    ['Menus, buttons and switches 2', 'Home <script>alert(1)</script>en.md:2:1', 'الرئيسيةar.md:2:1'],
    ['Addresses printed beside their link 1', 'https://ferry.example/salten.md:9:1'],
  ])
})

test('messages stand by severity, each with what is wrong and what to do', () => {
  const items = all(tree, has('message'))
  expect(items.map((message) => all(message, has('severity')).map((severity) => seen(severity, 'ar')).join())).toEqual(['خطأ', 'تحذير'])
  for (const message of items) expect([all(message, has('what')).length, all(message, has('todo')).length]).toEqual([2, 2])
})

test('a book without a word has a report that says so', () => {
  const chapters = { chapters: [], removed: [] }
  const empty = report({ ...input, manuscripts: { en: { ...input.manuscripts.en, ...chapters }, ar: { ...input.manuscripts.ar, ...chapters } }, alignment: { beads: [] }, messages: [], proof: [] })
  expect(all(treeOf(empty), has('nothing'))).toHaveLength(7)
})

const bead = (en: string, ar: string): ReportedBead => {
  const segments = (language: string, file: string) => (file === '-' ? [] : [{ id: `${language}-1`, text: 'x', place: { file, line: 1, column: 1 } }])
  return { type: '1:1', kind: 'paragraph', score: 1, state: 'paired', chapter: 0, en: segments('en', en), ar: segments('ar', ar) }
}

test('beads stand under the files they come from, and a one-sided bead stays where it is', () => {
  const parts = partsOf([bead('a', '-'), bead('a', '1'), bead('-', '1'), bead('b', '2'), bead('b', '-'), bead('b', '3')])
  expect(parts.map(({ files, first, beads }) => `${first}: ${files.en} ${files.ar} ${beads.length}`)).toEqual(['1: a 1 3', '4: b 2 2', '6: b 3 1'])
})

test('a place leads to the bead that begins last before it, also past the notes', () => {
  const at = beadFinder(told)
  expect([1, 3, 4, 8, 99].map((line) => at({ file: 'en.md', line, column: 5 }))).toEqual([1, 3, 4, 8, 8])
  expect(at({ file: 'ar.md', line: 3, column: 1 })).toBe(2)
  expect(at({ file: 'en.md', line: 0, column: 1 })).toBe(1)
  expect(at({ file: 'elsewhere.md', line: 3, column: 1 })).toBeUndefined()
})

test('a bead costs little more than its text, and the same book gives the same bytes', () => {
  const many = { ...told, beads: Array.from({ length: 500 }, () => bead('en.md', 'ar.md')) }
  expect((writeReportHtml(many).bytes.length - writeReportHtml({ ...told, beads: [] }).bytes.length) / 500).toBeLessThan(600)
  expect(textOf(told)).toBe(textOf(told))
})

test('of a fault that runs through the book every place is marked, and leads to the next and the one before', () => {
  const mark = (segment: number) => [{ language: 'ar' as const, segment, from: 0, to: 3 }]
  const through = report({ ...input, findings: [{
    rule: 'tatweel', severity: 'warning', bead: 0, marks: mark(0), isHabit: true, values: { word: 'وال', context: 'habit', count: 4 },
    others: [{ bead: 1, marks: mark(1) }, { bead: 1, marks: mark(2) }, { bead: 3, marks: mark(3) }],
  }] })
  const page = treeOf(through)
  const ways = [1, 2, 4].map((number) => all(rowsOf(page)[number - 1] ?? missing('bead'), has('way')).map((link) => `${seen(link, 'en')} ${String(link.properties['href'])}`))
  expect(ways).toEqual([['Next place: 2 #bead-2'], ['Previous place: 1 #bead-1', 'Next place: 4 #bead-4'], ['Previous place: 2 #bead-2']])
  expect([1, 2, 4].map((number) => marksIn(rowsOf(page)[number - 1] ?? missing('bead')).length)).toEqual([1, 2, 1])
  expect(all(page, has('rule')).map((rule) => all(rule, isTag('a')).map((link) => link.properties['href']))).toEqual([['#bead-1', '#bead-2', '#bead-4']])
  expect(through.summary.findings.warning).toBe(1)
})
