/** Books as they are set: what must hold of the pages of every view. */

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Element } from 'hast'
import { toString } from 'hast-util-to-string'
import { getDocumentProxy } from 'unpdf'
import type { Edition } from '../../pipeline/model/edition.ts'
import { bilingual, languages, type Bilingual, type Language } from '../../pipeline/model/language.ts'
import { segmentsOf } from '../../pipeline/model/manuscript.ts'
import { wordsIn } from '../../pipeline/model/words.ts'
import { openBrowser, type PrintBrowser } from '../../pipeline/print/browser.ts'
import { abjadNumeral, romanNumeral } from '../../pipeline/writers/pdf/numbering.ts'
import type { Pdf } from '../../pipeline/writers/pdf/index.ts'
import { headings, text, titles, withKiln } from '../support/kiln.ts'
import { linesOf, runsOf } from '../support/pdf.ts'
import { all, hasClass, isRest, nameOf, pagesIn, segmentsIn, signsIn, withClass, type SetPage } from '../support/setpages.ts'

const views = ['facing-en', 'facing-ar', 'columns-en', 'interlinear-en', 'en', 'ar'] as const
type Name = typeof views[number] | 'two-cover'

interface SetBook {
  readonly pdf: Pdf
  readonly pages: readonly SetPage[]
  /** As it was composed, without matter. */
  readonly edition: Edition
}

let browser: PrintBrowser
const made = new Map<Name, SetBook>()
let again: Pdf
/** Ids of the segments of each bead of the running text. */
let beadOf: Map<string, number>

beforeAll(async () => {
  browser = await openBrowser()
  await withKiln(bilingual(text), async (kiln) => {
    beadOf = new Map(languages.flatMap((language) => segmentsOf(kiln.read.manuscripts[language]).flatMap(({ id, kind }, index) => (kind === 'note' ? [] : [[id, index] as const]))))
    for (const view of views) {
      const pdf = await kiln.write(browser, view)
      made.set(view, { pdf, pages: pagesIn(pdf.html), edition: kiln.compose(view) })
    }
    const both = await kiln.write(browser, 'en', 'ar')
    made.set('two-cover', { pdf: both, pages: pagesIn(both.html), edition: kiln.compose('en') })
    again = await kiln.write(browser, 'facing-en')
  })
}, 300_000)

afterAll(() => browser?.close())

const setBook = (name: Name): SetBook => made.get(name)!
const everyBook = () => [...made]

/** Chapters begin on these pages, by their titles in a language. */
const opens = (page: SetPage, title: string): boolean => all(page.column, ({ tagName }) => tagName === 'h1').some((heading) => toString(heading) === title)
const openingOf = (pages: readonly SetPage[], title: string): number => pages.findIndex((page) => opens(page, title))

/** Front matter ends where the first chapter begins. */
const frontOf = ({ pages }: SetBook): number => Math.min(...languages.map((language) => openingOf(pages, titles.one[language])).filter((at) => at >= 0))

const isBlank = ({ column }: SetPage): boolean => signsIn(column) === ''

const inDigits: Bilingual<(number: number) => string> = bilingual((language) => (number: number) => wordsIn(language, 'arab').numeral(number))

/** Pages by what they are; of facing pages the language is that of the column. */
const languageOf = (page: SetPage): Language => (/[\u0621-\u064a]/.test(signsIn(page.column)) ? 'ar' : 'en')

test('no page is overfull, no line moved, and nothing else is to be told', () => {
  for (const [name, { pdf }] of everyBook()) expect([name, pdf.messages]).toEqual([name, []])
})

test('words stand in order, each sign once', () => {
  for (const name of views) {
    const { pages, edition } = setBook(name)
    for (const language of edition.languages) {
      const own = (node: Parameters<typeof signsIn>[0]) => signsIn(node, language)
      const facing = name.startsWith('facing')
      const due = edition.sections.slice(1).map(({ tree }) => tree.children.filter((child) => child.type !== 'element' || (child.tagName !== 'section' && (!facing || child.properties['lang'] === language)))
        .map(own).join('')).join('')
      const from = pages.findIndex((page) => opens(page, titles.one[language]))
      const set = pages.slice(from).filter((page) => !facing || isBlank(page) || languageOf(page) === language).map(({ column }) => own(column)).join('')
      expect([name, language, set.slice(0, due.length)]).toEqual([name, language, due])
      // What follows is the index, on shared pages first that of the language which leads.
      expect(set.slice(due.length)).toMatch(language === 'en' ? /^(?:الفهرس.*)?Index/ : /^(?:Index.*)?الفهرس/)
    }
  }
})

test.each(['facing-en', 'facing-ar'] as const)('%s: both pages of an opening carry the same beads', (name) => {
  const { pages } = setBook(name)
  let openings = 0
  for (let at = 1; at + 1 < pages.length; at += 2) {
    const [verso, recto] = [pages[at]!, pages[at + 1]!].map(({ column }) => segmentsIn(column).map((id) => beadOf.get(id)).filter((bead) => bead !== undefined))
    if (verso!.length === 0 && recto!.length === 0) continue
    openings++
    // A bead may be parted by the page's end: it then stands on the next opening too, on one side or on both.
    for (const end of [0, -1]) expect([at, Math.abs(verso!.at(end)! - recto!.at(end)!)]).toEqual([at, expect.any(Number)])
    expect([at, Math.abs(verso![0]! - recto![0]!) <= 1, Math.abs(verso!.at(-1)! - recto!.at(-1)!) <= 1]).toEqual([at, true, true])
  }
  expect(openings).toBeGreaterThan(8)
})

test.each(['facing-en', 'facing-ar'] as const)('%s: the leading language is on the versos, which are even; each page is in one language', (name) => {
  const { pages, pdf } = setBook(name)
  const leading = name === 'facing-en' ? 'en' : 'ar'
  const front = frontOf(setBook(name))
  expect(pages.length).toBe(pdf.pages)
  pages.forEach((page, index) => {
    const isVerso = index % 2 === 1
    // An English-led book is bound on the left: its versos lie on the left.
    expect([index, page.side]).toEqual([index, isVerso === (leading === 'en') ? 'left' : 'right'])
    if (index < front || isBlank(page)) return
    const language = languageOf(page)
    expect([index, language]).toEqual([index, isVerso ? leading : leading === 'en' ? 'ar' : 'en'])
    const folio = /[0-9٠-٩]+/.exec(page.foot)?.[0]
    expect([index, folio]).toEqual([index, inDigits[language](index - front + 2)])
  })
})

test('a chapter opens on a recto, or on facing pages on an opening; a blank before it is bare', () => {
  let blanks = 0
  for (const name of ['en', 'ar', 'columns-en', 'interlinear-en'] as const) {
    const { pages, edition: { language } } = setBook(name)
    for (const title of [titles.one[language], titles.two[language]]) expect([name, title, openingOf(pages, title) % 2]).toEqual([name, title, 0])
    for (const page of pages.filter(isBlank)) {
      blanks++
      expect([page.head, page.foot, page.notes]).toEqual(['', '', []])
    }
  }
  expect(blanks).toBeGreaterThan(4)
  for (const name of ['facing-en', 'facing-ar'] as const) {
    const { pages, edition: { languages: [verso, recto] } } = setBook(name)
    for (const title of [titles.one, titles.two]) expect([name, openingOf(pages, title[verso!]) % 2, openingOf(pages, title[recto!]) - openingOf(pages, title[verso!])]).toEqual([name, 1, 1])
  }
})

test('a page on which a chapter begins has a folio and no head', () => {
  for (const [name, { pages }] of everyBook()) {
    for (const language of languages) {
      for (const title of [titles.one[language], titles.two[language]]) {
        const at = openingOf(pages, title)
        if (at >= 0) expect([name, title, pages[at]!.head, pages[at]!.foot !== '']).toEqual([name, title, '', true])
      }
    }
  }
})

/** What a place for a page number says, with the element that it names. */
const foliosIn = (page: SetPage | undefined): { id: string; text: string }[] =>
  withClass(page?.column, 'folio').map((folio) => ({ id: String(folio.properties['dataFor']), text: toString(folio) }))

/** The page on which the element with that id stands. */
const pageOf = (pages: readonly SetPage[], id: string): SetPage | undefined => {
  const section = new RegExp(`^${id}$`)
  return pages.find((page) => all(page.column, ({ properties }) => section.test(String(properties['id'] ?? ''))).length > 0)
}

test('contents, list of figures and index name the folio of the page on which a thing stands', () => {
  for (const [name, { pages }] of everyBook()) {
    const listed = pages.flatMap(foliosIn)
    expect([name, listed.length]).toEqual([name, expect.any(Number)])
    for (const { id, text: folio } of listed) {
      const page = pageOf(pages, id)
      expect([name, id, page?.foot.split(' | ')]).toEqual([name, id, expect.arrayContaining([folio])])
    }
    // Two chapters and two figures, the list of figures and the index, in each language that the book has.
    expect([name, listed.length]).toEqual([name, ((name === 'en' || name === 'ar') ? 1 : 2) * (2 + 2 + 2) + listed.filter(({ id }) => !/(chapter|figure|figures|index)(-en|-ar)?(-\d)?(-en|-ar)?$/.test(id)).length])
  }
})

test('the first pages are counted in letters, blanks too, and the text from one', async () => {
  for (const [name, numeral] of [['en', romanNumeral], ['ar', abjadNumeral]] as const) {
    const found = setBook(name)
    const front = frontOf(found)
    const { pages } = found
    pages.forEach((page, index) => {
      if (page.foot === '') return
      expect([name, index, page.foot]).toEqual([name, index, index < front ? numeral(index + 1) : inDigits[name](index - front + 1)])
    })
    expect(pages.slice(0, front).filter(({ foot }) => foot !== '').length).toBeGreaterThan(1)
  }
})

test.each(['en', 'ar', 'facing-en'] as const)('%s: page labels say what the pages say', async (name) => {
  const found = setBook(name)
  const document = await getDocumentProxy(found.pdf.artifacts[0].bytes.slice())
  const labels = await document.getPageLabels() as string[]
  await document.destroy()
  const front = frontOf(found)
  const isFacing = name === 'facing-en'
  expect(labels).toEqual(found.pages.map((_, index) => (index < front ? romanNumeral(index + 1) : String(index - front + (isFacing ? 2 : 1)))))
})

/** Calls on a page, by the ids of their notes. */
const callsIn = (page: SetPage): string[] => withClass(page.column, 'note-reference').map(({ properties }) => String(properties['href']).slice(1))

test('every note begins on the page of its call, in the language of its call, and goes on overleaf', () => {
  for (const [name, { pages }] of everyBook()) {
    const called = pages.flatMap((page) => callsIn(page))
    expect([name, called.length]).toEqual([name, (name === 'en' || name === 'ar' ? 1 : 2) * 4])
    let goesOn = 0
    pages.forEach((page, index) => {
      const own = page.notes.filter((note) => !isRest(note))
      expect([name, index, own.map(nameOf).sort()]).toEqual([name, index, callsIn(page).sort()])
      for (const note of page.notes) {
        const language = note.properties['lang'] as Language
        if (name.startsWith('facing')) expect([name, index, language]).toEqual([name, index, languageOf(page)])
        if (!isRest(note)) continue
        goesOn++
        expect([name, index, pages.slice(0, index).some(({ notes }) => notes.some((before) => nameOf(before) === nameOf(note)))]).toEqual([name, index, true])
      }
    })
    expect([name, goesOn > 0]).toEqual([name, true])
  }
})

test('words of a note that goes on are whole and in order', () => {
  for (const [name, { pages, edition }] of everyBook()) {
    const sections = edition.sections.flatMap(({ tree }) => all(tree, ({ tagName }) => tagName === 'aside'))
    for (const due of sections) {
      const parts = pages.flatMap(({ notes }) => notes.filter((note) => nameOf(note) === nameOf(due)))
      const sign = (node: Parameters<typeof signsIn>[0]) => signsIn(node).replace('↑', '')
      expect([name, parts.map(sign).join('')]).toEqual([name, sign(due)])
    }
  }
})

test("what goes on comes first, then the author's notes before the translator's, and what goes on overleaf last", () => {
  const sign = (note: Element) => (isRest(note) ? 'r' : hasClass(note, 'unfinished') ? 'u' : hasClass(note, 'by-translator') ? 't' : 'a')
  const mixed = everyBook().flatMap(([, { pages }]) => pages.map(({ notes }) => languages.map((language) =>
    notes.filter((note) => note.properties['lang'] === language).map(sign).join('')))).flat()
  expect(mixed.filter((order) => !/^r?a*t*u?$/.test(order))).toEqual([])
  // The translator's is called first, on the same page.
  expect(mixed.filter((order) => /at/.test(order)).length).toBeGreaterThan(3)
})

interface Link {
  readonly page: number
  readonly to: number
}

/** Links of a PDF within it, from page to page, in the order of the pages. */
async function linksOf(bytes: Uint8Array): Promise<Link[]> {
  const document = await getDocumentProxy(bytes.slice())
  const links: Link[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const annotations = await (await document.getPage(number)).getAnnotations() as { subtype: string; dest?: string | unknown[] }[]
    for (const { subtype, dest } of annotations) {
      if (subtype !== 'Link' || !dest) continue
      const target = typeof dest === 'string' ? await document.getDestination(dest) : dest
      if (target) links.push({ page: number - 1, to: await document.getPageIndex(target[0] as Parameters<typeof document.getPageIndex>[0]) })
    }
  }
  await document.destroy()
  return links
}

/** Where a page of the set document stands in the file: the second half of a book with two covers in reverse. */
const placeIn = (name: Name, pages: readonly SetPage[]) => (index: number): number => {
  const half = name === 'two-cover' ? secondHalf(pages) : pages.length
  return index < half ? index : half + pages.length - 1 - index
}

/** Its half title is the first page that has Arabic. */
const secondHalf = (pages: readonly SetPage[]): number => pages.findIndex((page) => languageOf(page) === 'ar')

test('links lead from call to note and back, and from the lists to the text', async () => {
  for (const name of ['en', 'ar', 'facing-en', 'columns-en', 'two-cover'] as const) {
    const { pages, pdf } = setBook(name)
    const place = placeIn(name, pages)
    const links = await linksOf(pdf.artifacts[0].bytes)
    const anchors = pages.flatMap((page, index) => [page.column, ...page.notes].flatMap((part) => all(part, ({ tagName, properties }) => tagName === 'a' && String(properties['href'] ?? '').startsWith('#'))
      .map((anchor) => ({ page: index, id: String(anchor.properties['href']).slice(1) }))))
    const targets = anchors.map(({ page, id }) => {
      const to = pages.findIndex(({ column, notes }) => [column, ...notes].some((part) => part && (part.properties['id'] === id || all(part, ({ properties }) => properties['id'] === id).length > 0)))
      expect([name, id, to >= 0]).toEqual([name, id, true])
      return `${place(page)} to ${place(to)}`
    })
    // A link that is broken over two lines has an annotation for each.
    expect([name, [...new Set(links.map(({ page, to }) => `${page} to ${to}`))].sort()]).toEqual([name, [...new Set(targets)].sort()])
    expect(anchors.filter(({ id }) => /note/.test(id)).length).toBeGreaterThanOrEqual(4)
  }
})

test('a table that goes on repeats its head once, which is no text, and no row is parted', () => {
  for (const name of views) {
    const { pages, edition } = setBook(name)
    const parts = pages.flatMap(({ column }) => all(column, ({ tagName }) => tagName === 'table'))
    for (const language of edition.languages) {
      const own = parts.filter(({ properties }) => properties['lang'] === language)
      expect([name, language, own.length > 1]).toEqual([name, language, true])
      own.forEach((table, index) => {
        const heads = all(table, ({ tagName }) => tagName === 'thead')
        expect([name, language, index, heads.map((head) => [all(head, ({ tagName }) => tagName === 'th').map((cell) => toString(cell)), hasClass(head, 'repeated')])]).toEqual([name, language, index, [[headings[language], index > 0]]])
        expect(withClass(heads[0], 'segment').length).toBe(index > 0 ? 0 : 3)
      })
      const rows = own.flatMap((table) => all(table, ({ tagName }) => tagName === 'tbody').flatMap((body) => all(body, ({ tagName }) => tagName === 'tr')))
      expect([name, language, rows.length, rows.filter((row) => isRest(row))]).toEqual([name, language, 44, []])
    }
  }
})

test('columns of a table run from the right in Arabic', async () => {
  for (const [name, order] of [['en', headings.en], ['ar', headings.ar.toReversed()]] as const) {
    const lines = (await runsOf(setBook(name).pdf.artifacts[0].bytes)).flatMap((runs) => linesOf(runs))
    const found = lines.filter((line) => headings[name].every((heading) => line.includes(heading)))
    expect([name, found.length > 1]).toEqual([name, true])
    for (const line of found) {
      const places = order.map((heading) => line.indexOf(heading))
      expect([name, places]).toEqual([name, places.toSorted((one, other) => one - other)])
    }
  }
})

const lastBlock = (element: Element): Element => {
  const inner = element.children.filter((child): child is Element => child.type === 'element' && /^(section|div|h\d|p|ul|ol|li|table|figure|blockquote)$/.test(child.tagName)).at(-1)
  return inner ? lastBlock(inner) : element
}

test('a heading is never last on its page', () => {
  for (const [name, { pages }] of everyBook()) {
    const last = pages.flatMap(({ column }, index) => (column && !isBlank(pages[index]!) ? [[index, lastBlock(column).tagName]] : []))
    expect([name, last.filter(([, tag]) => /^h\d$/.test(String(tag)))]).toEqual([name, []])
  }
})

test('verse stays whole: a line with its two halves, a stanza on one page', () => {
  for (const name of views) {
    const { pages, edition } = setBook(name)
    for (const language of edition.languages) {
      const verses = pages.flatMap(({ column }, index) => withClass(column, 'verse-line').filter(({ properties }) => properties['lang'] === language).map((line) => ({ index, halves: withClass(line, 'hemistich').length, rest: isRest(line) })))
      expect([name, language, verses.map(({ halves, rest }) => [halves, rest])]).toEqual([name, language, language === 'ar' ? Array(4).fill([2, false]) : Array(8).fill([1, false])])
      if (name === 'en' || name === 'ar') expect(new Set(verses.map(({ index }) => index)).size).toBe(1)
    }
  }
})

test('columns of couplets are as wide as the longest hemistich, if the line is theirs', () => {
  for (const [name, { pages }] of everyBook()) {
    const poems = pages.flatMap(({ column }) => withClass(column, 'verse')).filter(({ properties }) => properties['lang'] === 'ar')
    const widths = poems.map(({ properties }) => Number(/--hemistich: ([\d.]+)px/.exec(String(properties['style']))?.[1] ?? 0))
    const isOwn = !/columns/.test(name)
    // The measure is 344 pixels wide.
    expect([name, widths.filter((width) => (isOwn ? width < 80 || width > 150 : width > 0))]).toEqual([name, []])
  }
})

test('a list that goes on counts on', () => {
  for (const name of views) {
    const { pages, edition } = setBook(name)
    for (const language of edition.languages) {
      const items = pages.slice(frontOf(setBook(name))).flatMap(({ column }) => all(column, ({ tagName, properties }) => tagName === 'li' && properties['value'] !== undefined && properties['lang'] === language))
      const counted = items.filter((item) => !isRest(item) && !hasClass(item, 'continued')).map(({ properties }) => Number(properties['value']))
      expect([name, language, counted]).toEqual([name, language, [7, 8, 9, 10, 11, 12, 13, 14, 15]])
    }
  }
  const pagesWithItems = setBook('en').pages.slice(frontOf(setBook('en'))).filter(({ column }) => all(column, ({ tagName, properties }) => tagName === 'li' && properties['value'] !== undefined).length > 0)
  expect(pagesWithItems.length).toBeGreaterThan(1)
})

test('a paragraph longer than a page goes on, filled at its foot', () => {
  for (const name of ['en', 'ar'] as const) {
    const { pages } = setBook(name)
    const parts = pages.slice(openingOf(pages, titles.one[name])).flatMap(({ column }) => {
      const [first, ...others] = all(column, ({ tagName }) => tagName === 'p')
      return first ? [{ isAlone: others.length === 0, isRest: isRest(first), isParted: hasClass(first, 'parted') }] : []
    })
    expect(parts).toContainEqual({ isAlone: true, isRest: true, isParted: true })
  }
})

test('the running head shows the section in force at the head of the page', () => {
  for (const language of languages) {
    const { pages } = setBook(language)
    let [chapter, section] = ['', '']
    let checked = 0
    pages.slice(0, openingOf(pages, wordsIn(language)('book:index'))).forEach((page, index) => {
      const heads = all(page.column, ({ tagName }) => /^h[12]$/.test(tagName))
      const [first] = heads
      const isOpening = heads.some(({ tagName }) => tagName === 'h1')
      if (isOpening) [chapter, section] = [toString(heads[0]!), '']
      else if (page.head !== '') {
        // A heading that is the first of its page is in force there.
        const text = signsIn(page.column)
        const top = first && text.startsWith(signsIn(first)) ? toString(first) : section
        const due = index % 2 === 1 ? language === 'en' ? 'The Kiln' : 'كتاب الأتون' : top === '' ? chapter : `${top} | ${chapter}`
        expect([language, index, page.head]).toEqual([language, index, due])
        checked++
      }
      section = heads.filter(({ tagName }) => tagName === 'h2').map((heading) => toString(heading)).at(-1) ?? section
    })
    expect(checked).toBeGreaterThan(8)
    expect(pages.some(({ head }) => head === `${titles.ash[language]} | ${titles.two[language]}`)).toBe(true)
  }
})

test('a book with two covers: the second half stands in reverse, its title first from its own side', async () => {
  const { pages, pdf } = setBook('two-cover')
  const half = secondHalf(pages)
  const runs = await runsOf(pdf.artifacts[0].bytes)
  expect(runs.length).toBe(pages.length)
  expect(linesOf(runs[0]!)).toEqual(['The Kiln'])
  // Words are read from left to right here.
  expect(linesOf(runs.at(-1)!)).toEqual(['الأتون كتاب'])
  const foot = (at: number) => linesOf(runs[at]!).at(-1)
  const place = placeIn('two-cover', pages)
  for (const index of [openingOf(pages, titles.two.en), openingOf(pages, titles.two.ar)]) {
    expect([index, foot(place(index))]).toEqual([index, pages[index]!.foot])
  }
  expect(place(openingOf(pages, titles.one.ar))).toBeGreaterThan(place(openingOf(pages, titles.two.ar)))
  // Seen from its own cover, an Arabic recto lies on the left, as the leaf that is turned from there has it.
  expect([pages[0]!.side, pages[half]!.side]).toEqual(['right', 'left'])
})

test('the same book gives the same bytes', () => {
  expect(again.artifacts.map(({ bytes }, index) => Buffer.from(bytes).equals(Buffer.from(setBook('facing-en').pdf.artifacts[index]!.bytes)))).toEqual([true, true])
})

test('English words are broken with hyphens, Arabic ones never, and a page never ends inside a word', () => {
  const { pages } = setBook('facing-en')
  const soft = (page: SetPage) => toString(page.column ?? { type: 'root', children: [] }).split('\u00AD').length - 1
  const broken = bilingual((language) => pages.filter((page) => languageOf(page) === language).reduce((sum, page) => sum + soft(page), 0))
  expect([broken.en > 20, broken.ar]).toEqual([true, 0])
  for (const { column } of pages) expect(toString(column ?? { type: 'root', children: [] })).not.toMatch(/\u00AD$/)
})

test('what is told beside the PDF is what the pages are', () => {
  for (const [name, { pages, pdf }] of everyBook()) {
    interface Told { folio: number; front: boolean; ends: string; notes?: boolean; faults: string[]; blank: number; opens?: boolean }
    const told = (JSON.parse(Buffer.from(pdf.artifacts[1].bytes).toString()) as { pages: Told[] }).pages
    expect([name, told.length]).toEqual([name, pages.length])
    expect(told.map(({ ends }) => ends === 'blank')).toEqual(pages.map(({ column }) => column === undefined && true || false))
    expect(told.map(({ notes }) => notes === true)).toEqual(pages.map(({ notes }) => notes.length > 0))
    expect(told.flatMap(({ faults }) => faults).filter((fault) => fault === 'overfull' || fault === 'stranded-heading')).toEqual([])
  }
})
