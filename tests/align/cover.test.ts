/** Whatever the two texts are: beads cover both sides exactly once, in order, and none is empty on both. */

import { describe, expect, test } from '@jest/globals'
import { align } from '../../pipeline/align/index.ts'
import { bilingual, type Bilingual, type Language } from '../../pipeline/model/language.ts'
import type { Segment, SegmentKind } from '../../pipeline/model/manuscript.ts'
import { random } from '../support/random.ts'

function segmentsOf(texts: readonly string[], language: Language, kinds: readonly SegmentKind[] = ['paragraph']): Segment[] {
  return texts.map((text, index) => ({
    id: `${language}-${index + 1}`, kind: kinds[index % kinds.length] ?? 'paragraph', text,
    place: { file: `${language}.md`, line: index + 1, column: 1 }, paragraph: Math.floor(index / 3), links: [],
  }))
}

/** Beads as they must be: each begins where the one before ended, and the last ends with both sides. */
function expectCover(sides: Bilingual<readonly Segment[]>): void {
  const at = { en: 0, ar: 0 }
  for (const { en, ar, score } of align(sides)) {
    expect({ en: en.from, ar: ar.from }).toEqual(at)
    expect(en.to).toBeGreaterThanOrEqual(en.from)
    expect(ar.to).toBeGreaterThanOrEqual(ar.from)
    expect(en.to + ar.to).toBeGreaterThan(at.en + at.ar)
    expect(score >= 0 && score <= 1).toBe(true)
    at.en = en.to
    at.ar = ar.to
  }
  expect(at).toEqual({ en: sides.en.length, ar: sides.ar.length })
}

const sides = (en: readonly string[], ar: readonly string[], kinds?: readonly SegmentKind[]) =>
  ({ en: segmentsOf(en, 'en', kinds), ar: segmentsOf(ar, 'ar', kinds) })

const english = ['The lamp was lit at 7.', 'Nobody came.', 'In 1920 the house was sold to Mr. Low.', 'The sea is near.']
const arabic = ['أُضيء المصباح في السابعة.', 'لم يأت أحد.', 'في عام 1920 بيع البيت للسيد لو.', 'البحر قريب.']
const times = (texts: readonly string[], count: number): string[] => Array.from({ length: count }, () => texts).flat()

const extremes: Record<string, Bilingual<readonly string[]>> = {
  'nothing on either side': { en: [], ar: [] },
  'nothing in English': { en: [], ar: arabic },
  'nothing in Arabic': { en: english, ar: [] },
  'one and one': { en: ['Yes.'], ar: ['نعم.'] },
  'one and many': { en: ['Yes.'], ar: times(arabic, 20) },
  'many and one': { en: times(english, 20), ar: ['نعم.'] },
  'a translation': { en: english, ar: arabic },
  'the same text twice': { en: times(english, 10), ar: times(english, 10) },
  'swapped languages': { en: times(arabic, 10), ar: times(english, 10) },
  'the same sentence again and again': { en: times(['Yes.'], 60), ar: times(['نعم.'], 45) },
  'texts without a letter': { en: times(['', '…', '* * *', '\u0000'], 8), ar: times(['', '—', '\u200F', '😀'], 8) },
  'lone halves of characters': { en: ['\uD83D', '\uDE00 a'], ar: ['\uDE00', 'ا \uD83D'] },
  'a third language': { en: times(['Das Haus ist alt.'], 12), ar: times(['Дом старый.', '家は古い。'], 9) },
  'sentences out of order': { en: [...english, ...english.toReversed()], ar: [...arabic.toReversed(), ...arabic] },
  'a very long sentence': { en: ['word '.repeat(20_000), 'End.'], ar: ['كلمة '.repeat(20_000), 'النهاية.', 'تمت.'] },
  'words that objects own': { en: ['constructor', '__proto__ toString', 'hasOwnProperty'], ar: ['__proto__', 'constructor valueOf'] },
  'numbers alone': { en: times(['1', '2 3', '1990'], 15), ar: times(['١', '٢ ٣', '١٩٩٠', '9'], 11) },
}

test.each(Object.entries(extremes))('%s', (_, { en, ar }) => {
  expectCover(sides(en, ar))
})

describe('at random', () => {
  const words = bilingual((language) => (language === 'en'
    ? ['house', 'sea', 'London', 'Mr.', '1990', '7', 'the', 'of', 'night', '“no”', 'https://example.org', '', '😀']
    : ['بيت', 'البحر', 'لندن', 'السيد', '١٩٩٠', '7', 'في', 'من', 'ليل', '«لا»', 'https://example.org', '', 'مُعَلِّم']))
  const kinds: readonly SegmentKind[] = ['heading', 'paragraph', 'paragraph', 'item', 'quote', 'cell', 'verse', 'caption']

  const textsOf = (next: () => number, language: Language, most: number): string[] =>
    Array.from({ length: Math.floor(next() * most) }, () =>
      Array.from({ length: Math.floor(next() ** 2 * 20) }, () => words[language][Math.floor(next() * words[language].length)]).join(' '))

  test('short texts of unequal lengths', () => {
    const next = random(11)
    for (let count = 0; count < 40; count++) expectCover(sides(textsOf(next, 'en', 12), textsOf(next, 'ar', 12), kinds))
  })

  test('longer ones', () => {
    const next = random(12)
    for (let count = 0; count < 3; count++) expectCover(sides(textsOf(next, 'en', 50), textsOf(next, 'ar', 50), kinds))
  })
})

test('equal input gives equal beads', () => {
  const pair = sides(times(english, 5), times(arabic, 5))
  expect(align(pair)).toEqual(align(pair))
})
