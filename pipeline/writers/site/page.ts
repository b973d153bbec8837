/** What all pages of the site share: head, masthead with the way to the other language, foot. */

import type { Element, ElementContent, Root } from 'hast'
import { h } from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { counterpartOf, languages, type Bilingual, type Language } from '../../model/language.ts'
import { wordsIn, type Words } from '../../model/words.ts'
import { isolate } from '../../typography/isolate.ts'
import { tagged } from '../ui.ts'
import { opdsTypes } from './publications.ts'
import type { Shelved, SiteSettings } from './shelved.ts'

export interface SitePage {
  readonly language: Language
  /** From the folder of the language, with `/`, the same in both languages. */
  readonly path: string
  /** Of the window; plain text. */
  readonly title: string
  readonly description: string | undefined
  /** The book that the page belongs to, if any, which can be searched from there. */
  readonly book: Shelved | undefined
  readonly words: Words
  readonly main: readonly ElementContent[]
  /** Scripts beside the site's own, from the page. */
  readonly scripts?: readonly string[]
  /** A page without matter of its own, such as that of the search, is in no map and no index. */
  readonly isUnlisted?: boolean
}

interface Surroundings extends SiteSettings {
  readonly hasFeeds: boolean
}

/** The way from a page to the site's root. */
const rootFrom = (path: string): string => '../'.repeat(path.split('/').length)

/** Nothing is loaded from elsewhere; `file:` serves those who read the site from a disk. */
const policy = ['default-src \'none\'', ...['img', 'style', 'font', 'script'].map((kind) => `${kind}-src 'self' file:`), 'base-uri \'none\'', 'form-action \'self\' file:'].join('; ')

export function htmlOf(page: SitePage, surroundings: Surroundings): Uint8Array {
  const { language, path, words } = page
  const root = rootFrom(path)
  const body = [
    h('a', { className: ['skip'], href: '#main' }, words('site:skip')),
    masthead(page),
    h('main', { id: 'main', tabIndex: -1 }, [...page.main]),
    h('footer', { className: ['foot'] }, [
      h('p', words('library:made-with')),
      ...(surroundings.hasFeeds ? [h('p', feedLinks(words))] : []),
    ]),
    ...(page.scripts ?? []).map((src) => h('script', { src, defer: true })),
    h('script', { src: `${root}assets/site.js`, defer: true }),
  ]
  return document(language, [
    h('title', page.title),
    ...(page.description ? [h('meta', { name: 'description', content: page.description })] : []),
    ...(page.isUnlisted ? [h('meta', { name: 'robots', content: 'noindex' })] : []),
    h('link', { rel: ['stylesheet'], href: `${root}assets/site.css` }),
    ...alternates(path, root, surroundings),
    ...(surroundings.address === undefined ? [] : [h('link', { rel: ['canonical'], href: `${surroundings.address}${language}/${encodeURI(path)}` })]),
    ...(surroundings.hasFeeds ? Object.entries(opdsTypes).map(([file, type]) => h('link', { rel: ['alternate'], type, title: words('site:feed'), href: `${root}${language}/${file}` })) : []),
  ], body)

  function feedLinks(say: Words): ElementContent[] {
    return [`${say('site:feed')}\u2003`, h('a', { href: `${root}${language}/opds.xml` }, h('bdi', 'OPDS 1.2')), '\u2003', h('a', { href: `${root}${language}/opds.json` }, h('bdi', 'OPDS 2.0'))]
      .map((part) => (typeof part === 'string' ? { type: 'text' as const, value: part } : part))
  }
}

/** A whole page with what every head has. */
export function document(language: Language, head: readonly Element[], body: readonly ElementContent[]): Uint8Array {
  const all = h('html', tagged(language), [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      ...head,
    ]),
    h('body', [...body]),
  ])
  const root: Root = { type: 'root', children: [{ type: 'doctype' }, all] }
  return Buffer.from(`${unified().use(rehypeStringify).stringify(root)}\n`)
}

/** The same page in each language, and the door for who speaks neither. */
function alternates(path: string, root: string, { address }: SiteSettings): Element[] {
  const base = address ?? root
  return [
    ...languages.map((language) => h('link', { rel: ['alternate'], hrefLang: language, href: `${base}${language}/${encodeURI(path)}` })),
    h('link', { rel: ['alternate'], hrefLang: 'x-default', href: `${base}index.html` }),
  ]
}

function masthead({ language, path, book, words }: SitePage): Element {
  const other = counterpartOf(language)
  const home = `${rootFrom(path)}${language}/`
  return h('header', { className: ['masthead'] }, [
    h('nav', { ariaLabel: words('site:ways') }, h('ol', { role: 'list' }, [
      h('li', h('a', { href: `${home}index.html` }, words('site:library'))),
      ...(book ? [h('li', h('a', { href: `${home}${encodeURI(book.name)}/index.html` }, named(book.imprint.title, language)))] : []),
    ])),
    h('a', { className: ['other-language'], href: `${rootFrom(path)}${other}/${encodeURI(path)}`, hrefLang: other, ...tagged(other) }, wordsIn(other)('report:own-name')),
    ...(book ? [searchForm(words)] : []),
  ])
}

/** Pages of a book lie beside its page of the search; without scripts there is none. */
const searchForm = (words: Words): Element =>
  h('form', { action: 'search.html', method: 'get', role: 'search', className: ['needs-script'], hidden: true }, [
    h('label', [h('span', { className: ['unseen'] }, words('site:search.label')), h('input', { type: 'search', name: 'q', required: true, dir: 'auto', placeholder: words('site:search.label') })]),
    h('button', { type: 'submit' }, words('site:search.button')),
  ])

/** Text in a language, with what belongs to the other script isolated. */
export const named = (text: Bilingual<string>, language: Language): Element => isolate(h('span', tagged(language), text[language]), language)

/** Text of the wanted language, or of the other where it lacks it. */
export function either(text: Bilingual<string | undefined>, language: Language): Element | undefined {
  const own = text[language] ? language : counterpartOf(language)
  const found = text[own]
  return found ? isolate(h('span', tagged(own), found), own) : undefined
}
