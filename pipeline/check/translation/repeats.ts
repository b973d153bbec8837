/** Beads that say the same on one side. */

import { append } from '../../model/append.ts'
import { counterpartOf, type Language } from '../../model/language.ts'
import { kept } from './memo.ts'
import { excerpt, hasBothSides, wholeOf, type BeadReading, type BookReading, type SegmentReading } from './reading.ts'
import type { Seen } from './rule.ts'
import { eachInSteps, type Steps } from './steps.ts'
import { wordsIn } from './words.ts'

const keys = { en: kept((text) => keyOf(text, 'en')), ar: kept((text) => keyOf(text, 'ar')) }

/** Words and numbers alone, without case and tashkil; in Arabic, Latin words and numbers follow. */
const keyOf = (text: string, language: Language): string =>
  [...wordsIn(text, language).map(({ folded }) => folded), ...text.match(language === 'en' ? /\p{N}+/gu : /[\p{N}\p{Script=Latin}]+/gu) ?? []].join(' ')

const keyOfSide = (readings: readonly SegmentReading[], language: Language): string => readings.map(({ segment }) => keys[language](segment.text)).join(' ')

/** Sentences of fewer words are answers and exclamations, which are said otherwise each time; headings and cells are labels. */
const fewestWords = 4

const isLong = (key: string, readings: readonly SegmentReading[]): boolean => /^\S+(?: \S+)*$/.test(key) &&
  (key.split(' ').length >= fewestWords || readings.every(({ segment: { kind } }) => kind === 'heading' || kind === 'cell' || kind === 'caption'))

/**
 * Beads whose `language` is the same as that of others and whose other side is not as most of theirs is.
 * The first of these stands for the others, where no way of saying it is more frequent.
 */
export function* variantsOf(book: BookReading, language: Language): Steps<Seen[]> {
  const groups = new Map<string, BeadReading[]>()
  yield* eachInSteps(book.beads, (_, index) => {
    const bead = book.bead(index)
    if (!hasBothSides(bead) || bead.en.some(({ segment }) => segment.kind === 'code')) return
    const key = keyOfSide(bead[language], language)
    if (!isLong(key, bead[language])) return
    const group = groups.get(key)
    if (group) group.push(bead)
    else groups.set(key, [bead])
  })
  const seen: Seen[] = []
  yield* eachInSteps([...groups.values()].filter(({ length }) => length > 1), (group) => append(seen, variants(group, counterpartOf(language))))
  return seen.sort((one, other) => one.bead - other.bead)
}

/** What ties an Arabic sentence to the one before it changes with that one: وقال, فقال and ثم قال are one way of saying it; so are “cannot” and “can't”. */
const wayOf = (key: string, language: Language): string => (language === 'ar' ? key.replace(/^(?:ثم |[وف](?=\S{3}))/, '') : contracted(key))

const contractions: readonly (readonly [long: RegExp, short: string])[] = [
  [/’/g, "'"], [/\bcan ?not\b/g, "can't"], [/\b(?:will|shall) not\b/g, "won't"], [/ not\b/g, "n't"], [/ am\b/g, "'m"], [/ are\b/g, "'re"],
  [/ (?:is|has)\b/g, "'s"], [/ have\b/g, "'ve"], [/ (?:will|shall)\b/g, "'ll"], [/ (?:would|had)\b/g, "'d"],
]

/** With all that may be contracted contracted, so that both ways of writing come out alike. */
const contracted = kept((key) => contractions.reduce((text, [long, short]) => text.replaceAll(long, short), key))

function variants(group: readonly BeadReading[], other: Language): Seen[] {
  const ways = new Map<string, BeadReading[]>()
  for (const bead of group) {
    const key = wayOf(keyOfSide(bead[other], other), other)
    ways.set(key, [...(ways.get(key) ?? []), bead])
  }
  const [usual, ...rest] = [...ways.values()].sort((one, another) => another.length - one.length)
  return rest.flat().map((bead) => ({
    bead: bead.index, marks: bead[other].map(wholeOf), values: { here: excerpt(bead[other]), usual: excerpt(usual?.[0]?.[other] ?? []), number: (usual?.[0]?.index ?? 0) + 1 },
  }))
}
