/** An Arabic text that is spelled otherwise: each decision is told where its words stand, and none is lost. */

import { expect, test } from '@jest/globals'
import { standing } from '../../pipeline/decisions/around.ts'
import { match } from '../../pipeline/decisions/match.ts'
import { random } from '../support/random.ts'

const words = 'أخذ إلى آخر سأل مؤمن قرأ الرجلُ مدينةٌ كتاب على فتى يجري نحو البيت والنهر شيئًا رئيس ماءٌ قال،'.split(' ')

/** Running sentences, and cells that hold a number alone. */
function sentences(seed: number): string[] {
  const chance = random(seed)
  const word = () => words[Math.floor(chance() * words.length)] ?? ''
  return Array.from({ length: 60 }, (_, index) => (index % 6 === 5 ? eastern(`${index}`) : `${Array.from({ length: 2 + Math.floor(chance() * 9) }, word).join(' ')} ${eastern(String(index))}.`))
}

const eastern = (digits: string): string => digits.replaceAll(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
const marks = ['\u064E', '\u064F', '\u0650', '\u0652']

test.each<[string, (text: string, chance: () => number) => string]>([
  ['every letter vocalised', (text, chance) => text.replaceAll(/[\u0621-\u064A]/g, (letter) => letter + (marks[Math.floor(chance() * 4)] ?? ''))],
  ['vowel marks gone', (text) => text.replaceAll(/[\u064B-\u0652]/g, '')],
  ['hamza without its seat', (text) => text.replaceAll(/[أإآ]/g, 'ا').replaceAll('ئ', 'ى').replaceAll('ؤ', 'و')],
  ['final letters as in Egypt', (text) => text.replaceAll(/ة(?!\p{L})/gu, 'ه').replaceAll(/ي(?!\p{L})/gu, 'ى')],
  ['tatweel', (text) => text.replaceAll(/(?<=[بتسقلمنكه])(?=[\u0621-\u064A])/g, 'ـ')],
  ['digits of the Maghreb', (text) => text.replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))],
  ['digits of Persian', (text) => text.replaceAll(/[٠-٩]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0x90))],
  ['marks decomposed', (text) => text.normalize('NFD')],
])('%s', (_what, change) => {
  for (let seed = 1; seed <= 8; seed++) {
    const chance = random(seed)
    const before = { en: sentences(seed).map((_, index) => ({ text: `Sentence ${index}.` })), ar: sentences(seed).map((text) => ({ text })) }
    // All of a book, or a sentence here and there.
    const after = { en: before.en, ar: before.ar.map(({ text }) => ({ text: seed % 2 === 0 || chance() < 0.2 ? change(text, chance) : text })) }
    const decisions = before.en.map((_, index) => ({ ...standing(before, { en: { from: index, to: index + 1 }, ar: { from: index, to: index + 1 } }), status: 'confirmed' as const, comments: [], history: [] }))
    const { kept, again, lost } = match(decisions, after, [{ en: { from: 0, to: 60 }, ar: { from: 0, to: 60 } }])
    const places = new Map([...kept, ...again].map(({ decision, at }) => [decision, [at.en.from, at.ar.from, at.ar.to]]))
    expect([seed, lost, decisions.map((_, index) => places.get(index))]).toEqual([seed, [], decisions.map((_, index) => [index, index, index + 1])])
    expect(kept.every(({ decision }) => after.ar[decision]?.text === before.ar[decision]?.text)).toBe(true)
  }
})
