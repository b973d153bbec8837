/** Pages that speak both languages: every word of the interface stands twice, and a switch shows one of the two. */

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Element, ElementContent, Root } from 'hast'
import { h } from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import type { Digits } from '../model/book.ts'
import { bilingual, directionOf, languages, type Bilingual, type Language } from '../model/language.ts'
import { wordsIn, type Words } from '../model/words.ts'

/** `lang` and `dir` of an element in a language. */
export const tagged = (language: Language): { lang: Language; dir: string } => ({ lang: language, dir: directionOf(language) })

/** Says things in both languages, for the switch to choose from. */
export interface Interface {
  /** A wording. One without values is made once for a whole page, so nobody may change it. */
  both(key: string, values?: Readonly<Record<string, string | number>>): Element[]
  /** Text that is not a single wording, such as a number. */
  bothBy(text: (words: Words) => string): Element[]
  /** Text and elements. */
  bothOf(content: (words: Words) => readonly (string | ElementContent)[]): Element[]
}

/** An interface whose Arabic writes these digits. */
export function interfaceIn(digits: Digits): Interface {
  const words = bilingual((language) => wordsIn(language, digits))
  const bothOf: Interface['bothOf'] = (content) =>
    languages.map((language) => h('span', { dataUi: language, ...tagged(language) }, ...content(words[language])))
  const plain = new Map<string, Element[]>()
  return {
    both(key, values) {
      const known = values ? undefined : plain.get(key)
      const made = known ?? bothOf((say) => [say(key, values)])
      if (!values && !known) plain.set(key, made)
      return made
    },
    bothBy: (text) => bothOf((say) => [text(say)]),
    bothOf,
  }
}

/** The switch: two radio buttons, which need no script. `titles` name the page while a language speaks; `first` speaks when it is opened. */
export function languageSwitch({ both }: Interface, titles: Bilingual<string>, first: Language = 'en'): Element {
  return h('fieldset', { className: ['switch'] }, [
    h('legend', { className: ['unseen'] }, both('report:interface')),
    ...languages.flatMap((language) => [
      h('input', { type: 'radio', name: 'ui', id: `ui-${language}`, value: language, checked: language === first, dataTitle: titles[language] }),
      h('label', { htmlFor: `ui-${language}`, ...tagged(language) }, wordsIn(language)('report:own-name')),
    ]),
  ])
}

export interface Page {
  readonly title: string
  /** Speaks when the page is opened; English unless it is told otherwise. */
  readonly language?: Language
  /** Names of files in `templates/styles` and `templates/scripts`. */
  readonly sheets: readonly string[]
  readonly scripts: readonly string[]
  /** What runs after these. */
  readonly script?: string
  readonly body: readonly ElementContent[]
  /** Where pictures stand, if there are any: in files beside the page, or in the page itself. */
  readonly pictures?: 'beside' | 'inside'
}

/** A whole page with its style and scripts inside it; pictures beside it are all that it may load. */
export function page({ title, language = 'en', sheets, scripts, script: own = '', body, pictures }: Page): Uint8Array {
  const style = sheets.map((name) => template(`styles/${name}.css`)).join('\n')
  const script = [...scripts.map((name) => template(`scripts/${name}.js`)), own].filter(Boolean).join('\n')
  const head = h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: policy(style, script, pictures) }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('title', title),
    h('style', style),
  ])
  const root: Root = {
    type: 'root',
    children: [{ type: 'doctype' }, h('html', tagged(language), head, h('body', ...body, h('script', script)))],
  }
  return Buffer.from(`${unified().use(rehypeStringify, { preferUnquoted: true }).stringify(root)}\n`)
}

const template = (path: string): string => readFileSync(new URL(`../../templates/${path}`, import.meta.url), 'utf8')

/** Texts of a manuscript stand on the page, so nothing runs on it but its own script. */
function policy(style: string, script: string, pictures: Page['pictures']): string {
  const digest = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  const images = pictures === undefined ? '' : ` img-src ${pictures === 'inside' ? 'data:' : `'self' file:`};`
  return `default-src 'none';${images} style-src ${digest(style)}; script-src ${digest(script)}; base-uri 'none'; form-action 'none'`
}

/** Elements with a line break after each, so that a long list is not one line of the file. */
export const inLines = (elements: readonly Element[]): ElementContent[] =>
  elements.flatMap((element) => [element, { type: 'text' as const, value: '\n' }])
