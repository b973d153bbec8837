/** Beads as the report tells them: texts with their places, and what was found and decided there. */

import { beadType, type Bead, type Span } from '../../model/alignment.ts'
import type { Comment, Decided, Event, Status } from '../../model/decisions.ts'
import type { Elsewhere, Finding, Mark } from '../../model/finding.ts'
import { bilingual, counterpartOf, type Bilingual, type Language } from '../../model/language.ts'
import type { Segment } from '../../model/manuscript.ts'
import type { Place } from '../../model/message.ts'
import { ownWording, sorted, type Said } from './wording.ts'
import type { ReportedBead, ReportedFinding, ReportedMark, ReportedPlace, ReportedSegment, State } from './report.ts'

/** A bead with text on both sides asks for a look when its score is lower than this; our own choice. */
export const doubtfulBelow = 0.6

/** What is known of the places of a bead's faults that run through the book. */
export interface HabitPlace extends Elsewhere, Pick<Finding, 'rule' | 'severity'> {
  readonly previous: number
  readonly next: number | undefined
}

export interface BeadNotes {
  readonly findings: readonly Finding[]
  readonly places: readonly HabitPlace[]
  readonly decided: Decided | undefined
  readonly chapter: number
}

export function reportedBead(bead: Bead, segments: Bilingual<readonly Segment[]>, original: Language, { findings, places, decided, chapter }: BeadNotes, said: Said): ReportedBead {
  const covered = bilingual((language) => segments[language].slice(bead[language].from, bead[language].to))
  const first = covered[original][0] ?? covered[counterpartOf(original)][0]
  if (!first) throw new Error(`An empty bead at ${spanOf(bead.en)}, ${spanOf(bead.ar)}`)
  const { en, ar } = bilingual((language) => covered[language].map(reportedSegment))
  const score = thousandths(bead.score)
  return {
    type: beadType(bead), kind: first.kind, score, state: stateOf({ en, ar, score }, decided?.status, findings), chapter, en, ar,
    ...(findings.length > 0 && { findings: findings.map((finding) => reportedFinding(finding, bead, said)) }),
    ...(places.length > 0 && { places: places.map((place) => reportedPlace(place, bead)) }),
    ...(decided && decisionOn(decided)),
  }
}

/** A person's word stands above a score; what changed since then is open again. Whoever accepts that a sentence is left out or added has said that it is meant. */
function stateOf({ en, ar, score }: Pick<ReportedBead, 'en' | 'ar' | 'score'>, status: Status | undefined, findings: readonly Finding[]): State {
  const isSettled = status !== undefined && status !== 'again'
  if (en.length === 0 || ar.length === 0) return isSettled || (status === undefined && findings.some(isAcceptedAlone)) ? 'intended' : 'alone'
  return isSettled || (status === undefined && score >= doubtfulBelow) ? 'paired' : 'doubtful'
}

const isAcceptedAlone = ({ rule, accepted }: Finding): boolean => accepted !== undefined && (rule === 'sentence-omitted' || rule === 'sentence-added')

const decisionOn = ({ status, before, comments, history }: Decided): Partial<ReportedBead> => ({
  ...(status && { status }),
  ...(before && { before: { en: before.en, ar: before.ar } }),
  ...(comments.length > 0 && { comments: comments.map(commentOf) }),
  ...(history.length > 0 && { history: history.map(eventOf) }),
})

// Every object is built key by key, so that the file's order never depends on who made the thing.
export const commentOf = ({ at, by, text }: Comment): Comment => ({ at, by, text })

const eventOf = ({ at, by, what }: Event): Event => ({ at, by, what })

const reportedSegment = ({ id, text, place }: Segment): ReportedSegment => ({ id, text, place: placeOf(place) })

export const placeOf = ({ file, line, column }: Place): Place => ({ file, line, column })

function reportedFinding({ rule, severity, bead: own, marks, values, accepted, others = [] }: Finding, bead: Bead, said: Said): ReportedFinding {
  const next = others.find((other) => other.bead > own)
  return {
    rule, severity,
    marks: marksIn([...marks, ...others.filter((other) => other.bead === own).flatMap((other) => other.marks)], bead),
    ...(values && { values: sorted(values) }),
    wording: ownWording({ rule: `checks/${rule}`, values }, said),
    ...(accepted && { accepted: { reason: accepted.reason, by: accepted.by, on: accepted.on } }),
    ...(next && { next: next.bead + 1 }),
  }
}

const reportedPlace = ({ rule, severity, marks, previous, next }: HabitPlace, bead: Bead): ReportedPlace =>
  ({ rule, severity, marks: marksIn(marks, bead), previous, ...(next !== undefined && { next }) })

/** A rule may mark words in another bead too; they are shown there by a finding of its own. */
const marksIn = (marks: readonly Mark[], bead: Bead): ReportedMark[] => marks.flatMap(({ language, segment, from, to }) => {
  const { from: first, to: end } = bead[language]
  return segment >= first && segment < end ? [{ language, segment: segment - first, from, to }] : []
})

const spanOf = ({ from, to }: Span): string => `${from}–${to}`

export const thousandths = (value: number): number => Math.round(value * 1000) / 1000
