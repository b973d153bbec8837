/** What the page is made of: its document, script, style, faces and words; nothing of the book is a file of the page. */

import { readdirSync, readFileSync } from 'node:fs'
import { h } from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import type { Digits } from '../model/book.ts'
import { bilingual, directionOf, type Language } from '../model/language.ts'
import { wordsIn } from '../model/words.ts'
import { fontAssets, fontFiles, fontStyles } from '../print/fonts.ts'
import { bundled } from '../writers/bundle.ts'
import { latinInArabic } from '../writers/epub/faces.ts'

export interface PageFile {
  readonly type: string
  readonly body: string | Uint8Array<ArrayBuffer>
}

export interface PageOptions {
  readonly language: Language
  readonly digits: Digits
}

/** Files by their path, all of them known when the server starts. */
export function pageFiles(options: PageOptions): ReadonlyMap<string, PageFile> {
  return new Map<string, PageFile>([
    ['/', { type: 'text/html; charset=utf-8', body: document(options) }],
    ['/review.js', { type: 'text/javascript; charset=utf-8', body: bundled('review/index.tsx', bundling) }],
    ['/review.css', { type: 'text/css; charset=utf-8', body: style() }],
    ['/icon.svg', { type: 'image/svg+xml', body: readFileSync(template('review/icon.svg'), 'utf8') }],
    ['/words.json', { type: 'application/json', body: JSON.stringify(wording()) }],
    ...[...fontAssets()].map(([name, { type, bytes }]) => [`/${name}`, { type, body: Uint8Array.from(bytes) }] as const),
  ])
}

const template = (path: string): URL => new URL(`../../templates/${path}`, import.meta.url)

const bundling = { minify: true, target: 'chrome111', jsx: 'automatic', jsxImportSource: 'preact' } as const

/** The page speaks the language that the command was given until the person chooses. */
function document({ language, digits }: PageOptions): string {
  const words = wordsIn(language)
  const html = h('html', { lang: language, dir: directionOf(language), dataLanguage: language, dataDigits: digits }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', words('review:title')),
      h('link', { rel: ['icon'], href: 'icon.svg' }),
      ...['words.json', 'state'].map((href) => h('link', { rel: ['preload'], as: 'fetch', href, crossOrigin: 'anonymous' })),
      h('link', { rel: ['stylesheet'], href: 'review.css' }),
      h('script', { src: 'review.js', defer: true }),
    ]),
    h('body', [h('div', { id: 'desk' }, h('p', { className: ['opening'], role: 'status' }, words('review:opening')))]),
  ])
  return unified().use(rehypeStringify).stringify({ type: 'root', children: [{ type: 'doctype' }, html] })
}

function style(): string {
  const sheets = ['ui', 'review'].map((name) => readFileSync(template(`styles/${name}.css`), 'utf8'))
  const url = (name: string) => `fonts/${name}`
  return [fontStyles(url), ...latinInArabic(fontFiles, url), ...sheets].join('\n')
}

/** Wordings that the page may show: its own, and those of what the checks find. */
const wording = (): Record<Language, Record<string, unknown>> => bilingual((language) => {
  const folder = new URL(`../../locales/${language}/`, import.meta.url)
  const wanted = new Set(['review.json', 'checks.json'])
  return Object.fromEntries(readdirSync(folder).filter((name) => wanted.has(name))
    .map((name) => [name.replace('.json', ''), JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as unknown]))
})
