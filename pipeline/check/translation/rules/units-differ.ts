/** Measures that the other side does not have, or has in another unit without converting them. */

import { quantityRule } from '../quantities/rule.ts'

export const unitsDiffer = quantityRule('units-differ', 'unit', 'error')
