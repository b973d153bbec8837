/** The feed as Atom, after OPDS 1.2. */

import type { Element } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'
import type { Artifact } from '../../model/edition.ts'
import type { Language } from '../../model/language.ts'
import { wordsIn } from '../../model/words.ts'
import { identifier, lastUpdate, opdsTypes, publicationsOf, titleOf, type Publication } from './publications.ts'
import type { Shelved } from './shelved.ts'

const type = opdsTypes['opds.xml']

/** Lies in the folder of its language; its addresses are relative to itself. */
export function opds1(shelf: readonly Shelved[], language: Language): Artifact {
  const words = wordsIn(language)
  const tree = x('feed', { 'xmlns': 'http://www.w3.org/2005/Atom', 'xmlns:dc': 'http://purl.org/dc/terms/', 'xml:lang': language }, [
    x('id', identifier('feed', language, ...shelf.map(({ name, imprint }) => `${name} ${imprint.title.en}`))),
    x('title', words('site:library')),
    x('updated', lastUpdate(shelf)),
    // An entry without an author takes the feed's, so that every entry has one.
    x('author', [x('name', shelf[0]?.imprint.publisher[language] ?? words('site:unknown-author'))]),
    x('link', { rel: 'self', href: 'opds.xml', type }),
    x('link', { rel: 'start', href: 'opds.xml', type }),
    x('link', { rel: 'alternate', href: 'index.html', type: 'text/html' }),
    ...publicationsOf(shelf).map((publication) => entry(publication, language)),
  ])
  return { name: `${language}/opds.xml`, bytes: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${toXml(tree, { closeEmptyElements: true })}\n`) }
}

function entry(publication: Publication, language: Language): Element {
  const { shelved: { name, imprint, description }, id, updated, languages, files, cover } = publication
  const home = `../books/${encodeURI(name)}`
  const people = (isAuthor: boolean, element: string) => imprint.creators.filter(({ role }) => (role === 'author') === isAuthor)
    .map((creator) => x(element, [x('name', creator.name[language])]))
  return x('entry', [
    x('title', titleOf(publication, language)),
    x('id', id),
    x('updated', updated),
    ...people(true, 'author'),
    ...people(false, 'contributor'),
    ...languages.map((one) => x('dc:language', one)),
    ...(imprint.publisher[language] ? [x('dc:publisher', imprint.publisher[language])] : []),
    ...(imprint.date ? [x('dc:issued', imprint.date.iso)] : []),
    ...(imprint.isbn ? [x('dc:identifier', `urn:isbn:${imprint.isbn.replaceAll(/[^0-9Xx]/g, '')}`)] : []),
    ...(imprint.rights[language] ? [x('rights', imprint.rights[language])] : []),
    ...(description[language] ?? imprint.subtitle[language] ? [x('summary', { type: 'text' }, description[language] ?? imprint.subtitle[language] ?? '')] : []),
    ...(cover ? ['http://opds-spec.org/image', 'http://opds-spec.org/image/thumbnail'].map((rel) => x('link', { rel, href: `../${encodeURI(cover.path)}`, type: cover.type })) : []),
    ...files.map((file) => x('link', { rel: 'http://opds-spec.org/acquisition/open-access', href: `${home}/${file.name}`, type: file.type, length: file.size })),
    x('link', { rel: 'alternate', href: `${encodeURI(name)}/index.html`, type: 'text/html', hreflang: language }),
  ])
}
