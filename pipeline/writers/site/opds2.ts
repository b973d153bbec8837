/** The feed as JSON, after OPDS 2.0. */

import type { Artifact } from '../../model/edition.ts'
import type { Language } from '../../model/language.ts'
import { wordsIn } from '../../model/words.ts'
import { lastUpdate, opdsTypes, publicationType, publicationsOf, titleOf, type Publication } from './publications.ts'
import type { Shelved } from './shelved.ts'

/** The feed, which lies beside the other, and each publication alone; names stand in both languages, as the format allows. */
export function opds2(shelf: readonly Shelved[], language: Language): Artifact[] {
  const all = publicationsOf(shelf).map((publication) => ({ publication, entry: publicationOf(publication, language) }))
  const feed = {
    metadata: { title: wordsIn(language)('site:library'), modified: lastUpdate(shelf), numberOfItems: all.length },
    links: [
      { rel: 'self', href: 'opds.json', type: opdsTypes['opds.json'] },
      { rel: 'alternate', href: 'index.html', type: 'text/html' },
    ],
    publications: all.map(({ entry }) => entry),
  }
  return [
    { name: `${language}/opds.json`, bytes: json(feed) },
    ...all.map(({ publication, entry }) => ({ name: `${language}/${fileOf(publication)}`, bytes: json(entry) })),
  ]
}

const json = (value: object): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 1)}\n`)

/** In the folder of the feed, so that the same addresses hold in both. */
const fileOf = ({ shelved: { name }, stem }: Publication): string => `${name}.${stem}.opds.json`

const keys: Readonly<Record<string, string>> = { author: 'author', translator: 'translator', editor: 'editor', illustrator: 'illustrator' }

function publicationOf(publication: Publication, language: Language): object {
  const { shelved: { name, imprint, description }, id, updated, languages, files, cover } = publication
  const people = Object.fromEntries(Object.entries(keys).flatMap(([role, key]) => {
    const own = imprint.creators.filter((creator) => creator.role === role)
    return own.length > 0 ? [[key, own.map((creator) => ({ name: { en: creator.name.en, ar: creator.name.ar } }))]] : []
  }))
  const publisher = imprint.publisher[language]
  const about = description[language] ?? imprint.subtitle[language]
  return {
    metadata: {
      '@type': 'http://schema.org/Book',
      'title': { en: titleOf(publication, 'en'), ar: titleOf(publication, 'ar') },
      'identifier': id,
      ...people,
      'language': languages,
      'modified': updated,
      ...(publisher && { publisher }),
      ...(imprint.date && { published: imprint.date.iso }),
      ...(about && { description: about }),
      'readingProgression': languages[0] === 'ar' ? 'rtl' : 'ltr',
    },
    links: [
      { rel: 'self', href: encodeURI(fileOf(publication)), type: publicationType },
      ...files.map((file) => ({ rel: 'http://opds-spec.org/acquisition/open-access', href: `../books/${encodeURI(name)}/${file.name}`, type: file.type })),
      { rel: 'alternate', href: `${encodeURI(name)}/index.html`, type: 'text/html' },
    ],
    // The format asks for one picture at least.
    images: [cover ? { href: `../${encodeURI(cover.path)}`, type: cover.type } : { href: '../assets/book.png', type: 'image/png' }],
  }
}
