/** A book from its configuration, with every default filled in and every length converted. */

import type { Book } from '../model/book.ts'
import { bilingual, type Bilingual } from '../model/language.ts'
import type { Configuration } from './configuration.ts'
import { defaultPage, defaultParallelPage, pageOf } from './page.ts'

/** `decisions` is the file's path in the book's folder, `root`; glossary, model and profiles are left out. */
export function bookOf(root: string, name: string, parts: Book['parts'], decisions: string, configuration: Configuration): Book {
  const { title, subtitle, description, cover, publisher, rights, site, date, isbn, original, digits, creators } = configuration
  const side = (value: Partial<Bilingual<string>> | undefined) => bilingual((language) => value?.[language])
  return {
    name, root, parts, decisions, date, isbn,
    align: { glossary: [], model: undefined },
    title: side(title),
    subtitle: side(subtitle),
    description: side(description),
    cover: { picture: cover?.picture, author: side(cover?.author) },
    site,
    publisher: side(publisher),
    rights: side(rights),
    original: original ?? 'en',
    creators: (creators ?? []).map(({ role, name: named }) => ({
      role, name: inBoth(named),
    })),
    digits: { ar: digits?.ar ?? 'arab' },
    ...settingOf(configuration),
    profiles: {},
    epub: epubOf(configuration),
    page: pageOf(configuration, defaultPage),
    parallelPage: pageOf(configuration, defaultParallelPage),
  }
}

/** How the pages are to be set; what the book leaves open is as in most books. */
function settingOf({ leading, notes, references, columns, contents, justify, grid, initials }: Configuration) {
  return {
    leading: leading ?? 'en',
    notes: notes ?? 'foot',
    references: references ?? 'pages',
    columns: { level: columns?.level ?? 'passages' },
    contents: { depth: contents?.depth ?? 1 },
    justify: { ar: justify?.ar ?? 'spaces' },
    grid: grid ?? false,
    initials: initials ?? false,
  } as const
}

function epubOf({ epub }: Configuration): Book['epub'] {
  const { fonts, tap, accessibility } = epub ?? {}
  return {
    fonts: fonts ?? true,
    tap: { by: tap?.by ?? 'sentences', link: tap?.link ?? 'marker' },
    accessibility: accessibility && { conforms: accessibility.conforms, certifier: inBoth(accessibility.certifier) },
  }
}

/** A name that is given in one language alone stands in both. */
const inBoth = (name: Partial<Bilingual<string>>): Bilingual<string> => bilingual((language) => name[language] ?? name.en ?? name.ar ?? '')
