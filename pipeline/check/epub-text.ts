/** What a finished EPUB holds, in the order of its spine. */

import { dirname, join } from 'node:path/posix'
import { visit } from 'unist-util-visit'
import type { Element, Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import { foundTokens } from './found.ts'
import type { Token } from './token.ts'

/** Opens the archive anew and reads every spine document of it, by way of its container and package as a reading system would. */
export async function epubTokens(bytes: Uint8Array): Promise<Token[]> {
  const files = await unzipped(bytes)
  const tree = (name: string): Root => fromXml(files.get(name) ?? missing(name))
  const packageFile = elements(tree('META-INF/container.xml'), 'rootfile')[0]?.attributes['full-path'] ?? missing('rootfile')
  const opf = tree(packageFile)
  const hrefs = new Map(elements(opf, 'item').map(({ attributes: { id, href } }) => [id, href]))
  const spine = elements(opf, 'itemref').map(({ attributes: { idref } }) => hrefs.get(idref) ?? missing(String(idref)))
  return foundTokens(spine.map((href) => {
    const file = join(dirname(packageFile), decodeURI(href))
    return { file, tree: tree(file) }
  }))
}

const missing = (name: string): never => {
  throw new Error(`The EPUB has no ${name}`)
}

function elements(tree: Root, name: string): Element[] {
  const found: Element[] = []
  visit(tree, 'element', (element) => { if (element.name === name) found.push(element) })
  return found
}

/** Text files of a zip archive by name. */
async function unzipped(bytes: Uint8Array): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened))))
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      if (!/\.(xml|opf|xhtml)$/.test(entry.fileName)) return zip.readEntry()
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
