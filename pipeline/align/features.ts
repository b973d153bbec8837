/** What two segments in different languages can visibly share: numbers, addresses, Latin words, names by their consonants. */

import type { Language } from '../model/language.ts'
import type { Segment } from '../model/manuscript.ts'

/** A feature is a short key; equal keys on both sides speak for a pair. */
export function featuresOf(segment: Segment, language: Language): Set<string> {
  const text = segment.text.normalize('NFKC')
  const features = new Set<string>()
  for (const number of numbersIn(text)) features.add(`#${number}`)
  for (const link of segment.links) features.add(`@${link}`)
  for (const word of text.match(/\p{Script=Latin}[\p{Script=Latin}\p{M}]{2,}/gu) ?? []) features.add(`=${folded(word)}`)
  for (const name of language === 'en' ? englishNames(text) : arabicNames(text)) features.add(`~${name}`)
  return features
}

/** Whole numbers and decimals in either family of digits; a group separator does not count. */
function numbersIn(text: string): string[] {
  const digits = text.replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replaceAll('٫', '.')
  return (digits.match(/\d+(?:[,٬]\d{3})*(?:\.\d+)?/g) ?? []).map((number) => number.replaceAll(/[,٬]/g, '').replace(/^0+(?=\d)/, ''))
}

const folded = (word: string): string => word.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Skeletons shorter than this are shared by too many words. */
const leastSkeleton = 3

/** Consonants of capitalised words, in the alphabet that `arabicNames` writes too. */
function englishNames(text: string): string[] {
  const words = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').match(/\p{Lu}[\p{L}'’]+/gu) ?? []
  return words.map(englishSkeleton).filter((skeleton) => skeleton.length >= leastSkeleton)
}

function englishSkeleton(word: string): string {
  return collapsed(word.toLowerCase().replaceAll(/['’]s$|[^a-z]/g, '')
    .replaceAll('ph', 'f').replaceAll(/sch|sh/g, 's').replaceAll('tch', 'ts').replaceAll('ch', 's').replaceAll(/kh|ck/g, 'k')
    .replaceAll('gh', 'g').replaceAll(/th|dh/g, 't').replaceAll(/c(?=[eiy])/g, 's').replaceAll('x', 'ks')
    .replaceAll(/[cq]/g, 'k').replaceAll('v', 'f').replaceAll('p', 'b').replaceAll('j', 'g').replaceAll(/[aeiouywh]/g, ''))
}

const arabicConsonants: Readonly<Record<string, string>> = {
  ب: 'b', پ: 'b', ت: 't', ط: 't', ث: 't', ج: 'g', غ: 'g', خ: 'k', ق: 'k', ك: 'k', د: 'd', ض: 'd', ذ: 't', ز: 'z', ظ: 'z', ر: 'r',
  س: 's', ص: 's', ش: 's', ف: 'f', ڤ: 'f', ل: 'l', م: 'm', ن: 'n',
}

/** Every word may be a name, with or without what is joined before it. */
function arabicNames(text: string): string[] {
  const words = text.replaceAll(/[\u064B-\u0652\u0670\u0640]/g, '').match(/[\u0621-\u064A]{3,}/g) ?? []
  return words.flatMap((word) => {
    const bare = word.replace(/^[وفبلك]?ال|^لل/, '')
    const without = word.replace(/^[وفبلك]/, '')
    return [...new Set([word, bare, without])].map(arabicSkeleton)
  }).filter((skeleton) => skeleton.length >= leastSkeleton)
}

const arabicSkeleton = (word: string): string => collapsed([...word].map((letter) => arabicConsonants[letter] ?? '').join(''))

const collapsed = (skeleton: string): string => skeleton.replaceAll(/(.)\1+/g, '$1')
