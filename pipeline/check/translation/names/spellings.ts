/** Whether Arabic words may be one name in the spellings of two houses, and whether they may render an English name. */

import { distance } from 'fastest-levenshtein'
import { arabicSkeletons, englishSkeleton, leastSkeleton } from '../../../align/skeleton.ts'
import { kept } from '../memo.ts'

const skeletonsOf = kept((word) => arabicSkeletons(word))
const skeletonOf = kept(englishSkeleton)

/** What may be joined before a name. */
const joined = /^(?:(?:[وف]?[بلك]?ال|[وف]?لل)(?=..)|(?:[وف][بلك]?|[بلك])(?=...))/

/** Letters that houses write for one sound: Tokyo is طوكيو and توكيو. */
const alike: Readonly<Record<string, string>> = { ط: 'ت', ث: 'ت', غ: 'ج', ق: 'ك', خ: 'ك', ص: 'س', ض: 'د', ظ: 'ز', ذ: 'د', ة: 'ه' }

/** Shorter words are like too many others. */
const fewestLetters = 4

/** A word's letters without those that only draw a vowel out. */
const firm = (word: string): string => [...word.replaceAll(/(?<=.)(?:[اويءع]|ه$)/g, '')].map((letter) => alike[letter] ?? letter).join('').replaceAll(/(.)\1+/g, '$1')

const firmForms = kept((word): readonly string[] => [...new Set([word, word.replace(joined, '')])].filter((form) => form.length >= fewestLetters).map(firm).filter((form) => form.length > 1))

/** Both have three consonants or more, and the same, sounds taken for letters; or two, and the same letters but for long vowels. */
export const areSpellings = (one: string, other: string): boolean =>
  skeletonsOf(one).some((skeleton) => skeletonsOf(other).includes(skeleton)) || firmForms(one).some((form) => firmForms(other).includes(form))

/** Whether a word says every consonant of an English name of three or more, and no other. */
export function soundingLike(name: string): (word: string) => boolean {
  const skeleton = skeletonOf(name)
  return skeleton.length < leastSkeleton ? () => false : (word) => skeletonsOf(word).includes(skeleton)
}

/** Consonants that languages change into each other: Judah is يهوذا, Google جوجل. */
const blurred = (skeleton: string): string => skeleton.replaceAll('d', 't').replaceAll('z', 's').replaceAll('g', 'k').replaceAll(/(.)\1+/g, '$1')

const blurredSkeletons = kept((word) => arabicSkeletons(word, 1).map(blurred))
const blurredName = kept((name) => blurred(englishSkeleton(name)))

/** How many consonants a word and an English name do not share. */
export function soundDistance(word: string, name: string): number {
  const own = blurredName(name)
  return Math.min(...blurredSkeletons(word).map((skeleton) => distance(skeleton, own)), own.length)
}

/** Whether a word may render the name by its sound: a consonant more or less, in long names two, is let pass, as in Peter and بطرس. */
export const mayRender = (word: string, name: string): boolean => soundDistance(word, name) <= (skeletonOf(name).length > leastSkeleton + 1 ? 2 : 1)

/** With and without what may be joined before it. */
export const bareForms = kept((word): readonly string[] => [...new Set([word, word.replace(joined, ''), word.replace(/^[وفبلك](?=...)/, '')])])

/** Of letters three, the forms أفعال and فعول are plurals, as أكراد and هنود are. */
const singular = (word: string): string => word.replace(/^(?:ا(..)ا(.)|(..)و(.))$/, '$1$2$3$4')

/** A word as `bareForms` gives it, and without an ending of case, of number or of an adjective, or a pronoun: forms of one word share one of these. */
export const formKeys = kept((word): readonly string[] =>
  [...new Set(bareForms(word).flatMap((one) => [one, one.replace(/(?<=...)(?:ي?ا|يات|ي[ةه]|[ةه]|ي|يين|يون|يان|ين|ون|ات)$/, ''), one.replace(/(?<=...)(?:ها|هم|كم|نا|ك)$/, ''), singular(one)]))])

/** Letters by which two words differ, what is joined before them apart. */
export const spellingDistance = (one: string, other: string): number => Math.min(...bareForms(one).flatMap((form) => bareForms(other).map((own) => distance(form, own))))
