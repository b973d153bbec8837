/** What one version of a book has otherwise than another: the rows that changed, and how those after them are counted. */

import type { Bead, Span } from '../../model/alignment.ts'
import type { Patch } from '../../model/desk.ts'
import { bilingual, languages, type Bilingual } from '../../model/language.ts'
import type { Segment } from '../../model/manuscript.ts'
import type { Found, Standing } from './standing.ts'
import { rowOf } from './rows.ts'

/** Rows of the old version, and as many of the new as differ. */
export interface Difference {
  readonly from: number
  readonly to: number
  /** One past the last row of the new version that differs. */
  readonly end: number
  readonly renumber: Bilingual<number>
}

/** Found by going in from both ends; findings are not looked at. */
export function difference(before: Standing, after: Standing): Difference {
  const [old, now] = [before.alignment.beads, after.alignment.beads]
  const renumber = bilingual((language) => after.segments[language].length - before.segments[language].length)
  const shorter = Math.min(old.length, now.length)
  let from = 0
  while (from < shorter && isSame(before, from, after, from, { en: 0, ar: 0 })) from++
  let tail = 0
  while (tail < shorter - from && isSame(before, old.length - 1 - tail, after, now.length - 1 - tail, renumber)) tail++
  return { from, to: old.length - tail, end: now.length - tail, renumber }
}

function isSame(before: Standing, row: number, after: Standing, other: number, by: Bilingual<number>): boolean {
  const [bead, now] = [before.alignment.beads[row] as Bead, after.alignment.beads[other] as Bead]
  const stands = bead.en.from + by.en === now.en.from && bead.en.to + by.en === now.en.to && bead.ar.from + by.ar === now.ar.from && bead.ar.to + by.ar === now.ar.to
  if (!stands || bead.score !== now.score || !areDecidedAlike(before, row, after, other)) return false
  return languages.every((language) => {
    const [old, texts] = [before.segments[language], after.segments[language]]
    // A side that was not read again is the very same.
    return old === texts || saysTheSame(old, texts, bead[language], by[language])
  })
}

function saysTheSame(before: readonly Segment[], after: readonly Segment[], { from, to }: Span, by: number): boolean {
  for (let index = from; index < to; index++) {
    const one = before[index]
    const two = after[index + by]
    if (one !== two && (one?.text !== two?.text || one?.kind !== two?.kind)) return false
  }
  return true
}

function areDecidedAlike(before: Standing, row: number, after: Standing, other: number): boolean {
  const [one, two] = [before.decided.beads.get(row), after.decided.beads.get(other)]
  if (!one || !two) return one === two
  return one.status === two.status && one.from.length === two.from.length && (one.before === undefined) === (two.before === undefined) &&
    one.from.every((decision, index) => before.decisions.beads[decision] === after.decisions.beads[two.from[index] ?? -1])
}

export function patchOf(after: Standing, found: Found, { from, to, end, renumber }: Difference, more: Pick<Patch, 'version' | 'canUndo' | 'canRedo' | 'isChecked'>): Patch {
  const rows = Array.from({ length: end - from }, (_, index) => rowOf(after, from + index, found.get(from + index) ?? []))
  return { ...more, from, to, rows, renumber, lost: lostOf(after) }
}

export const lostOf = ({ decisions, decided }: Standing): Patch['lost'] => decided.lost.flatMap((index) => {
  const decision = decisions.beads[index]
  return decision ? [{ texts: decision.texts, comments: decision.comments, history: decision.history }] : []
})
