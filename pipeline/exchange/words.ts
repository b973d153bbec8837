/** Words that were changed in a translator's tool, as a manuscript would write them. */

import { lengthOf, type Span } from '../model/alignment.ts'
import { languages, type Bilingual, type Language } from '../model/language.ts'
import type { Message, Place } from '../model/message.ts'
import { textOf, type Current } from './current.ts'
import { folded, withoutTags } from './fold.ts'
import { markdownOf, plainOf, type Code, type Run } from './run.ts'
import type { Outcome } from './resolve.ts'
import type { ReadUnit } from './read/unit.ts'
import { respelled, spansOf, type Kept } from './spelling.ts'
import { placedIn, quoted } from './told.ts'
import { sideRuns } from './unit.ts'

/** A side of a bead that says something else in the file. */
export interface Rewording {
  readonly language: Language
  /** Segments of the side; empty where it had no words. */
  readonly span: Span
  readonly before: string
  /** As Markdown, markup that the file kept included. */
  readonly after: string
  /** The one sentence that is new, as Markdown; undefined where more than one is, or none was there. */
  readonly sentence: { readonly segment: number; readonly text: string } | undefined
  /** In the manuscript; undefined where the side had no words. */
  readonly place: Place | undefined
  /** In the file. */
  readonly from: Place
}

/** Words of a unit that are not the book's, or are spelled otherwise in it. */
export function rewordings(unit: ReadUnit, outcome: Outcome, current: Current, kept: Kept): Rewording[] {
  const spans = outcome.kind === 'reworded' ? current.beads[outcome.bead] : spansOf(outcome, current)
  if (!spans) return []
  const changed = outcome.kind === 'reworded' ? outcome.languages : respelled(unit, outcome, current, kept)
  return changed.map((language) => {
    const span = spans[language]
    const told = withMarkup(unit[language] ?? [], knownCodes(spans, current))
    const after = withoutTags(markdownOf(told)).trim()
    const { place } = lengthOf(span) > 0 ? placedIn(current, language, span) : { place: undefined }
    const sentence = hasCodesOf(sideRuns(current.runs[language], span), told) ? newSentence(after, language, span, current) : undefined
    return { language, span, before: textOf(current, language, span), after, sentence, place, from: unit.place }
  })
}

/** Markup that a tool has not kept, or has put its own in place of, would be lost with the words. */
function hasCodesOf(own: readonly Run[], given: readonly Run[]): boolean {
  const left = given.map(codeOf)
  return own.map(codeOf).every((code) => {
    const at = left.indexOf(code)
    if (at >= 0) left.splice(at, 1)
    return code === '' || at >= 0
  })
}

const codeOf = (run: Run): string => (run.kind === 'text' ? '' : run.code)

/** What is left when the sentences that stand as before are taken away from both ends. */
function newSentence(after: string, language: Language, span: Span, { runs, segments }: Current): Rewording['sentence'] {
  const sentences = runs[language].slice(span.from, span.to).map((sentence) => markdownOf(sentence).trim())
  let [first, last, text] = [0, sentences.length - 1, after]
  while (first < last && text.startsWith(sentences[first] ?? '')) text = text.slice(sentences[first++]?.length).trimStart()
  while (first < last && text.endsWith(sentences[last] ?? '')) text = text.slice(0, text.length - (sentences[last--]?.length ?? 0)).trimEnd()
  const isAlone = first === last && text !== '' && !holdsNeighbour(text, language, span, segments)
  return isAlone ? { segment: span.from + first, text } : undefined
}

/** Sentences around a bead that may have been moved into it. Own choice, as is the length from which a sentence is no chance likeness. */
const near = { sentences: 5, letters: 8 }

/** Words that stand beside it too would stand in the manuscript twice. */
function holdsNeighbour(text: string, language: Language, { from, to }: Span, segments: Current['segments']): boolean {
  const own = folded(text)
  const around = [...segments[language].slice(Math.max(0, from - near.sentences), from), ...segments[language].slice(to, to + near.sentences)]
  return around.map((segment) => folded(segment.text)).some((other) => other.length >= near.letters && own.includes(other))
}

/** Told at the words in the manuscript, or at the unit where the side had none. */
export function rewordingMessage({ language, before, after, sentence, place, from }: Rewording): Message {
  const where = place ? { place, counterpart: from } : { place: from }
  const rule = before === '' ? 'exchange/added' : sentence ? 'exchange/reworded' : 'exchange/reworded-by-hand'
  return { rule, severity: 'warning', language, ...where, values: before === '' ? { after: quoted(after) } : { before: quoted(before), after: quoted(after) } }
}

/** Codes of a bead's sides by kind and number, as they went out. */
function knownCodes(bead: Bilingual<Span>, { runs }: Current): ReadonlyMap<string, string> {
  const codes = languages.flatMap((language) => sideRuns(runs[language], bead[language]).filter((run): run is Code => run.kind !== 'text'))
  return new Map(codes.map(({ kind, id, code }) => [`${kind} ${id}`, code]))
}

/** A code whose markup the file does not say gets that which it went out with. */
const withMarkup = (runs: readonly Run[], known: ReadonlyMap<string, string>): Run[] =>
  runs.map((run) => (run.kind !== 'text' && run.code === '' ? { ...run, code: known.get(`${run.kind} ${run.id}`) ?? '' } : run))

/** The words are the same, the markup is not: told, for it is not taken over. */
export function markupChange(unit: ReadUnit, outcome: Outcome, current: Current): Message[] {
  const bead = outcome.kind === 'same' && outcome.isOurs ? current.beads[outcome.bead] : undefined
  if (!bead) return []
  return languages.flatMap((language): Message[] => {
    const before = sideRuns(current.runs[language], bead[language])
    const after = unit[language] ?? []
    // A tool that keeps no markup has not changed any.
    if (after.every(({ kind }) => kind === 'text') || folded(markupOf(before)) === folded(markupOf(after))) return []
    return [{ rule: 'exchange/markup-changed', severity: 'warning', ...placedIn(current, language, bead[language]), counterpart: unit.place, values: { before: plainMarkup(before), after: plainMarkup(after) } }]
  })
}

/** Words with their codes in place; what a file does not say of a code cannot differ. */
const markupOf = (runs: readonly Run[]): string => runs.map((run) => (run.kind === 'text' ? run.text : `\u0001${run.kind} ${run.type}\u0002`)).join('')

const plainMarkup = (runs: readonly Run[]): string => markdownOf(runs) || plainOf(runs)
