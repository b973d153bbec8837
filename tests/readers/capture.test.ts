/** Pages captured from the web: what goes, what it becomes, and that nothing else does. */

import { expect, test } from '@jest/globals'
import { lines, reading } from './reading.ts'

const en = (...middle: string[]) => lines('# The Reed Cutters', 'by [Lena Ward \\(/people/lena-ward\\)](#)', 'Jul 1, 2020', ...middle)
const ar = (...middle: string[]) => lines('# قاطعو القصب', 'بقلم [لينا ورد \\(/ar/people/lena-ward\\)](#)', '1 تموز/يوليو 2020', ...middle)
const first = 'The first boat came back in February, and nobody had painted it for six years.'
const last = 'The families say that they will stay for as long as the water does.'
const awwal = 'عاد أول زورق في شباط، ولم يكن أحد قد طلاه منذ ست سنوات.'
const akhir = 'تقول العائلات إنها باقية ما بقي الماء في مجراه.'

test('title, author and date become metadata, and each is listed with its line', async () => {
  const { manuscript, removed, body, lost } = await reading(en(first))
  expect([manuscript.metadata.title?.text, manuscript.metadata.authors.map(({ text }) => text), manuscript.metadata.date?.iso]).toEqual(['The Reed Cutters', ['Lena Ward'], '2020-07-01'])
  expect(removed).toEqual(['metadata 3: by Lena Ward (/people/lena-ward)', 'metadata 5: Jul 1, 2020'])
  expect([body, lost]).toEqual([['The Reed Cutters', first], []])
})

test('and so in Arabic', async () => {
  const { manuscript, removed, body, lost } = await reading(ar(awwal), 'ar')
  expect([manuscript.metadata.title?.text, manuscript.metadata.authors.map(({ text }) => text), manuscript.metadata.date?.iso]).toEqual(['قاطعو القصب', ['لينا ورد'], '2020-07-01'])
  expect(removed).toEqual(['metadata 3: بقلم لينا ورد (/ar/people/lena-ward)', 'metadata 5: 1 تموز/يوليو 2020'])
  expect([body, lost]).toEqual([['قاطعو القصب', awwal], []])
})

/** Furniture at the head, by what the list of removals says of it. */
const atHead: [string, string[], string[]][] = [
  ['a switch to another language', ['Also available in', '[العربية \\(/ar/reeds\\)](#)'], ['navigation 7: Also available in', 'navigation 9: العربية (/ar/reeds)']],
  ['buttons', ['Share', '[Facebook](https://facebook.com/sharer?u=x) [Email](mailto:?subject=x)'], ['navigation 7: Share', 'navigation 9: Facebook Email']],
  ['a menu', ['- [Home](/)\n- [World](/world)'], ['navigation 7: Home\nWorld']],
  ['a kicker', ['Brief Analysis'], ['label 7: Brief Analysis']],
  ['the author printed again', ['[Lena Ward \\(/people/lena-ward\\)](#)'], ['repeated-title 7: Lena Ward (/people/lena-ward)']],
]
test.each(atHead)('%s goes from the head', async (_name, blocks, expected) => {
  const { removed, body, lost } = await reading(en(...blocks, first, last))
  expect(removed.slice(2)).toEqual(expected)
  expect([body, lost]).toEqual([['The Reed Cutters', first, last], []])
})

const atTail: [string, string[]][] = [
  ['recommended articles with dates and names', ['## RECOMMENDED', '---', 'BRIEF ANALYSIS', '### [The dam](#)', 'Feb 11, 2022', 'Samir Haddad', '[\\(/world/dam\\)](#)']],
  ['teasers in whole sentences', ['## Related articles', '### [The dam](/world/dam)', 'A look at how a dam divided a valley, and at who opened it.', '### [The toll](/world/toll)', 'Why nobody paid for the bridge in the end.']],
  ['a list under a heading that is not known', ['## Elsewhere on our pages', '- [The dam](/world/dam)\n- [The toll](/world/toll)']],
  ['tags, buttons and rights', ['Topics', '[Water](/topic/water)', 'Share this:', '- [Click to share](https://x.example/?share=twitter)', '© 2021 The Daily Reed. All rights reserved.']],
  ['comments', ['## 2 thoughts on “The Reed Cutters”', '1. **Tom** says:\n\n   What a lovely memory. My aunt cut reeds for ten years.\n\n   [Reply](#respond)', '## Leave a Reply', 'Your email address will not be published.']],
]
test.each(atTail)('%s go from the tail, block by block', async (_name, blocks) => {
  const { removed, body, lost } = await reading(en(first, last, ...blocks))
  expect(removed.slice(2)).toHaveLength(blocks.length)
  expect([body, lost]).toEqual([['The Reed Cutters', first, last], []])
})

test.each([
  ['موصى به', ['## موصى به', '---', 'تحليل موجز', '### [السد](#)', '3 شباط/فبراير 2022']],
  ['مواضيع ذات صلة', ['الوسوم', '[المياه](/topic/water)', '## مواضيع ذات صلة', '- [السد](/dam)', 'جميع الحقوق محفوظة © 2021']],
  ['اترك تعليقًا', ['## اترك تعليقًا', 'لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *']],
])('an Arabic tail goes: %s', async (_name, blocks) => {
  const { removed, body, lost } = await reading(ar(awwal, akhir, ...blocks), 'ar')
  expect(removed.slice(2)).toHaveLength(blocks.length)
  expect([body, lost]).toEqual([['قاطعو القصب', awwal, akhir], []])
})

test('what interrupts the text goes, and the text goes on', async () => {
  const { removed, body } = await reading(en(first, 'Advertisement', last, '[Read more: why the marsh dried](/world/why)', first))
  expect(removed.slice(2)).toEqual(['navigation 9: Advertisement', 'recommended 13: Read more: why the marsh dried'])
  expect(body.slice(1)).toEqual([first, last, first])
})

test.each([['head', [], 'Brief Analysis'], ['tail', [first, last], '## Related']] as const)('a box about the author at the %s joins the front matter', async (_name, before, after) => {
  const { manuscript, body, lost } = await reading(en(...before, '## About the author', '[Lena Ward \\(/people/lena-ward\\)](#)', 'Lena Ward writes about rivers and lives in Basra.', after, ...(before.length ? ['[The dam](/dam)'] : [first, last])))
  const [about] = manuscript.chapters
  expect([about?.role, about?.blocks.flatMap(({ segments }) => segments.map(({ text }) => text))]).toEqual(['about', ['About the author', 'Lena Ward writes about rivers and lives in Basra.']])
  expect([body, lost]).toEqual([['The Reed Cutters', first, last], []])
})

test('a box about the author ends before the text, though no line parts them', async () => {
  const { manuscript, body } = await reading(en('## About the author', 'Lena Ward writes about rivers and lives in Basra.', first, last, '## The dam', last))
  expect(manuscript.chapters[0]?.blocks).toHaveLength(2)
  expect(body).toEqual(['The Reed Cutters', first, last, 'The dam', last])
})

test('doubled links, bold addresses and escaped parentheses leave words and links', async () => {
  const { body, removed, manuscript, lost } = await reading(en('A [toll](https://reed.example/toll) (<https://reed.example/toll>) would pay for it. **Its quays are short (<https://reed.example/quays>)** and an [old \\(1911\\) map](https://reed.example/map) shows them \\(see below\\).'))
  expect(body[1]).toBe('A toll would pay for it. Its quays are short and an old (1911) map shows them (see below).')
  expect(removed.slice(2)).toEqual(['printed-url 7: (https://reed.example/toll)', 'printed-url 7: (https://reed.example/quays)'])
  expect(manuscript.chapters[0]?.blocks[1]?.segments.flatMap(({ links }) => links)).toEqual(['https://reed.example/toll', 'https://reed.example/quays', 'https://reed.example/map'])
  expect(lost).toEqual([])
})

test('a paragraph that a page break cut is one again, and is told, in both languages', async () => {
  const english = await reading(en(first, 'The organisations and the newspapers of the marsh have', 'started to cut what they spend.'))
  expect([english.body[2], english.messages]).toEqual(['The organisations and the newspapers of the marsh have started to cut what they spend.', ['reading/paragraph-joined 11:1']])
  const arabic = await reading(ar(awwal, 'وقد بدأت المنظمات والصحف والمراكز في الأهوار كلها بخفض', 'إنفاقها.'), 'ar')
  expect([arabic.body[2], arabic.messages]).toEqual(['وقد بدأت المنظمات والصحف والمراكز في الأهوار كلها بخفض إنفاقها.', ['reading/paragraph-joined 11:1']])
})

test('paragraphs of a writer who sets no stops are not joined', async () => {
  const { body, messages } = await reading(ar('عاد أول زورق في شباط ولم يكن أحد قد طلاه منذ سنين', 'ثم عادت بعده الزوارق كلها وصار السوق عامرًا من جديد', 'وتقول العائلات إنها باقية ما بقي الماء في مجراه'), 'ar')
  expect([body.length, messages]).toEqual([4, []])
})

test('several authors are told apart where that is certain', async () => {
  const authors = async (text: string, language: 'en' | 'ar') => (await reading(text, language)).manuscript.metadata.authors.map(({ text: name }) => name)
  expect(await authors(lines('[Skip to content](#main)', '# A', 'By Lena Ward and Samir Haddad', first), 'en')).toEqual(['Lena Ward', 'Samir Haddad'])
  expect(await authors(lines('# A', '[Karim Osman](/people/osman), [Julia Brandt](/people/brandt)', 'Jul 1, 2020', first), 'en')).toEqual(['Karim Osman', 'Julia Brandt'])
  expect(await authors(lines('# أ', 'بقلم [كريم عثمان](/people/osman) و[جوليا برانت](/people/brandt)', '1 تموز 2020', awwal), 'ar')).toEqual(['كريم عثمان', 'جوليا برانت'])
  expect(await authors(lines('# أ', 'بقلم كريم وجدي', '1 تموز 2020', '[الرئيسية](/)', awwal), 'ar')).toEqual(['كريم وجدي'])
})

/** Blocks of an article of which nothing may go, though they look like furniture. */
const content: [string, string[]][] = [
  ['a last section of its own about reading', [first, '## Recommended reading', 'Readers who want the history should begin with an old book, which tells how the quays were measured.', last]],
  ['books that the author recommends', [first, last, '## Further reading', '- [Harbours](https://books.example/harbours)\n- [Tolls](https://books.example/tolls)']],
  ['a section that is called after a button', [first, '## Home', last]],
  ['a paragraph with only a link', [first, '[Her notebook](https://archive.example/notebook)', last]],
  ['a last paragraph with only a link', [first, '[Her notebook](https://archive.example/notebook)']],
  ['a list of links within the text', [first, '- [bone folder](https://tools.example/folder)\n- [awl](https://tools.example/awl)', last]],
  ['bold paragraphs', ['**There were three rules.**', first, '**Never hurry**', last]],
  ['the author\u2019s name in the text and below it', [first, 'Lena Ward was there, and saw it.', last, 'Lena Ward']],
  ['a short line without a stop', ['For my mother', first, last]],
  ['dates in the text', [first, 'On Jul 1, 2020 the dam was opened, and the water came.', 'Jul 9, 2020', last]],
  ['a table, a quote and a rule after the last paragraph', [first, '| a | b |\n|---|---|\n| 1 | 2 |', '> Water is a guest.', '---', last]],
  ['a note about the author that is a chapter', [first, '## The Author', ...Array<string>(5).fill(last)]],
  ['a section about comments', [first, '## Comments from the marsh', last, 'Nobody there wrote a letter, and nobody was asked to.']],
  ['a by-phrase that names nobody', [first, 'By the river', last]],
]
test.each(content)('%s: nothing of it goes', async (_name, blocks) => {
  const { removed, lost } = await reading(en(...blocks))
  expect(removed.slice(2)).toEqual([])
  expect(lost).toEqual([])
})

test.each([
  ['قسم عنوانه «الكتاب»', [awwal, '## الكتاب', akhir]],
  ['قسم عن القراءة', [awwal, '## قراءات موصى بها', 'خير مدخل إلى تاريخ المرفأ كتاب صدر عام ٢٠٠٩ عن أرصفته وسفنه.', akhir]],
  ['قائمة روابط', [awwal, '- [المخرز](https://tools.example/awl)\n- [المكبس](https://tools.example/press)', akhir]],
  ['سطر يبدأ بفعل «كتب»', ['كتب الرحالة عن المدينة كثيرًا', awwal, akhir]],
  ['فقرات بخط غليظ', ['**كانت له ثلاث قواعد.**', awwal, akhir]],
])('%s: لا يُحذف شيء', async (_name, blocks) => {
  const { removed, lost } = await reading(ar(...blocks), 'ar')
  expect(removed.slice(2)).toEqual([])
  expect(lost).toEqual([])
})

test.each([
  ['a diary', lines('# A Diary', '3 June 1919', first, '4 June 1919', last)],
  ['an essay that names its author', lines('# An Essay', 'By Mira Halden', 'May 3, 2020', first)],
  ['a chapter with links within the book and abroad', lines('# A', `See [the dam](#the-dam). ${first}`, '## The dam', '[Its page](https://dam.example)', '## Related', last)],
  ['a chapter that prints one address twice', lines('# A', 'The [map](https://a.example) (<https://a.example>) is old.', '## Related', '[Map](https://b.example)')],
])('a manuscript is no captured page: %s', async (_name, text) => {
  const { removed, lost } = await reading(text)
  expect(removed.filter((line) => !line.startsWith('metadata 1:'))).toEqual([])
  expect(lost).toEqual([])
})
