import { expect, test } from '@jest/globals'
import { h } from 'hastscript'
import type { Edition } from '../../../pipeline/model/edition.ts'
import { bilingual } from '../../../pipeline/model/language.ts'
import { printableCharacters } from '../../../pipeline/print/signs.ts'
import { missingGlyphs, spellOut } from '../../../pipeline/writers/pdf/glyphs.ts'

const none = bilingual(() => undefined)

const edition = (...children: ReturnType<typeof h>[]): Edition => ({
  view: 'columns-en', language: 'en', languages: ['en', 'ar'],
  imprint: { title: { en: '', ar: '' }, subtitle: none, creators: [], publisher: none, rights: none, date: undefined, isbn: undefined }, ties: [],
  sections: [{ id: 'one', role: 'chapter', title: none, tree: { type: 'root', children } }],
})

const segment = (id: string, text: string) => h('span', { className: ['segment'], id }, h('em', text))

test('a character of neither face is named once, with its code and its first segment', () => {
  const given = edition(h('p', { lang: 'en' }, segment('en-3', 'A letter क and another क.')), h('p', { lang: 'ar' }, segment('ar-4', 'وجه 😀')))
  expect(missingGlyphs(given, printableCharacters())).toEqual([
    { rule: 'print/glyph-missing', severity: 'warning', language: 'en', values: { character: 'क', code: 'U+0915', segment: 'en-3' } },
    { rule: 'print/glyph-missing', severity: 'warning', language: 'ar', values: { character: '😀', code: 'U+1F600', segment: 'ar-4' } },
  ])
})

test.each([
  ['English with its marks', '“Don’t” — said he … 3½ × 4°, §7, £5, €6, naïve café'],
  ['Arabic with its marks', '«كِتَابٌ»، ٣٫٥؛ لماذا؟ ﷺ ﴿قُلْ هُوَ ٱللَّهُ أَحَدٌ﴾ گ پ چ'],
  ['transliteration, whole and in parts', 'ṭabaqāt al-Ḥamāsa ʿayn, h\u0323, n\u0303'],
  ['fractions, arrows and mathematics', '⅓ ⅔ ⅛ ⅜ ⅝ ⅞ ≈ ≠ ≤ ≥ ∞ √ ∑ ∫ → ← ⇒ ∈ ∩ ● ★ № ‰ ☞ ❦ ① ✔ ☐ ❖'],
  ['Greek and Cyrillic', 'Ἀριστοτέλης περὶ ψυχῆς, Евгений Онегин'],
  ['what is not drawn', 'a\u00AD\u200B\u200E\u2067b\u2069\u00A0\t\n\u202Fc\uFE0F'],
])('%s is covered', (_, text) => {
  expect(missingGlyphs(edition(h('p', text)), printableCharacters())).toEqual([])
})

test('a character of no face is marked with its code, which is printed for it; letters with their marks are one, and all else stays', () => {
  const tree = h('div', [h('p', ['A 🦂, क़ and n\u0308', h('em', 'كِتَابٌ')]), h('pre', 'x = "🦂"')])
  spellOut(tree, printableCharacters())
  const spelled = (code: string, text: string) => h('span', { className: ['spelled'], dataCode: code }, h('span', { className: ['unseen'] }, text))
  expect(tree).toEqual(h('div', [
    h('p', ['A ', spelled('U+1F982', '🦂'), ', ', spelled('U+0915 U+093C', 'क़'), ' and n\u0308', h('em', 'كِتَابٌ')]),
    h('pre', ['x = "', spelled('U+1F982', '🦂'), '"']),
  ]))
})
