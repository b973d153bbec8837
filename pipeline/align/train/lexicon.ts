/** Learns the seed lexicon from sentence pairs and from the names that `Intl` knows. The same pairs give the same lexicon. */

import { bilingual, counterpartOf, languages, type Bilingual, type Language } from '../../model/language.ts'
import type { LexiconEntries } from '../lexicon.ts'
import { stemsIn } from '../stem.ts'
import { beliefsOf, type Beliefs, type WordPair } from './model1.ts'
import { namesOf } from './names.ts'

/** Least count of a word, least belief in a pair, most translations of a word: chosen so that the file stays small. */
const leastCount = 1
const leastBelief = 0.03
const mostTranslations = 10

/** Words of a sentence beyond these add time and little else. */
const mostWords = 80

/** How often a name that `Intl` knows counts as a sentence. */
const nameWeight = 3

class Vocabulary {
  readonly words: string[] = []
  readonly counts: number[] = []
  readonly #ids = new Map<string, number>()

  idOf(word: string): number {
    const known = this.#ids.get(word)
    if (known !== undefined) return known
    this.#ids.set(word, this.words.length)
    this.counts.push(0)
    return this.words.push(word) - 1
  }
}

export function learnLexicon(sentences: readonly Bilingual<string>[]): LexiconEntries {
  const vocabulary = bilingual(() => new Vocabulary())
  const read = (texts: Bilingual<string>): WordPair => bilingual((language) => idsIn(texts[language], language, vocabulary[language]))
  const pairs = sentences.map(read)
  const names = namesOf().flatMap((name) => Array.from({ length: nameWeight }, () => read(name)))
  const sizes = bilingual((language) => vocabulary[language].words.length)
  const kept = keptPairs(beliefsOf([...pairs, ...names], sizes), vocabulary)
  const shares = explainedShares(pairs, names, vocabulary)
  return entriesOf(kept, vocabulary, shares)
}

function idsIn(text: string, language: Language, vocabulary: Vocabulary): number[] {
  const found = [...new Set(stemsIn(text, language))].slice(0, mostWords).map((stem) => vocabulary.idOf(stem))
  for (const id of found) vocabulary.counts[id]!++
  return found
}

/** `[en, ar, belief]`, the strongest first. */
function keptPairs(beliefs: Beliefs, vocabulary: Bilingual<Vocabulary>): [number, number, number][] {
  const size = vocabulary.ar.words.length
  const room = bilingual((language) => new Uint8Array(vocabulary[language].words.length).fill(mostTranslations))
  return [...beliefs]
    .map(([key, belief]): [number, number, number] => [Math.floor(key / size), key % size, belief])
    .filter(([en, ar, belief]) => belief >= leastBelief && vocabulary.en.counts[en]! >= leastCount && vocabulary.ar.counts[ar]! >= leastCount)
    .sort((one, other) => other[2] - one[2] || one[0] - other[0] || one[1] - other[1])
    .filter(([en, ar]) => {
      if (room.en[en] === 0 || room.ar[ar] === 0) return false
      room.en[en]!--
      room.ar[ar]!--
      return true
    })
}

/**
 * How often a word of a sentence is explained by the other side's words, as a lexicon learnt from other sentences sees it:
 * the pairs are halved in blocks, and each half is judged by the lexicon of the other. Words never judged get `undefined`.
 */
function explainedShares(pairs: readonly WordPair[], names: readonly WordPair[], vocabulary: Bilingual<Vocabulary>): Bilingual<(number | undefined)[]> {
  const sizes = bilingual((language) => vocabulary[language].words.length)
  const seen = bilingual((language) => new Float64Array(sizes[language]))
  const explained = bilingual((language) => new Float64Array(sizes[language]))
  for (const half of [0, 1]) {
    const learnt = keptPairs(beliefsOf([...pairs.filter((_, index) => halfOf(index) !== half), ...names], sizes), vocabulary)
    const partners = bilingual(() => new Map<number, Set<number>>())
    for (const [en, ar] of learnt) {
      partners.en.set(en, (partners.en.get(en) ?? new Set()).add(ar))
      partners.ar.set(ar, (partners.ar.get(ar) ?? new Set()).add(en))
    }
    for (const pair of pairs.filter((_, index) => halfOf(index) === half)) {
      for (const language of languages) {
        const others = new Set(pair[counterpartOf(language)])
        for (const word of pair[language]) {
          const known = partners[language].get(word)
          if (!known) continue
          seen[language][word]!++
          if ([...known].some((partner) => others.has(partner))) explained[language][word]!++
        }
      }
    }
  }
  return bilingual((language) => Array.from(seen[language], (count, word) => (count > 0 ? (explained[language][word]! + 2) / (count + 4) : undefined)))
}

const blockLength = 250
const halfOf = (index: number): number => Math.floor(index / blockLength) % 2

/** Of words that no half could judge. */
const unjudgedShare = 0.4

function entriesOf(kept: readonly [number, number, number][], vocabulary: Bilingual<Vocabulary>, shares: Bilingual<(number | undefined)[]>): LexiconEntries {
  const used = { en: new Set(kept.map(([en]) => en)), ar: new Set(kept.map(([, ar]) => ar)) }
  const numbers = bilingual(() => new Map<number, number>())
  const words = bilingual((language) => [...used[language]]
    .map((id): [string, number] => [vocabulary[language].words[id]!, id])
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([word, id], index) => {
      numbers[language].set(id, index)
      return { word, share: shares[language][id] ?? unjudgedShare }
    }))
  const pairs = kept
    .map(([en, ar, belief]) => ({ en: numbers.en.get(en)!, ar: numbers.ar.get(ar)!, belief }))
    .sort((one, other) => one.en - other.en || one.ar - other.ar)
  return { words, pairs }
}
