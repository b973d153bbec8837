/** A book as the site holds it: its chapters by their addresses, and the files that readers download. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Element } from 'hast'
import { visit } from 'unist-util-visit'
import type { Artifact, Imprint } from '../../model/edition.ts'
import { languages, type Bilingual, type Language } from '../../model/language.ts'
import { imageType } from '../../readers/images.ts'
import type { AlignedBook } from '../../views/index.ts'
import { readingChapters, type ReadingChapter } from '../../views/reading.ts'
import { quietSvg } from '../epub/svg.ts'
import { pictureName } from '../images.ts'

export interface SiteBook {
  readonly aligned: AlignedBook
  /** Finished editions, in the order in which they are offered. */
  readonly files: readonly Artifact[]
  /** PNG of an edition's first page, by the edition's name. */
  readonly covers: ReadonlyMap<string, Uint8Array>
}

export interface SiteSettings {
  /** Where the site will stand; without it there is no map of the site, for its addresses must be whole. */
  readonly address: string | undefined
}

/** A chapter with the name of its file. */
export interface SiteChapter extends ReadingChapter {
  readonly file: string
}

export interface Shelved extends Omit<SiteBook, 'aligned'> {
  /** Unique on the site; names the book's folders. */
  readonly name: string
  readonly book: AlignedBook['book']
  readonly imprint: Imprint
  readonly description: Bilingual<string | undefined>
  readonly chapters: readonly SiteChapter[]
  /** The chapter's file in which an id stands. */
  readonly fileOf: ReadonlyMap<string, string>
}

export function shelved({ aligned, files, covers }: SiteBook): Shelved {
  const { book, imprint } = aligned
  const chapters = readingChapters(aligned).map((chapter, index): SiteChapter => ({ ...chapter, file: `chapter-${index + 1}.html` }))
  const fileOf = new Map(chapters.flatMap((chapter) => blocksOf(chapter).flatMap(idsIn).map((id) => [id, chapter.file] as const)))
  return { name: book.name, book, imprint, description: book.description, files, covers, chapters, fileOf }
}

/** Everything that a chapter's page shows of the text. */
export const blocksOf = ({ passages, notes }: ReadingChapter): Element[] =>
  [...passages, notes].flatMap((sides) => languages.flatMap((language) => sides[language]))

function idsIn(element: Element): string[] {
  const ids: string[] = []
  visit(element, 'element', ({ properties }) => { if (properties['id'] !== undefined) ids.push(String(properties['id'])) })
  return ids
}

/** Each picture once, by its path from the book's root. */
export function mediaOf({ chapters, book }: Shelved): Map<string, Uint8Array> {
  const media = new Map<string, Uint8Array>()
  for (const block of chapters.flatMap(blocksOf)) {
    visit(block, 'element', ({ tagName, properties }) => {
      const path = tagName === 'img' ? decodeURI(String(properties['src'])) : undefined
      if (path === undefined || media.has(path)) return
      const bytes = readFileSync(join(book.root, path))
      media.set(path, imageType(bytes) === 'image/svg+xml' ? quietSvg(bytes) : bytes)
    })
  }
  return media
}

/** Path of the book's picture from the site's root: the cover of an electronic book, of one in that language where there is one, else the first page of another edition. */
export function coverOf({ name, files, covers }: Shelved, language: Language): string | undefined {
  const pictured = files.map((file) => file.name).filter((file) => covers.has(file))
  const isElectronic = (file: string) => file.endsWith('.epub')
  const edition = pictured.find((file) => [`${language}.epub`, `parallel-${language}.epub`].includes(file)) ?? pictured.find(isElectronic) ?? pictured[0]
  return edition === undefined ? undefined : coverPath({ name, covers }, edition)
}

/** Where the picture of an edition stands, from the site's root. */
export const coverPath = ({ name, covers }: Pick<Shelved, 'name' | 'covers'>, edition: string): string =>
  `books/${name}/covers/${pictureName(edition, covers.get(edition) ?? new Uint8Array())}`
