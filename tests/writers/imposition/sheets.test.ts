/** Sheets as files: where pages lie on them, what is marked, and in which order a reversed file is laid. */

import { expect, test } from '@jest/globals'
import { degrees, PDFDocument, PDFRawStream } from '@cantoo/pdf-lib'
import { impose, type Style } from '../../../pipeline/writers/imposition/index.ts'
import { upright } from '../../../pipeline/writers/imposition/upright.ts'
import { contentsOf, textOf } from '../../../pipeline/writers/pdf/stream.ts'
import { PDFDict, PDFName } from '@cantoo/pdf-lib'

const point = 72 / 25.4

/** Pages of 100 × 150 mm in a bleed of 5 mm; each is told by the width of its bar, a point for the first. */
async function book(pages: number): Promise<PDFDocument> {
  const pdf = await PDFDocument.create()
  for (let number = 1; number <= pages; number++) {
    const page = pdf.addPage([110 * point, 160 * point])
    page.setTrimBox(5 * point, 5 * point, 100 * point, 150 * point)
    page.drawRectangle({ x: 50, y: 50, width: number, height: 9 })
  }
  return pdf
}

type Asked = Partial<Parameters<typeof impose>[1]>

async function sheets(pages: number, style: Style, asked: Asked = {}) {
  const { bytes } = await impose(await book(pages), { style, binding: 'left', creep: 0, sheet: undefined, bleed: 0, marks: false, isReversed: false, ...asked })
  const pdf = await PDFDocument.load(bytes)
  return pdf.getPages().map((page) => {
    const content = contentsOf(pdf.context, page.node.get(PDFName.of('Contents'))).map(textOf).join('\n')
    const objects = page.node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict)
    // Each page's clip, the place of its form, and the number that its form says.
    const placed = [...content.matchAll(/([\d.-]+) ([\d.-]+) [\d.-]+ [\d.-]+ re\s+W\s+n\s+([\d.-]+) \S+ \S+ \S+ ([\d.-]+) ([\d.-]+) cm\s+\/(\S+) Do/g)].map(([, , , turn, x, y, name]) => {
      const form = objects?.lookup(PDFName.of(name ?? ''))
      const number = form instanceof PDFRawStream ? Number(/(?:^|\s)([\d.]+) [\d.]+ l\b/.exec(textOf(form).replace(/[\s]+/g, ' '))?.[1] ?? /0 9 l ([\d.]+) 9 l/.exec(textOf(form).replace(/\s+/g, ' '))?.[1] ?? NaN) : NaN
      return { number, turned: Number(turn) < 0, x: Math.round(Number(x) / point * 10) / 10, y: Math.round(Number(y) / point * 10) / 10 }
    })
    return { width: Math.round(page.getWidth() / point), height: Math.round(page.getHeight() / point), content, placed }
  })
}

const numbers = (all: Awaited<ReturnType<typeof sheets>>) => all.map(({ placed }) => placed.map(({ number }) => number))

test('a reversed file is laid in the order of reading', async () => {
  const [rising, reversed] = [numbers(await sheets(4, 4)), numbers(await sheets(4, 4, { isReversed: true }))]
  expect(rising.flat().every(Number.isFinite)).toBe(true)
  expect(reversed).toEqual(rising.map((side) => side.map((number) => 5 - number)))
})

test('each leaf within another moves into the spine by the creep', async () => {
  const [outer, , inner] = await sheets(8, 'booklet', { creep: 0.5 })
  expect(outer!.placed.map(({ x }) => x)).toEqual([0, 100])
  expect(inner!.placed.map(({ x }) => x)).toEqual([0.5, 99.5])
})

test('bleed is kept on three sides, and heads that meet have it between them', async () => {
  const [side] = await sheets(8, 8, { bleed: 3 })
  expect([side!.width, side!.height]).toEqual([2 * 103, 2 * 156])
  // The form is as wide as its bleed on both sides; what lies beyond the spine is clipped away.
  expect(side!.placed.map(({ x, turned }) => [x, turned])).toEqual([[106, true], [206, true], [0, false], [100, false]])
})

test('marks stand outside the pages: cuts at the trim, folds between, a stair on the spines', async () => {
  const all = await sheets(16, 8, { bleed: 3, marks: true })
  expect([all[0]!.width, all[0]!.height]).toEqual([2 * 103 + 16, 2 * 156 + 16])
  const lines = [...all[0]!.content.matchAll(/([\d.]+) ([\d.]+) m\s+([\d.]+) ([\d.]+) l/g)].map(([, ...four]) => four.map((value) => Math.round(Number(value) / point * 10) / 10))
  const upright = new Set(lines.filter(([x1, , x2]) => x1 === x2).map(([x]) => x))
  const level = new Set(lines.filter(([, y1, , y2]) => y1 === y2).map(([, y]) => y))
  expect([...upright].sort((one, other) => one! - other!)).toEqual([11, 111, 211])
  expect([...level].sort((one, other) => one! - other!)).toEqual([11, 161, 164, 167, 317])
  // All of a line lies in the room for marks.
  expect(lines.every(([x1, y1, x2, y2]) => x2! < 8 || x1! > 214 || y2! < 8 || y1! > 320)).toBe(true)
  const bars = all.map(({ content }) => Number(/([\d.]+) ([\d.]+) [\d.]+ [\d.]+ re\s+f\s+Q\s*$/.exec(content.trim())?.[2] ?? NaN) / point)
  expect(bars[1]).toBeNaN()
  expect(bars[0]! - bars[2]!).toBeCloseTo(4, 1)
  expect((await sheets(16, 'booklet', { marks: true }))[0]!.content).not.toMatch(/re\s+f\s+Q\s*$/)
})

test('on a sheet that is given, pages and marks shrink together', async () => {
  const [side] = await sheets(4, 4, { marks: true, sheet: { width: 116, height: 300 } })
  expect([side!.width, side!.height]).toEqual([116, 300])
  expect(side!.content).toMatch(/0\.5 0 0 0\.5/)
})

test.each([[0, 10, 20], [90, 110, 20], [180, 110, 170], [270, 10, 170], [-90, 10, 170]])('turned by %d, the corner at %d %d is shown on the lower left', async (angle, x, y) => {
  const page = (await PDFDocument.create()).addPage([200, 300])
  page.setTrimBox(10, 20, 100, 150)
  page.setRotation(degrees(angle))
  const { matrix: [a, b, c, d, e, f], width, height } = upright(page, 0)
  const shown = (px: number, py: number) => [a * px + c * py + e, b * px + d * py + f].map((value) => value + 0)
  expect(shown(x, y)).toEqual([0, 0])
  expect(shown(120 - x, 190 - y)).toEqual([width, height])
  expect([width, height]).toEqual(angle % 180 === 0 ? [100, 150] : [150, 100])
})
