/** Terms of a glossary in the texts of a book, whatever form they stand in. */

import { contentStems } from '../../align/glossary.ts'
import { folded, stemOf } from '../../align/stem.ts'
import type { GlossaryEntry } from '../../model/glossary.ts'
import { kept } from './memo.ts'
import { stemIn, wordsIn, type Word } from './words.ts'

export interface Term {
  /** Words of the English term, folded, which stand next to each other in this order. */
  readonly en: readonly string[]
  /** Its counterparts, any of which will do: as written, and by their content words, folded. */
  readonly ar: readonly { readonly text: string; readonly words: readonly string[] }[]
}

export interface FoundTerm {
  readonly term: Term
  readonly from: number
  readonly to: number
}

const indices = new WeakMap<readonly GlossaryEntry[], ReadonlyMap<string, readonly Term[]>>()

/** By the first stem, longest first; lines with the same English term are one term with several counterparts. */
function indexOf(glossary: readonly GlossaryEntry[]): ReadonlyMap<string, readonly Term[]> {
  const known = indices.get(glossary)
  if (known) return known
  const terms = new Map<string, { en: string[]; ar: { text: string; words: string[] }[] }>()
  for (const { en, ar } of glossary) {
    const words = wordsIn(en, 'en').map(({ folded: word }) => word)
    const key = words.join(' ')
    const term = terms.get(key) ?? { en: words, ar: [] }
    term.ar.push({ text: ar, words: contentWords(ar) })
    terms.set(key, term)
  }
  const index = new Map<string, Term[]>()
  for (const term of terms.values()) {
    const key = stemOf(term.en[0] ?? '', 'en')
    index.set(key, [...(index.get(key) ?? []), term].sort((one, other) => other.en.length - one.en.length))
  }
  indices.set(glossary, index)
  return index
}

function contentWords(term: string): string[] {
  const stems = new Set(contentStems(term, 'ar'))
  return wordsIn(term, 'ar').filter((word) => stems.has(stemIn(word, 'ar'))).map(({ folded: word }) => word.replace(/^ال(?=..)/, ''))
}

/** Where a longer term stands, a shorter one inside it is not looked for. Linear in the text. */
export function termsIn(text: string, glossary: readonly GlossaryEntry[]): FoundTerm[] {
  const index = indexOf(glossary)
  const words = wordsIn(text, 'en')
  const found: FoundTerm[] = []
  for (let at = 0; at < words.length;) {
    const term = (index.get(stemIn(words[at]!, 'en')) ?? []).find(({ en }) => en.every((word, ahead) => isInflected(words[at + ahead], word)))
    if (term) found.push({ term, from: words[at]!.from, to: words[at + term.en.length - 1]!.to })
    at += term?.en.length ?? 1
  }
  return found
}

/** Endings of number, of possession and of verbs; a restorer is no form of “restore”, though their stem is one. */
const endings = new Set(['', 's', 'es', "'s", '’s', '’', "'", 'd', 'ed', 'ing', 'e', 'y', 'ies', 'ied', 'f', 'fe', 'ves'])

function isInflected(word: Word | undefined, term: string): boolean {
  if (!word || stemIn(word, 'en') !== stemOf(term, 'en')) return false
  let shared = 0
  while (shared < term.length && term[shared] === word.folded[shared]) shared++
  return endings.has(term.slice(shared)) && endings.has(word.folded.slice(shared))
}

/** Whether one of the term's counterparts stands in the texts: each of its content words, in any order and form. */
export function hasTerm({ ar }: Term, texts: readonly string[]): boolean {
  const forms = new Set(texts.flatMap((text) => wordsIn(text, 'ar').flatMap(({ folded: word }) => formsOf(word))))
  return ar.some(({ text, words }) => (words.length === 0
    ? texts.some((one) => folded(one, 'ar').includes(folded(text, 'ar')))
    : words.every((word) => [firmOf(word), firmOf(word.replace(/(?<=..)(?:ية|ة|ي)$/, ''))].some((form) => forms.has(form)))))
}

const before = [/^/, /^[وف]/, /^[بكل]/, /^[وف][بكل]/, /^[وف]?[بك]?ال/, /^[وف]?لل/]
const after = /(?:ت?(?:ه|ها|هم|هن|هما|ك|كم|نا|ي)|[ةه]|ت?(?:ان|ين)|ات|ون|ا|وا|ي[ةه]|يا)$/

/** Whatever a word may be without what is joined to it. */
const formsOf = kept((word): readonly string[] => {
  const bare = before.map((prefix) => word.replace(prefix, '')).filter((one) => one.length > 1)
  const shorter = [...bare, ...bare.map((one) => one.replace(after, '')), ...bare.map((one) => one.replace(/(?:ه|ها|هم|ة|ت|ي)$/, ''))]
  return [...new Set(shorter.filter((one) => one.length > 1).map(firmOf))]
})

/**
 * The firm consonants of a word, a doubled one once: broken plurals and feminine forms change long vowels alone (ورقة and أوراق, قالب and
 * قوالب). Where fewer than two are left, the word itself.
 */
function firmOf(word: string): string {
  const firm = word.replaceAll(/[اويءة]/g, '').replaceAll(/(.)\1+/g, '$1')
  return firm.length > 1 ? firm : word
}
