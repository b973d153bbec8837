/** Editions for tests of the writers, made by hand from invented sentences. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Book } from '../../pipeline/model/book.ts'
import type { Edition, Section, View } from '../../pipeline/model/edition.ts'
import { bilingual, directionOf, type Bilingual, type Language } from '../../pipeline/model/language.ts'

const none = bilingual(() => undefined)

export const book: Book = {
  name: 'kiln', root: '/', parts: [], decisions: 'decisions.yaml', title: none, subtitle: none, description: none, cover: { picture: undefined, author: none }, site: undefined, original: 'en', creators: [], publisher: none, rights: none,
  date: '2020-07-01', isbn: undefined, digits: { ar: 'arab' },
  leading: 'en', notes: 'foot', references: 'pages', columns: { level: 'passages' }, contents: { depth: 1 }, justify: { ar: 'spaces' }, grid: false, initials: false, profiles: {},
  epub: { fonts: true, tap: { by: 'sentences', link: 'marker' }, accessibility: undefined },
  page: { width: 140, height: 216, margin: { inner: 20, outer: 16, top: 20, bottom: 22 } },
  align: { glossary: [], model: undefined },
  parallelPage: { width: 170, height: 240, margin: { inner: 20, outer: 16, top: 20, bottom: 22 } },
}

const languagesOf = (view: View): readonly [Language, ...Language[]] =>
  (view === 'en' || view === 'ar' ? [view] : view.endsWith('-en') ? ['en', 'ar'] : ['ar', 'en'])

/** An edition that begins with a title page in its leading language. */
export function edition(view: View, ...sections: Section[]): Edition {
  const languages = languagesOf(view)
  const [language] = languages
  const title = { en: 'The Kiln', ar: 'الأتون' }
  const heading = h('h1', { className: ['title'], ...marks(language) }, title[language])
  const titlePage: Section = { id: 'title-page', role: 'titlepage', title, tree: { type: 'root', children: [h('div', { className: ['titles'], ...marks(language) }, heading)] } }
  return {
    view, language, languages, sections: [titlePage, ...sections], ties: [],
    imprint: { title, subtitle: none, creators: [], publisher: none, rights: none, date: { iso: '2020-07-01', text: { en: '1 July 2020', ar: '١ تموز ٢٠٢٠' } }, isbn: undefined },
  }
}

export const chapter = (id: string, title: Partial<Bilingual<string>>, ...children: Element[]): Section => ({
  id, role: 'chapter', title: { en: title.en, ar: title.ar }, tree: { type: 'root', children },
})

export const marks = (language: Language) => ({ lang: language, dir: directionOf(language) })

export const heading = (language: Language, text: string): Element => h('h1', marks(language), text)

export const paragraph = (language: Language, ...children: (string | Element)[]): Element => h('p', marks(language), children)

export const passage = (...sides: [Language, ...Element[]][]): Element =>
  h('div', { className: ['passage'] }, sides.map(([language, ...children]) => h('div', { className: ['side'], ...marks(language) }, children)))

const vocabulary = {
  en: ('the potter gathered clay beside a considerable embankment and every apprentice understood without hesitation that temperature mattered ' +
    'more than international reputation while seventeen magnificent furnaces illuminated our neighbourhood before morning').split(' '),
  ar: 'جمع الخزّاف طينه عند ضفّة النهر وفهم كلّ تلميذ من غير تردّد أنّ الحرارة أهمّ من الشهرة بينما أضاءت سبعة عشر أتونًا حيّنا قبل الصباح'.split(' '),
}

/** So many words in an order that is the same each time. */
export function prose(language: Language, words: number, seed = 1): string {
  const list = vocabulary[language]
  let state = seed
  return Array.from({ length: words }, () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return list[Math.floor((state / 2147483648) * list.length)]
  }).join(' ') + '.'
}
