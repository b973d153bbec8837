import { expect, test } from '@jest/globals'
import type { CoverSpecification } from '../../../pipeline/model/profile.ts'
import { barcodeOf } from '../../../pipeline/writers/wrap/barcode.ts'
import { coverMeasures } from '../../../pipeline/writers/wrap/measure.ts'

const paper = { name: 'white', page: 0.05 }
const specification: CoverSpecification = { bleed: 3, safety: 5, spine: { added: 1, wordsFrom: 80, safety: 1.5, papers: [paper] } }
const trim = { width: 140, height: 210 }

test('the spine is as thick as the pages and the boards', () => {
  const { width, height, spine } = coverMeasures({ trim, pages: 200, paper, binding: 'left' }, specification)
  // 200 × 0.05 + 1; twice the page and the bleed beside it.
  expect(spine).toEqual({ left: 143, top: 3, width: 11, height: 210 })
  expect([width, height]).toEqual([297, 216])
})

test('a book bound on the right has its front on the left', () => {
  const [left, right] = (['left', 'right'] as const).map((binding) => coverMeasures({ trim, pages: 200, paper, binding }, specification))
  expect([right!.front.left, right!.back.left]).toEqual([8, 159])
  expect([left!.front.left, left!.back.left]).toEqual([159, 8])
  expect(right!.front).toMatchObject({ top: 8, width: 130, height: 200 })
})

test('words stand on a spine from the printer’s least number of pages on, and only where they can be read', () => {
  const words = (pages: number, one = paper) => coverMeasures({ trim, pages, paper: one, binding: 'right' }, specification).spineWords
  expect(words(79, { name: 'thick', page: 0.2 })).toBeUndefined()
  // 80 × 0.05 + 1 − 2 × 1.5 leaves 2 mm.
  expect(words(80)).toBeUndefined()
  expect(words(200)).toMatchObject({ left: 144.5, width: 8 })
})

test('an ISBN becomes black lines with room beside them; a wrong digit becomes nothing', () => {
  const code = barcodeOf('978-0-306-40615-7')
  expect(code?.svg).toMatch(/stroke="#000000"/)
  expect(code?.svg).not.toMatch(/(?:stroke|fill)="#(?!000000)/)
  // 113 modules of 0.33 mm, quiet zones included, at the least.
  expect(code?.width).toBeGreaterThanOrEqual(113 * 0.33)
  expect(barcodeOf('9780306406157')).toBeDefined()
  expect(barcodeOf('978-0-306-40615-8')).toBeUndefined()
})
