/** Beads in which there is again what was told once of the whole book. */

import type { Elsewhere, Finding } from '../../model/finding.ts'
import type { HabitPlace } from './beads.ts'

/** By bead; those of a habit that somebody has accepted are as they should be, and none. */
export function placesByBead(findings: readonly Finding[]): ReadonlyMap<number, readonly HabitPlace[]> {
  const places = new Map<number, HabitPlace[]>()
  for (const finding of findings) for (const place of placesOf(finding)) {
    const own = places.get(place.bead)
    if (own) own.push(place)
    else places.set(place.bead, [place])
  }
  return places
}

function placesOf({ rule, severity, bead, others = [], accepted }: Finding): HabitPlace[] {
  if (accepted) return []
  const beads = oneByBead(others.filter((other) => other.bead !== bead))
  return beads.map((place, index) => {
    const next = beads[index + 1]
    return { ...place, rule, severity, previous: (beads[index - 1]?.bead ?? bead) + 1, next: next && next.bead + 1 }
  })
}

/** Faults of one bead are one place. */
function oneByBead(others: readonly Elsewhere[]): Elsewhere[] {
  const beads = new Map<number, Elsewhere>()
  for (const { bead, marks } of others) beads.set(bead, { bead, marks: [...beads.get(bead)?.marks ?? [], ...marks] })
  return [...beads.values()]
}
