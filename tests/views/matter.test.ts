/** Front and back matter, drawn: `title ... id` for an entry that leads to an element of the text. */

import { expect, test } from '@jest/globals'
import type { Element, ElementContent, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { htmlTokens } from '../../pipeline/check/html.ts'
import { proveEdition } from '../../pipeline/check/edition.ts'
import type { Book } from '../../pipeline/model/book.ts'
import type { Edition, SectionRole, View } from '../../pipeline/model/edition.ts'
import { compose, type AlignedBook } from '../../pipeline/views/index.ts'
import { imprintOf } from '../../pipeline/views/imprint.ts'
import { compareKeys, keyOf } from '../../pipeline/views/matter/collation.ts'
import { withMatter } from '../../pipeline/views/matter/index.ts'
import { beads } from '../support/draw.ts'
import { book } from '../support/edition.ts'
import { rehype } from '../support/html.ts'
import { withBook } from '../support/texts.ts'

const views: readonly View[] = ['en', 'ar', 'columns-en', 'columns-ar', 'facing-en', 'interlinear-ar']

const texts = {
  en: '# Clouds\n\n## Their shapes[^a]\n\nIt :index[rained]{as="Rain!by night"}. The :index[Abbot]:index{as="Kaghad" see="paper"}\n\n![A](tower.svg "A tower. It leans.")\n\n# Sun\n\n## Its light\n\nMore :index[rain][^b]\n\n![B](tower.svg "Another.")\n\n[^a]: Or forms.\n[^b]: An :index[abbot] said :index{as="abbot"}so.\n',
  ar: '# غيوم\n\n## أشكالها[^a]\n\nأ:index[مطر]{as="المطر"}ت. وجاء :index[رئيس الدير]\n\n![أ](tower.svg "برج. وهو مائل.")\n\n# شمس\n\n## ضوؤها\n\nمزيد من :index[مَطَر][^b]\n\n![ب](tower.svg "برج آخر.")\n\n[^a]: أو هيئاتها.\n[^b]: قاله :index[الإمام] أحمد.\n',
}

const terms = [{ en: 'the vat', ar: 'حوض' }, { en: 'Mould', ar: 'القالب' }, { en: 'ream', ar: 'رزمة' }]

const manuscriptsOf = new Map<typeof texts, Promise<AlignedBook['manuscripts']>>()

/** Read once for each text. */
function manuscripts(written: typeof texts): Promise<AlignedBook['manuscripts']> {
  const read = manuscriptsOf.get(written) ?? withBook(written, async (book) => book.manuscripts)
  manuscriptsOf.set(written, read)
  return read
}

/** The edition with its matter, and what it was made of. */
async function matter(view: View, settings: Partial<Book> = {}, written = texts): Promise<{ edition: Edition; manuscripts: AlignedBook['manuscripts'] }> {
  const read = await manuscripts(written)
  const here: Book = {
    ...book, parts: [{ en: 'en.md', ar: 'ar.md' }], title: { en: 'Rain', ar: 'مطر' }, align: { glossary: terms, model: undefined },
    publisher: { en: 'The Press', ar: 'الدار' }, isbn: '978-0-00-000000-2', ...settings,
  }
  const aligned = { book: here, manuscripts: read, alignment: { beads: beads(Array(12).fill('1:1').join(' ')) }, imprint: imprintOf(here, read) }
  return { edition: withMatter(compose(aligned, view), aligned), manuscripts: read }
}

const hasClass = ({ properties }: Element, name: string) => Array.isArray(properties['className']) && properties['className'].includes(name)
const elementsOf = ({ children }: Root | Element) => (children as ElementContent[]).filter((child): child is Element => child.type === 'element')

function words(element: Element): string {
  if (hasClass(element, 'folio')) return `... ${String(element.properties['dataFor'])}`
  const inner = elementsOf(element)
  return inner.length > 0 ? inner.map(words).filter(Boolean).join(element.tagName === 'a' ? ' | ' : ' ') : toString(element)
}

/** A line for each block of one section. */
function drawn(edition: Edition, role: SectionRole): string[] {
  const lines: string[] = []
  const walk = (element: Element, indent: string) => {
    if (element.tagName === 'a' || element.tagName === 'p' || element.tagName === 'h1') lines.push(`${indent}${words(element)}`)
    else if (element.tagName === 'li' && elementsOf(element)[0]?.tagName === 'span') lines.push(`${indent}${toString(element)}`)
    else for (const child of elementsOf(element)) walk(child, element.tagName === 'li' ? `${indent}  ` : indent)
  }
  for (const section of edition.sections.filter((one) => one.role === role)) for (const element of elementsOf(section.tree)) walk(element, '')
  return lines
}

test('front matter stands before the text and back matter after it, each under its own name', async () => {
  const { edition } = await matter('en')
  expect(edition.sections.map(({ role, id }) => `${role} ${id}`)).toEqual([
    'halftitle half-title', 'titlepage title-page', 'imprint imprint', 'contents contents', 'figures figures',
    'chapter en-chapter-1', 'chapter en-chapter-2', 'glossary glossary', 'index index',
  ])
  expect(edition.sections.map(({ title }) => title.en)).toEqual([undefined, 'Rain', undefined, 'Contents', 'Figures', 'Clouds', 'Sun', 'Glossary', 'Index'])
})

test('a half title names the book in both languages, the leading one first, also where each has pages to itself', async () => {
  const { edition } = await matter('facing-ar')
  const [flow] = elementsOf(edition.sections[0]!.tree)
  expect([flow?.properties['lang'], elementsOf(flow!).map((titles) => words(titles))]).toEqual(['ar', ['مطر', 'Rain']])
})

test('contents in one language, with sections where the book wants them', async () => {
  expect(drawn((await matter('en')).edition, 'contents')).toEqual([
    'Contents', '  Figures ... figures', '  Clouds ... en-chapter-1', '  Sun ... en-chapter-2', '  Glossary ... glossary', '  Index ... index',
  ])
  expect(drawn((await matter('ar', { contents: { depth: 2 } })).edition, 'contents')).toEqual([
    'المحتويات', '  قائمة الأشكال ... figures', '  غيوم ... ar-chapter-1', '    أشكالها ... ar-heading-2',
    '  شمس ... ar-chapter-2', '    ضوؤها ... ar-heading-4', '  مسرد المصطلحات ... glossary', '  الفهرس ... index',
  ])
})

test('contents on a shared page name every title from both sides', async () => {
  expect(drawn((await matter('columns-ar', { contents: { depth: 2 } })).edition, 'contents').slice(0, 4)).toEqual([
    'المحتويات', 'Contents', '  قائمة الأشكال ... figures | Figures ... figures', '  غيوم ... ar-chapter-1 | Clouds ... ar-chapter-1',
  ])
  expect(drawn((await matter('interlinear-ar', { contents: { depth: 2 } })).edition, 'contents')[4])
    .toBe('    أشكالها ... ar-heading-2 | Their shapes ... en-heading-2')
})

test('on facing pages each language has contents of its own, which lead to its own pages', async () => {
  const { edition } = await matter('facing-en')
  expect(drawn(edition, 'contents').filter((line) => !/igure|lossary|Index|الأشكال|المصطلحات|الفهرس/.test(line))).toEqual([
    'Contents', '  Clouds ... en-chapter-1-en', '  Sun ... en-chapter-2-en',
    'المحتويات', '  غيوم ... en-chapter-1-ar', '  شمس ... en-chapter-2-ar',
  ])
  for (const { tree } of edition.sections) {
    expect(elementsOf(tree).filter((element) => !hasClass(element, 'notes')).map((flow) => [hasClass(flow, 'flow'), flow.properties['lang']])).toEqual([[true, 'en'], [true, 'ar']])
  }
})

test('figures are listed by the first sentence of their captions, where there are two', async () => {
  expect(drawn((await matter('en')).edition, 'figures')).toEqual(['Figures', '  A tower ... en-5-figure', '  Another ... en-10-figure'])
  expect(drawn((await matter('columns-en')).edition, 'figures')[2]).toBe('  A tower ... en-5-figure | برج ... ar-5-figure')
})

test('a figure alone has no list, in whatever view', async () => {
  const alone = { en: texts.en.replace(/!\[B\].*\n/, ''), ar: texts.ar.replace(/!\[ب\].*\n/, '') }
  for (const view of views) expect([view, (await matter(view, {}, alone)).edition.sections.some(({ role }) => role === 'figures')]).toEqual([view, false])
})

test('the glossary follows the order of the leading language, without its articles', async () => {
  expect(drawn((await matter('en')).edition, 'glossary')).toEqual(['Glossary', 'Mould القالب', 'ream رزمة', 'the vat حوض'])
  expect(drawn((await matter('ar')).edition, 'glossary')).toEqual(['مسرد المصطلحات', 'حوض the vat', 'رزمة ream', 'القالب Mould'])
  expect(drawn((await matter('en', { align: { glossary: [], model: undefined } })).edition, 'glossary')).toEqual([])
})

test('the index names each heading once under its letter, with sub-entries, references and a place for every page number', async () => {
  expect(drawn((await matter('en')).edition, 'index')).toEqual([
    'Index', 'A Abbot ... en-term-2 ... en-term-5 ... en-term-6', 'K Kaghad see paper', 'R Rain ... en-term-4', 'by night ... en-term-1',
  ])
  expect(drawn((await matter('ar')).edition, 'index')).toEqual([
    'الفهرس', 'ا الإمام ... ar-term-4', 'ر رئيس الدير ... ar-term-2', 'م المطر ... ar-term-1 ... ar-term-3',
  ])
  const { tree } = (await matter('facing-en')).edition.sections.at(-1)!
  expect(rehype(tree).match(/<div class="flow" lang="(?:en|ar)"|<span class="letter">[^<]*/g)?.map((found) => found.replace(/<[^>]*>|<div class="flow" lang=/g, '')))
    .toEqual(['"en"', 'A', 'K', 'R', '"ar"', 'ا', 'ر', 'م'])
})

test.each(['facing-en', 'facing-ar', 'columns-en'] as const)('%s: a language without marked terms has no heading of an index, nor a line of the contents', async (view) => {
  const written = { ...texts, ar: texts.ar.replaceAll(/:index(?:\[([^\]]*)\])?(?:\{[^}]*\})?/g, '$1') }
  const { edition } = await matter(view, {}, written)
  const index = edition.sections.at(-1)!
  expect(index.title).toEqual({ en: 'Index', ar: undefined })
  expect(rehype(index.tree)).not.toContain('الفهرس')
  const listed = drawn(edition, 'contents').join(' ')
  expect([listed.includes('Index'), listed.includes('الفهرس')]).toEqual([true, false])
})

test('on shared pages the index of each language has pages to itself, and one line of the contents leads to both', async () => {
  const { edition } = await matter('columns-ar')
  expect(drawn(edition, 'contents').at(-1)).toBe('  الفهرس ... index-ar | Index ... index-en')
  const { tree } = edition.sections.at(-1)!
  expect(elementsOf(tree).map((flow) => `${flow.properties['lang']} ${elementsOf(flow)[0]?.properties['id']}`)).toEqual(['ar index-ar', 'en index-en'])
})

test('the first number of an entry of the index stays with its last word', async () => {
  expect(rehype((await matter('en')).edition.sections.at(-1)!.tree)).toMatch(/Abbot<\/span><span class="locators">,(?:\u00A0|&nbsp;|&#xA0;)<a[^>]*>.*?<\/a>, <a/)
})

test('the imprint has what the book says of itself, and a translation its first title', async () => {
  expect(drawn((await matter('en')).edition, 'imprint')).toEqual(['Rain', 'The Press', '1 July 2020', 'ISBN 978-0-00-000000-2', 'Set with Tawazi'])
  expect(drawn((await matter('ar')).edition, 'imprint').slice(0, 2)).toEqual(['مطر', 'Rain'])
  expect(rehype((await matter('ar')).edition.sections[2]!.tree)).toContain('العنوان الأصلي: <bdi dir="ltr">Rain</bdi>')
})

test.each(views)('%s: every entry leads to an element, no id stands twice, and the text is proved as without matter', async (view) => {
  const { edition, manuscripts: read } = await matter(view, { contents: { depth: 2 } })
  const html = edition.sections.map(({ id, role, tree }) => `<section id="${id}" class="${role}">${rehype(tree)}</section>`).join('')
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const targets = [...html.matchAll(/ data-for="([^"]+)"| href="#([^"]+)"/g)].map(([, folio, link]) => folio ?? link)
  expect(targets.length).toBeGreaterThan(8)
  expect(targets.filter((target) => !ids.includes(target))).toEqual([])
  expect(proveEdition(view, read, edition.languages, htmlTokens(html)).messages).toEqual([])
  for (const { tree } of edition.sections) {
    visit(tree, 'element', (element) => {
      if (/^(?:p|h\d|li)$/.test(element.tagName)) expect([element.properties['lang'], element.properties['dir']].join()).toMatch(/^(?:en,ltr|ar,rtl)$/)
    })
  }
})

const sorted = (language: 'en' | 'ar', list: string[]) => list
  .map((word) => ({ word, key: keyOf[language](word) })).sort((one, other) => compareKeys(language, one.key, other.key)).map(({ word }) => word)

test('English is sorted letter by letter, without articles and without the signs of transliteration', () => {
  const order = ['“The Abbot”', 'ʿAbd al-Latif', 'an apple', 'al-Idrisi', 'ink', 'a Laid line', 'laid-up', 'Xàtiva', 'zigzag']
  expect(sorted('en', [...order].reverse())).toEqual(order)
  expect(['ʿUmda', 'al-Idrisi', 'The River', '751', 'Émile'].map((word) => keyOf.en(word).letter)).toEqual(['U', 'I', 'R', '', 'E'])
})

test('Arabic is sorted letter by letter, without the article and vowels, with the seats of hamza as one', () => {
  const order = ['أبجد', 'الإدريسي', 'ألمانيا', 'بغداد', 'البَغْل', 'خطوط السلسلة', 'الخطوط الممدّدة', 'رِزمة', 'الفتى', 'فتيان', 'القالب', 'هارون', 'الورّاقون']
  expect(sorted('ar', [...order].reverse())).toEqual(order)
  expect(['الإدريسي', 'أسرى', 'هارون', 'الله', 'التزام', 'القالب', '٧٥١'].map((word) => keyOf.ar(word).letter)).toEqual(['ا', 'ا', 'هـ', 'ا', 'ا', 'ق', ''])
})

test('a dedication stands before the contents, which do not name it; a foreword after them, which do', async () => {
  const { edition } = await matter('en')
  const [titlePage, ...text] = edition.sections.filter(({ role }) => role === 'titlepage' || role === 'chapter')
  const told = [titlePage!, { ...text[0]!, role: 'dedication' as const }, { ...text[1]!, role: 'front' as const }, { ...text[1]!, id: 'third' }]
  const whole = withMatter({ ...edition, sections: told }, { book })
  expect(whole.sections.map(({ role }) => role)).toEqual(['halftitle', 'titlepage', 'imprint', 'dedication', 'contents', 'figures', 'front', 'chapter', 'index'])
  expect(drawn(whole, 'contents')).toEqual(['Contents', '  Figures ... figures', '  Sun ... en-chapter-2', '  Sun ... third', '  Index ... index'])
})
