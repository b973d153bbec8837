/** A small book in which everything happens that a page may hold, sentence for sentence the same on both sides; and a book of any texts, read and set. */

import { profileNamed } from '../../pipeline/book/profile.ts'
import type { Book } from '../../pipeline/model/book.ts'
import type { Edition, View } from '../../pipeline/model/edition.ts'
import { bilingual, type Bilingual, type Language } from '../../pipeline/model/language.ts'
import type { Message } from '../../pipeline/model/message.ts'
import { segmentsOf } from '../../pipeline/model/manuscript.ts'
import type { PrintBrowser } from '../../pipeline/print/browser.ts'
import { imprintOf } from '../../pipeline/views/imprint.ts'
import { compose } from '../../pipeline/views/index.ts'
import { printPdf, writePdf, type Pdf } from '../../pipeline/writers/pdf/index.ts'
import { pagesJson, type ToldPages } from '../../pipeline/writers/pdf/pages-json.ts'
import { beads } from './draw.ts'
import { book, prose } from './edition.ts'
import { withBook, type Read } from './texts.ts'

/** So many sentences of about so many words, different for each seed. */
export const sentences = (language: Language, count: number, words: number, seed: number): string[] => Array.from({ length: count }, (_, index) => {
  const sentence = prose(language, words, 31 * seed + index)
  return sentence[0]!.toUpperCase() + sentence.slice(1)
})

export const paragraph = (language: Language, count: number, words: number, seed: number): string => sentences(language, count, words, seed).join(' ')

export const titles = { one: { en: 'Clay', ar: 'الطين' }, wet: { en: 'The wet clay', ar: 'الطين المبلول' }, two: { en: 'Fire', ar: 'النار' }, ash: { en: 'The ash', ar: 'الرماد' } }
const kiln = { en: 'kiln', ar: 'أتون' }
export const headings = { en: ['Degree', 'Colour', 'Use'], ar: ['الدرجة', 'اللون', 'الغرض'] }

/** Everything a page may hold. */
export function text(language: Language): string {
  const marked = (seed: number) => `:index[${kiln[language]}] ${paragraph(language, 6, 14, seed)}`
  const row = (at: number) => `| ${at + 1} | ${prose(language, 5, at)} | ${prose(language, 2, at + 50)} |`
  const lines = {
    en: ['The clay was cold beneath the stair', 'and nobody had put it there;', 'the kiln was warm, the night was long', 'and every brick had learnt a song;',
      'the boy lay down an hour to sleep', 'and rose before the light could creep', 'along the wall and find the door', 'and draw its letters on the floor.'],
    ar: ['كانَ الطِّينُ بارِدًا *** وَاللَّيْلُ فَوْقَ البابِ', 'وَالأَتُونُ دافِئًا *** في صُحْبَةِ الأَحْبابِ', 'نامَ الصَّبِيُّ ساعَةً *** وَقامَ قَبْلَ النّورِ', 'وَكُلُّ طُوبٍ حَفِظَ الـ *** أُغْنِيَةَ السُّطورِ'],
  }
  return `# ${titles.one[language]}

${paragraph(language, 4, 14, 1)}[^plain] ${paragraph(language, 2, 14, 2)}

${paragraph(language, 45, 14, 3)}

## ${titles.wet[language]}

${marked(4)}

${paragraph(language, 8, 12, 5)}[^tr-first] ${paragraph(language, 2, 12, 6)}[^second]

${Array.from({ length: 4 }, (_, index) => marked(20 + index)).join('\n\n')}

# ${titles.two[language]}

${paragraph(language, 5, 14, 7)}[^long] ${paragraph(language, 3, 14, 8)}

${Array.from({ length: 9 }, (_, index) => `${index + 7}. ${paragraph(language, 2, 12, 40 + index)}`).join('\n')}

![${kiln[language]}](tower.svg "${sentences(language, 2, 5, 60).join(' ')}")

:::verse
${lines[language].join('\n')}
:::

| ${headings[language].join(' | ')} |
|---|---|---|
${Array.from({ length: 44 }, (_, index) => row(index)).join('\n')}

## ${titles.ash[language]}

${Array.from({ length: 4 }, (_, index) => paragraph(language, 6, 13, 70 + index)).join('\n\n')}

![${kiln[language]}](tower.svg "${sentences(language, 1, 4, 65).join(' ')}")

[^plain]: ${paragraph(language, 1, 9, 90)}
[^tr-first]: ${paragraph(language, 1, 8, 91)}
[^second]: ${paragraph(language, 2, 9, 92)}
[^long]: ${paragraph(language, 24, 13, 93)}
`
}

/** A page that holds some twenty lines, so that little text makes many. */
const page = { width: 118, height: 168, margin: { inner: 15, outer: 12, top: 16, bottom: 17 } }

/** Texts whose sentences are equally many, each the counterpart of the other's. */
export interface Kiln {
  readonly book: Book
  readonly read: Read
  compose(view: View): Edition
  write(browser: PrintBrowser, view: View, ...others: View[]): Promise<Pdf>
  /** The pages alone, without the file that is made of them, which takes as long again. */
  set(browser: PrintBrowser, view: View, ...others: View[]): Promise<{ readonly html: string; readonly messages: readonly Message[]; readonly told: ToldPages }>
}

export const withKiln = <T>(texts: Bilingual<string>, use: (kiln: Kiln) => Promise<T>, settings: Partial<Book> = {}): Promise<T> => withBook(texts, (read) => {
  const here: Book = { ...book, root: read.root, title: { en: 'The Kiln', ar: 'كتاب الأتون' }, parts: [{ en: 'en.md', ar: 'ar.md' }], page, ...settings }
  const counts = bilingual((language) => segmentsOf(read.manuscripts[language]).length)
  if (counts.en !== counts.ar) throw new Error(`${counts.en} sentences beside ${counts.ar}`)
  const alignment = { beads: beads(Array(counts.en).fill('1:1').join(' ')) }
  const aligned = { book: here, manuscripts: read.manuscripts, alignment, imprint: imprintOf(here, read.manuscripts) }
  const editionsOf = (view: View, others: readonly View[]): [Edition, ...Edition[]] => [compose(aligned, view), ...others.map((other) => compose(aligned, other))]
  return use({
    set: async (browser, view, ...others) => {
      const { set } = await printPdf(editionsOf(view, others), { name: 'kiln.pdf', book: here, browser })
      return { html: set.html, messages: set.messages, told: JSON.parse(Buffer.from(pagesJson('kiln.pdf', set, here).bytes).toString('utf8')) as ToldPages }
    },
    book: here, read, compose: (view) => compose(aligned, view),
    write: (browser, view, ...others) => writePdf(editionsOf(view, others), { name: 'kiln.pdf', book: here, browser, profile: profileNamed('screen') }),
  })
})
