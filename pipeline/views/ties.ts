/** Where the two texts are tied to each other: the ends of their beads. */

import type { Alignment } from '../model/alignment.ts'
import type { Edition } from '../model/edition.ts'
import { bilingual, languages, type Bilingual } from '../model/language.ts'
import { segmentsOf, type Manuscript } from '../model/manuscript.ts'

const known = new WeakMap<Alignment, Edition['ties']>()

/** Found once for an alignment, which every parallel view has the same of. */
export function tiesOf(alignment: Alignment, manuscripts: Bilingual<Manuscript>): Edition['ties'] {
  const ties = known.get(alignment) ?? tiesAnew(alignment, manuscripts)
  known.set(alignment, ties)
  return ties
}

/** For each bead of the running text, notes apart, the id of the last segment of each side that has any. */
function tiesAnew({ beads }: Alignment, manuscripts: Bilingual<Manuscript>): Edition['ties'] {
  const segments = bilingual((language) => segmentsOf(manuscripts[language]))
  const running = new Set(languages.flatMap((language) =>
    manuscripts[language].chapters.flatMap(({ blocks }) => blocks.flatMap((block) => block.segments.map(({ id }) => id)))))
  const ties = beads.map((bead) => bilingual((language) =>
    (bead[language].to > bead[language].from ? segments[language][bead[language].to - 1]?.id : undefined)))
  return ties.filter(({ en, ar }) => running.has(en ?? ar ?? ''))
}
