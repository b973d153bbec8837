/** Edits of beads: what each makes of the decisions. Pure; manuscripts are not touched here. */

import { lengthOf, type Bead, type Pin, type Span } from '../../model/alignment.ts'
import { standing as standingAt } from '../../decisions/around.ts'
import { byTime } from '../../decisions/decided.ts'
import type { Decided, Decision, Event, Status } from '../../model/decisions.ts'
import type { Edit } from '../../model/desk.ts'
import type { Acceptance } from '../../model/finding.ts'
import { bilingual, languages, type Bilingual } from '../../model/language.ts'
import type { Standing } from './standing.ts'

/** Edits that leave the texts as they are. */
export type BeadEdit = Exclude<Edit, { kind: 'cut' | 'join' | 'text' }>

/** Who edits, and when: `YYYY-MM-DDTHH:MM:SSZ`. */
export interface Author {
  readonly by: string
  readonly at: string
}

export interface Refused {
  readonly refused: string
  readonly values?: Readonly<Record<string, string | number>>
}

/** A decision with its place, an undefined status where none is fixed by it. */
export interface Placed {
  readonly decision: Decision
  readonly at: Pin
}

/** Decisions about the beads of a span of rows give way to others. */
export interface Replacement {
  readonly rows: Span
  readonly placed: readonly Placed[]
  /** All acceptances, where they changed. */
  readonly accepted?: readonly Acceptance[]
}

export function replacement(standing: Standing, edit: BeadEdit, author: Author): Replacement | Refused {
  switch (edit.kind) {
    case 'merge': return merge(standing, edit.beads, author)
    case 'split': return split(standing, edit.bead, edit.at, author)
    case 'shift': return shift(standing, edit, author)
    case 'link': return link(standing, edit, author)
    case 'confirm': return confirm(standing, edit.beads, author)
    case 'omission': return omission(standing, edit.bead, author)
    case 'reopen': return reopen(standing, edit.bead, author)
    case 'comment': return comment(standing, edit.bead, edit.text, author)
    case 'accept': case 'unaccept': return acceptance(standing, edit, author)
  }
}

const refused = (rule: string): Refused => ({ refused: `desk/${rule}` })

const nothing: Pick<Decided, 'comments' | 'history'> = { comments: [], history: [] }

/** What has been said and done about beads so far, in the order of time. */
function soFar({ decided }: Standing, rows: Span): Pick<Decided, 'comments' | 'history'> {
  const own = Array.from({ length: lengthOf(rows) }, (_, index) => decided.beads.get(rows.from + index) ?? nothing)
  return { comments: own.flatMap(({ comments }) => comments).toSorted(byTime), history: own.flatMap(({ history }) => history).toSorted(byTime) }
}

/** A decision about these segments with one more event in its history. */
function placed(standing: Standing, at: Pin, status: Status | undefined, before: Pick<Decided, 'comments' | 'history'>, what: Event['what'], { by, at: when }: Author): Placed {
  const decision: Decision = { ...standingAt(standing.segments, at), status, comments: before.comments, history: [...before.history, { at: when, by, what }] }
  return { decision, at }
}

const pinOf = ({ en, ar }: Bead): Pin => ({ en, ar })

const isInside = ({ from, to }: Span, count: number): boolean => from >= 0 && from < to && to <= count

function merge(standing: Standing, rows: Span, author: Author): Replacement | Refused {
  const { beads } = standing.alignment
  const [first, last] = [beads[rows.from], beads[rows.to - 1]]
  if (!isInside(rows, beads.length) || lengthOf(rows) < 2 || !first || !last) return refused('merge-one')
  const at = bilingual((language) => ({ from: first[language].from, to: last[language].to }))
  if (!isInOneStream(standing, at)) return refused('parts')
  return { rows, placed: [placed(standing, at, 'corrected', soFar(standing, rows), 'merge', author)] }
}

function split(standing: Standing, row: number, at: Bilingual<number>, author: Author): Replacement | Refused {
  const bead = standing.alignment.beads[row]
  if (!bead || !languages.every((language) => Number.isInteger(at[language]) && at[language] >= 0 && at[language] <= lengthOf(bead[language]))) return refused('split-nowhere')
  const first = bilingual((language) => ({ from: bead[language].from, to: bead[language].from + at[language] }))
  const second = bilingual((language) => ({ from: first[language].to, to: bead[language].to }))
  if ([first, second].some(isNothing)) return refused('split-nowhere')
  const rows = { from: row, to: row + 1 }
  return { rows, placed: [
    placed(standing, first, 'corrected', soFar(standing, rows), 'split', author),
    placed(standing, second, 'corrected', nothing, 'split', author),
  ] }
}

const isNothing = (at: Pin): boolean => languages.every((language) => lengthOf(at[language]) === 0)

function shift(standing: Standing, { bead: row, language, by }: Extract<Edit, { kind: 'shift' }>, author: Author): Replacement | Refused {
  const [bead, next] = [standing.alignment.beads[row], standing.alignment.beads[row + 1]]
  const giver = by === 1 ? next : bead
  if (!bead || !next || !giver || lengthOf(giver[language]) === 0) return refused('shift-nothing')
  const end = bead[language].to + by
  const first: Pin = { ...pinOf(bead), [language]: { from: bead[language].from, to: end } }
  const second: Pin = { ...pinOf(next), [language]: { from: end, to: next[language].to } }
  const whole = bilingual((side) => ({ from: bead[side].from, to: next[side].to }))
  if (!isInOneStream(standing, whole)) return refused('parts')
  const rows = { from: row, to: row + 2 }
  // A bead that has given all it had is gone, and what was said about it goes to the other.
  if (isNothing(first) || isNothing(second)) return { rows, placed: [placed(standing, whole, 'corrected', soFar(standing, rows), 'shift', author)] }
  return { rows, placed: [first, second].map((at, index) =>
    placed(standing, at, 'corrected', soFar(standing, { from: row + index, to: row + index + 1 }), 'shift', author)) }
}

function link(standing: Standing, { en, ar }: Extract<Edit, { kind: 'link' }>, author: Author): Replacement | Refused {
  const at = { en, ar }
  const { beads } = standing.alignment
  if (isNothing(at) || !languages.every((language) => lengthOf(at[language]) >= 0 && at[language].from >= 0 && at[language].to <= standing.segments[language].length)) return refused('link-nothing')
  if (!isInOneStream(standing, at)) return refused('parts')
  const touches = (bead: Bead) => languages.some((language) => bead[language].from < at[language].to && bead[language].to > at[language].from)
  const rows = { from: beads.findIndex(touches), to: beads.findLastIndex(touches) + 1 }
  // What others have decided in between would be crossed.
  const crossed = Array.from({ length: lengthOf(rows) }, (_, index) => rows.from + index)
    .some((row) => isFixed(standing.decided.beads.get(row)) && !touches(beads[row] as Bead))
  if (crossed) return refused('link-crosses')
  return { rows, placed: [placed(standing, at, 'corrected', soFar(standing, rows), 'link', author)] }
}

const isFixed = (decided: Decided | undefined): boolean => decided?.status !== undefined && decided.status !== 'again'

/** Those that are decided already stay as they are; a bead of one side is confirmed as an omission. */
function confirm(standing: Standing, rows: Span, author: Author): Replacement | Refused {
  const { beads } = standing.alignment
  if (!isInside(rows, beads.length)) return refused('no-bead')
  const made = beads.slice(rows.from, rows.to).map((bead, index): Placed[] => {
    const row = rows.from + index
    const decided = standing.decided.beads.get(row)
    if (isFixed(decided)) return keptAt(standing, row)
    return [placed(standing, pinOf(bead), isOneSided(bead) ? 'omission' : 'confirmed', soFar(standing, { from: row, to: row + 1 }), 'confirm', author)]
  })
  const isNew = beads.slice(rows.from, rows.to).some((_, index) => !isFixed(standing.decided.beads.get(rows.from + index)))
  return isNew ? { rows, placed: made.flat() } : refused('confirmed-already')
}

const isOneSided = (bead: Pin): boolean => languages.some((language) => lengthOf(bead[language]) === 0)

/** The decisions about a bead as they are. */
function keptAt({ decided, decisions, matched }: Standing, row: number): Placed[] {
  const own = new Set(decided.beads.get(row)?.from ?? [])
  return matched.kept.flatMap(({ decision, at }) => {
    const one = own.has(decision) ? decisions.beads[decision] : undefined
    return one ? [{ decision: one, at }] : []
  })
}

function omission(standing: Standing, row: number, author: Author): Replacement | Refused {
  const bead = standing.alignment.beads[row]
  if (!bead) return refused('no-bead')
  if (!isOneSided(bead)) return refused('omission-two-sided')
  if (standing.decided.beads.get(row)?.status === 'omission') return refused('confirmed-already')
  const rows = { from: row, to: row + 1 }
  return { rows, placed: [placed(standing, pinOf(bead), 'omission', soFar(standing, rows), 'omission', author)] }
}

function reopen(standing: Standing, row: number, author: Author): Replacement | Refused {
  const bead = standing.alignment.beads[row]
  if (!bead || standing.decided.beads.get(row)?.status === undefined) return refused('reopen-undecided')
  const rows = { from: row, to: row + 1 }
  return { rows, placed: [placed(standing, pinOf(bead), undefined, soFar(standing, rows), 'reopen', author)] }
}

function comment(standing: Standing, row: number, text: string, author: Author): Replacement | Refused {
  const bead = standing.alignment.beads[row]
  if (!bead) return refused('no-bead')
  if (text.trim() === '') return refused('comment-empty')
  const said = { at: author.at, by: author.by, text: text.trim() }
  const event: Event = { at: author.at, by: author.by, what: 'comment' }
  const rows = { from: row, to: row + 1 }
  const index = standing.decided.beads.get(row)?.from.at(-1)
  const own = index === undefined ? undefined : standing.decisions.beads[index]
  // A comment decides nothing: what has changed since is still to be looked at again.
  if (own) return { rows, placed: replacedAt(standing, row, (one) => (one === own ? { ...own, comments: [...own.comments, said], history: [...own.history, event] } : one)) }
  return { rows, placed: [{ at: pinOf(bead), decision: { ...standingAt(standing.segments, bead), status: undefined, comments: [said], history: [event] } }] }
}

/** All decisions about a row, changed where they are to be. */
function replacedAt({ decided, decisions, matched, alignment }: Standing, row: number, change: (one: Decision) => Decision = (one) => one): Placed[] {
  const places = new Map([...matched.kept, ...matched.again].map(({ decision, at }) => [decision, at]))
  return (decided.beads.get(row)?.from ?? []).flatMap((index) => {
    const one = decisions.beads[index]
    return one ? [{ decision: change(one), at: places.get(index) ?? pinOf(alignment.beads[row] as Bead) }] : []
  })
}

function acceptance(standing: Standing, edit: Extract<Edit, { kind: 'accept' | 'unaccept' }>, { by, at }: Author): Replacement | Refused {
  const bead = standing.alignment.beads[edit.bead]
  if (!bead) return refused('no-bead')
  const { texts } = standingAt(standing.segments, bead)
  const { accepted } = standing.decisions
  const isSame = (one: Acceptance) => one.rule === edit.rule && languages.every((language) =>
    one.texts[language].length === texts[language].length && one.texts[language].every((text, index) => text === texts[language][index]))
  const others = accepted.filter((one) => !isSame(one))
  const rows = { from: edit.bead, to: edit.bead + 1 }
  const same = replacedAt(standing, edit.bead)
  if (edit.kind === 'unaccept') return others.length === accepted.length ? refused('not-accepted') : { rows, placed: same, accepted: others }
  return { rows, placed: same, accepted: [...others, { rule: edit.rule, texts, reason: edit.reason.trim(), by, on: at.slice(0, 10) }] }
}

/** Beads never leave the running text of a part, or its notes. */
function isInOneStream({ free }: Standing, at: Pin): boolean {
  return free.streams.some(({ segments, offset }) => languages.every((language) =>
    at[language].from >= offset[language] && at[language].to <= offset[language] + segments[language].length))
}
