/** Marks of pandoc's own Markdown, as a Word file turned into it has them, are told of once for a file. */

import { expect, test } from '@jest/globals'
import { lines, reading } from './reading.ts'

const prose = 'The well was dug by two brothers, and they drew water from it for forty years.'
const told = async (text: string, language: 'en' | 'ar' = 'en') => {
  const { all, lost } = await reading(text, language)
  expect(lost).toEqual([])
  return all.filter(({ rule }) => rule === 'reading/pandoc-marks').map(({ place, values }) => `${place?.line}:${place?.column} ${values?.['mark']} ${values?.['marks']}`)
}

test.each([
  ['spans', lines('# The Well', prose, 'It was [deep]{.underline} and [cold]{dir="rtl" .small}.'), ['5:14 {.underline} 2']],
  ['sizes of pictures', lines(prose, '![A](https://x.example/a.png){width="3in"}'), ['3:30 {width="3in"} 1']],
  ['fences', lines(prose, '::: {custom-style="Body Text"}\nA word.\n:::'), ['3:5 {custom-style="Body Text"} 1']],
  ['names of headings that have more than a name', lines('# The Well {#well .unnumbered}', prose), ['1:12 {#well .unnumbered} 1']],
  ['tables drawn with dashes', lines(prose, '  Year   Depth\n  ------ -------\n  1911   9 m'), ['4:1 ------ ------- 1']],
  ['tables drawn with a grid', lines(prose, '+------+-------+\n| Year | Depth |\n+======+=======+\n| 1911 | 9 m   |\n+------+-------+'), ['3:1 +------+-------+ 3']],
])('%s', async (_name, text, expected) => expect(await told(text)).toEqual(expected))

test('as pandoc gives an Arabic document', async () => {
  expect(await told('# [البئر]{dir="rtl"}\n\n[حفر البئر أخوان، وظلّا يستقيان منها أربعين سنة.]{dir="rtl"}\n', 'ar')).toEqual(['1:10 {dir="rtl"} 2'])
})

test('names of headings, marks for the index, code, braces and rules are no such marks', async () => {
  const text = lines('# The Well {#well}', `${prose} The :index[rope]{as="ropes"} held.`, '`[a]{.b}` and {so on} and {a=b}.', '```\n[a]{.b}\n------ ------\n```', '| Year | Depth |\n|------|-------|\n| 1911 | 9 m |', '---', '- - -', 'End.')
  expect(await told(text)).toEqual([])
})
