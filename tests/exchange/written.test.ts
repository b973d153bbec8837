/** What a translator's tool is given: tags that show their markup, languages and directions, states, and nothing that XML cannot hold. */

import { expect, test } from '@jest/globals'
import { forbiddenIn } from '../../pipeline/exchange/forbidden.ts'
import type { Status } from '../../pipeline/model/decisions.ts'
import { manuscript } from '../support/manuscript.ts'
import { withBook } from '../support/texts.ts'
import { aligned, exchanged, writers, written, type Aligned } from './books.ts'

const [tmx, xliff12, xliff21] = writers.map(([, write]) => write)

const texts = {
  en: 'The *keeper* lit `lamp --on` & [the **stair**](https://x.example/ "Up").[^oil]\\\nHe ![saw](a.svg) it.\n\n[^oil]: Whale oil.\n',
  ar: 'أوقد *الحارس* المصباح على [السلّم](https://x.example/)[^oil].\n\n[^oil]: زيت الحوت.\n',
}

/** The part of a file from the first of these marks to the second. */
const between = (text: string, from: string, to: string): string => text.slice(text.indexOf(from) + from.length, text.indexOf(to, text.indexOf(from) + from.length))

const inBook = (use: (book: Aligned) => void) => withBook(texts, ({ manuscripts }) => Promise.resolve(use({
  manuscripts, alignment: { beads: [{ en: { from: 0, to: 2 }, ar: { from: 0, to: 1 }, score: 0.87654 }, { en: { from: 2, to: 3 }, ar: { from: 1, to: 2 }, score: 1 }] },
})))

test('TMX: pairs of codes and codes alone, each with its Markdown', () => inBook((book) => {
  const text = written(tmx!, book)
  expect(between(text, '<tuv xml:lang="en"><seg>', '</seg>')).toBe('The <bpt i="1" x="1" type="italic">*</bpt>keeper<ept i="1">*</ept> lit <bpt i="2" x="2" type="x-code">`</bpt>lamp --on<ept i="2">`</ept> &#x26; '
    + '<bpt i="3" x="3" type="link">[</bpt>the <bpt i="4" x="4" type="bold">**</bpt>stair<ept i="4">**</ept><ept i="3">](https://x.example/ "Up")</ept>.<ph x="5" type="fnote">[^oil]</ph>'
    + ' He <ph x="6" type="image">![saw](a.svg)</ph> it.')
  // The Arabic has no code, no bold: its link is the English one's counterpart.
  expect(between(text, '<tuv xml:lang="ar"><seg>', '</seg>')).toBe('أوقد <bpt i="1" x="1" type="italic">*</bpt>الحارس<ept i="1">*</ept> المصباح على '
    + '<bpt i="3" x="3" type="link">[</bpt>السلّم<ept i="3">](https://x.example/)</ept><ph x="5" type="fnote">[^oil]</ph>.')
}))

test('XLIFF 1.2 and 2.1: the same with their own elements', () => inBook((book) => {
  expect(between(written(xliff12!, book), '<target xml:lang="ar" state="needs-review-translation">', '</target>')).toBe('أوقد <g id="1" ctype="italic" equiv-text="*…*">الحارس</g> المصباح على '
    + '<g id="3" ctype="link" equiv-text="[…](https://x.example/)">السلّم</g><ph id="5" ctype="x-note">[^oil]</ph>.')
  const text = written(xliff21!, book)
  expect(between(text, '<originalData>', '</originalData>')).toContain('<data id="d1" xml:space="preserve">*</data><data id="d2" xml:space="preserve">`</data>')
  expect(between(text, '<target>', '</target>')).toBe('أوقد <pc type="fmt" subType="xlf:i" id="1-1" dataRefStart="d1" dataRefEnd="d1">الحارس</pc> المصباح على '
    + '<pc type="link" subType="tawazi:link" id="1-3" dataRefStart="d3" dataRefEnd="d8">السلّم</pc><ph type="other" subType="tawazi:note" id="1-5" dataRef="d6"/>.')
}))

test('the source is the original, whichever language that is', () => inBook((book) => {
  expect(written(tmx!, book, 'ar')).toContain('adminlang="ar" srclang="ar"')
  expect(written(xliff12!, book, 'ar')).toContain('<file original="ar.md" source-language="ar" target-language="en"')
  const text = written(xliff21!, book, 'ar')
  expect(text).toContain('srcLang="ar" trgLang="en"')
  expect(text).toContain('srcDir="rtl" trgDir="ltr"')
  expect(between(text, '<note category="context">', '<')).toBe('نص')
}))

test('score, size and status stand beside each pair', () => inBook((book) => {
  const files = writers.map(([, write]) => Buffer.from(write(exchanged(book, 'en', (bead): Status | undefined => (bead === 0 ? 'confirmed' : undefined))).bytes).toString())
  for (const text of files) for (const value of ['2:1', '0.8765', 'confirmed']) expect(text).toContain(`>${value}<`)
  expect(files[1]).toMatch(/approved="yes".*state="final"/)
  expect(files[2]).toMatch(/state="final" subState="tawazi:confirmed"[^]*state="translated"/)
}))

test('names of units do not change with what stands around them', async () => {
  const names = async (en: string, ar: string) => withBook({ en, ar }, ({ manuscripts }) => Promise.resolve(exchanged(aligned(manuscripts)).units.map(({ id }) => id)))
  const [before, after] = [await names('The sea rose. It fell.\n\nThe sea rose.', 'ارتفع البحر. ثم نزل.\n\nارتفع البحر.'), await names('Nobody slept.\n\nThe sea rose. It fell.\n\nThe sea rose.', 'لم ينم أحد.\n\nارتفع البحر. ثم نزل.\n\nارتفع البحر.')]
  expect(after.slice(1)).toEqual(before)
  expect(before[2]).toBe(`${before[0]}-2`)
})

test('control characters are left out with a message, marks of direction stay', () => {
  const manuscripts = { en: manuscript('en', ['A bell\u0007 and \u200Fa mark\uFFFF.\uD800']), ar: manuscript('ar', ['جرس.']) }
  const book = aligned(manuscripts)
  for (const [, write] of writers) expect(written(write, book)).toContain('A bell and \u200Fa mark.<')
  expect(forbiddenIn(manuscripts)).toEqual([{
    rule: 'exchange/characters-left-out', severity: 'warning', language: 'en', place: { file: 'en.md', line: 1, column: 1 }, values: { count: 3, characters: 'U+0007 U+FFFF U+D800' },
  }])
})
