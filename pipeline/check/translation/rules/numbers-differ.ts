/** Numbers in digits that the other side does not have, in digits or in words. */

import { quantityRule } from '../quantities/rule.ts'

export const numbersDiffer = quantityRule('numbers-differ', 'number', 'error')
