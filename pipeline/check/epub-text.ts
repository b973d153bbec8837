/** Segments as a finished EPUB holds them, in the order of its spine. */

import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import type { FoundSegment } from './edition.ts'
import { segmentsInHtml } from './html.ts'

/** Opens the archive anew and reads every spine document of it. */
export async function epubText(bytes: Uint8Array): Promise<FoundSegment[]> {
  const files = await unzipped(bytes)
  const opf = files.get('EPUB/package.opf') ?? ''
  const hrefs = new Map([...opf.matchAll(/<item id="([^"]+)" href="([^"]+)"/g)].map(([, id = '', href = '']): [string, string] => [id, href]))
  const spine = [...opf.matchAll(/<itemref idref="([^"]+)"/g)].map(([, id = '']) => hrefs.get(id) ?? '')
  return spine.flatMap((href) => segmentsInHtml(files.get(`EPUB/${decodeURI(href)}`) ?? ''))
}

/** Text files of a zip archive by name. */
async function unzipped(bytes: Uint8Array): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened))))
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      if (!/\.(opf|xhtml)$/.test(entry.fileName)) return zip.readEntry()
      contentOf(zip, entry).then((text) => {
        files.set(entry.fileName, text)
        zip.readEntry()
      }, reject)
    })
    zip.on('end', () => resolve())
    zip.on('error', reject)
    zip.readEntry()
  })
  return files
}

const contentOf = (zip: ZipFile, entry: Entry): Promise<string> =>
  new Promise((resolve, reject) => zip.openReadStream(entry, (error, stream) => {
    if (error) return reject(error)
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    stream.on('error', reject)
  }))
