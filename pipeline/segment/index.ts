/** Sentences of running text, per language: the standard's boundaries, and rules that take back those it sets too many. */

import { readFileSync } from 'node:fs'
import type { Language } from '../model/language.ts'

const lists = JSON.parse(readFileSync(new URL('abbreviations.json', import.meta.url), 'utf8')) as Record<Language, { words: string[] }>
const abbreviations: Record<Language, ReadonlySet<string>> = { en: new Set(lists.en.words), ar: new Set(lists.ar.words) }

/**
 * Ends of the sentences of `text`, ascending, the last one its length; white space belongs to the sentence before.
 * Slices between consecutive ends, joined, are the text. Empty for empty text. Linear in the text.
 */
export function sentenceEnds(text: string, language: Language): readonly number[] {
  const ends: number[] = []
  let quotes = 0
  let from = 0
  for (const { index, segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)) {
    const end = index + segment.length
    quotes = Math.max(0, quotes + openings(segment))
    const isLast = end === text.length
    const before = text.slice(from, end).trimEnd()
    const after = text.slice(end, end + 40)
    if (!isLast && goesOn(before, after, language, quotes > 0)) continue
    ends.push(end)
    from = end
    quotes = 0
  }
  return ends
}

/** Guillemets opened less those closed; English quotation marks close with the paragraph, and tell nothing. */
function openings(text: string): number {
  let count = 0
  for (const character of text) count += character === '«' ? 1 : character === '»' ? -1 : 0
  return count
}

/** Whether the sentence goes on after `before`, the rules in the order of their certainty. */
function goesOn(before: string, after: string, language: Language, isQuoting: boolean): boolean {
  return endsInAbbreviation(before, after, language) ||
    (isQuoting && /(?:\.{3}|…)$/.test(before)) ||
    /^[\p{Ll},;،؛:»”)\]]/u.test(after) ||
    (language === 'en' && /["”’]$/.test(before) && /^(?:said|asked|replied|cried|answered)\b/.test(after))
}

function endsInAbbreviation(before: string, after: string, language: Language): boolean {
  const [, lead = '', word] = /(^|\S*[\s([“"'«])([^\s([“"'«]+)\.$/u.exec(before.slice(-60)) ?? []
  if (word === undefined) return false
  // After a year, م. and هـ. are its era, and its sentence may well end there.
  if (abbreviations[language].has(word)) return !(language === 'ar' && /\p{Nd}\s$/u.test(lead))
  return /^\p{Lu}$/u.test(word) && /^\p{Lu}\p{Ll}/u.test(after) && isNameBefore(lead.trim(), word)
}

/** An initial stands after a name, after another initial, or at the head; a lone `I` only after a name is one. */
const isNameBefore = (before: string, initial: string): boolean =>
  (before === '' && initial !== 'I') || /^[(“"'«]?\p{Lu}(?:[\p{L}’'-]+|\.)$/u.test(before) || /^[(“"'«]$/.test(before)
