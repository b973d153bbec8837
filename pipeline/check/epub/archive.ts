/** An EPUB's archive as it lies in the file: its entries in order, and their content. */

import { fromBuffer, type Entry, type ZipFile } from 'yauzl'

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
      if (!entry.fileName.endsWith('/') && entry.uncompressedSize <= largest) reading.push(contentOf(zip, entry).then((content) => [entry.fileName, content] as const))
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

const contentOf = (zip: ZipFile, entry: Entry): Promise<Buffer> =>
  new Promise((resolve, reject) => zip.openReadStream(entry, (error, stream) => {
    if (error) return reject(error)
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => resolve(chunks.length === 1 ? chunks[0] as Buffer : Buffer.concat(chunks)))
    stream.on('error', reject)
  }))
