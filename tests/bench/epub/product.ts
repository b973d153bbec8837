/**
 * `product.ts OUT BOOK`: every EPUB of a book that is aligned before, one after the other as a build makes them, without covers, for
 * those are the browser's work: composed, written, opened anew, linted and proved. Tells `measure` and `done` over its channel.
 */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { alignManuscripts } from '../../../pipeline/align/index.ts'
import { bookOfFolder } from '../../../pipeline/book/load.ts'
import { proveEdition } from '../../../pipeline/check/edition.ts'
import { epubTokens } from '../../../pipeline/check/epub-text.ts'
import { lintEpub } from '../../../pipeline/check/epub/index.ts'
import { openEpub } from '../../../pipeline/check/epub/open.ts'
import { bilingual, languages } from '../../../pipeline/model/language.ts'
import { readManuscript } from '../../../pipeline/readers/index.ts'
import { imprintOf } from '../../../pipeline/views/imprint.ts'
import { compose } from '../../../pipeline/views/index.ts'
import { writeEpub } from '../../../pipeline/writers/epub/index.ts'

const [out = '', folder = ''] = process.argv.slice(2)
const { book } = await bookOfFolder(folder)
if (!book) throw new Error(`No book in ${folder}`)
const read = await Promise.all(languages.map((language) => readManuscript(book.root, book.parts.map((part) => part[language]), language)))
const manuscripts = bilingual((language) => read[languages.indexOf(language)]!.manuscript)
const { alignment } = alignManuscripts(manuscripts, book.parts.length)
const aligned = { book, manuscripts, alignment, imprint: imprintOf(book, manuscripts) }

process.send?.('measure')
for (const [name, view] of [['parallel-en', 'columns-en'], ['parallel-ar', 'columns-ar'], ['tap', 'tap-en'], ['en', 'en'], ['ar', 'ar']] as const) {
  const edition = compose(aligned, view)
  const { bytes } = await writeEpub(edition, { name: `${name}.epub`, book })
  const opened = await openEpub(bytes)
  const { messages } = proveEdition(name, manuscripts, edition.languages, await epubTokens(opened))
  const faults = [...lintEpub(opened, name, book.digits.ar), ...messages]
  if (faults.length > 0) throw new Error(`${name}: ${JSON.stringify(faults)}`)
  writeFileSync(join(out, `${name}.epub`), bytes)
}
process.send?.('done')
process.disconnect?.()
