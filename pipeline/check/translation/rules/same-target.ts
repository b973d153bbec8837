/** One translation of two different sentences of the original. */

import { variantsOf } from '../repeats.ts'
import type { BookRule } from '../rule.ts'

export const sameTarget: BookRule = { name: 'same-target', severity: 'note', sees: 'book', check: (book) => variantsOf(book, book.translation) }
