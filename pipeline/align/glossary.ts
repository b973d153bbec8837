/** What a glossary says of the words of one book: beliefs in pairs of types, and how often these are explained. */

import type { GlossaryEntry } from '../model/glossary.ts'
import { bilingual, type Bilingual } from '../model/language.ts'
import type { Belief } from './partners.ts'
import { stemOf, wordsOf } from './stem.ts'
import type { SideTokens } from './tokens.ts'

/** By types of both sides; holds only what this book has a counterpart of, so that a long glossary does a short book no harm. */
export interface Terms {
  readonly beliefs: readonly Belief[]
  /** How often a type is explained, 0 to 1, instead of what the seed lexicon says. */
  readonly shares: Bilingual<ReadonlyMap<number, number>>
  /** Types that are a term by themselves: what the seed lexicon says of them hardly counts. */
  readonly settled: Bilingual<ReadonlySet<number>>
}

/** A translator holds to a glossary, though not at every place: our own choice, above nearly all that the seed lexicon says. */
const termBelief = 0.95
const termShare = 0.9
/** A word of a longer term has a life of its own besides. */
const partShare = 0.6

/** Words that a term of several words may hold but that tell nothing. */
const functionWords: Bilingual<ReadonlySet<string>> = {
  en: new Set('a an and as at by for from in into no not of off on or out over the to up with'.split(' ')),
  ar: new Set('في من على الى عن مع او و ثم لا غير بين ذو ذات ما هو هي'.split(' ').map((word) => word.replace('ى', 'ي'))),
}

export const noTerms: Terms = { beliefs: [], shares: { en: new Map(), ar: new Map() }, settled: { en: new Set(), ar: new Set() } }

/**
 * Terms whose words stand on both sides of this book.
 *
 * A word for a word is believed outright. In a term of several words each content word believes in each of the other
 * side's, the less the more there are: it is not known which of them stand for each other.
 */
export function termsOf(sides: Bilingual<SideTokens>, glossary: readonly GlossaryEntry[]): Terms {
  if (glossary.length === 0) return noTerms
  const byStem = bilingual((language) => typesByStem(sides[language]))
  const beliefs: Belief[] = []
  const shares = { en: new Map<number, number>(), ar: new Map<number, number>() }
  const settled = { en: new Set<number>(), ar: new Set<number>() }
  for (const entry of glossary) {
    const stems = bilingual((language) => contentStems(entry[language], language))
    const most = Math.max(stems.en.length, stems.ar.length)
    const types = bilingual((language) => stems[language].flatMap((stem) => byStem[language].get(stem) ?? []))
    if (types.en.length === 0 || types.ar.length === 0) continue
    for (const en of types.en) for (const ar of types.ar) beliefs.push({ en, ar, belief: termBelief / most })
    for (const language of ['en', 'ar'] as const) {
      for (const type of types[language]) {
        shares[language].set(type, Math.max(shares[language].get(type) ?? 0, most === 1 ? termShare : partShare))
        if (most === 1) settled[language].add(type)
      }
    }
  }
  return { beliefs, shares, settled }
}

/** All words where nothing but function words stands. */
export function contentStems(term: string, language: 'en' | 'ar'): string[] {
  const words = wordsOf(term, language)
  const content = words.filter((word) => !functionWords[language].has(word))
  return [...new Set((content.length > 0 ? content : words).map((word) => stemOf(word, language)))].filter((stem) => stem.length > 1)
}

function typesByStem({ types }: SideTokens): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  types.forEach(({ stem }, type) => {
    if (stem === '') return
    const group = groups.get(stem)
    if (group) group.push(type)
    else groups.set(stem, [type])
  })
  return groups
}
