/** Aligns two manuscripts, part by part, running text with running text and notes with notes. */

import type { Alignment, Bead } from '../model/alignment.ts'
import type { Bilingual } from '../model/language.ts'
import type { Manuscript, Segment } from '../model/manuscript.ts'
import { noteSegments, textSegments } from '../model/manuscript.ts'
import { bandOf } from './band.ts'
import { costOf, evidenceOf } from './costs.ts'
import { cheapestPath } from './path.ts'

export function alignManuscripts(manuscripts: Bilingual<Manuscript>, parts: number): Alignment {
  const beads: Bead[] = []
  const offset = { en: 0, ar: 0 }
  for (let part = 0; part < parts; part++) {
    for (const stream of [textSegments, noteSegments]) {
      const en = stream(manuscripts.en, part)
      const ar = stream(manuscripts.ar, part)
      for (const bead of align({ en, ar })) {
        beads.push({
          en: { from: bead.en.from + offset.en, to: bead.en.to + offset.en },
          ar: { from: bead.ar.from + offset.ar, to: bead.ar.to + offset.ar },
          score: bead.score,
        })
      }
      offset.en += en.length
      offset.ar += ar.length
    }
  }
  return { beads }
}

/** Beads over two lists of segments, in order, covering both exactly once. */
export function align(segments: Bilingual<readonly Segment[]>): readonly Bead[] {
  const evidence = evidenceOf(segments)
  return cheapestPath(segments.en.length, segments.ar.length, bandOf(evidence), (enFrom, enTo, arFrom, arTo) =>
    costOf({ from: enFrom, to: enTo }, { from: arFrom, to: arTo }, evidence))
}
