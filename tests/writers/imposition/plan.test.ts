import { expect, test } from '@jest/globals'
import { PDFDocument, rgb } from '@cantoo/pdf-lib'
import { impose } from '../../../pipeline/writers/imposition/index.ts'
import { sheetOf, type Binding, type Sheet } from '../../../pipeline/writers/imposition/fold.ts'
import { planOf, type PlannedSheet, type Style } from '../../../pipeline/writers/imposition/plan.ts'

const bindings = ['left', 'right'] as const

const bare = { bleed: 0, marks: false, isReversed: false }

/** A leaf in the hand: what is on its two faces, each with a mark when it stands on its head. */
interface Paper { readonly up: string; readonly down: string }

const headOver = (said: string): string => (said.startsWith('^') ? said.slice(1) : `^${said}`)

/** Paper of one cell as seen from the front; the back's column is counted from the other side. */
function papersOf(sheet: { front: readonly (readonly string[])[]; back: readonly (readonly string[])[] }): Paper[][][] {
  return sheet.front.map((row, at) => row.map((up, column) => [{ up, down: sheet.back[at]![row.length - 1 - column]! }]))
}

/** Folds in half, the other part going behind, until one pile is left; the last fold is the spine. */
function fold(grid: Paper[][][], binding: Binding): Paper[] {
  let [rows, columns] = [grid.length, grid[0]!.length]
  while (rows * columns > 1) {
    if (rows >= columns && rows > 1) {
      // The head half goes behind the tail half: seen from the front its faces change and stand on their heads.
      const half = rows / 2
      grid = Array.from({ length: half }, (_, at) => grid[half + at]!.map((pile, column) =>
        [...pile, ...grid[half - 1 - at]![column]!.toReversed().map(({ up, down }) => ({ up: headOver(down), down: headOver(up) }))]))
      rows = half
    } else {
      const half = columns / 2
      grid = grid.map((row) => Array.from({ length: half }, (_, at) => {
        const [stays, goes] = binding === 'left' ? [row[half + at]!, row[half - 1 - at]!] : [row[at]!, row[columns - 1 - at]!]
        return [...stays, ...goes.toReversed().map(({ up, down }) => ({ up: down, down: up }))]
      }))
      columns = half
    }
  }
  return grid[0]![0]!
}

const said = (sheet: Sheet) => {
  const side = (rows: Sheet['front']) => rows.map((row) => row.map(({ page, isTurned }) => `${isTurned ? '^' : ''}${page}`))
  return { front: side(sheet.front), back: side(sheet.back) }
}

test('the order of a small booklet, by hand', () => {
  // Outside: last and first page; inside: the two in the middle. From the right the first is on the left.
  expect(said(sheetOf(4, 'left'))).toEqual({ front: [['3', '0']], back: [['1', '2']] })
  expect(said(sheetOf(4, 'right'))).toEqual({ front: [['0', '3']], back: [['2', '1']] })
})

test('eight pages on a sheet, by hand: heads meet in the fold between the rows', () => {
  expect(said(sheetOf(8, 'left'))).toEqual({ front: [['^4', '^3'], ['7', '0']], back: [['^2', '^5'], ['1', '6']] })
  expect(said(sheetOf(8, 'right'))).toEqual({ front: [['^3', '^4'], ['0', '7']], back: [['^5', '^2'], ['6', '1']] })
})

test.each([4, 8, 16, 32].flatMap((pages) => bindings.map((binding) => [pages, binding] as const)))('%d pages bound on the %s come in order when the sheet is folded', (pages, binding) => {
  const pile = fold(papersOf(said(sheetOf(pages, binding))), binding)
  expect(pile.flatMap(({ up, down }) => [up, down])).toEqual(Array.from({ length: pages }, (_, page) => String(page)))
})

const everyPage = (sheets: readonly PlannedSheet[]) => sheets.flatMap(({ front, back }) => [...front, ...back].flat().map(({ page }) => page))

test('every page stands on one sheet, once, whatever their number; blanks fill the last sheet', () => {
  for (const style of ['booklet', 4, 8, 16, 32] as const satisfies readonly Style[]) {
    for (const binding of bindings) {
      for (const count of [1, 2, 3, 4, 5, 15, 16, 17, 31, 33, 100]) {
        const { sheets, blanks } = planOf(count, style, binding)
        const pages = everyPage(sheets)
        const multiple = style === 'booklet' ? 4 : style
        expect([...pages].filter((page) => page !== undefined).sort((one, other) => one - other)).toEqual(Array.from({ length: count }, (_, page) => page))
        expect(pages.filter((page) => page === undefined).length).toBe(blanks)
        expect([(count + blanks) % multiple, blanks < multiple]).toEqual([0, true])
      }
    }
  }
})

test('sheets of a booklet lie within each other: opened anywhere, the pages of an opening stand side by side', () => {
  for (const binding of bindings) {
    const { sheets } = planOf(11, 'booklet', binding)
    // The pile from outside in: folded sheets one in the other are read half forward, half backward.
    const piles = sheets.map(({ front, back }) => {
      const side = (rows: PlannedSheet['front']) => rows.map((row) => row.map(({ page }) => String(page ?? '–')))
      return fold(papersOf({ front: side(front), back: side(back) }), binding)
    })
    const leaves = [...piles.map(([first]) => first!), ...piles.map(([, last]) => last!).reverse()]
    expect(leaves.flatMap(({ up, down }) => [up, down])).toEqual([...Array.from({ length: 11 }, (_, page) => String(page)), '–'])
  }
})

test('creep grows to the middle of a signature, and starts anew in the next', () => {
  const depths = new Map(planOf(32, 16, 'left').sheets.flatMap(({ front, back }) => [...front, ...back].flat().map(({ page, depth }) => [page, depth] as const)))
  expect(Array.from({ length: 32 }, (_, page) => depths.get(page))).toEqual([...Array(2).fill([0, 0, 1, 1, 2, 2, 3, 3, 3, 3, 2, 2, 1, 1, 0, 0])].flat())
})

test('other numbers of pages make no sheet', () => {
  expect(() => sheetOf(12, 'left')).toThrow(RangeError)
  expect(() => sheetOf(2, 'right')).toThrow(RangeError)
})

test('sheets are as large as their pages, or pages shrink to the sheet', async () => {
  const source = await PDFDocument.create()
  for (let page = 0; page < 5; page++) source.addPage([400, 600]).drawRectangle({ x: 10, y: 10, width: 20, height: 20, color: rgb(0, 0, 0) })
  const own = await impose(source, { style: 'booklet', binding: 'right', creep: 0, sheet: undefined, ...bare })
  expect([own.sheets, own.blanks, own.scale]).toEqual([2, 3, 1])
  const sides = (await PDFDocument.load(own.bytes)).getPages()
  expect(sides.map((page) => [page.getWidth(), page.getHeight()])).toEqual(Array(4).fill([800, 600]))
  const office = await impose(source, { style: 'booklet', binding: 'left', creep: 0, sheet: { width: 297, height: 210 }, ...bare })
  expect(office.scale).toBeCloseTo(210 * 72 / 25.4 / 600, 5)
})
