/** What no designer would wish for: the best page that can be made, every word on it, and no line elsewhere than it was measured. */

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { proveEdition } from '../../pipeline/check/edition.ts'
import { htmlTokens } from '../../pipeline/check/html.ts'
import type { Book } from '../../pipeline/model/book.ts'
import type { View } from '../../pipeline/model/edition.ts'
import { bilingual, type Bilingual, type Language } from '../../pipeline/model/language.ts'
import { openBrowser, type PrintBrowser } from '../../pipeline/print/browser.ts'
import { paragraph, sentences, withKiln } from '../support/kiln.ts'
import { prose } from '../support/edition.ts'
import { random } from '../support/random.ts'
import { pagesIn, signsIn } from '../support/setpages.ts'

let browser: PrintBrowser

beforeAll(async () => { browser = await openBrowser() }, 60_000)
afterAll(() => browser?.close())

/** One view, or the two of a book with two covers. */
type Set = View | readonly [View, View]

const all: readonly Set[] = ['facing-en', 'columns-en', 'interlinear-en']
const every: readonly Set[] = [...all, 'en', 'ar', ['en', 'ar']]

/** For each view what is told of it, faults of pages and lost words included, as `view rule` or `view fault`. */
async function told(text: (language: Language) => string, views: readonly Set[] = all, settings: Partial<Book> = {}): Promise<string[]> {
  return withKiln(bilingual(text), async (kiln) => {
    const found: string[] = []
    for (const set of views) {
      const [view, ...others] = typeof set === 'string' ? [set] : set
      const { html, messages, told: { pages } } = await kiln.set(browser, view, ...others)
      const languages = [view, ...others].flatMap((one) => kiln.compose(one).languages)
      const lost = proveEdition(view, kiln.read.manuscripts, languages, htmlTokens(html)).messages
      const faults = pages.flatMap((page) => page.faults)
      // What is only noted, such as a level of headings that the manuscript leaves out, is no fault of a page.
      found.push(...[...messages.filter(({ severity }) => severity !== 'note'), ...lost].map(({ rule }) => `${view} ${rule}`), ...faults.filter((fault) => fault === 'overfull' || fault === 'stranded-heading').map((fault) => `${view} ${fault}`))
    }
    return found
  }, settings)
}

/** Some paragraphs, the worst between them. */
const around = (worst: (language: Language) => string, notes = '') => (language: Language): string =>
  `# ${{ en: 'Clay', ar: 'الطين' }[language]}\n\n${paragraph(language, 6, 12, 1)}\n\n${worst(language)}\n\n${paragraph(language, 6, 12, 2)}\n\n${notes}`

const one = (language: Language, words: number, seed: number): string => sentences(language, 1, words, seed)[0]!

const note = (language: Language, label: string, words: number, seed: number): string => `[^${label}]: ${one(language, words, seed)}\n`

const worst: readonly [string, (language: Language) => string][] = [
  ['a sentence of 1,500 words', around((language) => one(language, 1_500, 3))],
  ['a sentence of 1,500 words beside one of four', around((language) => one(language, language === 'en' ? 1_500 : 4, 3))],
  ['a row of a table taller than the page', around((language) => `| ${one(language, 3, 4)} | ${one(language, 2, 5)} |\n|---|---|\n| ${one(language, 500, 6)} | ${one(language, 2, 7)} |\n| ${one(language, 4, 8)} | ${one(language, 3, 9)} |`)],
  ['notes longer than their text, one of three pages', around((language) => `${one(language, 8, 3)}[^a] ${one(language, 6, 4)}[^b]\n\n${note(language, 'a', 900, 10)}\n${note(language, 'b', 60, 11)}`)],
  ['thirty notes in one line', around((language) => `${one(language, 3, 3).slice(0, -1)}${Array.from({ length: 30 }, (_, index) => `[^n${index}]`).join('')}.\n\n${Array.from({ length: 30 }, (_, index) => note(language, `n${index}`, 5, 20 + index)).join('\n')}`)],
  ['a heading of 300 letters, and one of a chapter', (language) => `# ${one(language, 45, 3).slice(0, -1)}\n\n## ${one(language, 45, 4).slice(0, -1)}\n\n${paragraph(language, 6, 12, 5)}`],
  ['a word of 2,000 letters', around((language) => `${{ en: 'kiln', ar: 'بيتن' }[language].repeat(500)}.`)],
  ['lists eight deep', around((language) => Array.from({ length: 8 }, (_, depth) => `${'  '.repeat(depth)}- ${one(language, 12, 30 + depth)}`).join('\n'))],
  ['lines of verse of 300 letters', around((language) => `:::verse\n${Array.from({ length: 4 }, (_, index) => `${one(language, 40, 40 + index).slice(0, -1)} *** ${one(language, 40, 50 + index)}`).join('\n')}\n:::`)],
  ['code longer than a page', around((language) => `\`\`\`\n${Array.from({ length: 90 }, (_, index) => `${{ en: 'line', ar: 'سطر' }[language]} ${prose(language, 3, index)}`).join('\n')}\n\`\`\``)],
  ['one word', (language) => ({ en: 'Kiln', ar: 'أتون' })[language]],
]

test.each(worst)('%s', async (_, text) => {
  // A heading as long as its page has nothing beside it.
  expect((await told(text)).filter((fault) => !fault.endsWith('stranded-heading'))).toEqual([])
}, 60_000)

test('sixty headings without text', async () => {
  const text = (language: Language) => `# ${prose(language, 1, 1)}\n\n${Array.from({ length: 60 }, (_, index) => `## ${prose(language, 2, index).slice(0, -1)}`).join('\n\n')}\n`
  const found = await told(text, ['en', 'facing-en'])
  // Nothing follows them that they could stand with.
  expect(found.filter((fault) => !fault.endsWith('stranded-heading'))).toEqual([])
}, 60_000)

test('a note without a reference stands at the end of its chapter', async () => {
  const text = (language: Language) => `# ${one(language, 1, 1).slice(0, -1)}\n\n${paragraph(language, 6, 12, 2)}\n\n${note(language, 'lost', 7, 3)}\n\n# ${one(language, 2, 4).slice(0, -1)}\n\n${paragraph(language, 6, 12, 5)}`
  expect(await told(text)).toEqual([])
  await withKiln(bilingual(text), async (kiln) => {
    for (const view of ['en', 'facing-en'] as const) {
      const pages = pagesIn((await kiln.set(browser, view)).html)
      const withNotes = pages.filter(({ notes }) => notes.length > 0)
      expect(withNotes.map(({ column, notes }) => [signsIn(column) !== '', notes.length])).toEqual(Array(view === 'en' ? 1 : 2).fill([true, 1]))
    }
  })
}, 60_000)

test('a title of 400 letters is set whole, smaller', async () => {
  const title = bilingual((language) => one(language, 62, 1).slice(0, -1))
  const text = around((language) => one(language, 9, 3))
  expect(await told(text, ['en', 'ar', 'columns-en', 'facing-en'], { title })).toEqual([])
}, 60_000)

/** Blocks of both languages by chance, sentence beside sentence. */
function invented(seed: number): Bilingual<string> {
  const next = random(seed)
  const upTo = (most: number) => 1 + Math.floor(next() * most)
  const texts = { en: '', ar: '' }
  const notes = { en: '', ar: '' }
  let count = seed * 1_000
  const both = (make: (language: Language, at: number) => string) => {
    count += 40
    for (const language of ['en', 'ar'] as const) texts[language] += `${make(language, count)}\n\n`
  }
  const plain = (language: Language, at: number, words: number) => one(language, words, at).slice(0, -1)
  let noteCount = 0
  const blocks: readonly (() => void)[] = [
    () => { const [sentenceCount, words] = [upTo(14), upTo(30)]; both((language, at) => paragraph(language, sentenceCount, language === 'en' ? words : Math.ceil(words * 0.8), at)) },
    () => { const words = upTo(9); both((language, at) => `## ${plain(language, at, words)}`) },
    () => { const words = upTo(5); both((language, at) => `### ${plain(language, at, words)}`) },
    () => { const [items, words] = [upTo(8), upTo(25)]; both((language, at) => Array.from({ length: items }, (_, index) => `${index + 1}. ${one(language, words, at + index)}`).join('\n')) },
    () => { const words = upTo(60); both((language, at) => `> ${one(language, words, at)}`) },
    () => { const [rows, words] = [upTo(25), upTo(8)]; both((language, at) => `| ${plain(language, at, 1)} | ${plain(language, at + 1, 2)} |\n|---|---|\n${Array.from({ length: rows }, (_, index) => `| ${plain(language, at + index, words)} | ${plain(language, at + index, 2)} |`).join('\n')}`) },
    () => { const lines = 2 * upTo(8); both((language, at) => `:::verse\n${Array.from({ length: lines / 2 }, (_, index) => `${plain(language, at + index, 4)} *** ${plain(language, at + index + 9, 4)}`).join('\n')}\n:::`) },
    () => both((language, at) => `![${plain(language, at, 2)}](tower.svg "${one(language, 6, at)}")`),
    () => {
      const [words, length, label] = [upTo(20), upTo(90), `${next() < 0.3 ? 'tr-' : ''}n${noteCount++}`]
      both((language, at) => `${plain(language, at, words)}[^${label}]. ${one(language, words, at + 1)}`)
      for (const language of ['en', 'ar'] as const) notes[language] += `${note(language, label, length, count)}\n`
    },
  ]
  for (let chapter = 0; chapter < 2; chapter++) {
    both((language, at) => `# ${plain(language, at, 3)}`)
    for (let block = upTo(14); block > 0; block--) blocks[next() < 0.4 ? 0 : Math.floor(next() * blocks.length)]!()
  }
  return bilingual((language) => texts[language] + notes[language])
}

const seeds = (process.env['TAWAZI_SEEDS'] ?? '1,2').split(',').map(Number)

test.each(seeds)('a book by chance (%d): every word once, every line where it was measured', async (seed) => {
  const texts = invented(seed)
  const found = await told((language) => texts[language], every)
  expect(found.filter((fault) => !fault.endsWith('stranded-heading'))).toEqual([])
}, 60_000)
