/** Sums of money that the other side does not have, or has in another currency. */

import { quantityRule } from '../quantities/rule.ts'

export const currenciesDiffer = quantityRule('currencies-differ', 'currency', 'error')
