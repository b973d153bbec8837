/** Which language asks alone at the end of a bead. */

import { bilingual, counterpartOf, languages, type Bilingual, type Language } from '../../model/language.ts'
import { endOf, type End } from './ends.ts'
import { exclaimsInstead, isSaidOtherwise } from './questions.ts'
import type { BeadReading, BookReading, SegmentReading } from './reading.ts'

/** A question that wants no answer may be an exclamation; a sentence that goes on behind a comma asks, if at all, at its end. */
const mayAsk: ReadonlySet<End> = new Set<End>(['exclamation', 'comma'])

/** The language whose last sentence is a question that the other side lacks. Where that puts the question inside its sentence, or exclaims there, it has one. */
export function askedAlone(bead: BeadReading, last: Bilingual<SegmentReading>, book: BookReading): Language | undefined {
  const ends = bilingual((language) => endOf(last[language].segment.text))
  const [asking, ...both] = languages.filter((language) => ends[language] === 'question')
  if (!asking || both.length > 0) return undefined
  const other = counterpartOf(asking)
  if (mayAsk.has(ends[other]) || hasQuestion(bead[other]) || exclaimsInstead(textOf(bead[other]), textOf(bead[asking]))) return undefined
  return isSaidOtherwise[asking](last.en.segment.text, last.ar.segment.text) || isAskedBeside(bead, asking, book) ? undefined : asking
}

const textOf = (readings: readonly SegmentReading[]): string => readings.map(({ segment }) => segment.text).join(' ')
const hasQuestion = (readings: readonly SegmentReading[]): boolean => /[?؟]/.test(textOf(readings))

/** A question may go over several sentences, and each language set its mark behind another one: then the bead beside asks on the other side alone. */
const isAskedBeside = ({ index }: BeadReading, asking: Language, book: BookReading): boolean =>
  [index - 1, index + 1].filter((near) => near >= 0 && near < book.beads.length).map((near) => book.bead(near)).some((near) => hasQuestion(near[counterpartOf(asking)]) && !hasQuestion(near[asking]))
