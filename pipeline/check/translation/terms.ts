/** Terms of a glossary in the texts of a book, whatever form they stand in. */

import { contentStems } from '../../align/glossary.ts'
import { folded } from '../../align/stem.ts'
import type { GlossaryEntry } from '../../model/glossary.ts'
import { stemIn, wordsIn } from './words.ts'

export interface Term {
  /** Stems of the English term, which stand next to each other in this order. */
  readonly en: readonly string[]
  /** Its counterparts, any of which will do: as written, and by the stems of their content words. */
  readonly ar: readonly { readonly text: string; readonly stems: readonly string[] }[]
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
  const terms = new Map<string, { en: string[]; ar: { text: string; stems: string[] }[] }>()
  for (const { en, ar } of glossary) {
    const stems = wordsIn(en, 'en').map((word) => stemIn(word, 'en'))
    const term = terms.get(stems.join(' ')) ?? { en: stems, ar: [] }
    term.ar.push({ text: ar, stems: contentStems(ar, 'ar') })
    terms.set(stems.join(' '), term)
  }
  const index = new Map<string, Term[]>()
  for (const term of terms.values()) index.set(term.en[0] ?? '', [...(index.get(term.en[0] ?? '') ?? []), term].sort((one, other) => other.en.length - one.en.length))
  indices.set(glossary, index)
  return index
}

/** Where a longer term stands, a shorter one inside it is not looked for. Linear in the text. */
export function termsIn(text: string, glossary: readonly GlossaryEntry[]): FoundTerm[] {
  const index = indexOf(glossary)
  const words = wordsIn(text, 'en')
  const stems = words.map((word) => stemIn(word, 'en'))
  const found: FoundTerm[] = []
  for (let at = 0; at < words.length;) {
    const term = (index.get(stems[at]!) ?? []).find(({ en }) => en.every((stem, ahead) => stems[at + ahead] === stem))
    if (term) found.push({ term, from: words[at]!.from, to: words[at + term.en.length - 1]!.to })
    at += term?.en.length ?? 1
  }
  return found
}

/** Whether one of the term's counterparts stands in the texts: each of its content words, in any order and form. */
export function hasTerm({ ar }: Term, texts: readonly string[]): boolean {
  const forms = texts.flatMap((text) => wordsIn(text, 'ar').flatMap((word) => formsOf(stemIn(word, 'ar'), word.folded)))
  const known = new Set(forms)
  return ar.some(({ text, stems }) => (stems.length === 0
    ? texts.some((one) => folded(one, 'ar').includes(folded(text, 'ar')))
    : stems.every((stem) => formsOf(stem, stem).some((form) => known.has(form)))))
}

/**
 * A stem and its firm consonants: broken plurals and feminine forms change long vowels alone (ورقة and أوراق, قالب and قوالب).
 * Two consonants at least, for one is shared by too many words.
 */
function formsOf(stem: string, word: string): string[] {
  const firm = [stem, word.replace(/^[وفبكل]?(?:ال|لل)?(?=...)/, '')].map((one) => one.replaceAll(/[اويءةى]/g, ''))
  return [stem, ...firm.filter((one) => one.length > 1).map((one) => `-${one}`)]
}
