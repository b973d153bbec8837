import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from '@jest/globals'
import { sfntOf } from '../../pipeline/print/woff.ts'

const packed = readFileSync(createRequire(import.meta.url).resolve('@fontsource/amiri/files/amiri-arabic-400-normal.woff'))
const font = Buffer.from(sfntOf(packed))

/** Sum of the 32-bit words of a table, as the format defines it. */
function checksum(bytes: Buffer): number {
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + Buffer.concat([bytes.subarray(at, at + 4), Buffer.alloc(3)]).readUInt32BE(0)) >>> 0
  return sum
}

const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
  const at = 12 + 16 * index
  const [sum, offset, length] = [4, 8, 12].map((field) => font.readUInt32BE(at + field)) as [number, number, number]
  return { tag: font.toString('latin1', at, at + 4), sum, bytes: Buffer.from(font.subarray(offset, offset + length)), offset, length }
})

test('the font has the size that the packed file promises', () => {
  expect(font.length).toBe(packed.readUInt32BE(16))
})

test('every table is there, in order, aligned, and whole', () => {
  expect(tables.map(({ tag }) => tag)).toEqual(expect.arrayContaining(['cmap', 'glyf', 'GSUB', 'head', 'hmtx']))
  for (const { tag, sum, bytes, offset } of tables) {
    // The font's own table leaves out the field that completes the sum of the file.
    if (tag === 'head') bytes.writeUInt32BE(0, 8)
    expect([tag, checksum(bytes), offset % 4]).toEqual([tag, sum, 0])
  }
})

test('the directory can be searched', () => {
  const [range, power, rest] = [6, 8, 10].map((at) => font.readUInt16BE(at)) as [number, number, number]
  expect([range, range + rest]).toEqual([16 * 2 ** power, 16 * tables.length])
  expect([2 ** power <= tables.length, 2 ** (power + 1) > tables.length]).toEqual([true, true])
})

test('anything else is refused', () => {
  expect(() => sfntOf(font)).toThrow('WOFF')
})
