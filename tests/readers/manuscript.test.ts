/** Manuscripts that are no captured pages: nothing is lost, whatever they are made of and however they were saved. */

test('the bound on marks changes nothing of what is read', async () => {
  const text = 'A ``tick` and *one* **two** ::three and ~~four~~ [[five]] <b>six</b> __seven__.'
  const { body, messages } = await reading(`${text}\n`)
  expect([body, messages]).toEqual([['A ``tick` and one two ::three and four [[five]] six seven.'], []])
})

test.each([
  ['stars', 'a* '], ['brackets', 'a] '], ['open links', '[a]('], ['open comments', 'a <!-- '], ['open instructions', 'a <? '], ['directives', ':a['],
])('a line of %s without end is refused where they become too many, in the time that its length takes', async (_name, mark) => {
  const before = process.cpuUsage()
  const { messages } = await reading(`# The Well\n\n${prose}\n${mark.repeat(100_000)}\n`)
  expect(messages[0]).toMatch(/^reading\/too-many-marks 4:\d+$/)
  // Seconds of this process; the square of the marks would take minutes.
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(20)
})

test('hundreds of notes and links are read, as long as no paragraph has them all', async () => {
  const paragraphs = Array.from({ length: 300 }, (_, index) => `The well[^${index}] and [the rope](#the-well), *slowly* and \`drawn\` <b>up</b> <!-- so --> in the year ${index}.`)
  const { messages } = await reading(`# The Well\n\n${paragraphs.join('\n\n')}\n\n${paragraphs.map((_, index) => `[^${index}]: A note.`).join('\n')}\n`)
  expect(messages.filter((message) => /too-/.test(message))).toEqual([])
})

import { expect, test } from '@jest/globals'
import iconv from 'iconv-lite'
import { lines, reading } from './reading.ts'

const prose = 'The well was dug by two brothers, and they drew water from it for forty years.'
const nathr = 'حفر البئرَ أخوان، وظلّا يستقيان منها أربعين سنة قبل أن تُسدّ.'
const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'

test('headings, notes, tables, verse, code and captions keep every word', async () => {
  const text = lines('# The Well', `${prose}[^a]`, '[^a]: Some say that it was never dug.', '| Year | Depth |\n|---|---|\n| 1911 | 9 m |', ':::verse\nThe rope is cut *** the water stays\n:::', '```\nx = 1\n```', '![A well](well.svg "The well in spring.")', '- one\n  - two', '> A guest.')
  const { body, lost, messages, manuscript } = await reading(text, 'en', { 'well.svg': picture })
  expect([lost, messages]).toEqual([[], []])
  expect(body).toEqual(['The Well', prose, 'Year Depth 1911 9 m', 'The rope is cut the water stays', 'x = 1', 'The well in spring.', 'one two', 'A guest.'])
  expect(manuscript.chapters[0]?.notes.map(({ label, segments }) => [label, segments[0]?.text])).toEqual([['a', 'Some say that it was never dug.']])
})

test('tags and comments go and are listed; the words between tags stay', async () => {
  const { body, removed, lost } = await reading(lines('# A', `One <b>bold</b> word. ${prose}`, '<div>A block of words.</div>', '<!-- a note to self -->', '<script>alert("no")</script>'))
  expect(body).toEqual(['A', `One bold word. ${prose}`, 'A block of words.'])
  expect(removed).toEqual(['html 3: <b>', 'html 3: </b>', 'html 5: <div>A block of words.</div>', 'comment 7: <!-- a note to self -->', 'html 9: <script>alert("no")</script>'])
  expect(lost).toEqual([])
})

test('front matter states facts; a fault in it is a message at its own line', async () => {
  const { manuscript, lost } = await reading(`---\ntitle: The Well\nauthors: [Mira Halden, Idris Fahmi]\ndate: 2026-11-24\n---\n\n${prose}\n`)
  expect([manuscript.metadata.title?.text, manuscript.metadata.authors.map(({ text }) => text), manuscript.metadata.date?.iso, lost]).toEqual(['The Well', ['Mira Halden', 'Idris Fahmi'], '2026-11-24', []])
  expect((await reading(`---\ntitle: The Well\nauthors: [Mira\ndate: x: y\n---\n\n${prose}\n`)).messages[0]).toMatch(/^configuration\/yaml\S* [34]:\d+$/)
})

test('CRLF, a byte order mark, soft hyphens and zero-width marks change no word and no line', async () => {
  const { body, lost, messages } = await reading(`\uFEFF# The Well\r\n\r\nThe w\u00ADell\u200B was dug.\r\n\r\n![A](x.png)\r\n`)
  expect([body.slice(0, 2), lost, messages]).toEqual([['The Well', 'The w\u00ADell\u200B was dug.'], [], ['reading/image-nowhere 5:1']])
})

test('Arabic in decomposed form is read as written', async () => {
  const { body, lost } = await reading(lines('# البئر', nathr.normalize('NFD'), 'قال\u200Cت أآإ'.normalize('NFD')), 'ar')
  expect([body[1], lost]).toEqual([nathr.normalize('NFD'), []])
})

test('a text without a single mark of Markdown is read as paragraphs', async () => {
  const { body, removed, lost } = await reading(`${prose}\n\n10:30 is late; it is * 5 < 6 & 7 > 2.\n\n1984. That was a year.\n`)
  expect([body[0], body[1], removed, lost]).toEqual([prose, '10:30 is late; it is * 5 < 6 & 7 > 2.', [], []])
})

/** Every way that the same Arabic text may have been saved in. */
const saved: [string, Buffer, string[]][] = [
  ['UTF-8', Buffer.from(nathr), []],
  ['UTF-16 LE with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(nathr, 'utf-16le')]), ['reading/converted 1:1']],
  ['UTF-16 BE with its mark', Buffer.concat([Buffer.from([0xfe, 0xff]), iconv.encode(nathr, 'utf-16be')]), ['reading/converted 1:1']],
  ['UTF-16 LE without a mark', iconv.encode(nathr, 'utf-16le'), ['reading/converted 1:1']],
  ['UTF-16 BE without a mark', iconv.encode(nathr, 'utf-16be'), ['reading/converted 1:1']],
  ['Windows-1256', iconv.encode(nathr, 'windows-1256'), ['reading/converted 1:1']],
  ['ISO 8859-6', iconv.encode(nathr, 'iso-8859-6'), ['reading/converted 1:1']],
]
test.each(saved)('Arabic in %s', async (_name, bytes, told) => {
  const { body, messages } = await reading(bytes, 'ar')
  expect([body, messages]).toEqual([[nathr], told])
})

test.each([
  ['UTF-16 LE without a mark', iconv.encode(prose, 'utf-16le'), ['reading/converted 1:1'], prose],
  ['UTF-16 BE without a mark', iconv.encode(prose, 'utf-16be'), ['reading/converted 1:1'], prose],
  ['Windows-1252', iconv.encode(`${prose} “Café”`, 'windows-1252'), ['reading/converted 1:1'], `${prose} “Café”`],
  ['Windows-1256, where English is expected', iconv.encode(nathr, 'windows-1256'), ['reading/encoding-unknown 1:1'], undefined],
  ['a picture', Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), ['reading/binary 1:1'], undefined],
  ['a Word file', Buffer.from('PK\u0003\u0004rest', 'latin1'), ['reading/binary 1:1'], undefined],
  ['zeros', Buffer.alloc(100), ['reading/not-text 1:1'], undefined],
  ['nothing', Buffer.alloc(0), ['reading/empty 1:1'], undefined],
  ['white space', Buffer.from(' \r\n\t\n'), ['reading/empty 1:1'], undefined],
  ['a mark alone', Buffer.from([0xff, 0xfe]), ['reading/empty 1:1'], undefined],
] as const)('English from %s', async (_name, bytes, told, text) => {
  const { body, messages } = await reading(bytes)
  expect([messages, body[0]]).toEqual([told, text])
})

test('control characters are left out and told, with the place of the first', async () => {
  const { body, messages, all } = await reading(`${prose}\n\nA bell\u0007 rings.\u000C\n`)
  expect([body[1], messages, all[0]?.values]).toEqual(['A bell rings.', ['reading/control-characters 3:7'], { count: 2, code: 'U+0007' }])
})

test.each([
  ['Arabic where English is expected', nathr.repeat(2), 'en', 'ar'],
  ['English where Arabic is expected', prose.repeat(3), 'ar', 'en'],
  ['Persian where Arabic is expected', 'این کتاب را پدرم گچ‌کاری کرد و چند سال پیش از آن که بمیرد به من داد تا بخوانم. '.repeat(2), 'ar', 'fa'],
  ['a few lines of French where English is expected', 'Le gardien monta l’escalier au crépuscule. Il alluma la lampe et la mer devint dorée. Personne n’avait visité l’île depuis trois ans.', 'en', 'fr'],
  ['French where English is expected', 'Le puits fut creusé par deux frères, et ils y puisèrent pendant quarante ans avant que la pierre ne le ferme. '.repeat(6), 'en', 'fr'],
] as const)('%s is a fault', async (_name, text, language, found) => {
  const { all } = await reading(text, language)
  expect(all.map(({ rule, values }) => [rule, values?.['found']])).toEqual([['reading/wrong-language', found]])
})

test('Arabic that was typed with letters for Persian or Urdu is Arabic', async () => {
  const typed = 'حفر الأخوان البئر في الوادي، وظلّا يستقيان منها أربعين سنة، ثم سُدّت بالحجارة.'.replaceAll(/[يى]/g, 'ی').replaceAll('ك', 'ک').replaceAll('ه', 'ہ')
  expect((await reading(typed, 'ar')).messages).toEqual([])
})

test.each([
  ['missing with its folder', '![A](imgaes/well.svg)', ['reading/image-nowhere 1:1']],
  ['misspelt, with the nearest name', '![A](images/wel.svg)', ['reading/image-missing 1:1']],
  ['outside the book', '![A](../../etc/passwd)', ['reading/image-outside 1:1']],
  ['no picture', '![A](images/words.png)', ['reading/image-unknown 1:1']],
  ['cut short', '![A](images/cut.png)', ['reading/image-damaged 1:1']],
  ['a folder', '![A](images)', ['reading/image-unreadable 1:1']],
  ['from the network', '![A](https://x.example/a.png)', ['reading/image-remote 1:1']],
  ['without a description', '![](images/well.svg)', ['reading/image-without-alt 1:1']],
])('a picture that is %s is told with its place', async (_name, text, told) => {
  const files = { 'images/well.svg': picture, 'images/words.png': 'words', 'images/cut.png': Buffer.from('\u0089PNG\r\n\u001a\n\0\0', 'latin1') }
  expect((await reading(`${text}\n\n${prose}\n`, 'en', files)).messages).toEqual(told)
})

test('a note that nothing calls, and a fence that is not known, keep their words', async () => {
  const { lost, messages } = await reading(lines(prose, ':::warning\nMind the rope.\n:::', '[^lost]: Nobody calls me.'))
  expect([lost, messages]).toEqual([[], ['reading/unknown-directive 3:1', 'reading/note-uncalled 7:1']])
})

test.each([
  ['quotes', '>'.repeat(10_000)], ['spaced quotes', '> '.repeat(10_000)], ['lists', '- '.repeat(10_000)], ['emphasis', '*a '.repeat(3000)],
  ['brackets', '['.repeat(20_000)], ['stars', '*'.repeat(20_000)], ['links', '[a]('.repeat(5000)], ['tags', '<div>'.repeat(5000)], ['ticks', '`a``'.repeat(3000)],
])('%s nested by the thousand are read or refused, quickly', async (_name, marks) => {
  const before = process.cpuUsage()
  const { lost, messages } = await reading(`${marks} deep\n\n${prose}\n`)
  expect(messages.length > 0 ? messages[0] : lost).toEqual(messages.length > 0 ? expect.stringMatching(/^reading\/too-(?:deep|many-marks) 1:/) : [])
  // Seconds of this process: what else the machine does is not counted.
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(10)
}, 30_000)

test('a line of a hundred thousand words is one paragraph, whole', async () => {
  const { body, lost } = await reading(`${'of the '.repeat(50_000)}end.\n`)
  expect([body.length, body[0]?.length, lost]).toEqual([1, 50_000 * 7 + 4, []])
}, 30_000)
