/** Arabic paragraphs of many different words, as they are usually written or with a mark on every letter. */

import { readdirSync, readFileSync } from 'node:fs'

const sample = new URL('../../../samples/paper-road/ar/', import.meta.url)

/** Paragraphs of the sample book without markup, tables and notes, so that what is looked for is what is set. */
export function arabicTexts(isVocalised: boolean): string[] {
  const texts = readdirSync(sample).sort().flatMap((name) => readFileSync(new URL(name, sample), 'utf8').split(/\n{2,}/))
    .filter((text) => /^[\u0600-\u06FF«]/.test(text) && !/[|\\<>{}]/.test(text))
    
    // Entries of the index and such are marked by a colon, a name and brackets.
    .map((text) => text.replaceAll(/:[a-z]+\[/g, '[').replaceAll(/\[\^[^\]]*\]|!?\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/[*_`[\]]/g, '').replaceAll(/\s+/g, ' '))
  return isVocalised ? texts.map((text, index) => vocalised(text, index)) : texts
}

const marks = ['\u064E', '\u064F', '\u0650', '\u0652', '\u0651\u064E', '\u064E', '\u0651\u0650', '\u064B']

/** No grammar: each letter that can carry a mark gets the next of a row, so that every letter meets every mark. */
function vocalised(text: string, seed: number): string {
  let at = seed
  return text.replaceAll(/[\u064B-\u0652]/g, '').replaceAll(/[ء-غف-ي](?![\u0640])/g, (letter) => (/[اآى]/.test(letter) ? letter : letter + marks[at++ % marks.length]))
}
