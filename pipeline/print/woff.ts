/** A WOFF font as the plain TrueType or OpenType file that it holds. */

import { inflateSync } from 'node:zlib'

interface Table {
  readonly tag: string
  readonly checksum: number
  readonly bytes: Uint8Array
}

const directoryEntry = 16
const padded = (length: number): number => Math.ceil(length / 4) * 4

/** Throws for anything that is not WOFF. After the W3C's WOFF File Format 1.0, sections 3 to 5. */
export function sfntOf(woff: Uint8Array): Uint8Array {
  const file = Buffer.from(woff.buffer, woff.byteOffset, woff.byteLength)
  if (file.toString('latin1', 0, 4) !== 'wOFF') throw new Error('Not a WOFF font')
  const tables = Array.from({ length: file.readUInt16BE(12) }, (_, index) => tableAt(file, 44 + 20 * index))
  const header = headerOf(file.readUInt32BE(4), tables)
  return Buffer.concat([header, ...tables.flatMap(({ bytes }) => [bytes, Buffer.alloc(padded(bytes.length) - bytes.length)])])
}

function tableAt(file: Buffer, at: number): Table {
  const [offset, packed, length, checksum] = [4, 8, 12, 16].map((field) => file.readUInt32BE(at + field)) as [number, number, number, number]
  const stored = file.subarray(offset, offset + packed)
  return { tag: file.toString('latin1', at, at + 4), checksum, bytes: packed < length ? inflateSync(stored) : stored }
}

/** The kind of outlines, three numbers for a binary search, and where each table lies. */
function headerOf(flavour: number, tables: readonly Table[]): Buffer {
  const header = Buffer.alloc(12 + directoryEntry * tables.length)
  const power = Math.floor(Math.log2(tables.length))
  const range = directoryEntry * 2 ** power
  header.writeUInt32BE(flavour, 0)
  const search = [tables.length, range, power, directoryEntry * tables.length - range]
  search.forEach((value, index) => header.writeUInt16BE(value, 4 + 2 * index))
  let offset = header.length
  tables.forEach(({ tag, checksum, bytes }, index) => {
    const at = 12 + directoryEntry * index
    header.write(tag, at, 'latin1')
    ;[checksum, offset, bytes.length].forEach((value, field) => header.writeUInt32BE(value, at + 4 + 4 * field))
    offset += padded(bytes.length)
  })
  return header
}
