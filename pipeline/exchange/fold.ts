/** Texts as they are compared: programs change white space, quotes and vowel marks, and write markup as words. */

/** Exactly the words; white space apart, which every program sets as it likes. */
export const exact = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, '')

/** Without what people and programs change and mean the same: vowel marks, tatweel, marks of direction, kinds of quotes, case of tags. */
export const folded = (text: string): string => exact(withoutTags(text))
  .replaceAll(unseen, '')
  .replaceAll(/[“”„‟«»"]/g, '"')
  .replaceAll(/[‘’‚‛‹›'`]/g, '\'')

/** Tashkil, tatweel, soft hyphens, joiners and marks of direction. */
const unseen = /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u0640\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g

/** OmegaT's memories hold tags as words: `<g1>`, `</g1>`, `<x2/>`. */
export const withoutTags = (text: string): string => text.replaceAll(/<\/?[a-zA-Z]{1,3}\d+\/?>/g, '')
