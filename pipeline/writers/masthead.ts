/** Pages that tell of a file or a book: what it is, its title, the ways into it, and one section after the other. */

import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Bilingual } from '../model/language.ts'
import { languageSwitch, page, type Interface, type Page } from './ui.ts'

interface ToldPage extends Pick<Page, 'language' | 'script' | 'pictures'> {
  readonly ui: Interface
  /** Wordings' own namespace with what leads there: `proof:` has `proof:skip` and `proof:section.NAME`. */
  readonly wordings: string
  readonly sheet: string
  readonly titles: Bilingual<string>
  readonly kicker: readonly (string | ElementContent)[]
  readonly heading: readonly Element[]
  /** What the whole comes to. */
  readonly verdict?: Element
  /** Stands before all that is seen, such as drawings that are used again and again. */
  readonly definitions?: Element
  /** Ids of sections in their order. */
  readonly sections: readonly string[]
  /** The section that whoever goes by keys may go to at once. */
  readonly main: string
  readonly children: readonly Element[]
}

export function toldPage(told: ToldPage): Uint8Array {
  const { ui, wordings, sheet, titles, language = 'en', main, children, definitions, script, pictures } = told
  const body = [
    h('a', { className: ['skip'], href: `#${main}` }, ui.both(`${wordings}skip`)),
    ...(definitions ? [definitions] : []),
    h('div', { className: ['page'] }, [masthead(told), h('main', [...children])]),
  ]
  return page({ title: titles[language], language, sheets: ['ui', 'masthead', sheet], scripts: ['ui'], body, ...(script !== undefined && { script }), ...(pictures && { pictures }) })
}

function masthead({ ui, wordings, titles, language, kicker, heading, verdict, sections }: ToldPage): Element {
  return h('header', [
    languageSwitch(ui, titles, language),
    h('p', { className: ['kicker'] }, [...kicker]),
    h('h1', [...heading]),
    ...(verdict ? [verdict] : []),
    h('nav', h('ul', sections.map((name) => h('li', h('a', { href: `#${name}` }, ui.both(`${wordings}section.${name}`)))))),
  ])
}

/** A part of such a page under its heading. */
export const section = (name: string, wordings: string, ui: Interface, children: readonly ElementContent[]): Element =>
  h('section', { id: name }, [h('h2', ui.both(`${wordings}section.${name}`)), ...children])
