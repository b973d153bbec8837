/** Whether an English word is a form of another: number, possession, and what verbs do. Words are folded. */

import pluralize from 'pluralize'
import { stemOf } from '../../../align/stem.ts'
import { kept } from '../memo.ts'

const singular = kept((word) => pluralize.singular(word))

/** What the word may be in the singular, itself first; readings in -es and -is cover what the library hears otherwise. */
const singulars = kept((word): readonly string[] => {
  const bare = word.replace(/['’]s?$/, '')
  return [...new Set([bare, singular(bare), ...(bare.endsWith('es') ? [bare.slice(0, -2), bare.replace(/es$/, 'is')] : [])])]
})

/** Under these keys a word is found again whatever its form. */
export const keysOf = kept((word): readonly string[] => [...new Set([...singulars(word), stemOf(word, 'en'), ...singulars(word).map((one) => stemOf(one, 'en'))])])

/** Endings of verbs but -s, which is that of nouns; a restorer is no form of “restore”, though their stem is one. */
const endings = new Set(['', 'd', 'ed', 'ing', 'e', 'y', 'ies', 'ied'])

export const isPlural = (word: string): boolean => singular(word) !== word && pluralize.plural(singular(word)) === word

export function isFormOf(word: string, term: string): boolean {
  if (word === term || singulars(word).some((one) => singulars(term).includes(one))) return true
  if (stemOf(word, 'en') !== stemOf(term, 'en')) return false
  let shared = 0
  while (shared < term.length && term[shared] === word[shared]) shared++
  // The last consonant may be doubled: planned.
  const rest = word.slice(shared).replace(term[shared - 1] ?? '', (letter, at: number) => (at === 0 && shared === term.length ? '' : letter))
  return endings.has(term.slice(shared)) && (endings.has(rest) || endings.has(word.slice(shared)))
}
