/** Decisions survive chapters and headings that are put in, taken out and moved, on both sides or one. */

import { expect, test } from '@jest/globals'
import { match, type Matched } from '../../pipeline/decisions/match.ts'
import type { Span } from '../../pipeline/model/alignment.ts'
import { bilingual, languages, type Bilingual } from '../../pipeline/model/language.ts'
import { random } from '../support/random.ts'
import { Author, decidedOn, placeOf, sentences, type Kept, type Sentence } from './revised.ts'

interface Revision {
  readonly decided: readonly Kept[]
  readonly before: Bilingual<readonly Sentence[]>
  readonly after: Bilingual<readonly Sentence[]>
  readonly found: Matched
}

function revision(seed: number): Revision {
  const chance = random(seed)
  const author = new Author(chance)
  const book = author.book()
  const decided = decidedOn(book, chance)
  const after = sentences(author.revised(book))
  return { decided, before: sentences(book), after, found: match(decided.map(({ decision }) => decision), after, [bilingual((language) => ({ from: 0, to: after[language].length }))]) }
}

/** Of each decision: where its sentences are now, and where it was found. */
function fates({ decided, before, after, found: { kept, again, lost } }: Revision) {
  const isOnce = (texts: Bilingual<readonly string[]>, bead: number) => languages.every((language) =>
    [...before[language], ...after[language]].every((sentence) => sentence.bead === bead || !texts[language].includes(sentence.text)))
  return decided.map(({ bead, at, decision }, index) => ({
    index, isOnce: isOnce(decision.texts, bead), isLost: lost.includes(index), again: again.find((one) => one.decision === index), kept: kept.find((one) => one.decision === index)?.at,
    true: bilingual((language) => placeOf(after[language], bead, at[language].to - at[language].from)), sides: languages.filter((language) => at[language].to > at[language].from),
  }))
}

const crosses = (one: Bilingual<Span>, other: Bilingual<Span>): boolean =>
  languages.some((language) => one[language].from < other[language].to && one[language].to > other[language].from) || (one.en.from < other.en.from) !== (one.ar.from < other.ar.from)

const seeds = Array.from({ length: 250 }, (_, index) => index + 1)

test('each is kept, told or lost, once, and those kept stand in order where their texts do', () => {
  for (const seed of seeds) {
    const { decided, after, found } = revision(seed)
    expect([...found.kept, ...found.again].map(({ decision }) => decision).concat(found.lost).sort((one, other) => one - other)).toEqual(decided.map((_, index) => index))
    let end = { en: 0, ar: 0 }
    for (const { decision, at } of found.kept) {
      for (const language of languages) {
        expect(after[language].slice(at[language].from, at[language].to).map(({ text }) => text)).toEqual(decided[decision]?.decision.texts[language])
        expect(at[language].from).toBeGreaterThanOrEqual(end[language])
      }
      end = bilingual((language) => at[language].to)
    }
  }
})

test('what is said once is kept where it went, or told there; only what would cross others is told as moved', () => {
  for (const seed of seeds) {
    const made = revision(seed)
    for (const { index, isOnce, isLost, again, kept, true: { en, ar }, true: place, sides } of fates(made)) {
      if (!isOnce) continue
      for (const language of sides) {
        if (place[language]) expect([seed, index, (kept ?? again?.at)?.[language]]).toEqual([seed, index, place[language]])
        else expect([seed, index, kept]).toEqual([seed, index, undefined])
      }
      if (sides.some((language) => place[language])) expect([seed, index, isLost]).toEqual([seed, index, false])
      if (!kept && en && ar && sides.length === 2) expect([seed, index, again?.isCrossed, made.found.kept.some(({ at }) => crosses({ en, ar }, at))]).toEqual([seed, index, true, true])
    }
  }
})

test('what is said again and again is not kept at another place than its own', () => {
  const all = seeds.flatMap((seed) => fates(revision(seed)).filter(({ isOnce }) => !isOnce))
  const stand = all.filter(({ true: { en, ar } }) => en && ar)
  const isElsewhere = ({ kept, true: place, sides }: (typeof all)[number]) => kept !== undefined && sides.some((language) => kept[language].from !== place[language]?.from)
  expect(stand.length).toBeGreaterThan(500)
  expect(stand.filter(isElsewhere)).toEqual([])
  expect(stand.filter(({ isLost }) => isLost)).toEqual([])
  // Not to be told: its own is gone, and an equal one has a neighbour on each side that equals its own.
  expect(all.filter(isElsewhere).length).toBeLessThanOrEqual(1)
  // Who tells of everything tells nothing.
  expect(stand.filter(({ kept }) => kept).length / stand.length).toBeGreaterThan(0.9)
})
