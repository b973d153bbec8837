/** What a file from a translator's tool changes in the book: beads to keep as they are there, words that were changed, and all that was not understood. */

import { lengthOf, type Span } from '../model/alignment.ts'
import type { Status } from '../model/decisions.ts'
import { counterpartOf, languages, type Bilingual, type Language } from '../model/language.ts'
import type { Message } from '../model/message.ts'
import { isSameBead, type Current } from './current.ts'
import { leftOver, settled, type Wanted } from './settle.ts'
import { keptIn, leftOut } from './spelling.ts'
import { isWordless, outcomesOf, type Outcome } from './resolve.ts'
import type { ReadUnit } from './read/unit.ts'
import { placedIn, told } from './told.ts'
import { markupChange, rewordings, type Rewording } from './words.ts'

export interface ImportedBead extends Bilingual<Span> {
  readonly status: Extract<Status, 'confirmed' | 'corrected' | 'omission'>
}

export interface Imported {
  /** In the order of the book; none shares a segment with another or crosses it. */
  readonly beads: readonly ImportedBead[]
  readonly rewordings: readonly Rewording[]
  /** One for each unit that changed nothing, though it says something, and for each sentence that the file leaves alone. */
  readonly messages: readonly Message[]
  /** Units that stand in the book as they do in the file. */
  readonly same: number
}

/**
 * Compares units with the book. `isDecided` says whether somebody has confirmed a bead before, by its index.
 *
 * A unit of ours that is unchanged is only confirmed where its tool says so; one from elsewhere is somebody's work, and confirmed.
 */
export function importUnits(units: readonly ReadUnit[], current: Current, isDecided: (bead: number) => boolean = () => false): Imported {
  const resolved = units.map((unit) => ({ unit, outcomes: outcomesOf(unit, current) }))
  const kept = keptIn(units)
  const pairs = resolved.flatMap(({ unit, outcomes }) => outcomes.flatMap((outcome) => wantedOf(unit, outcome, current, isDecided)))
  const emptied = resolved.flatMap(({ unit, outcomes }) => outcomes.flatMap((outcome) => (outcome.kind === 'emptied' ? omissionOf(unit, outcome, pairs, current) : [])))
  const { kept: held, messages: conflicts } = settled([...pairs, ...emptied.flatMap(({ wanted }) => wanted ?? [])], current)
  const changes = resolved.flatMap(({ unit, outcomes }) => outcomes.flatMap((outcome) => rewordings(unit, outcome, current, kept)))
  const messages = [
    ...resolved.flatMap(({ unit, outcomes }) => outcomes.flatMap((outcome) => [...told(unit, outcome, current), ...markupChange(unit, outcome, current)])),
    ...emptied.flatMap(({ message }) => message ?? []), ...conflicts, ...leftOver(held, current), ...leftOut(resolved, current, kept),
  ]
  const beads = held.filter(({ isNew }) => isNew).map(({ spans }) => ({ ...spans, status: statusOf(spans, current) }))
  return { beads, rewordings: changes, messages, same: resolved.filter(({ unit, outcomes }) => !unit.isPiece && outcomes.some(({ kind }) => kind === 'same')).length }
}

/** Pairs that the file states: those that change the book, and those that only hold their place against others. */
function wantedOf(unit: ReadUnit, outcome: Outcome, current: Current, isDecided: (bead: number) => boolean): Wanted[] {
  if (outcome.kind === 'paired') return [{ spans: outcome.spans, place: unit.place, isNew: true }]
  const bead = outcome.kind === 'same' ? current.beads[outcome.bead] : undefined
  if (outcome.kind !== 'same' || !bead) return []
  const isConfirmed = unit.isApproved || !outcome.isOurs
  // Where the empty side of a bead lies is for its neighbours to say.
  if (!isConfirmed && languages.some((language) => lengthOf(bead[language]) === 0)) return []
  return [{ spans: { en: bead.en, ar: bead.ar }, place: unit.place, isNew: isConfirmed && !isDecided(outcome.bead) }]
}

function statusOf(spans: Bilingual<Span>, { beads, holding }: Current): ImportedBead['status'] {
  if (languages.some((language) => lengthOf(spans[language]) === 0)) return 'omission'
  const bead = beads[holding('en', spans.en.from)]
  return bead && isSameBead(bead, spans) ? 'confirmed' : 'corrected'
}

/** A side that was emptied is an omission where its sentences went to other units; otherwise nothing says where they belong. Of a bead that went whole nothing is left. */
function omissionOf(unit: ReadUnit, { bead: index, language }: Extract<Outcome, { kind: 'emptied' }>, pairs: readonly Wanted[], current: Current): { wanted?: Wanted; message?: Message } {
  const bead = current.beads[index]
  if (!bead) return {}
  const isWhole = isWordless(unit)
  const left = (isWhole ? languages : [language]).find((one) => !isTaken(bead[one], one, pairs))
  if (left) return { message: { rule: 'exchange/emptied', severity: 'warning', ...placedIn(current, left, bead[left]), counterpart: unit.place } }
  if (isWhole) return {}
  const at = gapAfter(takersOf(bead[language], language, pairs), bead, language)
  const empty = { from: at, to: at }
  return { wanted: { spans: language === 'en' ? { en: empty, ar: bead.ar } : { en: bead.en, ar: empty }, place: unit.place, isNew: true } }
}

const takersOf = (span: Span, language: Language, pairs: readonly Wanted[]): readonly Wanted[] =>
  pairs.filter(({ spans }) => spans[language].from < span.to && spans[language].to > span.from)

/** Whether every sentence of a run is in some pair. */
function isTaken(span: Span, language: Language, pairs: readonly Wanted[]): boolean {
  const takers = takersOf(span, language, pairs)
  return Array.from({ length: lengthOf(span) }, (_, at) => span.from + at).every((at) => takers.some(({ spans }) => spans[language].from <= at && at < spans[language].to))
}

/** Where the empty side lies: behind what the units before it took. */
function gapAfter(takers: readonly Wanted[], bead: Bilingual<Span>, language: Language): number {
  const other = counterpartOf(language)
  const before = takers.filter(({ spans }) => spans[other].to <= bead[other].from).map(({ spans }) => spans[language].to)
  return Math.max(bead[language].from, ...before)
}
