/** A decision about segments as they stand: their texts, and what stands around them. */

import type { Decision } from '../model/decisions.ts'
import { bilingual, type Bilingual } from '../model/language.ts'
import type { Segment } from '../model/manuscript.ts'
import type { Span } from '../model/alignment.ts'

/** Texts and surroundings of a bead; `segments` as `segmentsOf` gives them. */
export function standing(segments: Bilingual<readonly Pick<Segment, 'text'>[]>, bead: Bilingual<Span>): Pick<Decision, 'texts' | 'around'> {
  const text = (language: 'en' | 'ar', index: number) => segments[language][index]?.text ?? ''
  return {
    texts: bilingual((language) => segments[language].slice(bead[language].from, bead[language].to).map((segment) => segment.text)),
    around: bilingual((language) => ({ before: text(language, bead[language].from - 1), after: text(language, bead[language].to) })),
  }
}
