/** Decisions survive what is done to the texts: kept where they stand, told where they changed, never dropped. */

import { describe, expect, test } from '@jest/globals'
import { standing } from '../../pipeline/decisions/around.ts'
import { match, type Matched } from '../../pipeline/decisions/match.ts'
import type { Decision } from '../../pipeline/model/decisions.ts'
import { bilingual, languages, type Bilingual } from '../../pipeline/model/language.ts'
import type { Span } from '../../pipeline/model/alignment.ts'
import { beads } from '../support/draw.ts'
import { random } from '../support/random.ts'

type Texts = Bilingual<readonly string[]>

const segments = (texts: Texts) => bilingual((language) => texts[language].map((text) => ({ text })))
const whole = (texts: Texts) => [bilingual((language): Span => ({ from: 0, to: texts[language].length }))]

/** Decisions about the beads with these indices. */
function decided(texts: Texts, drawing: string, which: readonly number[]): Decision[] {
  const all = beads(drawing)
  return which.map((index) => ({ ...standing(segments(texts), all[index]!), status: 'confirmed', comments: [], history: [] }))
}

const found = (decisions: readonly Decision[], texts: Texts) => match(decisions, segments(texts), whole(texts))

/** `0@2-3:2-3 1? 2×`: kept with its places, to look at again, lost. */
const drawn = ({ kept, again, lost }: Matched) => [
  ...kept.map(({ decision, at }) => `${decision}@${at.en.from}-${at.en.to}:${at.ar.from}-${at.ar.to}`),
  ...again.map(({ decision, isCrossed }) => `${decision}${isCrossed ? '!' : '?'}`),
  ...lost.map((decision) => `${decision}×`),
].join(' ')

const side = (text: string) => text.split(' ')
const texts = (en: string, ar: string): Texts => ({ en: side(en), ar: side(ar) })

describe('one decision', () => {
  const before = texts('a b said c d said e f said g', 'ا ب قال ت ث قال ج ح قال خ')
  const all = '1:1 1:1 1:1 1:1 1:1 1:1 1:1 1:1 1:1 1:1'

  test('at the third of equal sentences stays at the third', () => {
    const third = decided(before, all, [8])
    expect(drawn(found(third, before))).toBe('0@8-9:8-9')
    expect(drawn(found(third, texts('said a said b said c d said e f said g', 'قال ا قال ب قال ت ث قال ج ح قال خ')))).toBe('0@10-11:10-11')
    expect(drawn(found(third, texts('said f said g', 'قال ح قال خ')))).toBe('0@2-3:2-3')
  })

  test('moves with its sentences', () => {
    const named = texts('it_was_late b said c d said e f said g', 'كان_الوقت_متأخرا ب قال ت ث قال ج ح قال خ')
    const moved = texts('b said c d said e f said g it_was_late', 'ب قال ت ث قال ج ح قال خ كان_الوقت_متأخرا')
    expect(drawn(found(decided(named, all, [0, 1, 9]), moved))).toBe('1@0-1:0-1 2@8-9:8-9 0@9-10:9-10')
  })

  test('of a word or two that lost both neighbours is to be looked at again, for it may be another of its kind', () => {
    expect(drawn(found(decided(before, all, [0, 1, 9]), texts('b said c d said e f said g a', 'ب قال ت ث قال ج ح قال خ ا')))).toBe('1@0-1:0-1 2@8-9:8-9 0?')
  })

  test('that moved on one side alone is to be looked at again', () => {
    expect(drawn(found(decided(before, all, [0, 1, 3, 9]), texts('b said c d said e f said g a', 'ا ب قال ت ث قال ج ح قال خ')))).toBe('1@0-1:1-2 2@2-3:3-4 3@8-9:9-10 0!')
  })

  test('whose sentences are gone is lost', () => {
    expect(drawn(found(decided(before, all, [3, 4]), texts('a b said d said e f said g', 'ا ب قال ث قال ج ح قال خ')))).toBe('1@3-4:3-4 0×')
  })

  test('of an omission finds its place between the sentences of the other side', () => {
    const one = texts('a b c d', 'ا ب د')
    expect(drawn(found(decided(one, '1:1 1:1 1:0 1:1', [2]), texts('x a b c d', 'س ا ب د')))).toBe('0@3-4:3-3')
    expect(drawn(found(decided(one, '1:1 1:1 1:0 1:1', [1, 2, 3]), texts('a b c y d', 'ا ب ي د')))).toBe('0@1-2:1-2 1@2-3:2-2 2@4-5:3-4')
  })

  test('of a reworded sentence is found at what it has become', () => {
    const one = { en: ['The river rose in March.', 'Nobody crossed it.', 'The ferry lay on the bank.'], ar: ['ارتفع النهر في آذار.', 'لم يعبره أحد.', 'رست العبّارة على الضفة.'] }
    const two = { en: ['The river rose high in early March.', 'Nobody crossed it.', 'Boys sang.'], ar: one.ar }
    const matched = found(decided(one, '1:1 1:1 1:1', [0, 1]), two)
    expect(drawn(matched)).toBe('1@1-2:1-2 0?')
    expect(matched.again[0]?.at).toEqual({ en: { from: 0, to: 1 }, ar: { from: 0, to: 1 } })
  })

  test('of many equal cells keeps its turn', () => {
    const cells = texts('h - - - - - t', 'ر - - - - - ذ')
    const more = texts('h - - - - - - t', 'ر - - - - - - ذ')
    const matched = found(decided(cells, '1:1 1:1 1:1 1:1 1:1 1:1 1:1', [0, 1, 2, 3, 4, 5, 6]), more)
    expect(matched.kept).toHaveLength(7)
    expect(matched.kept.map(({ decision }) => decision)).toEqual([0, 1, 2, 3, 4, 5, 6])
  })
})

describe('a heading that comes again', () => {
  const before = texts('H a b H c d', 'ع ا ب ع ت ث')
  const all = '1:1 1:1 1:1 1:1 1:1 1:1'

  test('is to be looked at again where it may belong to what follows it as well as to what went before', () => {
    expect(drawn(found(decided(before, all, [2, 3, 4]), texts('H a b H x y H c d', 'ع ا ب ع س ش ع ت ث')))).toBe('0@2-3:2-3 2@7-8:7-8 1?')
  })

  test('is to be looked at again where another was put right beside it', () => {
    expect(drawn(found(decided(before, all, [3, 5]), texts('H a H H c d', 'ع ا ع ت ث')))).toBe('1@5-6:4-5 0?')
  })

  test('is to be looked at again where it changed places with its equal', () => {
    const two = texts('a b H s c d e H s f', 'ا ب ع ق ت ث ج ع ق ح')
    const moved = texts('a H s c d e b H s f', 'ا ع ق ت ث ج ب ع ق ح')
    expect(drawn(found(decided(two, '1:1 1:1 1:1 1:1 1:1 1:1 1:1 1:1 1:1 1:1', [0, 2, 5, 7]), moved))).toBe('0@0-1:0-1 2@4-5:4-5 3? 1?')
  })

  test('is not taken for that of the chapter before, which was taken out', () => {
    const two = texts('H a said H said c', 'ع ا قال ع قال ت')
    expect(drawn(found(decided(two, all, [0, 3, 5]), texts('H said c', 'ع قال ت')))).toBe('1@0-1:0-1 2@2-3:2-3 0×')
  })

  test('is told where it stands when its counterpart is gone', () => {
    const matched = found(decided(before, all, [1, 2, 3, 4, 5]), texts('H a b H c d', 'ع ا ب ت ث'))
    expect(drawn(matched)).toBe('0@1-2:1-2 1@2-3:2-3 3@4-5:3-4 4@5-6:4-5 2!')
    expect(matched.again[0]?.at.en).toEqual({ from: 3, to: 4 })
  })
})

test('parts are never crossed', () => {
  const one = texts('a b', 'ا ب')
  const streams = [{ en: { from: 0, to: 1 }, ar: { from: 0, to: 2 } }, { en: { from: 1, to: 2 }, ar: { from: 2, to: 2 } }]
  expect(drawn(match(decided(one, '1:1 1:1', [0, 1]), segments(one), streams))).toBe('0@0-1:0-1 1?')
})

describe('after any edits', () => {
  /** A book of sentences, some of which are said often. */
  function book(chance: () => number, size: number): { texts: Texts; drawing: string } {
    const en: string[] = []
    const ar: string[] = []
    const drawing: string[] = []
    for (let index = 0; index < size; index++) {
      const common = chance() < 0.25 ? Math.floor(chance() * 3) : undefined
      const shape = common === undefined ? ['1:1', '1:1', '1:1', '2:1', '1:2', '1:0', '0:1'][Math.floor(chance() * 7)]! : '1:1'
      const [x = 0, y = 0] = shape.split(':').map(Number)
      for (let at = 0; at < x; at++) en.push(common === undefined ? `the ${index} story ${at} of ${Math.floor(chance() * 90)} wells` : `said ${common}`)
      for (let at = 0; at < y; at++) ar.push(common === undefined ? `حكاية ${index} البئر ${at} من ${Math.floor(chance() * 90)}` : `قال ${common}`)
      drawing.push(shape)
    }
    return { texts: { en, ar }, drawing: drawing.join(' ') }
  }

  function edited(texts: Texts, chance: () => number): Texts {
    const sides = { en: [...texts.en], ar: [...texts.ar] }
    for (let edits = 1 + Math.floor(chance() * 12); edits > 0; edits--) {
      const list = sides[chance() < 0.5 ? 'en' : 'ar']
      const at = Math.floor(chance() * list.length)
      const kind = Math.floor(chance() * 5)
      if (kind === 0) list.splice(at, 1)
      else if (kind === 1) list.splice(at, 0, chance() < 0.3 ? 'said 1' : `new ${Math.floor(chance() * 1000)}`)
      else if (kind === 2) list.splice(Math.floor(chance() * list.length), 0, ...list.splice(at, 1))
      else if (kind === 3) list[at] = `${list[at]} indeed`
      else for (const language of languages) sides[language].push(...sides[language].splice(0, 3))
    }
    return sides
  }

  const once = (list: readonly string[], run: readonly string[]) =>
    list.filter((_, start) => run.every((text, index) => list[start + index] === text)).length === 1

  test('every decision is kept, told or lost, and kept where its text stands', () => {
    const chance = random(20261127)
    for (let round = 0; round < 120; round++) {
      const { texts: before, drawing } = book(chance, 10 + Math.floor(chance() * 40))
      const which = drawing.split(' ').flatMap((_, index) => (chance() < 0.7 ? [index] : []))
      const decisions = decided(before, drawing, which)
      const unchanged = found(decisions, before)
      const made = beads(drawing)
      expect(unchanged.kept.map(({ at }) => at)).toEqual(which.map((index) => ({ en: made[index]!.en, ar: made[index]!.ar })))
      const after = edited(before, chance)
      const { kept, again, lost } = found(decisions, after)
      const all = [...kept.map((one) => one.decision), ...again.map((one) => one.decision), ...lost].sort((one, other) => one - other)
      expect(all).toEqual(decisions.map((_, index) => index))
      let end = { en: 0, ar: 0 }
      for (const { decision, at } of kept) {
        for (const language of languages) {
          expect(after[language].slice(at[language].from, at[language].to)).toEqual(decisions[decision]!.texts[language])
          expect(at[language].from).toBeGreaterThanOrEqual(end[language])
        }
        end = bilingual((language) => at[language].to)
      }
      for (const [index, { texts: own }] of decisions.entries()) {
        // Of decisions that say the same, more may have been made than now find a place.
        const isAlone = !decisions.some((other, at) => at !== index && languages.some((language) => other.texts[language].some((text) => own[language].includes(text))))
        const stands = isAlone && languages.every((language) => own[language].length > 0 && once(after[language], own[language]))
        // A word or two that lost both neighbours may be another of its kind.
        const why = own.en.some((text) => text.startsWith('said')) ? {} : { isCrossed: true }
        if (stands && !kept.some(({ decision }) => decision === index)) expect(again).toContainEqual(expect.objectContaining({ decision: index, ...why }))
        if (isAlone && languages.some((language) => own[language].length > 0 && once(after[language], own[language]))) expect([index, lost.includes(index)]).toEqual([index, false])
      }
    }
  })

  test('ten thousand decisions are found in a moment', () => {
    const chance = random(3)
    const { texts: before, drawing } = book(chance, 10_000)
    const decisions = decided(before, drawing, drawing.split(' ').map((_, index) => index))
    const after = Array.from({ length: 20 }).reduce<Texts>((texts) => edited(texts, chance), before)
    const start = process.cpuUsage()
    const matched = found(decisions, after)
    const { user, system } = process.cpuUsage(start)
    expect(matched.kept.length).toBeGreaterThan(9_700)
    // Milliseconds of the processor; some 250 where it is warm and free.
    expect((user + system) / 1000).toBeLessThan(2500)
  })
})
