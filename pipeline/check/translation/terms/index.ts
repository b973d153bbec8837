/** Terms of a glossary in the texts of a book, whatever form they stand in. */

import { contentStems } from '../../../align/glossary.ts'
import { folded } from '../../../align/stem.ts'
import type { GlossaryEntry } from '../../../model/glossary.ts'
import { kept } from '../memo.ts'
import { stemIn, wordsIn, type Word } from '../words.ts'
import { isFormOf, isPlural, keysOf } from './english.ts'
import { strippedForms } from './joined.ts'
import { adjectiveForms, nounForms } from './nouns.ts'
import { verbForms } from './verbs.ts'

export interface Term {
  /** Words of the English term, folded, which stand next to each other in this order. */
  readonly en: readonly string[]
  /** Whether it is given as a verb, “to sign”, or in the plural. */
  readonly given: 'singular' | 'plural' | 'verb'
  /** Its counterparts, any of which will do. */
  readonly ar: readonly Counterpart[]
}

export interface Counterpart {
  /** As written. */
  readonly text: string
  /** Its content words, folded, without the article. */
  readonly words: readonly string[]
}

export interface FoundTerm {
  readonly term: Term
  /** Whether it stands as a verb: “signed” of a term “sign”. */
  readonly isVerb: boolean
  readonly from: number
  readonly to: number
}

/** Terms whose first word a word may be a form of, longest first. */
type Index = (word: string) => readonly Term[]

const indices = new WeakMap<readonly GlossaryEntry[], Index>()

function indexOf(glossary: readonly GlossaryEntry[]): Index {
  const known = indices.get(glossary)
  if (known) return known
  const byKey = new Map<string, Term[]>()
  for (const term of termsOf(glossary)) for (const key of keysOf(term.en[0] ?? '')) byKey.set(key, [...(byKey.get(key) ?? []), term])
  const index = kept((word): readonly Term[] => {
    const candidates = new Set(keysOf(word).flatMap((key) => byKey.get(key) ?? []))
    return [...candidates].filter(({ en }) => isFormOf(word, en[0] ?? '')).sort((one, other) => other.en.length - one.en.length)
  })
  indices.set(glossary, index)
  return index
}

/** Lines with the same English term are one term with several counterparts. */
function termsOf(glossary: readonly GlossaryEntry[]): Iterable<Term> {
  const terms = new Map<string, Term & { ar: Counterpart[] }>()
  for (const { en: written, ar } of glossary) {
    const [first = '', ...rest] = wordsIn(written, 'en').map(({ folded: word }) => word)
    const en = rest.length > 0 && ['to', 'a', 'an', 'the'].includes(first) ? rest : [first, ...rest]
    const given = first === 'to' && rest.length > 0 ? 'verb' : isPlural(en.at(-1)!) ? 'plural' : 'singular'
    const key = `${given} ${en.join(' ')}`
    const term = terms.get(key) ?? { en, given, ar: [] }
    term.ar.push({ text: ar, words: contentWords(ar) })
    terms.set(key, term)
  }
  return terms.values()
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
    const term = index(words[at]!.folded).find(({ en }) => en.every((word, ahead) => ahead === 0 || isFormOf(words[at + ahead]?.folded ?? '', word)))
    if (term) found.push({ term, isVerb: isVerb(words[at]!, term), from: words[at]!.from, to: words[at + term.en.length - 1]!.to })
    at += term?.en.length ?? 1
  }
  return found
}

const isVerb = ({ folded: word }: Word, { en: [first = ''], given }: Term): boolean => given === 'verb' || (/(?:ed|ing)$/.test(word) && !/(?:ed|ing)$/.test(first))

/** Words that may stand between those of a term, such as an adjective, or a particle in place of an annexation: our own choice. */
const mostBetween = 3

/** Whether one of the term's counterparts stands in the texts: each of its content words, near each other in any order and form. */
export function hasTerm({ term, isVerb }: Pick<FoundTerm, 'term' | 'isVerb'>, texts: readonly string[]): boolean {
  const standing = texts.flatMap((text) => wordsIn(text, 'ar').map(({ folded: word }) => word))
  return term.ar.some(({ text, words }) => {
    if (words.length === 0) return texts.some((one) => folded(one, 'ar').includes(folded(text, 'ar')))
    if (words.length === 1) return standing.some((one) => isFormIn(one, words[0]!, 0, term.given, isVerb))
    const placed = words.map((word, place) => standing.flatMap((one, at) => (isFormIn(one, word, place, term.given, isVerb) ? [at] : [])))
    return placed[0]!.some((start) => placed.every((places) => places.some((at) => Math.abs(at - start) < words.length + mostBetween)))
  })
}

function isFormIn(standing: string, word: string, place: number, given: Term['given'], isVerb: boolean): boolean {
  const bare = strippedForms(standing)
  const stands = (forms: ReadonlySet<string>) => bare.some((one) => forms.has(one))
  // The first word of a term is its noun or its verb; those behind it may be adjectives.
  if (stands(place > 0 ? adjectiveForms(word) : given === 'verb' ? verbForms(word) : nounForms(word))) return true
  if (isVerb && place === 0 && stands(verbForms(word))) return true
  // Of a term in the plural, such as “rights”, the text may have one.
  return given === 'plural' && bare.some((one) => nounForms(one).has(word))
}
