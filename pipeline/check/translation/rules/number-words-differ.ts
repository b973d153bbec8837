/** A number in words on one side that is another number on the other. */

import { quantityTold } from '../quantities/rule.ts'
import { wordDifference } from '../quantities/spoken.ts'
import type { BeadRule } from '../rule.ts'

export const numberWordsDiffer: BeadRule = {
  name: 'number-words-differ', severity: 'warning', sees: 'bead',
  check: (bead) => {
    const sides = wordDifference(bead)
    return sides ? [quantityTold(sides)] : []
  },
}
