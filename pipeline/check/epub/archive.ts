/** An EPUB's archive as it lies in the file: its entries in order, and their content. */

import { promisify } from 'node:util'
import { crc32, inflateRaw } from 'node:zlib'
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'

const inflated = promisify(inflateRaw) as (packed: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>

export interface ArchiveEntry {
  readonly name: string
  /** 0 is stored, 8 is deflated. */
  readonly method: number
  /** Bytes of extra fields, at the head of the entry and in the list of all. */
  readonly extra: number
}

export interface Archive {
  readonly entries: readonly ArchiveEntry[]
  readonly files: ReadonlyMap<string, Buffer>
}

/** Bytes that one file of an EPUB may unpack to: our own choice, against archives that grow without end. */
const largest = 200_000_000

/** Rejects what is no zip archive, or one that cannot be read. */
export async function unpacked(bytes: Uint8Array): Promise<Archive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(buffer, { lazyEntries: true, strictFileNames: false, validateEntrySizes: true }, (error, opened) => (error ? reject(error) : resolve(opened))))
  const entries: ArchiveEntry[] = []
  const reading: Promise<readonly [string, Buffer]>[] = []
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      entries.push({ name: entry.fileName, method: entry.compressionMethod, extra: entry.extraFieldLength + localExtra(buffer, entry) })
      if (!entry.fileName.endsWith('/') && entry.uncompressedSize <= largest) {
        const content = contentOf(zip, buffer, entry).then((content) => [entry.fileName, content] as const)
        // It is waited for below; until then its fault is no loose end, which would end the program.
        content.catch(() => undefined)
        reading.push(content)
      }
      zip.readEntry()
    })
    zip.on('end', () => resolve())
    zip.on('error', reject)
    zip.readEntry()
  })
  return { entries, files: new Map(await Promise.all(reading)) }
}

/** Extra bytes at the head of the entry itself, which the list of all does not tell. */
const localExtra = (buffer: Buffer, { relativeOffsetOfLocalHeader: at }: Entry): number => (at + 30 <= buffer.length ? buffer.readUInt16LE(at + 28) : 0)

/** In one piece, for a stream of each small file costs more than its content; a file whose sum of all bytes is another is broken. */
async function contentOf(zip: ZipFile, buffer: Buffer, entry: Entry): Promise<Buffer> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
  const packed = buffer.subarray(fileDataStart, fileDataStart + entry.compressedSize)
  const content = entry.compressionMethod === 0 ? packed : await inflated(packed, { maxOutputLength: largest })
  if (content.length !== entry.uncompressedSize || crc32(content) !== entry.crc32) throw new Error(`${entry.fileName}: not as long, or not the same, as the archive says`)
  return content
}
