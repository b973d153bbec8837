/** The lexicon: which stems translate which, and how often a word is explained at all. Ships compressed, under `data`. */

import { readFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { bilingual, languages, type Bilingual } from '../model/language.ts'

/** What is learnt: words in order, and pairs by their numbers. */
export interface LexiconEntries {
  /** `share`: how often, 0 to 1, a word of a sentence has one of its translations in the sentence's counterpart. */
  readonly words: Bilingual<readonly { readonly word: string; readonly share: number }[]>
  readonly pairs: readonly { readonly en: number; readonly ar: number; readonly belief: number }[]
}

export interface Translation {
  /** An Arabic stem. */
  readonly ar: string
  /** Belief, 0 to 1. */
  readonly belief: number
}

export interface Lexicon {
  readonly translations: ReadonlyMap<string, readonly Translation[]>
  readonly shares: Bilingual<ReadonlyMap<string, number>>
}

/** Lines of words with hundredths, a line of nothing between the three lists; pairs as the step in English, Arabic, hundredths. */
export function packed({ words, pairs }: LexiconEntries): Buffer {
  const lists = languages.map((language) => words[language].map(({ word, share }) => `${word} ${hundredths(share)}`).join('\n'))
  let before = 0
  const steps = pairs.map(({ en, ar, belief }) => {
    const step = en - before
    before = en
    return `${step} ${ar} ${hundredths(belief)}`
  })
  return gzipSync([...lists, steps.join('\n')].join('\n\n'), { level: 9 })
}

const hundredths = (share: number): number => Math.min(99, Math.max(1, Math.round(share * 100)))

export function unpacked(bytes: Uint8Array): Lexicon {
  const [en = '', ar = '', pairs = ''] = gunzipSync(bytes).toString('utf8').split('\n\n')
  const words = { en: wordList(en), ar: wordList(ar) }
  const translations = new Map<string, Translation[]>()
  let at = 0
  for (const line of pairs.split('\n').filter(Boolean)) {
    const [step = 0, target = 0, belief = 0] = line.split(' ').map(Number)
    at += step
    const source = words.en[at]?.[0] ?? ''
    const known = translations.get(source)
    const translation = { ar: words.ar[target]?.[0] ?? '', belief: belief / 100 }
    if (known) known.push(translation)
    else translations.set(source, [translation])
  }
  return { translations, shares: bilingual((language) => new Map(words[language])) }
}

const wordList = (text: string): [string, number][] => text.split('\n').filter(Boolean).map((line) => {
  const [word = '', share = '0'] = line.split(' ')
  return [word, Number(share) / 100]
})

let shipped: Lexicon | undefined

/** The lexicon that comes with the product; read once, some tens of milliseconds. */
export function seedLexicon(): Lexicon {
  shipped ??= unpacked(readFileSync(new URL('data/lexicon.gz', import.meta.url)))
  return shipped
}
