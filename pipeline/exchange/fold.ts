/** Texts as they are compared: programs change white space, quotes and vowel marks, and write markup as words. */

/** Exactly the words; white space apart, which every program sets as it likes. */
export const exact = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, '')

/** Without what people and programs change and mean the same: vowel marks, tatweel, marks of direction, kinds of quotes, case of tags. */
export const folded = (text: string): string => spelled(text, { marks: false, quotes: false })

/** As it is seen: without what programs put between letters, and, where these do not count, without vowel marks and kinds of quotes. */
export function spelled(text: string, { marks, quotes }: { readonly marks: boolean; readonly quotes: boolean }): string {
  const seen = exact(withoutTags(text)).replaceAll(unseen, '')
  const words = marks ? seen : seen.replaceAll(vowels, '')
  return quotes ? words : words.replaceAll(/[“”„‟«»"]/g, '"').replaceAll(/[‘’‚‛‹›'`]/g, '\'')
}

/** Soft hyphens, joiners and marks of direction. */
const unseen = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g

/** Tashkil and tatweel. */
const vowels = /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u0640]/g

export const isMarked = (text: string): boolean => text.search(vowels) >= 0

/** Whether it has quotes that no typewriter has. */
export const isQuoted = (text: string): boolean => /[“”„‟«»‘’‚‛‹›]/.test(text)

/** OmegaT's memories hold tags as words: `<g1>`, `</g1>`, `<x2/>`. */
export const withoutTags = (text: string): string => text.replaceAll(/<\/?[a-zA-Z]{1,3}\d+\/?>/g, '')
