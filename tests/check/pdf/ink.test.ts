/** Ink of pages: pictures in four inks, what blends with what lies under it, gradients, and what is not known. */

import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { PDFName, type PDFDict } from '@cantoo/pdf-lib'
import { expect, test } from '@jest/globals'
import { preflight } from '../../../pipeline/check/pdf/index.ts'
import { pdfWith, profiles, type Draft } from './press.ts'

const name = (text: string): PDFName => PDFName.of(text)

type Entries = Record<string, unknown>

const paint = (draft: Draft, operators: string): void => { draft.content[0] += `\nq ${operators} Q` }

function picture(draft: Draft, key: string, bytes: Uint8Array, entries: Entries): void {
  const objects = draft.resources.lookup(name('XObject')) as PDFDict
  objects.set(name(key), draft.stream(bytes, { Type: 'XObject', Subtype: 'Image', Width: 24, Height: 16, BitsPerComponent: 8, ColorSpace: 'DeviceCMYK', ...entries } as never))
}

const state = (draft: Draft, entries: Entries): void => draft.resources.set(name('ExtGState'), draft.object({ G1: entries } as never) as never)

/** What is said of the first page's ink, and the verdict of the rule. */
async function inkOf(change: (draft: Draft) => void) {
  const found = preflight(await pdfWith('x4', change), 'book.pdf', profiles.x4)
  const rule = found.requirements.find((one) => one.rule === 'ink-limit')!
  return { ink: found.pages[0]!.ink, isLeast: found.pages[0]!.inkIsLeast, verdict: rule.verdict, why: rule.found.values['why'] }
}

const jpeg = (draft: Draft, file: string, entries: Entries = {}): void => {
  picture(draft, 'I9', readFileSync(`tests/check/pdf/jpeg/${file}.jpg`), { Filter: 'DCTDecode', Decode: [1, 0, 1, 0, 1, 0, 1, 0], ...entries })
  paint(draft, '5 0 0 3 90 300 cm /I9 Do')
}

test.each(['ycck', 'progressive'])('a picture in JPEG is weighed pixel by pixel: %s', async (file) => {
  const { ink, verdict } = await inkOf((draft) => jpeg(draft, file))
  expect(ink).toBeGreaterThan(316)
  expect(ink).toBeLessThan(328)
  expect(verdict).toBe('broken')
})

test('read the other way round, its paper is full of ink', async () => {
  expect((await inkOf((draft) => jpeg(draft, 'ycck', { Decode: [0, 1, 0, 1, 0, 1, 0, 1] }))).ink).toBe(400)
})

test.each<[string, Entries, string]>([
  ['JPEG 2000', { Filter: 'JPXDecode' }, '$preflight:ink.picture'],
  ['red, green and blue', { ColorSpace: 'DeviceRGB', Filter: 'DCTDecode' }, '$preflight:ink.rgb'],
  ['a JPEG that is none', { Filter: 'DCTDecode' }, '$preflight:ink.picture'],
])('of %s the ink is not known, and that is said', async (_, entries, why) => {
  const found = await inkOf((draft) => {
    picture(draft, 'I9', Buffer.from('nothing'), entries)
    paint(draft, '5 0 0 3 90 300 cm /I9 Do')
  })
  expect(found).toEqual({ ink: 100, isLeast: true, verdict: 'unknown', why })
})

test('what is hidden by a mask has no ink', async () => {
  const inks = Buffer.alloc(24 * 16 * 4, 255)
  inks.fill(51, 4 * 24 * 8)
  const mask = Buffer.alloc(24 * 16, 0)
  mask.fill(255, 24 * 8)
  const { ink, verdict } = await inkOf((draft) => {
    const soft = draft.stream(deflateSync(mask), { Type: 'XObject', Subtype: 'Image', Width: 24, Height: 16, BitsPerComponent: 8, ColorSpace: 'DeviceGray', Filter: 'FlateDecode' })
    picture(draft, 'I9', deflateSync(inks), { Filter: 'FlateDecode', SMask: soft })
    paint(draft, '5 0 0 3 90 300 cm /I9 Do')
  })
  expect([ink, verdict]).toEqual([100, 'kept'])
})

const bars = '0.8 0.8 0 0 k 90 300 50 20 re f /G1 gs 0.8 0.8 0.8 0 k 95 305 10 10 re f'

// Over 0.8 of cyan and magenta: multiplied 1 - 0.2², darkened the greater of both, screened 0.8²; no yellow lies below that could burn.
test.each([['Normal', 240], ['Multiply', 272], ['Darken', 240], ['Screen', 240], ['ColorBurn', 240]] as const)('%s of a bar on another', async (mode, ink) => {
  expect((await inkOf((draft) => {
    state(draft, { BM: mode })
    paint(draft, bars)
  })).ink).toBe(ink)
})

test('three layers that multiply add up', async () => {
  expect((await inkOf((draft) => {
    state(draft, { BM: 'Multiply' })
    paint(draft, '/G1 gs 0.5 0.5 0.5 0.5 k 90 300 50 20 re f 90 300 50 20 re f 90 300 50 20 re f')
  })).ink).toBe(350)
})

test('modes that mix all inks are not known', async () => {
  expect(await inkOf((draft) => {
    state(draft, { BM: 'Luminosity' })
    paint(draft, bars)
  })).toMatchObject({ verdict: 'unknown', why: '$preflight:ink.blend' })
})

test('a gradient has the ink of its heavier end', async () => {
  const gradient = (function_: Entries) => (draft: Draft) => {
    draft.resources.set(name('Shading'), draft.object({ S1: { ShadingType: 2, ColorSpace: 'DeviceCMYK', Coords: [90, 0, 190, 0], Function: function_ } } as never) as never)
    paint(draft, '90 300 50 20 re W n /S1 sh')
  }
  const plain = { FunctionType: 2, Domain: [0, 1], N: 1, C0: [0, 0, 0, 0], C1: [1, 0.9, 0.8, 0.7] }
  expect(await inkOf(gradient(plain))).toMatchObject({ ink: 340, verdict: 'broken' })
  expect(await inkOf(gradient({ FunctionType: 3, Domain: [0, 1], Bounds: [0.5], Encode: [0, 1, 0, 1], Functions: [plain, plain] }))).toMatchObject({ ink: 340 })
  expect(await inkOf(gradient({ FunctionType: 4 }))).toMatchObject({ verdict: 'unknown', why: '$preflight:ink.shading' })
})
