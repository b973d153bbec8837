/** Aligns two manuscripts, part by part, running text with running text and notes with notes. */

import type { Alignment, Bead } from '../model/alignment.ts'
import type { Bilingual } from '../model/language.ts'
import type { Manuscript, Segment } from '../model/manuscript.ts'
import { noteSegments, textSegments } from '../model/manuscript.ts'
import type { Message } from '../model/message.ts'
import { shippedModel } from './model.ts'
import { alignSides } from './program.ts'
import { isRelated, kinshipOf, unrelatedMessage } from './kinship.ts'
import { shapes } from './shapes.ts'

export interface Aligned {
  readonly alignment: Alignment
  /** An error for each part whose two sides have nothing to do with each other. */
  readonly messages: readonly Message[]
}

export function alignManuscripts(manuscripts: Bilingual<Manuscript>, parts: number): Aligned {
  const beads: Bead[] = []
  const messages: Message[] = []
  const offset = { en: 0, ar: 0 }
  for (let part = 0; part < parts; part++) {
    for (const stream of [textSegments, noteSegments]) {
      const segments = { en: stream(manuscripts.en, part), ar: stream(manuscripts.ar, part) }
      const aligned = align(segments)
      beads.push(...aligned.map((bead) => moved(bead, offset)))
      offset.en += segments.en.length
      offset.ar += segments.ar.length
      const kinship = kinshipOf(segments, aligned)
      if (stream === textSegments && !isRelated(kinship)) messages.push(unrelatedMessage(segments, kinship))
    }
  }
  return { alignment: { beads }, messages }
}

/**
 * Beads over two lists of segments, in order, covering both exactly once.
 *
 * Time and memory grow linearly with the segments, as long as the two texts share words.
 */
export function align(segments: Bilingual<readonly Segment[]>): readonly Bead[] {
  const { en, ar } = segments
  if (en.length === 0 || ar.length === 0) return alone(en.length, ar.length)
  return alignSides(segments, shippedModel()).map(({ shape, x, y, probability }) => ({
    en: { from: x - shapes[shape]!.en, to: x },
    ar: { from: y - shapes[shape]!.ar, to: y },
    score: probability,
  }))
}

/** Where one side is empty there is no doubt. */
const alone = (en: number, ar: number): Bead[] => Array.from({ length: en + ar }, (_, index) => ({
  en: en > 0 ? { from: index, to: index + 1 } : { from: 0, to: 0 },
  ar: en > 0 ? { from: 0, to: 0 } : { from: index, to: index + 1 },
  score: 1,
}))

const moved = ({ en, ar, score }: Bead, offset: Bilingual<number>): Bead => ({
  en: { from: en.from + offset.en, to: en.to + offset.en },
  ar: { from: ar.from + offset.ar, to: ar.to + offset.ar },
  score,
})
