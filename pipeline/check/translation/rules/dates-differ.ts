/** Days, months and years, common and Hijri, that the other side does not have. */

import { quantityRule } from '../quantities/rule.ts'

export const datesDiffer = quantityRule('dates-differ', 'date', 'error')
