/** Contact sheets: openings as they lie, drawings as pictures, numbers by hand, and a page that speaks both languages. */

import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import type { ToldPage, ToldPages } from '../../pipeline/writers/pdf/pages-json.ts'
import { areaOf, drawing, paths } from '../../pipeline/writers/proof/drawing.ts'
import { PagesFault, readPages, summaryOf, toldSummary, writeProof } from '../../pipeline/writers/proof/index.ts'
import { openingsOf } from '../../pipeline/writers/proof/openings.ts'
import { points } from '../../pipeline/writers/proof/summary.ts'
import { blankPage, page, pages, rows } from './pages.ts'

/** Openings from left to right: `. 1 | 2 3`. */
const lying = (told: ToldPages): string => openingsOf(told).map(({ left, right }) => `${left?.page ?? '.'} ${right?.page ?? '.'}`).join(' | ')
const numbered = (count: number, half = 0): ToldPage[] => Array.from({ length: count }, (_, index) => page(index + 1, { half }))

test('a left-bound book has page 1 on the right, and versos on the left', () => {
  expect(lying(pages(numbered(4)))).toBe('. 1 | 2 3 | 4 .')
})

test('a right-bound book has page 1 on the left, page 2 on the right and page 3 on the left', () => {
  expect(lying(pages(numbered(5), { led: ['ar'] }))).toBe('1 . | 3 2 | 5 4')
})

test('each half of a book with two covers lies as it is bound', () => {
  expect(lying(pages([...numbered(2), ...numbered(3, 1)], { led: ['en', 'ar'] }))).toBe('. 1 | 2 . | 1 . | 3 2')
})

/** Paths as a picture of the type area: a sign for each 10 × 10 pixels, by what covers its middle line. */
function picture(given: ToldPage, told: ToldPages, hand: 'left' | 'right'): string[] {
  const area = areaOf(told, hand)
  const { text, heading, box } = paths(given, area, told)
  const canvas = Array.from({ length: 10 }, () => Array.from({ length: 10 }, () => '·'))
  for (const [path, sign] of [[box, '+'], [text, '='], [heading, '#']] as const) {
    for (const [, x, y, w, h] of path.matchAll(/M(-?\d+) (-?\d+)h(\d+)v(\d+)/g)) {
      const [left, top, width, height] = [Number(x) - area.left, Number(y) - area.top, Number(w), Number(h)]
      canvas.forEach((line, row) => line.forEach((_, column) => {
        const isIn = 10 * column + 5 > left && 10 * column + 5 < left + width && top < 10 * row + 10 && top + height > 10 * row
        if (isIn) line[column] = sign
      }))
    }
  }
  return canvas.map((line) => line.join(''))
}

test('a page in English begins on the left; headings are half as long, the last line of a paragraph is short', () => {
  const given = page(1, { rows: [...rows('h1 _ p3. p2 @9 n1.', 'en')] })
  expect(picture(given, pages([given]), 'right')).toEqual([
    '#####·····',
    '··········',
    '==========',
    '==========',
    '======····',
    '==========',
    '==========',
    '··········',
    '··········',
    '======····',
  ])
})

test('a page in Arabic begins on the right', () => {
  const given = page(1, { galley: 'ar', rows: rows('h1 p3. v1', 'ar') })
  expect(picture(given, pages([given]), 'left').slice(0, 5)).toEqual([
    '·····#####',
    '==========',
    '==========',
    '····======',
    '···=======',
  ])
})

test('in columns English stands on the left and Arabic on the right; tables run across', () => {
  const given = page(1, { galley: 'both', rows: [...rows('p3.', 'en'), ...rows('p2.', 'ar'), ...rows('@4 t1 r2', 'both')] })
  expect(picture(given, pages([given], { columns: { en: 40, ar: 50 } }), 'right').slice(0, 8)).toEqual([
    '====·=====',
    '====···===',
    '==········',
    '··········',
    '++++++++++',
    '++++++++++',
    '++++++++++',
    '··········',
  ])
})

test('the first of two columns stands where reading begins', () => {
  const both = (language: 'en' | 'ar') => page(1, { galley: `${language}-index`, rows: [...rows('h1', language), ...rows('@2 p3.', 'first'), ...rows('@2 p1.', 'second')] })
  expect(picture(both('en'), pages([both('en')], { double: 40 }), 'right').slice(0, 5)).toEqual([
    '#####·····',
    '··········',
    '====··==··',
    '====······',
    '==········',
  ])
  expect(picture(both('ar'), pages([both('ar')], { double: 40 }), 'left').slice(0, 5)).toEqual([
    '·····#####',
    '··········',
    '··==··====',
    '······====',
    '········==',
  ])
})

test('a picture is crossed through, a title page is not', () => {
  const path = (role: ToldPage['role']) => paths(page(1, { role, rows: rows('f4', 'en') }), areaOf(pages([]), 'right'), {}).box
  expect(path('chapter')).toBe('M10 10h100v40h-100zl100 40M110 10l-100 40')
  expect(path('titlepage')).toBe('M10 10h100v40h-100z')
})

test('the type area lies at the binding', () => {
  expect([areaOf(pages([]), 'left').left, areaOf(pages([]), 'right').left]).toEqual([30, 10])
})

/** Elements of a drawing by class or by what they use. */
function signs(told: ToldPages, number = 0): string[] {
  const found: string[] = []
  visit(drawing(openingsOf(told)[number]!, told, 'Pages', 'label'), 'element', ({ tagName, properties }) => {
    if (tagName === 'use' && !String(properties['href']).startsWith('#sheet')) found.push(`${properties['href']} ${properties['x']},${properties['y']}`)
    if (tagName === 'rect') found.push(`${[properties['className']].flat().join('.')} ${properties['x']},${properties['y']} ${properties['width']}×${properties['height']}`)
  })
  return found
}

test('blank space is tinted between the text and the rule of the notes, and its break has a sign at the foot', () => {
  expect(signs(pages([page(1, { blank: 0.3, rows: rows('p5. @9 n1.', 'en'), ends: 'passage' })]))).toEqual(['blank 10,60 100×31', '#ends-passage 60,120'])
  expect(signs(pages([page(1, { blank: 0.5, rows: rows('p5.', 'en'), ends: 'section' })]))).toEqual(['blank.free 10,60 100×50', '#ends-section 60,120'])
})

test('a fault at the head is marked there in the outer margin, any other where the text ends', () => {
  expect(signs(pages([page(1, { faults: ['widow', 'hyphen'] })]))).toEqual(['#ends-paragraph 60,120', '#fault 125,20', '#fault 125,100'])
})

test('overhang is marked on the fold, down to where the longer text ends', () => {
  const told = pages([page(1), page(2, { overhang: 1.5, rows: rows('p7.', 'en') }), page(3, { overhang: 1.5, galley: 'ar', rows: rows('p9.', 'ar') })], { view: 'facing-en' })
  expect(signs(told, 1).filter((sign) => sign.startsWith('overhang'))).toEqual(['overhang 128,85 24×15'])
})

/** English on versos, Arabic on rectos. */
const facing = pages([
  page(1, { role: 'halftitle', front: true, ends: 'section', blank: 0.8, galley: 'en' }),
  page(2, { blank: 0.1, overhang: 1 }), page(3, { galley: 'ar', blank: 0.02, overhang: 1 }),
  page(4, { blank: 0.2, faults: ['orphan'] }), page(5, { galley: 'ar', blank: 0.04 }),
  page(6, { blank: 0.03 }), page(7, { galley: 'ar', blank: -0.05, faults: ['overfull', 'orphan'] }),
  page(8, { ends: 'section', blank: 0.7, overhang: 0.5 }), page(9, { galley: 'ar', ends: 'section', blank: 0.6, overhang: 0.5 }),
  blankPage(10),
], { view: 'facing-en', edition: 'facing.pdf' })

test('the summary: blank of each side without front matter and ends of sections, overhang, faults, the dearest first', () => {
  const { openings, ...told } = summaryOf(facing)
  expect(openings).toHaveLength(6)
  expect([told.pages, told.blanks]).toEqual([10, 1])
  expect(told.blank.map(({ side, pages: counted, mean, ninthDecile }) => [side, counted, Number(mean.toFixed(4)), ninthDecile])).toEqual([
    ['en', 3, 0.11, 0.2], ['ar', 3, 0.02, 0.04],
  ])
  // Both pages of the first opening one line, of two others none, of the last half a line.
  expect(told.overhang).toBeCloseTo(3 / 8)
  expect(told.faults).toEqual([{ kind: 'overfull', count: 1 }, { kind: 'orphan', count: 2 }])
  expect(told.faulty.map(({ number }) => number)).toEqual([3, 4])
  expect(told.worst.map(({ opening: { number } }) => number)).toEqual([4, 3, 2])
})

test('what an opening costs: blank by its square, overhang by its square and once, an end of a section nothing', () => {
  const [, second, , , last] = openingsOf(facing)
  expect(points(second!)).toBeCloseTo(100 * 0.1 ** 2 + 100 * 0.02 ** 2 + 3 * 1 ** 2)
  expect(points(last!)).toBeCloseTo(3 * 0.5 ** 2)
})

test('at most ten openings are listed, and the ninth decile of twenty is the eighteenth', () => {
  const told = pages(Array.from({ length: 20 }, (_, index) => page(index + 1, { blank: 0.2 + (index + 1) / 100 })))
  const summary = summaryOf(told)
  expect(summary.worst).toHaveLength(10)
  expect(summary.worst[0]?.opening.pages.map(({ page: number }) => number)).toEqual([18, 19])
  expect(summary.blank[0]?.ninthDecile).toBeCloseTo(0.38)
  expect(summary.overhang).toBeUndefined()
})

test('for scripts the summary is plain data', () => {
  expect(toldSummary('facing.pdf', summaryOf(facing))).toMatchObject({
    edition: 'facing.pdf', pages: 10, blankPages: 1, openings: 6, overhang: 0.375, faults: { overfull: 1, orphan: 2 },
    look: [{ page: 4, faults: ['orphan'] }, { page: 7, faults: ['overfull', 'orphan'] }],
    worst: [{ pages: [{ page: 6 }, { page: 7 }] }, { pages: [{ page: 4 }, { page: 5 }] }, { points: 4.04, pages: [{ page: 2 }, { page: 3 }] }],
  })
})

const schema = JSON.parse(readFileSync('pipeline/writers/pdf/pages.schema.json', 'utf8')) as object
const isValid = new Ajv2020({ strict: true, strictTuples: false, strictRequired: false }).compile(schema)

test('pages made by hand fit the schema, which refuses what it does not know', () => {
  expect([isValid(facing), isValid.errors]).toEqual([true, null])
  const [first, ...others] = facing.pages
  const refused = [
    { ...facing, version: 2 }, { ...facing, halves: [] }, { ...facing, author: 'nobody' },
    { ...facing, pages: [{ ...first, faults: ['ugly'] }, ...others] }, { ...facing, pages: [{ ...first, rows: [['text', 'en', 0, 10]] }, ...others] },
    { ...facing, pages: [{ ...first, rows: undefined, ends: 'line' }, ...others].map((one) => JSON.parse(JSON.stringify(one)) as object) },
  ]
  expect(refused.map((one) => isValid(one))).toEqual(refused.map(() => false))
})

test('what is read back is what was told; what is damaged or was written earlier says so', () => {
  expect(readPages(JSON.stringify(facing))).toEqual(facing)
  const reason = (text: string) => { try { readPages(text); return 'read' } catch (error) { return error instanceof PagesFault ? error.reason : error } }
  expect(['{"pages": [', '[]', 'null', JSON.stringify({ ...facing, view: 'round' }), '{"pages": [{"page": 1, "blank": 0.1}]}'].map(reason)).toEqual(['damaged', 'damaged', 'damaged', 'damaged', 'older'])
})

const treeOf = (told: ToldPages, language: 'en' | 'ar' = 'en'): Root => unified().use(rehypeParse).parse(Buffer.from(writeProof(told, summaryOf(told), language).bytes).toString('utf8'))

function all(tree: Root | Element, belongs: (element: Element) => boolean): Element[] {
  const found: Element[] = []
  visit(tree, 'element', (element) => { if (belongs(element)) found.push(element) })
  return found
}
const isTag = (name: string) => (element: Element) => element.tagName === name

/** What a reader of that language sees of an element. */
function seen(element: Element, language: 'en' | 'ar'): string {
  const copy = structuredClone(element)
  visit(copy, 'element', (child, index, parent) => {
    const isHidden = child.properties['dataUi'] === (language === 'en' ? 'ar' : 'en') || ['script', 'style', 'title'].includes(child.tagName)
    if (isHidden && parent && index !== undefined) { parent.children.splice(index, 1); return index }
    return undefined
  })
  return toString(copy).replaceAll('\u061C', '').replaceAll(/\s+/g, ' ').trim()
}

const tree = treeOf(facing)
const captions = (language: 'en' | 'ar') => all(tree, isTag('figcaption')).map((caption) => all(caption, isTag('div')).map((one) =>
  one.children.flatMap((child) => (child.type === 'element' ? [seen(child, language)] : [])).join(' | ')))

test('under each page stand its folio, its blank, its section and its faults, in the order of reading', () => {
  expect(captions('en')[0]).toEqual(['Page i 80% blank | Clay'])
  expect(captions('en')[1]).toEqual(['Page 2 10% blank overhang in lines: 1 | Clay', 'Page 3 2% blank | الطين'])
  expect(captions('en')[3]?.[1]).toBe('Page 7 5% too full | الطين | more than the page holdsfirst line of a paragraph alone at the foot')
  expect(captions('ar')[2]).toEqual(['الصفحة ٤ البياض ٢٠٪ | Clay | سطر مفرد في ذيل الصفحة هو أول فقرته', 'الصفحة ٥ البياض ٤٪ | الطين'])
  expect(captions('en')[5]).toEqual(['Page 10 blank page'])
})

test('every drawing is an image with a title, described by what stands below it', () => {
  const drawings = all(tree, ({ tagName, properties }) => tagName === 'svg' && properties['role'] === 'img')
  expect(drawings).toHaveLength(6)
  expect(drawings.map((one) => all(one, isTag('title')).map((title) => toString(title)))[1]).toEqual(['Pages 2–3 · الصفحتان ٢–٣'])
  const ids = all(tree, ({ properties }) => typeof properties['id'] === 'string').map(({ properties }) => properties['id'])
  expect(new Set(ids).size).toBe(ids.length)
  const targets = [
    ...drawings.map(({ properties }) => String(properties['ariaLabelledBy'])),
    ...all(tree, (element) => ['a', 'use'].includes(element.tagName)).map(({ properties }) => String(properties['href']).slice(1)),
  ]
  expect(targets.length).toBeGreaterThan(25)
  expect(targets.filter((target) => !ids.includes(target))).toEqual([])
})

test('whoever opens it is spoken to in the language of the interface, and both are there', () => {
  for (const language of ['en', 'ar'] as const) {
    const own = treeOf(facing, language)
    expect(all(own, isTag('html')).map(({ properties }) => [properties['lang'], properties['dir']])).toEqual([[language, language === 'ar' ? 'rtl' : 'ltr']])
    expect(all(own, ({ properties }) => properties['name'] === 'ui' && properties['checked'] === true).map(({ properties }) => properties['value'])).toEqual([language])
  }
  const page = structuredClone(all(tree, isTag('main'))[0]!)
  visit(page, 'element', (child, index, parent) => {
    if (child.properties['lang'] && !child.properties['dataUi'] && parent && index !== undefined) { parent.children.splice(index, 1); return index }
    return undefined
  })
  expect(seen(page, 'en')).not.toMatch(/\p{Script=Arabic}/u)
  expect(seen(page, 'ar')).not.toMatch(/[A-Za-z0-9]/)
})

test('a page costs little: a book of five hundred pages stays under a megabyte', () => {
  const many = pages(Array.from({ length: 500 }, (_, index) => page(index + 1, { rows: rows(Array(7).fill('p5.').join(' '), 'en') })))
  expect(writeProof(many).bytes.byteLength).toBeLessThan(1_000_000)
})
