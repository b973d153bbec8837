/** The report as data: `report.json`, whose shape is `report.schema.json`. */

import { beadType, type Alignment, type Bead, type Span } from '../../model/alignment.ts'
import type { Book, Digits } from '../../model/book.ts'
import type { Artifact, Imprint } from '../../model/edition.ts'
import { bilingual, counterpartOf, languages, type Bilingual, type Language } from '../../model/language.ts'
import { segmentsOf, type Manuscript, type Removal, type Segment, type SegmentKind } from '../../model/manuscript.ts'
import type { Message, Place } from '../../model/message.ts'
import { wordingOf, wordsIn } from '../../model/words.ts'

/** A bead with text on both sides asks for a look when its score is lower than this; our own choice. */
export const doubtfulBelow = 0.6

/** Words proved to stand in an edition, in order and once; undefined for a language that it does not carry. */
export interface Proof {
  readonly edition: string
  readonly words: Bilingual<number | undefined>
}

export interface ReportInput {
  readonly book: Book
  readonly imprint: Imprint
  readonly manuscripts: Bilingual<Manuscript>
  readonly alignment: Alignment
  readonly messages: readonly Message[]
  readonly proof: readonly Proof[]
}

export interface ReportedSegment {
  readonly id: string
  readonly text: string
  readonly place: Place
}

export interface ReportedBead extends Bilingual<readonly ReportedSegment[]> {
  /** English segments to Arabic segments, `1:2`. */
  readonly type: string
  /** What the bead's first segment stands in, as the original has it where it has it. */
  readonly kind: SegmentKind
  /** Probability, 0 to 1, to three places. */
  readonly score: number
}

export interface ReportedMessage extends Message {
  readonly wording: Bilingual<{ readonly what: string; readonly do: string }>
}

export interface Report {
  readonly version: 1
  readonly book: { readonly name: string; readonly title: Bilingual<string>; readonly original: Language; readonly digits: Digits }
  readonly summary: {
    readonly segments: Bilingual<number>
    readonly words: Bilingual<number>
    readonly beads: number
    readonly types: Readonly<Record<string, number>>
    /** Beads that only the original has. */
    readonly omissions: number
    /** Beads that only the translation has. */
    readonly additions: number
    readonly doubtful: number
    readonly meanScore: number
  }
  readonly beads: readonly ReportedBead[]
  readonly removed: readonly Removal[]
  readonly messages: readonly ReportedMessage[]
  readonly editions: readonly { readonly name: string; readonly words: Partial<Bilingual<number>> }[]
}

export function report({ book, imprint, manuscripts, alignment, messages, proof }: ReportInput): Report {
  const segments = bilingual((language) => segmentsOf(manuscripts[language]))
  const beads = alignment.beads.map((bead) => reportedBead(bead, segments, book.original))
  return {
    version: 1,
    book: { name: book.name, title: bilingual((language) => imprint.title[language]), original: book.original, digits: book.digits.ar },
    summary: summary(beads, segments, book.original),
    beads,
    removed: languages.flatMap((language) => manuscripts[language].removed.map(reportedRemoval).sort(byPlace)),
    messages: messages.map((message) => reportedMessage(message, book.digits.ar)),
    editions: proof.map(({ edition, words }) => ({ name: edition, words: only(words) })),
  }
}

function reportedBead(bead: Bead, segments: Bilingual<readonly Segment[]>, original: Language): ReportedBead {
  const covered = bilingual((language) => segments[language].slice(bead[language].from, bead[language].to))
  const first = covered[original][0] ?? covered[counterpartOf(original)][0]
  if (!first) throw new Error(`An empty bead at ${spanOf(bead.en)}, ${spanOf(bead.ar)}`)
  const { en, ar } = bilingual((language) => covered[language].map(reportedSegment))
  return { type: beadType(bead), kind: first.kind, score: thousandths(bead.score), en, ar }
}

const spanOf = ({ from, to }: Span): string => `${from}–${to}`

const thousandths = (value: number): number => Math.round(value * 1000) / 1000

// Every object is built key by key, so that the file's order never depends on who made the thing.
const reportedSegment = ({ id, text, place }: Segment): ReportedSegment => ({ id, text, place: placeOf(place) })

const reportedRemoval = ({ reason, language, place, text }: Removal): Removal => ({ reason, language, place: placeOf(place), text })

const placeOf = ({ file, line, column }: Place): Place => ({ file, line, column })

function reportedMessage({ rule, severity, language, place, counterpart, values }: Message, digits: Digits): ReportedMessage {
  return {
    rule,
    severity,
    ...(language && { language }),
    ...(place && { place: placeOf(place) }),
    ...(counterpart && { counterpart: placeOf(counterpart) }),
    ...(values && { values: sorted(values) }),
    wording: bilingual((reader) => {
      const { what, todo } = wordingOf({ rule, ...(values && { values }) }, wordsIn(reader, digits))
      return { what, do: todo }
    }),
  }
}

const only = ({ en, ar }: Bilingual<number | undefined>): Partial<Bilingual<number>> =>
  ({ ...(en !== undefined && { en }), ...(ar !== undefined && { ar }) })

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)))
}

function summary(beads: readonly ReportedBead[], segments: Bilingual<readonly Segment[]>, original: Language): Report['summary'] {
  const types: Record<string, number> = {}
  for (const { type } of beads) types[type] = (types[type] ?? 0) + 1
  const total = beads.reduce((sum, { score }) => sum + score, 0)
  return {
    segments: bilingual((language) => segments[language].length),
    words: bilingual((language) => segments[language].reduce((sum, { text }) => sum + countOfWords(text), 0)),
    beads: beads.length,
    types: sorted(types),
    omissions: beads.filter((bead) => isOnlyIn(bead, original)).length,
    additions: beads.filter((bead) => isOnlyIn(bead, counterpartOf(original))).length,
    doubtful: beads.filter(isDoubtful).length,
    meanScore: beads.length > 0 ? thousandths(total / beads.length) : 1,
  }
}

export const isOnlyIn = (bead: ReportedBead, language: Language): boolean => bead[counterpartOf(language)].length === 0

/** A bead with one side is listed for itself; doubt is about beads with two. */
export const isDoubtful = ({ en, ar, score }: ReportedBead): boolean => en.length > 0 && ar.length > 0 && score < doubtfulBelow

/** As the proof counts them: characters that do not show, such as soft hyphens, part no word. */
const countOfWords = (text: string): number => text.replaceAll(/\p{Cf}/gu, '').match(/[\p{L}\p{N}\p{M}]+/gu)?.length ?? 0

const byPlace = (one: Removal, other: Removal): number =>
  (one.place.file < other.place.file ? -1 : one.place.file > other.place.file ? 1 : 0) ||
  one.place.line - other.place.line || one.place.column - other.place.column

/** One bead, removal or message to a line, so that a change of the book reads as a change of lines. */
export function writeReportJson(told: Report): Artifact {
  const lines = Object.entries(told).map(([key, value]) => {
    if (!Array.isArray(value)) return `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`
    const items = value.map((item) => `    ${JSON.stringify(item)}`).join(',\n')
    return `  ${JSON.stringify(key)}: [${items === '' ? '' : `\n${items}\n  `}]`
  })
  return { name: 'report.json', bytes: Buffer.from(`{\n${lines.join(',\n')}\n}\n`) }
}
