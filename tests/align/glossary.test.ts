/** A glossary's words against the aligner's own. */

import { describe, expect, test } from '@jest/globals'
import { explain } from '../../pipeline/align/explain.ts'
import { contentStems, termsOf } from '../../pipeline/align/glossary.ts'
import { align } from '../../pipeline/align/index.ts'
import { seedLexicon } from '../../pipeline/align/lexicon.ts'
import { partnersOf } from '../../pipeline/align/partners.ts'
import { tokensOf } from '../../pipeline/align/tokens.ts'
import type { GlossaryEntry } from '../../pipeline/model/glossary.ts'
import type { Bilingual } from '../../pipeline/model/language.ts'
import { beadsOfRetold, retold, words } from './invented.ts'
import { drawing, lighthouse, sides } from './sides.ts'

const glossary: readonly GlossaryEntry[] = words.map(([en, ar]) => ({ en, ar }))

describe('a text in invented words', () => {
  test('is aligned wrongly without its glossary, and rightly with it', () => {
    expect(drawing(align(sides(retold)))).not.toBe(beadsOfRetold)
    const beads = align(sides(retold), { glossary })
    expect(drawing(beads)).toBe(beadsOfRetold)
    expect(Math.min(...beads.map(({ score }) => score))).toBeGreaterThan(0.8)
  })

  test('needs no term for every word, and terms of two words help as well', () => {
    const pairs = Array.from({ length: words.length / 2 }, (_, index) => [words[2 * index]!, words[2 * index + 1]!] as const)
    const twos = pairs.map(([one, other]) => ({ en: `${one[0]} of the ${other[0]}`, ar: `${other[1]} من ${one[1]}` }))
    // Of two words it is not known which stands for which, so only what is left out is sure to be found.
    expect(drawing(align(sides(retold), { glossary: twos }))).toMatch(/^1:1 1:0 1:1 1:1 /)
    expect(drawing(align(sides(retold)))).not.toMatch(/^1:1 1:0 /)
    expect(drawing(align(sides(retold), { glossary: glossary.filter((_, index) => index % 3 !== 2) }))).toBe(beadsOfRetold)
  })

  test('shows by which words a bead stands', () => {
    const made = sides(retold)
    const bead = align(made, { glossary })[0]
    if (!bead) throw new Error('No bead')
    const sure = (likes: ReturnType<typeof explain>['likes']) => likes.filter(({ belief }) => belief > 0.9).map(({ en, ar }) => `${en} = ${ar}`).sort()
    expect(sure(explain(made, bead, { glossary }).likes)).toEqual(words.slice(0, 3).map(([en, ar]) => `${en} = ${ar}`).sort())
    expect(sure(explain(made, bead).likes)).toEqual([])
  })
})

test('a glossary of other words changes nothing', () => {
  expect(align(sides(lighthouse), { glossary })).toEqual(align(sides(lighthouse)))
})

describe('beliefs', () => {
  const tokens = (texts: Bilingual<readonly string[]>) => {
    const made = sides(texts)
    return { en: tokensOf(made.en, 'en'), ar: tokensOf(made.ar, 'ar') }
  }
  const believed = (texts: Bilingual<readonly string[]>, entries: readonly GlossaryEntry[], en: string, ar: string): number => {
    const both = tokens(texts)
    const partners = partnersOf(both, seedLexicon(), termsOf(both, entries)).en
    const [type, other] = [both.en.types.findIndex(({ form }) => form === en), both.ar.types.findIndex(({ form }) => form === ar)]
    const row = partners.others.subarray(partners.starts[type], partners.starts[type + 1])
    const index = row.indexOf(other)
    return index < 0 ? 0 : partners.beliefs[(partners.starts[type] ?? 0) + index] ?? 0
  }
  const bread = { en: ['we ate bread by the river'], ar: ['أكلنا الخبز عند النهر والرغيف حار'] }

  test('outweigh the seed lexicon, which knew better, and leave it the words that they do not name', () => {
    const entries = [{ en: 'bread', ar: 'رغيف' }]
    const seed = believed(bread, [], 'bread', 'الخبز')
    expect(seed).toBeGreaterThan(believed(bread, [], 'bread', 'والرغيف'))
    expect(believed(bread, entries, 'bread', 'والرغيف')).toBeGreaterThan(0.9)
    expect(believed(bread, entries, 'bread', 'الخبز')).toBeLessThan(seed / 2)
    expect(believed(bread, entries, 'river', 'النهر')).toBe(believed(bread, [], 'river', 'النهر'))
  })

  test('add up where glossary and lexicon agree', () => {
    expect(believed(bread, [{ en: 'bread', ar: 'خبز' }], 'bread', 'الخبز')).toBeGreaterThan(Math.max(0.9, believed(bread, [], 'bread', 'الخبز')))
  })

  test('of a term of several words are shared out among its content words', () => {
    const text = { en: ['a zorblin of plomakt'], ar: ['ضغشوث من خزبطون'] }
    const entries = [{ en: 'zorblin of plomakt', ar: 'خزبطون من ضغشوث' }]
    for (const en of ['zorblin', 'plomakt']) for (const ar of ['ضغشوث', 'خزبطون']) expect(believed(text, entries, en, ar)).toBeCloseTo(0.475)
    expect(believed(text, entries, 'of', 'من')).toBe(believed(text, [], 'of', 'من'))
  })
})

test('content words are those that tell something; a term of nothing else keeps all', () => {
  expect(contentStems('the Houses of the sea', 'en')).toEqual(contentStems('house sea', 'en'))
  expect(contentStems('بيت على البحر', 'ar')).toEqual(contentStems('بيت بحر', 'ar'))
  expect(contentStems('up to', 'en')).toEqual(['up', 'to'])
})
