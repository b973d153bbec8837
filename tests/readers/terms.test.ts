/** Marks for the index: the words stay what they were, the rest is no text. */

import type { Nodes } from 'mdast'
import { expect, test } from '@jest/globals'
import { blocksOf, segmentsOf, type Manuscript } from '../../pipeline/model/manuscript.ts'
import { reading } from './reading.ts'

/** Each mark as `id heading!sub > see: words`. */
function marks(manuscript: Manuscript): string[] {
  const found: string[] = []
  const textOf = (node: Nodes): string => ('value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : '')
  const walk = (node: Nodes) => {
    if (node.type === 'indexTerm') {
      const { id, dataHeading, dataSub, dataSee } = 'hProperties' in node.data ? node.data.hProperties : { id: '+', dataHeading: '' }
      found.push(`${id} ${dataHeading}${dataSub ? `!${dataSub}` : ''}${dataSee ? ` > ${dataSee}` : ''}: ${textOf(node)}`)
    }
    if ('children' in node) for (const child of node.children) walk(child)
  }
  for (const { block } of blocksOf(manuscript)) walk(block.node)
  for (const { notes } of manuscript.chapters) for (const note of notes) for (const child of note.children) walk(child)
  return found
}

const plain = 'The old *kaghad* of Fez.[^a] It came by sea; it lasts.\n\n| Paper | Year |\n|---|---|\n| white | 1264 |\n\n:::verse\nDip the mould and wait.\n:::\n\n[^a]: The word is Persian.\n'
const marked = 'The old :index[*kaghad*]{as="Paper!names of"} of :index[Fez].[^a] :index{as="Trade"}It came by :index[sea]; it lasts.\n\n| :index[Paper] | Year |\n|---|---|\n| white | 1264 |\n\n:::verse\nDip the :index[mould] and wait.\n:::\n\n[^a]: The word is :index[Persian]{see="languages"}.\n'

test('a text with marks has the segments of the text without them, and nothing is lost', async () => {
  const [one, other] = [await reading(plain), await reading(marked)]
  const segments = ({ manuscript }: typeof one) => segmentsOf(manuscript).map(({ id, kind, text, paragraph }) => ({ id, kind, text, paragraph }))
  expect(segments(other)).toEqual(segments(one))
  expect([other.lost, other.messages]).toEqual([[], []])
  expect(marks(other.manuscript)).toEqual([
    'en-term-1 Paper!names of: kaghad', 'en-term-2 Fez: Fez', 'en-term-3 Trade: ', 'en-term-4 sea: sea', 'en-term-5 Paper: Paper',
    'en-term-6 mould: mould', 'en-term-7 Persian > languages: Persian',
  ])
})

test('a mark may stand inside an Arabic word, and round its vowels', async () => {
  const { manuscript, body, lost, messages } = await reading('جلس و:index[الورّاقُ]{as="الورّاقون"} في السوق.\n', 'ar')
  expect([body, lost, messages]).toEqual([['جلس والورّاقُ في السوق.'], [], []])
  expect(marks(manuscript)).toEqual(['ar-term-1 الورّاقون: الورّاقُ'])
})

test('of a mark round two sentences the first piece is the place', async () => {
  const { manuscript, lost } = await reading('A word. :index[It rained. It stopped]{as="Rain"} then.\n')
  expect([marks(manuscript), lost]).toEqual([['en-term-1 Rain: It rained.', '+ :  ', '+ : It stopped'], []])
})

test('what only looks like a mark is text', async () => {
  const text = 'An :index of ::index[names], \\:index[this] and `:index[that]`.\n'
  const { manuscript, body, lost, messages } = await reading(text)
  expect([body, lost, messages, marks(manuscript)]).toEqual([['An :index of ::index[names], :index[this] and :index[that].'], [], [], []])
})

test.each([
  ['neither words nor a heading', 'A :index[] word.', 'reading/index-empty 1:3', 'A word.'],
  ['a heading that is empty', 'A :index[word]{as=""}.', 'reading/index-empty 1:3', 'A word.'],
  ['three levels', 'A\nnew :index[word]{as="a!b!c"}.', 'reading/index-levels 2:5', 'A new word.'],
  ['a level without a name', 'A :index[word]{as="a!"}.', 'reading/index-levels 1:3', 'A word.'],
  ['an attribute that is not known', 'A :index[word]{at="a"}.', 'reading/index-unknown 1:3', 'A word.'],
  ['braces that are never closed', 'A :index[word]{as="a.', 'reading/index-open 1:3', undefined],
  ['curly quotation marks', 'A :index[word]{as=“a b”}.', 'reading/index-open 1:3', undefined],
])('a mark with %s is told with its place, and its words stay', async (_name, text, told, kept) => {
  const { body, lost, messages } = await reading(`${text}\n`)
  expect(messages).toEqual([told])
  if (kept) expect([body.map((line) => line.replaceAll(/\s+/g, ' ')), lost]).toEqual([[kept], []])
})
