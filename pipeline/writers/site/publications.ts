/** What feeds offer: each edition of each book, with all its formats. */

import { v5 as uuid } from 'uuid'
import { languages, type Language } from '../../model/language.ts'
import { wordsIn } from '../../model/words.ts'
import { imageType } from '../../readers/images.ts'
import { coverPath, type Shelved } from './shelved.ts'

export const opdsTypes = {
  'opds.xml': 'application/atom+xml;profile=opds-catalog;kind=acquisition',
  'opds.json': 'application/opds+json',
} as const

export const publicationType = 'application/opds-publication+json'

export interface Publication {
  readonly shelved: Shelved
  /** Of the files, without what says their format. */
  readonly stem: string
  /** `urn:uuid:…`, the same on every machine and in both languages of the site. */
  readonly id: string
  readonly languages: readonly Language[]
  /** `2020-07-01T00:00:00Z`. */
  readonly updated: string
  readonly files: readonly { readonly name: string; readonly type: string; readonly size: number }[]
  /** From the site's root. */
  readonly cover: { readonly path: string; readonly type: string } | undefined
}

const types: Readonly<Record<string, string>> = { pdf: 'application/pdf', epub: 'application/epub+zip' }

/** Made once at random. */
const nameSpace = '5e1c4f0a-8f0d-4c8e-9a57-2b7d1d0f6c33'

export const identifier = (...names: readonly string[]): string => `urn:uuid:${uuid(names.join('\n'), nameSpace)}`

/** A book that states no date was changed, as far as anyone can tell, on the first day of computing. */
const updatedOf = ({ imprint }: Shelved): string => `${imprint.date?.iso ?? '1970-01-01'}T00:00:00Z`

/** The latest of the books. */
export const lastUpdate = (shelf: readonly Shelved[]): string => shelf.map(updatedOf).sort().at(-1) ?? '1970-01-01T00:00:00Z'

export const publicationsOf = (shelf: readonly Shelved[]): Publication[] => shelf.flatMap((shelved) => {
  const stems = [...new Set(shelved.files.map(({ name }) => stemOf(name, shelved)))]
  return stems.map((stem): Publication => {
    const files = shelved.files.filter(({ name }) => stemOf(name, shelved) === stem)
    const pictured = files.find(({ name }) => shelved.covers.has(name))
    return {
      shelved, stem, updated: updatedOf(shelved), id: identifier(shelved.name, shelved.imprint.title.en, shelved.imprint.title.ar, stem),
      languages: languagesOf(stem, shelved),
      files: files.map(({ name, bytes }) => ({ name, type: types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream', size: bytes.byteLength })),
      cover: pictured && { path: coverPath(shelved, pictured.name), type: imageType(shelved.covers.get(pictured.name) ?? new Uint8Array()) ?? 'image/png' },
    }
  })
})

/** Columns in print and parallel texts on screens are one edition. */
function stemOf(name: string, { book }: Shelved): string {
  const stem = name.slice(0, name.lastIndexOf('.'))
  return stem === 'columns' ? `parallel-${book.leading}` : stem
}

/** The leading one first. */
function languagesOf(stem: string, { book }: Shelved): readonly Language[] {
  if (stem === 'en' || stem === 'ar') return [stem]
  const leading = stem.endsWith('-ar') ? 'ar' : stem.endsWith('-en') ? 'en' : book.leading
  return [leading, ...languages.filter((language) => language !== leading)]
}

/** The book's title in the feed's language, and which of its editions this is. */
export function titleOf({ shelved: { imprint, book }, files }: Publication, language: Language): string {
  const words = wordsIn(language, book.digits.ar)
  const edition = files[0] ? words(`library:edition.${files[0].name.replace('.', '-')}`) : ''
  return words('site:publication', { title: imprint.title[language], edition })
}
