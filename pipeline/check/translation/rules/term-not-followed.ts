/** A term of the book's glossary whose counterpart is not on the other side. */

import { hasTerm, termsIn, type Term } from '../terms/index.ts'
import { hasBothSides, markOf, type SegmentReading } from '../reading.ts'
import type { BeadRule } from '../rule.ts'

export const termNotFollowed: BeadRule = {
  name: 'term-not-followed', severity: 'warning', sees: 'bead',
  check: (bead, { book }) => {
    if (book.align.glossary.length === 0 || !hasBothSides(bead) || bead.en.some(({ segment }) => segment.kind === 'code')) return []
    const found = bead.en.flatMap((at) => termsIn(at.segment.text, book.align.glossary).map((term) => ({ ...term, at })))
    const missing = found.filter((term) => !hasTerm(term, bead.ar.map(({ segment }) => segment.text)))
    return onceEach(missing).map(({ term, at, from, to }) => ({
      marks: [markOf(at, { from, to })], values: { term: at.segment.text.slice(from, to), wanted: term.ar.map(({ text }) => text).join(' / ') },
    }))
  },
}

type Missing = { readonly term: Term; readonly at: SegmentReading; readonly from: number; readonly to: number }

const onceEach = (missing: readonly Missing[]): readonly Missing[] => missing.filter(({ term }, index) => missing.findIndex((other) => other.term === term) === index)
