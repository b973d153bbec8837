/** The report as data: `report.json`, whose shape is `report.schema.json`. */

import { beadType, lengthOf, type Alignment, type Bead, type Span } from '../../model/alignment.ts'
import type { Book } from '../../model/book.ts'
import type { Artifact, Imprint } from '../../model/edition.ts'
import { bilingual, type Bilingual, type Language } from '../../model/language.ts'
import { segmentsOf, type Manuscript, type Removal, type Segment } from '../../model/manuscript.ts'
import type { Message, Place } from '../../model/message.ts'
import { wordingOf, wordsIn } from '../../model/words.ts'

/** Below this, a bead asks for a look. */
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
  readonly score: number
}

export interface ReportedMessage extends Message {
  readonly wording: Bilingual<{ readonly what: string; readonly do: string }>
}

export interface Report {
  readonly version: 1
  readonly book: { readonly name: string; readonly title: Bilingual<string>; readonly original: Language }
  readonly summary: {
    readonly segments: Bilingual<number>
    readonly words: Bilingual<number>
    readonly beads: number
    readonly types: Readonly<Record<string, number>>
    readonly omissions: number
    readonly additions: number
    readonly doubtful: number
  }
  readonly beads: readonly ReportedBead[]
  readonly removed: readonly Removal[]
  readonly messages: readonly ReportedMessage[]
  readonly editions: readonly { readonly name: string; readonly words: Partial<Bilingual<number>> }[]
}

export function report({ book, imprint, manuscripts, alignment, messages, proof }: ReportInput): Report {
  const segments = bilingual((language) => segmentsOf(manuscripts[language]))
  const reported = (language: Language, span: Span) => segments[language].slice(span.from, span.to).map(({ id, text, place }) => ({ id, text, place }))
  return {
    version: 1,
    book: { name: book.name, title: imprint.title, original: book.original },
    summary: summary(alignment.beads, segments),
    beads: alignment.beads.map((bead) => ({ en: reported('en', bead.en), ar: reported('ar', bead.ar), score: Math.round(bead.score * 1000) / 1000 })),
    removed: [...manuscripts.en.removed, ...manuscripts.ar.removed].sort(byPlace),
    messages: messages.map((message) => ({ ...message, wording: bilingual((language) => wording(message, language)) })),
    editions: proof.map(({ edition, words }) => ({
      name: edition,
      words: { ...(words.en !== undefined && { en: words.en }), ...(words.ar !== undefined && { ar: words.ar }) },
    })),
  }
}

function wording(message: Message, language: Language): { what: string; do: string } {
  const { what, todo } = wordingOf(message, wordsIn(language))
  return { what, do: todo }
}

function summary(beads: readonly Bead[], segments: Bilingual<readonly Segment[]>): Report['summary'] {
  const types: Record<string, number> = {}
  for (const bead of beads) types[beadType(bead)] = (types[beadType(bead)] ?? 0) + 1
  return {
    segments: bilingual((language) => segments[language].length),
    words: bilingual((language) => segments[language].reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}\p{M}]+/gu)?.length ?? 0), 0)),
    beads: beads.length,
    types: Object.fromEntries(Object.entries(types).sort(([one], [other]) => (one < other ? -1 : 1))),
    omissions: beads.filter(({ ar }) => lengthOf(ar) === 0).length,
    additions: beads.filter(({ en }) => lengthOf(en) === 0).length,
    doubtful: beads.filter(({ score }) => score < doubtfulBelow).length,
  }
}

const byPlace = (one: Removal, other: Removal): number =>
  (one.language === other.language ? 0 : one.language === 'en' ? -1 : 1) ||
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
