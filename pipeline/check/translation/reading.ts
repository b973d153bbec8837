/** The aligned book as the rules see it: beads with the segments of both sides, and what is usual in the book. */

import type { Bead } from '../../model/alignment.ts'
import type { Book } from '../../model/book.ts'
import type { Mark } from '../../model/finding.ts'
import { bilingual, counterpartOf, languages, type Bilingual, type Language } from '../../model/language.ts'
import { segmentsOf, type Manuscript, type Segment } from '../../model/manuscript.ts'
import type { CheckedBook } from './index.ts'
import { inlineOf, noInline, type Inline } from './inline.ts'
import { inLonePart } from './lone-parts.ts'
import { normsOf, type Norms } from './norms.ts'
import { bareForms } from './names/spellings.ts'
import { atOnce, eachInSteps, type Steps } from './steps.ts'
import { stemIn, wordsIn, type Word } from './words.ts'

export interface SegmentReading {
  /** Index into `segmentsOf`. */
  readonly index: number
  readonly language: Language
  readonly segment: Segment
  readonly inline: Inline
}

export interface BeadReading extends Bilingual<readonly SegmentReading[]> {
  /** Index into `Alignment.beads`. */
  readonly index: number
}

export interface BookReading {
  readonly book: Book
  readonly original: Language
  readonly translation: Language
  readonly segments: Bilingual<readonly Segment[]>
  readonly beads: readonly Bead[]
  readonly norms: Norms
  bead(index: number): BeadReading
  /** Counts what the next two tell, which would else be done in one step when they are first asked. */
  count(): Steps<void>
  /** How often each Arabic stem stands in the book. */
  stemCounts(): ReadonlyMap<string, number>
  /** How often each Arabic word does, with and without what may be joined before it. */
  formCounts(): ReadonlyMap<string, number>
  /** Whether one side has nothing here on purpose: somebody has said so, or the part has no counterpart. */
  isMeant(bead: number): boolean
  /** Whether a segment, by its id, stands in a note of the translator's own. */
  isTranslators(id: string): boolean
}

/** `norms` are those of an earlier reading of the same book, or are gathered when first asked for. */
export function bookReading({ book, manuscripts, alignment: { beads }, decided }: CheckedBook, norms?: Norms): BookReading {
  const segments = bilingual((language) => segmentsOf(manuscripts[language]))
  const inline = bilingual((language) => inlineOf(manuscripts[language]))
  const read: SegmentReading[][] = [[], []]
  const reading = (language: Language, index: number): SegmentReading => {
    const segment = segments[language][index]!
    return (read[language === 'en' ? 0 : 1]![index] ??= { index, language, segment, inline: inline[language].get(segment.id) ?? noInline })
  }
  const side = (language: Language, { from, to }: Bead['en']) => Array.from({ length: to - from }, (_, index) => reading(language, from + index))
  const made: BeadReading[] = []
  let counts: Counts | undefined
  let translators: ReadonlySet<string> | undefined
  let isLone: ReturnType<typeof inLonePart> | undefined
  return {
    book, segments, beads, original: book.original, translation: counterpartOf(book.original),
    get norms() { return (norms ??= atOnce(normsOf(beads, segments))) },
    bead: (index) => (made[index] ??= { index, en: side('en', beads[index]!.en), ar: side('ar', beads[index]!.ar) }),
    *count() { counts ??= yield* countsOf(segments.ar) },
    stemCounts: () => (counts ??= atOnce(countsOf(segments.ar))).stems,
    formCounts: () => (counts ??= atOnce(countsOf(segments.ar))).forms,
    isMeant: (bead) => decided?.beads.get(bead)?.status === 'omission' || (isLone ??= inLonePart(book, manuscripts))(beads[bead]!),
    isTranslators: (id) => (translators ??= translatorsSegments(manuscripts)).has(id),
  }
}

interface Counts {
  readonly stems: ReadonlyMap<string, number>
  readonly forms: ReadonlyMap<string, number>
}

/** Words are counted first, and then what they share, for a book has far fewer words than running words. */
function* countsOf(segments: readonly Segment[]): Steps<Counts> {
  const words = new Map<string, { readonly word: Word; times: number }>()
  yield* eachInSteps(segments, ({ text }) => {
    for (const word of wordsIn(text, 'ar')) {
      const known = words.get(word.folded)
      if (known) known.times++
      else words.set(word.folded, { word, times: 1 })
    }
  })
  const [stems, forms] = [new Map<string, number>(), new Map<string, number>()]
  yield* eachInSteps([...words.values()], ({ word, times }) => {
    add(stems, stemIn(word, 'ar'), times)
    for (const form of bareForms(word.folded)) add(forms, form, times)
  })
  return { stems, forms }
}

const add = (counts: Map<string, number>, key: string, times: number): void => void counts.set(key, (counts.get(key) ?? 0) + times)

const translatorsSegments = (manuscripts: Bilingual<Manuscript>): ReadonlySet<string> => new Set(languages.flatMap((language) =>
  manuscripts[language].chapters.flatMap(({ notes }) => notes.filter(({ by }) => by === 'translator').flatMap(({ segments }) => segments.map(({ id }) => id)))))

/** Words of a segment as a mark. */
export const markOf = ({ language, index }: SegmentReading, { from, to }: { readonly from: number; readonly to: number }): Mark => ({ language, segment: index, from, to })

/** A segment from its first character to its last. */
export const wholeOf = (reading: SegmentReading): Mark => markOf(reading, { from: 0, to: reading.segment.text.length })

export const hasBothSides = ({ en, ar }: BeadReading): boolean => en.length > 0 && ar.length > 0

/** Code is no prose: it is neither translated nor punctuated. */
export const isCode = ({ segment }: SegmentReading): boolean => segment.kind === 'code'

/** The beginning of what segments say, for a wording: a stop at its end would stand beside that of the wording. */
export function excerpt(readings: readonly SegmentReading[], most = 60): string {
  const text = readings.map(({ segment }) => segment.text).join(' ').replaceAll(/\s+/g, ' ')
  return text.length <= most ? text.replace(/(?<![.\s])\.$/, '') : `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '').replace(/\s+\S*$/, '')}…`
}
