/** Headings of the manuscripts that skip a level, as from `#` to `###`. */

import type { Heading } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { languages, type Bilingual } from '../model/language.ts'
import type { Chapter, Manuscript } from '../model/manuscript.ts'
import type { Message, Severity } from '../model/message.ts'
import { headingsIn } from '../readers/anchors.ts'
import { withoutReferences } from '../readers/references.ts'

const unnamed = 'press/heading-skipped'

/** What files say of skipped levels, each for itself and without a place, gives way to the headings that are to blame; it stays where none is found. */
export function withSkippedHeadings(messages: readonly Message[], manuscripts: Bilingual<Manuscript>): readonly Message[] {
  const told = messages.find(({ rule }) => rule === unnamed)
  const faults = told ? headingFaults(manuscripts, told.severity) : []
  return faults.length === 0 ? messages : [...messages.filter(({ rule }) => rule !== unnamed), ...faults]
}

/** In the order of the book. Levels are those of the manuscript, by its number signs. */
export const headingFaults = (manuscripts: Bilingual<Manuscript>, severity: Severity): Message[] => languages.flatMap((language) =>
  manuscripts[language].chapters.flatMap((chapter) => skipping(chapter).map(({ heading, file, before }): Message => ({
    rule: 'check/heading-skipped', severity, language, place: { file, line: heading.position?.start.line ?? 1, column: heading.position?.start.column ?? 1 },
    values: { heading: toString(withoutReferences(heading)).trim(), level: heading.depth, before, due: before + 1 },
  }))))

interface Skipping {
  readonly heading: Heading
  readonly file: string
  /** Level of the heading before it. */
  readonly before: number
}

/** A chapter opens at its own level, whichever that is; one without a heading counts as opened by one of the first. */
function skipping({ blocks }: Chapter): Skipping[] {
  const opening = blocks[0]?.node
  let before = opening?.type === 'heading' ? opening.depth : 1
  return blocks.flatMap(({ node, place: { file } }) => headingsIn(node).flatMap((heading) => {
    const skipped = heading.depth > before + 1 ? [{ heading, file, before }] : []
    before = heading.depth
    return skipped
  }))
}
