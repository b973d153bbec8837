/**
 * The product without its command line: `product.ts edition NAME OUT BOOK` makes one artifact of a book that is aligned before,
 * `product.ts articles OUT BOOK…` sets the English of each book in one warm browser.
 *
 * Tells `measure` over its channel when all before typesetting is done, and `done` when the last PDF is made.
 */

import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { profileNamed } from '../../../pipeline/book/profile.ts'
import { alignManuscripts } from '../../../pipeline/align/index.ts'
import { writeArtifacts } from '../../../pipeline/artifacts/index.ts'
import type { ArtifactName } from '../../../pipeline/artifacts/names.ts'
import { bookOfFolder } from '../../../pipeline/book/load.ts'
import { read } from '../../../pipeline/aligned.ts'
import type { Artifact } from '../../../pipeline/model/edition.ts'
import { openBrowser } from '../../../pipeline/print/browser.ts'
import { imprintOf } from '../../../pipeline/views/imprint.ts'
import { compose, type AlignedBook } from '../../../pipeline/views/index.ts'
import { writePdf } from '../../../pipeline/writers/pdf/index.ts'

const tell = (message: 'measure' | 'done'): void => void process.send?.(message)

async function aligned(folder: string): Promise<AlignedBook> {
  const { book, messages } = await bookOfFolder(folder)
  if (!book) throw new Error(`No book in ${folder}: ${JSON.stringify(messages)}`)
  const { manuscripts, messages: faults } = await read(book)
  if (!manuscripts) throw new Error(`Faulty manuscripts in ${folder}: ${JSON.stringify(faults)}`)
  const { alignment } = alignManuscripts(manuscripts, book.parts.length)
  return { book, manuscripts, alignment, imprint: imprintOf(book, manuscripts) }
}

/** Browser's start, composing, setting and the proofs of the finished edition included. */
async function makeEdition(name: ArtifactName, out: string, folder: string): Promise<void> {
  const book = await aligned(folder)
  tell('measure')
  const { artifacts, messages } = await writeArtifacts(book, new Set([name]), [], { step: () => undefined })
  tell('done')
  if (artifacts.length === 0) throw new Error(`No ${name}: ${JSON.stringify(messages)}`)
  artifacts.forEach((artifact) => save(artifact, out))
}

async function makeArticles(out: string, folders: readonly string[]): Promise<void> {
  const books: AlignedBook[] = []
  for (const folder of folders) books.push(await aligned(folder))
  const browser = await openBrowser()
  try {
    tell('measure')
    for (const book of books) {
      const name = `${basename(book.book.root)}.pdf`
      const { artifacts: [pdf] } = await writePdf([compose(book, 'en')], { name, book: book.book, browser, profile: profileNamed('screen') })
      save(pdf, out)
    }
    tell('done')
  } finally {
    await browser.close()
  }
}

function save({ name, bytes }: Artifact, out: string): void {
  mkdirSync(dirname(join(out, name)), { recursive: true })
  writeFileSync(join(out, name), bytes)
}

const [what, ...rest] = process.argv.slice(2)
if (what === 'edition') {
  const [name = '', out = '', folder = ''] = rest
  // An unknown name is told by the product itself.
  await makeEdition(name as ArtifactName, out, folder)
} else {
  const [out = '', ...folders] = rest
  await makeArticles(out, folders)
}
process.disconnect?.()
