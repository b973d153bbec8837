/** Percentages that the other side does not have, or has as a plain number. */

import { quantityRule } from '../quantities/rule.ts'

export const percentagesDiffer = quantityRule('percentages-differ', 'percentage', 'error')
