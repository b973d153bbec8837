/** Stray chapters stand alone: the rest of their part is aligned without them. */

import type { Bead, Span } from '../model/alignment.ts'
import { bilingual, counterpartOf, languages, type Bilingual, type Language } from '../model/language.ts'
import type { Aligner, LoneChapter, PartText } from './spans.ts'

/**
 * Beads of a part whose stray chapters stand alone: the rest is aligned without them, then they come back in their places.
 * A segment of theirs stands alone as surely as the program first left its chapter alone.
 */
export function beadsApart(text: PartText, stray: readonly LoneChapter[], align: Aligner): readonly Bead[] {
  const spans = bilingual((language) => stray
    .filter((chapter) => chapter.language === language && chapter.part === text.part)
    .sort((one, other) => one.from - other.from))
  if (spans.en.length + spans.ar.length === 0) return text.beads
  const kept = bilingual((language) => text.segments[language].map((_, index) => index).filter((index) => !spans[language].some((span) => holds(span, index))))
  const rest = align(bilingual((language) => kept[language].flatMap((index) => text.segments[language][index] ?? [])))
  const whole = rest.flatMap((bead) => uncut(bead, kept))
  const out = bilingual((language) => spans[language].flatMap((span) => aloneBeads(span, language, 1 - span.paired)))
  return merged(whole, [...out.en, ...out.ar], text)
}

const holds = ({ from, to }: Span, index: number): boolean => index >= from && index < to

type Loose = Bilingual<readonly number[]> & { readonly score: number }

/** A bead of the rest by its segments' numbers in the whole; one that reaches across a stray chapter leaves the smaller part of that side alone. */
function uncut(bead: Bead, kept: Bilingual<readonly number[]>): Loose[] {
  const held = bilingual((language) => kept[language].slice(bead[language].from, bead[language].to))
  const runs = bilingual((language): readonly (readonly number[])[] => runsOf(held[language]))
  const main = bilingual((language) => longest(runs[language]))
  const alone = (language: Language, run: readonly number[]): Loose[] => run.map((index) => ({ en: [], ar: [], [language]: [index], score: bead.score / 2 }))
  const before = languages.flatMap((language) => runs[language].slice(0, runs[language].indexOf(main[language])).flatMap((run) => alone(language, run)))
  const after = languages.flatMap((language) => runs[language].slice(runs[language].indexOf(main[language]) + 1).flatMap((run) => alone(language, run)))
  const isCut = before.length + after.length > 0
  return [...before, { ...main, score: isCut ? bead.score / 2 : bead.score }, ...after]
}

function runsOf(indices: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const index of indices) {
    const run = runs.at(-1)
    if (run && run.at(-1) === index - 1) run.push(index)
    else runs.push([index])
  }
  return runs
}

const longest = (runs: readonly (readonly number[])[]): readonly number[] =>
  runs.reduce<readonly number[]>((one, other) => (other.length > one.length ? other : one), runs[0] ?? [])

const aloneBeads = ({ from, to }: Span, language: Language, score: number): Loose[] =>
  Array.from({ length: to - from }, (_, index) => ({ en: [], ar: [], [language]: [from + index], score }))

/** All beads in one order: on each side by number; a stray chapter comes as soon as its side has reached it, but lets the other side finish its own. */
function merged(rest: readonly Loose[], stray: readonly Loose[], { chapters }: PartText): Bead[] {
  const waiting = bilingual((language) => stray.filter((bead) => bead[language].length > 0))
  const at = { en: 0, ar: 0 }
  const taken = { en: 0, ar: 0 }
  const beads: Bead[] = []
  const take = (bead: Loose): void => {
    const from = { ...at }
    if (languages.some((language) => bead[language].length > 0 && bead[language][0] !== at[language])) throw new Error('Beads out of order')
    for (const language of languages) at[language] += bead[language].length
    beads.push({ en: { from: from.en, to: at.en }, ar: { from: from.ar, to: at.ar }, score: bead.score })
  }
  const takeStray = (next: Loose | undefined): void => {
    for (const language of languages) {
      const other = counterpartOf(language)
      while (waiting[language][taken[language]]?.[language][0] === at[language]) {
        const opensAcross = chapters[other].some(({ from }) => from === at[other])
        // What the other side still says to its own chapter's end comes first.
        if (!opensAcross && next && next[language].length === 0) break
        const bead = waiting[language][taken[language]++]
        if (bead) take(bead)
      }
    }
  }
  for (const bead of rest) {
    takeStray(bead)
    take(bead)
  }
  takeStray(undefined)
  return beads
}
