/** The report as data: `report.json`, whose shape is `report.schema.json`. */

import type { Alignment } from '../../model/alignment.ts'
import type { Book } from '../../model/book.ts'
import { undecided, type DecidedBook, type Decision } from '../../model/decisions.ts'
import type { Artifact, Imprint } from '../../model/edition.ts'
import type { Finding } from '../../model/finding.ts'
import { bilingual, languages, type Bilingual } from '../../model/language.ts'
import { segmentsOf, type Manuscript, type Removal } from '../../model/manuscript.ts'
import type { Message } from '../../model/message.ts'
import { wordsIn } from '../../model/words.ts'
import { commentOf, placeOf, reportedBead } from './beads.ts'
import { chapterRows, reportedChapters } from './chapters.ts'
import { placesByBead } from './places.ts'
import type { Report, ReportedLoss, ReportedMessage } from './report.ts'
import { summaryOf } from './summary.ts'
import { ownWording, sorted, type Said } from './wording.ts'

export { doubtfulBelow } from './beads.ts'
export * from './report.ts'

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
  readonly findings?: readonly Finding[]
  readonly decisions?: DecidedBook
}

/** Linear in the book, but for chapters, of which there are few. */
export function report({ book, imprint, manuscripts, alignment, messages, proof, findings = [], decisions = undecided }: ReportInput): Report {
  const { original, digits: { ar: digits } } = book
  const segments = bilingual((language) => segmentsOf(manuscripts[language]))
  const said = bilingual((language) => wordsIn(language, digits))
  const chapters = chapterRows(alignment.beads, manuscripts, segments, original)
  const found = byBead(findings)
  const places = placesByBead(findings)
  const beads = alignment.beads.map((bead, index) => reportedBead(
    bead, segments, original, { findings: found.get(index) ?? [], places: places.get(index) ?? [], decided: decisions.beads.get(index), chapter: chapters.ofBead[index] ?? 0 }, said,
  ))
  return {
    version: 1,
    book: { name: book.name, title: bilingual((language) => imprint.title[language]), original, digits },
    summary: summaryOf(beads, original),
    chapters: reportedChapters(chapters, beads, manuscripts, messages),
    beads,
    lost: decisions.lost.flatMap((index) => decisions.decisions.beads[index] ?? []).map(reportedLoss),
    removed: languages.flatMap((language) => manuscripts[language].removed.map(reportedRemoval).sort(byPlace)),
    messages: messages.map((message) => reportedMessage(message, said)),
    editions: proof.map(({ edition, words }) => ({ name: edition, words: only(words) })),
  }
}

function byBead(findings: readonly Finding[]): Map<number, Finding[]> {
  const found = new Map<number, Finding[]>()
  for (const finding of findings) {
    const own = found.get(finding.bead) ?? []
    if (own.length === 0) found.set(finding.bead, own)
    own.push(finding)
  }
  return found
}

const reportedLoss = ({ texts, status, comments }: Decision): ReportedLoss =>
  ({ texts: { en: texts.en, ar: texts.ar }, ...(status && { status }), comments: comments.map(commentOf) })

const reportedRemoval = ({ reason, language, place, text }: Removal): Removal => ({ reason, language, place: placeOf(place), text })

function reportedMessage({ rule, severity, language, place, counterpart, values }: Message, said: Said): ReportedMessage {
  return {
    rule,
    severity,
    ...(language && { language }),
    ...(place && { place: placeOf(place) }),
    ...(counterpart && { counterpart: placeOf(counterpart) }),
    ...(values && { values: sorted(values) }),
    wording: ownWording({ rule, values }, said),
  }
}

const only = ({ en, ar }: Bilingual<number | undefined>): Partial<Bilingual<number>> =>
  ({ ...(en !== undefined && { en }), ...(ar !== undefined && { ar }) })

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
