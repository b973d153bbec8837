import { expect, test } from '@jest/globals'
import { readConfiguration } from '../../pipeline/book/configuration.ts'
import { wordingOf, wordsIn } from '../../pipeline/model/words.ts'

const faults = (text: string) => readConfiguration(text).messages
  .map(({ rule, place, values }) => `${place?.line}:${place?.column} ${rule} ${values?.['nearest'] ?? values?.['key'] ?? ''}`)

const chapters = 'chapters:\n  - {en: en/1.md, ar: ar/1.md}\n'

test('a whole book is read as it is written', () => {
  const { value: configuration, messages } = readConfiguration(`title: {en: A, ar: ب}\ndate: 2026-11-24\n${chapters}`)
  expect(messages).toEqual([])
  expect(configuration).toEqual({ title: { en: 'A', ar: 'ب' }, date: '2026-11-24', chapters: [{ en: 'en/1.md', ar: 'ar/1.md' }] })
})

test.each([
  ['an unknown key is met with the nearest known one', `${chapters}titel: {en: A}\n`, '3:1 configuration/unknown-key title'],
  ['an unknown key deep inside', `${chapters}page:\n  margin: {inner: 20mm, outter: 15mm}\n`, '4:25 configuration/unknown-key outer'],
  ['a value that is none of those allowed', `${chapters}original: fr\n`, '3:11 configuration/unknown-value original'],
  ['a depth that contents have not', `${chapters}contents: {depth: 3}\n`, '3:19 configuration/unknown-value depth'],
  ['a switch that is neither on nor off', `${chapters}grid: sometimes\n`, '3:7 configuration/wrong-value grid'],
  ['a level that columns have not', `${chapters}columns: {level: lines}\n`, '3:18 configuration/unknown-value level'],
  ['a length without its unit', `${chapters}page: {trim: [140, 216mm]}\n`, '3:15 configuration/wrong-value trim'],
  ['a date that is none', `${chapters}date: 2026-13-40\n`, '3:7 configuration/wrong-value date'],
  ['YAML that is broken', 'title: [}\n', '1:9 configuration/yaml'],
  ['a bracket that is never closed', 'title: {en: A\n', '2:1 configuration/yaml-unclosed '],
  ['a key twice', 'isbn: 1\nisbn: 2\n', '2:1 configuration/yaml-repeated '],
  ['a tab before a key', 'title:\n\ten: A\n', '2:1 configuration/yaml-tab '],
  ['a value with a colon in it', 'title: The mill: a novel\n', '1:8 configuration/yaml-colon'],
  ['a reference that leads nowhere', 'title: {en: *mill, ar: ب}\n', '1:13 configuration/yaml-reference'],
  ['a reference to what it stands in', 'title: &a {en: *a, ar: ب}\n', '1:16 configuration/yaml-reference'],
  ['brackets without end in each other', `isbn: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`, 'configuration/yaml-deep'],
  ['a control character by its escape', 'title: {en: "A\\u0001", ar: ب}\n', '1:13 configuration/yaml-control'],
  ['half of a character by its escape', 'title: {en: "A\\uD800", ar: ب}\n', '1:13 configuration/yaml-control'],
  ['an empty value', 'chapters:\n  - {en: "", ar: ar/1.md}\n', '2:10 configuration/wrong-value en'],
  ['a line that is indented otherwise', 'title:\n  en: A\n ar: B\n', '3:1 configuration/yaml-indent'],
])('%s', (_name, text, expected) => {
  expect(faults(text)[0]).toContain(expected.split(' ').slice(1).join(' ').trim())
  expect(faults(text)[0]).toContain(expected.split(' ')[0])
})

test('an empty file and a list are refused, not crashed on', () => {
  expect(faults('')).not.toEqual([])
  expect(faults('- a\n')).not.toEqual([])
})

test('an alias that multiplies itself is refused', () => {
  const lines = ['a: &a [x,x,x,x,x,x,x,x,x]', ...'bcdefgh'.split('').map((name, index) => `${name}: &${name} [${Array(9).fill('*' + 'abcdefgh'[index]).join(',')}]`)]
  expect(faults(lines.join('\n'))).toEqual(['2:8 configuration/yaml-reference '])
})

test('of faults without number the first are told, and how many more there are', () => {
  const { messages } = readConfiguration(`chapters:\n${'  - {en: 1, xx: ar.md}\n'.repeat(10_000)}`)
  expect(messages.length).toBe(51)
  expect(messages.at(-1)).toMatchObject({ rule: 'configuration/more-faults', place: { line: 27 }, values: { count: 19_950 } })
})

test('a hundred thousand keys take no more time than their number', () => {
  const { messages } = readConfiguration(Array.from({ length: 100_000 }, (_, index) => `k${index}: 1`).join('\n'))
  expect(messages.at(-1)?.values).toEqual({ count: 99_950 })
})

test.each(['en', 'ar'] as const)('every fault of YAML has words in %s alone', (language) => {
  const texts = ['title: [}', 'a: b: c', 'a: *b', 'a: "\\0"', '['.repeat(20_000), '- @', 'a: 1\n---\nb: 1', 'a: "', '\ta: 1', 'a: 1\na: 2', 'chapters: [{en: ""}]', 'isbn: 1']
  for (const text of texts) {
    const said = readConfiguration(text).messages.map((message) => Object.values(wordingOf(message, wordsIn(language))).join(' ')).join(' ')
    expect([text.slice(0, 20), said]).toEqual([text.slice(0, 20), expect.not.stringMatching(/must|Unresolved|multiple|Maximum|Nested|Plain|undefined/)])
  }
})
