/** Which types of the two sides may stand for each other in this book, and how far that is believed. */

import { languages, type Bilingual } from '../model/language.ts'
import { noTerms, type Terms } from './glossary.ts'
import type { Lexicon } from './lexicon.ts'
import { arabicSkeletons, englishSkeleton, leastSkeleton } from './skeleton.ts'
import type { SideTokens, TokenType } from './tokens.ts'

/** For each side, rows by its types: partners of type `t` are `others[starts[t] … starts[t + 1]]`, with beliefs in (0, 1). */
export interface Partners {
  readonly starts: Int32Array
  readonly others: Int32Array
  readonly beliefs: Float32Array
  /** How often a type is explained where its segment is translated; 0 for a type that nothing is known of. */
  readonly shares: Float32Array
}

/** A belief that an English and an Arabic type mean the same. */
export interface Belief {
  readonly en: number
  readonly ar: number
  readonly belief: number
}

/** What equal numbers, Latin words and links say; names by consonants say more the longer they are. Our own choice. */
const certain = 0.95
const nameBelief = (skeleton: string): number => Math.min(0.85, 0.15 + 0.2 * (skeleton.length - 2))

/** How often a type of this kind is explained, where no lexicon tells. */
const kindShares: Readonly<Record<TokenType['kind'], number>> = { word: 0, name: 0.5, number: 0.8, latin: 0.85, link: 0.9 }

/** What the seed lexicon says of a glossary's word is left so much of its belief: our own choice. */
const outweighed = 0.3

/** `learnt` are beliefs from this very book; they and the glossary's add to those of the lexicon. */
export function partnersOf(sides: Bilingual<SideTokens>, lexicon: Lexicon, terms: Terms = noTerms, learnt: readonly Belief[] = []): Bilingual<Partners> {
  const beliefs = [...givenBeliefs(sides, lexicon, terms), ...learnt]
  return {
    en: rowsOf(beliefs, sides, lexicon, terms, 'en'),
    ar: rowsOf(beliefs, sides, lexicon, terms, 'ar'),
  }
}

/** All but what the book itself teaches, found once for both passes over it. */
function givenBeliefs(sides: Bilingual<SideTokens>, lexicon: Lexicon, terms: Terms): readonly Belief[] {
  const known = given.get(sides)
  if (known?.lexicon === lexicon && known.terms === terms) return known.beliefs
  const beliefs = [...lessSettled(lexiconBeliefs(sides, lexicon), terms), ...terms.beliefs, ...equalBeliefs(sides), ...nameBeliefs(sides)]
  given.set(sides, { lexicon, terms, beliefs })
  return beliefs
}

const given = new WeakMap<Bilingual<SideTokens>, { readonly lexicon: Lexicon; readonly terms: Terms; readonly beliefs: readonly Belief[] }>()

const lessSettled = (beliefs: Belief[], { settled }: Terms): Belief[] => (settled.en.size === 0 ? beliefs : beliefs.map((belief) =>
  (settled.en.has(belief.en) || settled.ar.has(belief.ar) ? { ...belief, belief: belief.belief * outweighed } : belief)))

function lexiconBeliefs({ en, ar }: Bilingual<SideTokens>, lexicon: Lexicon): Belief[] {
  const byStem = grouped(ar.types, ({ kind, stem }) => (kind === 'word' && stem.length > 1 ? [stem] : []))
  const beliefs: Belief[] = []
  en.types.forEach(({ stem }, type) => {
    for (const { ar: translation, belief } of lexicon.translations.get(stem) ?? []) {
      for (const other of byStem.get(translation) ?? []) beliefs.push({ en: type, ar: other, belief })
    }
  })
  return beliefs
}

/** Numbers, links, and Latin words that the Arabic side quotes. */
function equalBeliefs({ en, ar }: Bilingual<SideTokens>): Belief[] {
  const key = ({ kind, form }: TokenType) => `${kind === 'name' || kind === 'latin' ? 'word' : kind} ${form}`
  const places = new Map(en.types.map((type, index) => [key(type), index]))
  return ar.types.flatMap((type, index) => {
    const other = type.kind === 'word' ? undefined : places.get(key(type))
    return other === undefined ? [] : [{ en: other, ar: index, belief: certain }]
  })
}

function nameBeliefs({ en, ar }: Bilingual<SideTokens>): Belief[] {
  const bySkeleton = grouped(ar.types, ({ kind, form }) => (kind === 'word' ? arabicSkeletons(form) : []))
  return en.types.flatMap(({ kind, form }, type) => {
    const skeleton = kind === 'name' ? englishSkeleton(form) : ''
    if (skeleton.length < leastSkeleton) return []
    return (bySkeleton.get(skeleton) ?? []).map((other) => ({ en: type, ar: other, belief: nameBelief(skeleton) }))
  })
}

function grouped(types: readonly TokenType[], keysOf: (type: TokenType) => readonly string[]): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  types.forEach((type, index) => {
    for (const key of keysOf(type)) {
      const group = groups.get(key)
      if (group) group.push(index)
      else groups.set(key, [index])
    }
  })
  return groups
}

/** One side's rows; beliefs in the same pair join as independent witnesses, up to `certain`. */
function rowsOf(beliefs: readonly Belief[], sides: Bilingual<SideTokens>, lexicon: Lexicon, terms: Terms, language: 'en' | 'ar'): Partners {
  const [types, counterpart] = [sides[language].types, languages.find((other) => other !== language) ?? language]
  const rows: Map<number, number>[] = types.map(() => new Map())
  for (const belief of beliefs) {
    const row = rows[belief[language]]!
    const before = row.get(belief[counterpart]) ?? 0
    row.set(belief[counterpart], Math.min(0.97, 1 - (1 - before) * (1 - belief.belief)))
  }
  const starts = new Int32Array(types.length + 1)
  rows.forEach((row, type) => { starts[type + 1] = starts[type]! + row.size })
  const others = new Int32Array(starts[types.length]!)
  const values = new Float32Array(others.length)
  rows.forEach((row, type) => {
    let at = starts[type]!
    for (const [other, belief] of row) {
      others[at] = other
      values[at++] = belief
    }
  })
  const shares = Float32Array.from(types, (type, index) => terms.shares[language].get(index) ?? shareOf(type, lexicon.shares[language].get(type.stem), rows[index]!.size > 0))
  return { starts, others, beliefs: values, shares }
}

/** A name without a namesake tells nothing, for names are also translated; a word outside the lexicon tells if this book taught it. */
function shareOf({ kind }: TokenType, known: number | undefined, hasPartners: boolean): number {
  const share = known ?? (kind === 'name' && !hasPartners ? 0 : kindShares[kind])
  return share === 0 && hasPartners ? 0.5 : share
}
