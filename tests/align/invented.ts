/** Two texts in invented words, of which no lexicon knows anything: only who knows the words can align them. */

import type { Bilingual } from '../../pipeline/model/language.ts'

/** Word for word; all about as long as each other, so that lengths tell nothing. */
export const words: readonly (readonly [string, string])[] = [
  ['zorblin', 'ضغشوث'], ['plomakt', 'خزبطون'], ['quivrat', 'ظلقموش'], ['drendol', 'جغثوذ'], ['fwimpet', 'شطقزول'], ['glaskon', 'ثخمرود'],
  ['hurtnik', 'ذقسطوب'], ['jelbrom', 'غزشموط'], ['kwastun', 'طثبخور'], ['mirvlog', 'سظذقول'], ['nubreck', 'قشخوزم'], ['opdrisk', 'زجثطوف'],
]

/** Sentences of three words each, by their numbers. */
const story = [[0, 1, 2], [3, 4, 5], [6, 7, 8], [9, 10, 11], [0, 4, 8], [3, 7, 11], [6, 10, 2], [9, 1, 5]] as const

const sentence = (numbers: readonly number[], side: 0 | 1, stop = '.'): string => `${numbers.map((number) => words[number]?.[side]).join(' ')}${stop}`

/** The second sentence is left out; the fifth and the sixth are one; then one is added. */
export const retold: Bilingual<readonly string[]> = {
  en: story.map((numbers) => sentence(numbers, 0)),
  ar: [
    sentence(story[0], 1), sentence(story[2], 1), sentence(story[3], 1), `${sentence(story[4], 1, '،')} ${sentence(story[5], 1)}`,
    sentence([0, 5, 9], 1), sentence(story[6], 1), sentence(story[7], 1),
  ],
}
export const beadsOfRetold = '1:1 1:0 1:1 1:1 2:1 0:1 1:1 1:1'
