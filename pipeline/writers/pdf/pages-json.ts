/** What is told of each page beside a PDF: how full it is, where it ends, what it could not avoid. */

import type { Artifact, Edition } from '../../model/edition.ts'
import type { Leaf } from '../../paginate/leaves.ts'
import type { Half } from './typeset.ts'

const rounded = (value: number): number => Math.round(value * 1000) / 1000

/** `book.pdf` has `book.pages.json` beside it. */
export function pagesJson(name: string, halves: readonly Half[], room: number): Artifact {
  const pages = halves.flatMap(({ edition, leaves }) => leaves.map((leaf) => pageOf(leaf, edition, room)))
  const lines = pages.map((page) => `  ${JSON.stringify(page)}`).join(',\n')
  return { name: name.replace(/\.pdf$/, '.pages.json'), bytes: Buffer.from(`{"pages": [\n${lines}\n]}\n`) }
}

function pageOf({ number, folio, page, section, isOpening }: Leaf, edition: Edition, room: number) {
  const about = { page: number, folio: folio.number, front: folio.isFront, side: number % 2 === 1 ? 'recto' : 'verso', role: edition.sections[section]?.role, section }
  if (!page) return { ...about, blank: 1, ends: 'blank', faults: [] }
  const { set, galley } = page
  return {
    ...about, galley, opens: isOpening,
    blank: rounded(set.blank / room), overhang: rounded(page.overhang), ends: set.ends,
    lines: { from: set.from, to: set.to }, notes: set.notesHeight > 0, shrink: rounded(set.shrink), faults: set.faults,
  }
}
