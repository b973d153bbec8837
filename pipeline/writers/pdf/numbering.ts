/** Folios: front matter counted by itself, in roman or abjad numerals; the text from 1 in the language's digits. */

import type { Language } from '../../model/language.ts'
import type { Words } from '../../model/words.ts'
import type { Folio } from '../../paginate/leaves.ts'

const roman: readonly (readonly [number, string])[] = [
  [1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i'],
]

/** Letters by their values in the eastern order; ه always with its tail where it stands alone or last. */
const abjad: readonly (readonly [number, string])[] = [
  [1000, 'غ'], [900, 'ظ'], [800, 'ض'], [700, 'ذ'], [600, 'خ'], [500, 'ث'], [400, 'ت'], [300, 'ش'], [200, 'ر'], [100, 'ق'], [90, 'ص'], [80, 'ف'],
  [70, 'ع'], [60, 'س'], [50, 'ن'], [40, 'م'], [30, 'ل'], [20, 'ك'], [10, 'ي'], [9, 'ط'], [8, 'ح'], [7, 'ز'], [6, 'و'], [5, 'ه'], [4, 'د'], [3, 'ج'], [2, 'ب'], [1, 'أ'],
]

function additive(value: number, letters: readonly (readonly [number, string])[]): string {
  let rest = value
  return letters.map(([worth, letter]) => {
    const times = Math.floor(rest / worth)
    rest -= times * worth
    return letter.repeat(times)
  }).join('')
}

export const romanNumeral = (value: number): string => additive(value, roman)

/** ١١ is يا, not يأ: alif carries its hamza only alone. */
export function abjadNumeral(value: number): string {
  const letters = additive(value, abjad)
  return letters.length > 1 ? letters.replace('أ', 'ا').replace(/ه$/, 'هـ') : letters.replace('ه', 'هـ')
}

export function writtenFolio({ isFront, number }: Folio, words: Words): string {
  if (!isFront) return words.numeral(number)
  return frontNumeral[words.language](number)
}

const frontNumeral: Record<Language, (value: number) => string> = { en: romanNumeral, ar: abjadNumeral }
