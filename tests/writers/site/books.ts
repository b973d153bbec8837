/** A site of one invented book, for tests of what it consists of. */

import type { SiteBook } from '../../../pipeline/writers/site/index.ts'
import { writeSite, type SiteSettings } from '../../../pipeline/writers/site/index.ts'
import { alignment, input, manuscripts } from '../told.ts'

export const address = 'https://ferry.example/books'

const file = (name: string, size: number) => ({ name, bytes: new Uint8Array(size) })

/** PNG of one grey point. */
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGOoBwAAgQCAQpHcZwAAAABJRU5ErkJggg==', 'base64')

export const ferry: SiteBook = {
  aligned: {
    book: { ...input.book, name: 'the-ferry', parts: [{ en: 'en.md', ar: 'ar.md' }], description: { en: 'A crossing before dawn.', ar: 'عبور قبل الفجر.' } },
    manuscripts, alignment,
    imprint: {
      ...input.imprint, date: { iso: '2020-07-01', text: { en: '1 July 2020', ar: '١ تموز ٢٠٢٠' } }, publisher: { en: 'Heron Press', ar: undefined },
      creators: [{ role: 'author', name: { en: 'Rana Sayegh', ar: 'رنا صايغ' } }, { role: 'translator', name: { en: 'Adam Vale', ar: 'آدم فيل' } }],
    },
  },
  files: [file('columns.pdf', 400), file('ar.pdf', 345_000), file('parallel-en.epub', 2_000_000), file('ar.epub', 5000)],
  covers: new Map([['columns.pdf', picture], ['ar.epub', picture]]),
}

/** Files of the site as text, by their names. */
export function siteFiles(books: readonly SiteBook[] = [ferry], settings: SiteSettings = { address }): Map<string, string> {
  return new Map(writeSite(books, settings).artifacts.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('utf8')]))
}
