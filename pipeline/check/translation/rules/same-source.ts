/** The same sentence of the original, translated in two ways. */

import { variantsOf } from '../repeats.ts'
import type { BookRule } from '../rule.ts'

export const sameSource: BookRule = { name: 'same-source', severity: 'note', sees: 'book', check: (book) => variantsOf(book, book.original) }
