/** The container: `mimetype` first and stored, nothing of the clock or of the machine. */

import { setImmediate } from 'node:timers/promises'
import { ZipFile } from 'yazl'
import type { Entry } from './package.ts'

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>
    <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
`

/** Zip knows no time before 1980. Local time is what its oldest fields hold, so it is given as such. */
const options = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true }

/** What is compressed already gains nothing by it. */
const isPacked = (type: string): boolean => /^(?:font\/woff2|image\/(?:png|jpeg|webp|gif))$/.test(type)

/** Entries are compressed in other threads while the next are made. */
export async function archive(packageXml: string, entries: readonly Entry[]): Promise<Uint8Array> {
  const zip = new ZipFile()
  const add = (name: string, bytes: Uint8Array | string, compress: boolean) =>
    zip.addBuffer(typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, { ...options, compress })
  add('mimetype', 'application/epub+zip', false)
  add('META-INF/container.xml', container, true)
  add('EPUB/package.opf', packageXml, true)
  for (const { name, type, bytes } of entries) {
    add(`EPUB/${name}`, bytes(), !isPacked(type))
    // A longer one is compressed in several steps, of which each must be taken up here.
    await setImmediate()
  }
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
