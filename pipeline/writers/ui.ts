/** Pages that speak both languages: every word of the interface stands twice, and a switch shows one of the two. */

import { readFileSync } from 'node:fs'
import type { Element, ElementContent, Root } from 'hast'
import { h } from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { directionOf, languages, type Language } from '../model/language.ts'
import { wordsIn, type Words } from '../model/words.ts'

/** `lang` and `dir` of an element in a language. */
export const tagged = (language: Language): { lang: Language; dir: string } => ({ lang: language, dir: directionOf(language) })

/** A wording in both languages, for the switch to choose from. */
export function both(key: string, values?: Readonly<Record<string, string | number>>): Element[] {
  return bothBy((words) => words(key, values))
}

/** Text in both languages that is not a single wording, such as a number. */
export function bothBy(text: (words: Words) => string): Element[] {
  return languages.map((language) => h('span', { 'data-ui': language, ...tagged(language) }, text(wordsIn(language))))
}

/** The switch: two radio buttons, which need no script. */
export function languageSwitch(): Element {
  return h('fieldset', { className: ['switch'] }, [
    h('legend', { className: ['unseen'] }, both('report:interface')),
    ...languages.flatMap((language) => [
      h('input', { type: 'radio', name: 'ui', id: `ui-${language}`, checked: language === 'en' }),
      h('label', { htmlFor: `ui-${language}`, ...tagged(language) }, wordsIn(language)('report:own-name')),
    ]),
  ])
}

/** A whole page with its style sheets inside it; nothing else is loaded. */
export function page(title: string, sheets: readonly string[], body: readonly ElementContent[]): Uint8Array {
  const style = sheets.map((name) => readFileSync(new URL(`../../templates/styles/${name}.css`, import.meta.url), 'utf8')).join('\n')
  const head = h('head', [
    h('meta', { charset: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('title', title),
    h('style', style),
  ])
  const tree: Root = { type: 'root', children: [{ type: 'doctype' }, h('html', tagged('en'), head, h('body', ...body))] }
  return Buffer.from(`${unified().use(rehypeStringify).stringify(tree)}\n`)
}
