/** Times of day that the other side does not have. */

import { quantityRule } from '../quantities/rule.ts'

export const timesDiffer = quantityRule('times-differ', 'time', 'error')
