/** Epigraphs and glosses: every word is kept in its order, and what is malformed is told with its place. */

import { expect, test } from '@jest/globals'
import type { Manuscript } from '../../pipeline/model/manuscript.ts'
import { wordsIn } from '../../pipeline/model/words.ts'
import { blockElements } from '../../pipeline/views/hast.ts'
import { rehype } from '../support/html.ts'
import { lines, reading } from './reading.ts'

/** The blocks of the first chapter as HTML, without ids, languages and directions of blocks. */
function html({ chapters: [chapter], language }: Manuscript): string[] {
  return chapter?.blocks.map((block) => rehype({ type: 'root', children: [...blockElements(block, chapter, language, wordsIn(language))] })
    .replaceAll(/ (?:id|lang|class="segment"|class="segment")(?:="[^"]*")?| class="segment"/g, '').replaceAll(/(<(?!span)[a-z0-9]+[^>]*?) dir="[^"]*"/g, '$1').replaceAll(/<span>([^<]*)<\/span>/g, '[$1]').replaceAll('\n', '')) ?? []
}

test('an epigraph is a quotation of its own kind, whose last line may name its author', async () => {
  const { manuscript, lost, messages } = await reading(lines('# Water', ':::epigraph\n> Paper remembers.\n\n— A papermaker\n:::', 'It rained.'))
  expect(html(manuscript)).toEqual(['<h1>[Water]</h1>', '<blockquote class="epigraph"><p>[Paper remembers.]</p><p class="attribution">[— A papermaker]</p></blockquote>', '<p>[It rained.]</p>'])
  expect([lost, messages]).toEqual([[], []])
})

test('each paragraph of a bibliography is a work', async () => {
  const { manuscript, lost, messages } = await reading(lines('# Works', ':::bibliography\nHalden, *Paper*.\n\nRahhal, *Ink*.\n:::', 'It rained.'))
  expect(html(manuscript)).toEqual(['<h1>[Works]</h1>', '<p class="work"><span>Halden, <em>Paper</em>.</span></p>', '<p class="work"><span>Rahhal, <em>Ink</em>.</span></p>', '<p>[It rained.]</p>'])
  expect([lost, messages]).toEqual([[], []])
})

test('an epigraph need not be marked as a quotation, nor have an author', async () => {
  const { manuscript, lost } = await reading('# ماء\n\n:::epigraph\nالورق يتذكّر.\n:::\n', 'ar')
  expect([html(manuscript)[1], lost]).toEqual(['<blockquote class="epigraph"><p>[الورق يتذكّر.]</p></blockquote>', []])
})

test('a gloss stacks each word over its own, in the direction of its words', async () => {
  const { manuscript, lost, messages, body } = await reading('Read it so:\n\n:::gloss\n*kitāb* | al-waraq\nbook of | the *paper*\n:::\n')
  expect(html(manuscript)[1]).toBe('<div class="glosses"><span class="gloss-run" dir="ltr">' +
    '<span class="gloss"><span class="gloss-word"><span><em>kitāb</em></span></span><span class="gloss-word">[book of]</span></span> ' +
    '<span class="gloss"><span class="gloss-word">[al-waraq]</span><span class="gloss-word"><span>the <em>paper</em></span></span></span></span></div>')
  expect([body[1], lost, messages]).toEqual(['kitāb book of al-waraq the paper', [], []])
})

test('Arabic words glossed in English run from the right, and the other way round', async () => {
  const [en, ar] = [await reading('So:\n\n:::gloss\nكتاب | الورق\nbook of | paper\n:::\n'), await reading('هكذا:\n\n:::gloss\npaper | road\nورق | طريق\n:::\n', 'ar')]
  expect([html(en.manuscript)[1]?.includes('gloss-run" dir="rtl"'), html(ar.manuscript)[1]?.includes('gloss-run" dir="ltr"'), en.lost, ar.lost]).toEqual([true, true, [], []])
})

test('emphasis in a later line does not change the order of the words in the file', async () => {
  const { lost } = await reading('So:\n\n:::gloss\none | *two* | three\nfour | *five* | six\n:::\n\n:::verse\na *b* c *** d\ne *f* g *** h\n:::\n')
  expect(lost).toEqual([])
})

test.each([
  ['lines of unequal words', ':::gloss\na | b\nc\n:::', 'reading/gloss-uneven 5:1'],
  ['one line', ':::gloss\na | b\n:::', 'reading/gloss-uneven 3:1'],
  ['no words', ':::gloss\n:::', 'reading/gloss-uneven 3:1'],
])('a gloss of %s stands as text, and is told', async (_name, fence, told) => {
  const { lost, messages } = await reading(`It rained.\n\n${fence}\n`)
  expect([lost, messages]).toEqual([[], [told]])
})
