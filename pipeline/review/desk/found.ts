/** Findings after an edit: those of the rows that changed are sought again, those of all others are only counted anew. */

import { isDeepStrictEqual } from 'node:util'
import { acceptances } from '../../check/translation/accepted.ts'
import { beadFindings, beadRuleNames } from '../../check/translation/index.ts'
import type { Span } from '../../model/alignment.ts'
import type { Checked } from '../../model/desk.ts'
import type { Finding } from '../../model/finding.ts'
import { languages } from '../../model/language.ts'
import type { Difference } from './patch.ts'
import { byBead, type CheckedStanding, type Found, type Standing } from './standing.ts'

export function foundAfter({ found, norms }: CheckedStanding, after: Standing, change: Difference): CheckedStanding {
  const { accepted } = after.decisions
  const now = byBead(beadFindings(after, { from: change.from, to: change.end }, accepted, norms))
  for (const [row, list] of found) {
    for (const finding of list) {
      if (row >= change.from && row < change.to && beadRuleNames.has(finding.rule) && !finding.isHabit) continue
      const moved = movedFinding(finding, after, change)
      if (!moved) continue
      const own = now.get(moved.bead)
      if (own) own.push(moved)
      else now.set(moved.bead, [moved])
    }
  }
  return { found: now, norms }
}

/** Undefined for one whose place is gone. */
function movedFinding(finding: Finding, after: Standing, { from, to, end, renumber }: Difference): Finding | undefined {
  const { bead, marks } = finding
  if (bead < from) return finding
  if (bead >= to) {
    const isSame = end === to && languages.every((language) => renumber[language] === 0)
    return isSame ? finding : { ...finding, bead: bead + end - to, marks: marks.map((mark) => ({ ...mark, segment: mark.segment + renumber[mark.language] })) }
  }
  // Rules of the whole book are asked again later; until then what they told stays with the words it is about.
  const [mark] = marks
  const row = mark && after.alignment.beads.slice(from, end).findIndex(({ [mark.language]: span }) => mark.segment >= span.from && mark.segment < span.to)
  return row === undefined || row < 0 || languages.some((language) => renumber[language] !== 0) ? undefined : { ...finding, bead: from + row }
}

/** The findings with what is accepted now, and the rows in which that is otherwise than before. */
export function acceptedAfter({ found, norms }: CheckedStanding, { alignment, segments, decisions }: Standing): { readonly checked: CheckedStanding; readonly rows: Span } {
  const acceptedFor = acceptances(decisions.accepted, segments)
  const now = new Map(found)
  const rows: number[] = []
  for (const [row, list] of found) {
    const bead = alignment.beads[row]
    if (!bead || list.every((finding) => finding.accepted === acceptedFor(finding.rule, bead))) continue
    rows.push(row)
    now.set(row, list.map(({ accepted: _, ...finding }) => {
      const accepted = acceptedFor(finding.rule, bead)
      return accepted ? { ...finding, accepted } : finding
    }))
  }
  return { checked: { found: now, norms }, rows: spanOf(rows) }
}

/** From the first of some rows to the last, in whatever order; an empty span for none. */
function spanOf(rows: readonly number[]): Span {
  const [first] = rows
  return rows.reduce(({ from, to }, row) => ({ from: Math.min(from, row), to: Math.max(to, row + 1) }), { from: first ?? 0, to: first ?? 0 })
}

/** The rows whose findings are others now, in order. */
export function otherFindings(before: Found, now: Found): Checked['rows'] {
  const rows = [...new Set([...before.keys(), ...now.keys()])].sort((one, other) => one - other)
  return rows.flatMap((row) => {
    const findings = now.get(row) ?? []
    return isDeepStrictEqual(before.get(row) ?? [], findings) ? [] : [{ row, findings }]
  })
}
