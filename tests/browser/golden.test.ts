/** Small books drawn page by page, as they lie open. */

import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { View } from '../../pipeline/model/edition.ts'
import { bilingual, type Language } from '../../pipeline/model/language.ts'
import { openBrowser, type PrintBrowser } from '../../pipeline/print/browser.ts'
import { drawnOpenings } from '../support/drawpages.ts'
import { withKiln } from '../support/kiln.ts'

let browser: PrintBrowser
jest.setTimeout(60_000)

beforeAll(async () => { browser = await openBrowser() })
afterAll(() => browser?.close())

const word = { en: 'kiln', ar: 'أتون' }

/** A paragraph of so many lines, each of which ends where it is told to and is a sentence of its own. */
const paragraph = (language: Language, lines: number, call = ''): string =>
  Array.from({ length: lines }, (_, line) => `${word[language]}${line === lines - 1 ? call : ''}.`).join('\\\n')

const text = (language: Language): string => `# ${word[language]}

${paragraph(language, 3)}

${paragraph(language, 4)}

## ${word[language]}

${paragraph(language, 5, '[^a]')}

${paragraph(language, 2)}

# ${word[language]}

${paragraph(language, 3)}

[^a]: ${word[language]}.
`

/** Twelve lines of English, 14.4 points high, on every page. */
const step = 19.2
const page = { width: 118, height: 33 + 12 * step * 25.4 / 96 + 0.3, margin: { inner: 15, outer: 12, top: 16, bottom: 17 } }

const draw = (view: View, ...others: View[]): Promise<string[]> => withKiln(bilingual(text), async (kiln) => {
  const { told } = await kiln.set(browser, view, ...others)
  return drawnOpenings(told, step)
}, { page, parallelPage: page })

test('an English-led book on facing pages: English on versos, both pages with the same lines; a heading goes over with its text where one side has no room for two lines of it', async () => {
  // Beside the title English has room for two lines more, Arabic misses one of them. Three lines under the section's heading would leave four for the last opening, one less than it should have.
  expect(await draw('facing-en')).toEqual([
`
       |       
HHH    |       
       |    HHH
       |       
       |       
       |       
EEEEEE | AAAAAA
EEEEEE |       
EEE    | AAAAAA
       |    AAA
       |       
       |       
2      |      3
`,
`
EEEEEE | AAAAAA
EEEEEE | AAAAAA
EEEEEE |       
EEE    | AAAAAA
       |    AAA
HHH    |       
       |    HHH
EEEEEE |       
EEEEEE | AAAAAA
       |       
       | AAAAAA
       |       
4      |      5
`,
`
EEEEEE | AAAAAA
EEEEEE | AAAAAA
EEE    |       
EEEEEE |    AAA
EEE    | AAAAAA
       |    AAA
       |       
       |       
       |       
       |       
       |       
nnn    |    nnn
6      |      7
`,
`
       |       
HHH    |       
       |    HHH
       |       
       |       
       |       
EEEEEE | AAAAAA
EEEEEE | AAAAAA
EEE    |       
       |    AAA
       |       
       |       
8      |      9
`,
  ])
})

test('an Arabic-led book on facing pages: the same, page two on the right', async () => {
  expect(await draw('facing-ar')).toEqual([
`
       |       
HHH    |       
       |    HHH
       |       
       |       
       |       
EEEEEE | AAAAAA
EEEEEE |       
EEE    | AAAAAA
       |    AAA
       |       
       |       
3      |      2
`,
`
EEEEEE | AAAAAA
EEEEEE | AAAAAA
EEEEEE |       
EEE    | AAAAAA
       |    AAA
HHH    |       
       |    HHH
EEEEEE |       
EEEEEE | AAAAAA
       |       
       | AAAAAA
       |       
5      |      4
`,
`
EEEEEE | AAAAAA
EEEEEE | AAAAAA
EEE    |       
EEEEEE |    AAA
EEE    | AAAAAA
       |    AAA
       |       
       |       
       |       
       |       
       |       
nnn    |    nnn
7      |      6
`,
`
       |       
HHH    |       
       |    HHH
       |       
       |       
       |       
EEEEEE | AAAAAA
EEEEEE | AAAAAA
EEE    |       
       |    AAA
       |       
       |       
9      |      8
`,
  ])
})

test('columns: level at every paragraph, notes of both side by side', async () => {
  expect(await draw('columns-en')).toEqual([
`
······ |       
······ |     HH
······ | HH    
······ |       
······ |       
······ |       
······ |    AAA
······ | EEE   
······ | EEEAAA
······ | EE  AA
······ |       
······ |       
       |      1
`,
`
EEEAAA | EEEAAA
EEE    | EEE   
EEEAAA | EE AAA
EE AAA |     AA
    AA |       
       | EEEAAA
       | EE  AA
HH  HH |       
       |       
EEEAAA |       
EEEAAA |       
       | nn  nn
2      |      3
`,
`
       |       
       |     HH
       | HH    
       |       
       |       
       |       
       |    AAA
       | EEE   
       | EEEAAA
       | EE  AA
       |       
       |       
       |      5
`,
  ])
})

test('a book with two covers: chapters on rectos, a true blank before the second English one, Arabic bound on the right', async () => {
  // English has a note with the last lines of its paragraph on page 2; Arabic, whose lines are taller, has room for its heading on page 2 but not for two lines under it.
  expect(await draw('en', 'ar')).toEqual([
`
······ |       
······ | HHH   
······ |       
······ |       
······ |       
······ |       
······ | EEEEEE
······ | EEEEEE
······ | EEE   
······ | EEEEEE
······ | EEEEEE
······ |       
       |      1
`,
`
EEEEEE | EEEEEE
EEE    | EEE   
       |       
HHH    |       
       |       
EEEEEE |       
EEEEEE |       
EEEEEE |       
EEEEEE |       
EEE    |       
       |       
nnn    |       
2      |      3
`,
`
       |       
       | HHH   
       |       
       |       
       |       
       |       
       | EEEEEE
       | EEEEEE
       | EEE   
       |       
       |       
       |       
       |      5
`,
`
       | ······
       | ······
   HHH | ······
       | ······
       | ······
       | ······
       | ······
AAAAAA | ······
AAAAAA | ······
       | ······
   AAA | ······
       | ······
1      |       
`,
`
   HHH | AAAAAA
       |       
AAAAAA | AAAAAA
       | AAAAAA
AAAAAA |       
AAAAAA |    AAA
       |       
AAAAAA |       
   AAA |       
       |       
       |       
   nnn |       
3      |      2
`,
`
       | AAAAAA
       |       
   HHH |    AAA
       |       
       |       
       |       
       |       
AAAAAA |       
AAAAAA |       
       |       
   AAA |       
       |       
5      |      4
`,
  ])
})
