/** Broken plurals of Arabic nouns: known ones from a list, of other nouns what their pattern allows. Words are folded. */

import { readFileSync } from 'node:fs'
import { folded } from '../../../align/stem.ts'

const listed = JSON.parse(readFileSync(new URL('nouns.json', import.meta.url), 'utf8')) as Record<string, string>
const split = (words: string): string[] => folded(words, 'ar').split(' ').filter(Boolean)

const nouns = new Map(Object.entries(listed).map(([noun, plurals]) => [folded(noun, 'ar'), split(plurals)]))
const listedPlurals = new Set([...nouns.values()].flat())

/** Plurals by the noun's pattern, `$1` its first root letter: the usual ones of each, so that نسخة is no plural of ناسخ. */
const patterns: readonly (readonly [noun: RegExp, ...plurals: string[]])[] = [
  [/^(.)([^ا])$/, '$1$2و$2', '$1$2ا$2', 'ا$1$2ا$2'],
  [/^(.)([^ا])ة$/, '$1$2$2', '$1$2ا$2', '$1$2وات'],
  [/^م(.)([^اوي])$/, 'م$1ا$2', 'م$1$2ات'],
  [/^(.)([^ا])(.)$/, 'ا$1$2ا$3', '$1$2و$3', '$1$2ا$3', 'ا$1$2$3', '$1$2$3ان', '$1$2ا$3ة', '$1$2و$3ة'],
  [/^(.)و(.)$/, '$1يا$2', '$1ي$2ان'],
  [/^(.)ا(.)$/, 'ا$1وا$2', 'ا$1يا$2', '$1ي$2ان', '$1و$2'],
  [/^(.)(.)[وي]$/, 'ا$1$2اء', '$1$2اء'],
  [/^(.)([^ا])(.)ة$/, '$1$2$3', '$1$2ا$3', 'ا$1$2ا$3', '$1$2اي$3', 'ا$1$2$3'],
  [/^(.)ا([^اوي])(.)$/, '$1$2ا$3', '$1وا$2$3', '$1$2$3اء', '$1$2و$3', 'ا$1$2ا$3', '$1$2$3ان'],
  [/^(.)اي(.)$/, '$1وا$2', '$1ا$2ة', '$1واي$2'],
  [/^(.)ا(.)ي$/, '$1$2اة', '$1$2اء', '$1وا$2ي', '$1وا$2'],
  [/^(.)ا(.)(.)ة$/, '$1وا$2$3'],
  [/^(.)ا(.)ية$/, '$1وا$2ي', '$1وا$2يا', '$1وا$2'],
  [/^(.)ا(.)[وي](.)ة?$/, '$1وا$2ي$3'],
  [/^(.)([^ا])ا(.)$/, '$1$2$3', 'ا$1$2$3ة', 'ا$1$2$3', '$1$2$3ان'],
  [/^(.)([^ا])اء$/, 'ا$1$2ية'],
  [/^(.)(.)ا\2$/, 'ا$1$2ة'],
  [/^(.)([^ا])[اوي](.)ة$/, '$1$2اي$3'],
  [/^(.)([^ا])و(.)$/, '$1$2$3', 'ا$1$2$3ة', '$1$2اي$3', '$1$2$3ان'],
  [/^(.)([^ا])ي(.)$/, '$1$2$3', 'ا$1$2$3ة', '$1$2$3اء', 'ا$1$2$3اء', '$1$2ا$3', '$1$2$3ي', '$1$2$3ان', 'ا$1$2ا$3', '$1$2اي$3'],
  [/^(.)(.)ي\2$/, 'ا$1$2اء', 'ا$1$2ة'],
  [/^(.)([^ا])ية$/, '$1$2ايا'],
  [/^(.)([^ا])ي(.)ة$/, '$1$2$3'],
  [/^(.)([^ا])ي$/, 'ا$1$2ياء'],
  [/^(.)([^ا])([^اوي])([^اةي])ة?$/, '$1$2ا$3$4', '$1$2ا$3$4ة'],
  [/^(.)([^ا])([^اوي])[اي]$/, '$1$2ا$3ي', '$1$2ا$3'],
  [/^(.)([^ا])(.)[اوي](.)ة?$/, '$1$2ا$3ي$4', '$1$2ا$3$4ة'],
]

/** Whether a word is a noun of the list, and so a word of its own. */
export const isNoun = (word: string): boolean => nouns.has(word)

/** Whether a word stands in the list in the singular or the plural. */
export const isListed = (word: string): boolean => nouns.has(word) || listedPlurals.has(word)

/** Plurals of a noun, those in -ات that its form doesn't show among them; undefined where the list doesn't have it. */
export const knownPlurals = (noun: string): readonly string[] | undefined => nouns.get(noun)

/** Plurals that the pattern of a noun allows and that the list doesn't have as another word. */
export function likelyPlurals(noun: string): readonly string[] {
  if (listedPlurals.has(noun)) return []
  const rooted = /[اي]$/.test(noun) ? [noun, noun.replace(/.$/, 'ء')] : [noun]
  const plurals = rooted.flatMap((one) => patterns.flatMap(([pattern, ...to]) => (pattern.test(one) ? to.map((plural) => one.replace(pattern, plural)) : [])))
  // A hamza that opens the root and the alef of the plural are written as one: أثر and آثار.
  return plurals.map((plural) => plural.replace(/^اا/, 'ا')).filter((plural) => !isListed(plural))
}
