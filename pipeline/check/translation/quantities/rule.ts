/** The rules of quantities differ in the kind that they tell of alone. */

import type { Severity } from '../../../model/message.ts'
import type { Bilingual } from '../../../model/language.ts'
import { markOf } from '../reading.ts'
import type { BeadRule, Told } from '../rule.ts'
import { differencesIn, type PlacedQuantity } from './differences.ts'
import type { QuantityKind } from './quantity.ts'

export const quantityRule = (name: string, kind: QuantityKind, severity: Severity): BeadRule => ({
  name, severity, sees: 'bead',
  check: (bead) => differencesIn(bead).filter((difference) => difference.kind === kind).map(({ sides }) => quantityTold(sides)),
})

/** A side that has nothing to show is `—` in the wording. */
export function quantityTold({ en, ar }: Partial<Bilingual<PlacedQuantity>>): Told {
  const marks = [en, ar].flatMap((placed) => (placed ? [markOf(placed.at, placed.quantity)] : []))
  return { marks, values: { en: written(en), ar: written(ar) } }
}

const written = (placed: PlacedQuantity | undefined): string => placed?.at.segment.text.slice(placed.quantity.from, placed.quantity.to) ?? '—'
