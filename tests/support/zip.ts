/** Zip archives for tests: read whole, and written anew. */

import { fromBuffer, type Entry, type ZipFile as Opened } from 'yauzl'
import { ZipFile } from 'yazl'

/** Files by name, in the order of the archive. */
export async function unzipped(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  for (const { name, content } of await entriesOf(bytes)) files.set(name, content)
  return files
}

export interface ZipEntry {
  readonly name: string
  /** 0 is stored, 8 is deflated. */
  readonly method: number
  readonly extra: number
  readonly content: Buffer
}

export async function entriesOf(bytes: Uint8Array): Promise<ZipEntry[]> {
  const zip = await new Promise<Opened>((resolve, reject) =>
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened))))
  const entries: ZipEntry[] = []
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => zip.openReadStream(entry, async (error, stream) => {
      if (error) return reject(error)
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk as Buffer)
      entries.push({ name: entry.fileName, method: entry.compressionMethod, extra: entry.extraFieldRaw.length, content: Buffer.concat(chunks) })
      zip.readEntry()
    }))
    zip.on('end', () => resolve())
    zip.on('error', reject)
    zip.readEntry()
  })
  return entries
}

export async function zipped(files: ReadonlyMap<string, Buffer>): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const [name, content] of files) zip.addBuffer(content, name)
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
}
