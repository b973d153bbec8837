/** Findings as `report.sarif`, the format in which code hosts and editors take the results of checks: SARIF 2.1.0. */

import type { Artifact } from '../../model/edition.ts'
import type { Alignment } from '../../model/alignment.ts'
import type { Book } from '../../model/book.ts'
import type { Finding, Mark } from '../../model/finding.ts'
import { bilingual, languages, type Bilingual, type Language } from '../../model/language.ts'
import { segmentsOf, type Manuscript, type Segment } from '../../model/manuscript.ts'
import { wordsIn, type Words } from '../../model/words.ts'
import { fingerprintsOf } from './fingerprints.ts'
import { rulesOf, textOf } from './rules.ts'

export interface SarifInput {
  readonly book: Book
  readonly manuscripts: Bilingual<Manuscript>
  readonly alignment: Alignment
  /** Accepted ones among them become suppressions. */
  readonly findings: readonly Finding[]
  /** Of the product. */
  readonly version: string
  /** Of the messages; English where nothing is said. */
  readonly language?: Language
}

/**
 * One run with every finding, in the order given. Places are lines and columns of the manuscripts, in UTF-16 code units; files
 * are relative to the book's folder, which is named `SRCROOT`. Nothing in it hangs on the clock or the machine.
 */
export function writeSarif(input: SarifInput): Artifact {
  return { name: 'report.sarif', bytes: Buffer.from(`${JSON.stringify(sarifOf(input), null, 2)}\n`) }
}

function sarifOf({ book, manuscripts, alignment, findings, version, language = 'en' }: SarifInput): object {
  const words = wordsIn(language, book.digits.ar)
  const segments = bilingual((side) => segmentsOf(manuscripts[side]))
  const rules = rulesOf(findings, words)
  const fingerprints = fingerprintsOf(findings, alignment, segments)
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'Tawazi', semanticVersion: version, language, rules } },
      columnKind: 'utf16CodeUnits',
      originalUriBaseIds: { SRCROOT: { description: { text: words('checks:sarif.root') } } },
      results: findings.map((finding, index) => resultOf(finding, {
        words, segments, alignment, ruleIndex: rules.findIndex(({ id }) => id === finding.rule), fingerprint: fingerprints[index] ?? '',
      })),
    }],
  }
}

interface Context {
  readonly words: Words
  readonly segments: Bilingual<readonly Segment[]>
  readonly alignment: Alignment
  readonly ruleIndex: number
  readonly fingerprint: string
}

function resultOf(finding: Finding, { words, segments, alignment, ruleIndex, fingerprint }: Context): object {
  const { rule, severity, values, accepted, others: elsewhere = [] } = finding
  const [first, ...counterparts] = locationsOf(finding, alignment, segments)
  const others = [...counterparts, ...elsewhere.flatMap(({ marks }) => markedIn(marks, segments))]
  return {
    ruleId: rule,
    ruleIndex,
    level: severity,
    message: { text: textOf(rule, values, words) },
    locations: first ? [first] : [],
    ...(others.length > 0 && { relatedLocations: others }),
    ...(elsewhere.length > 0 && { occurrenceCount: elsewhere.length + 1 }),
    partialFingerprints: { 'texts/v1': fingerprint },
    ...(accepted && { suppressions: [{ kind: 'external', status: 'accepted', justification: accepted.reason }] }),
  }
}

/** Marked words first; where a side has none, the beginning of its part of the bead. */
function locationsOf({ marks, bead }: Finding, { beads }: Alignment, segments: Bilingual<readonly Segment[]>): object[] {
  const marked = markedIn(marks, segments)
  const rest = languages.filter((language) => marks.every((mark) => mark.language !== language)).flatMap((language) => {
    const found = beads[bead] && segments[language].slice(beads[bead][language].from, beads[bead][language].to)[0]
    return found ? [locationOf(found, 0, found.text.length)] : []
  })
  return [...marked, ...rest]
}

const markedIn = (marks: readonly Mark[], segments: Bilingual<readonly Segment[]>): object[] => marks.flatMap(({ language, segment, from, to }) => {
  const found = segments[language][segment]
  return found ? [locationOf(found, from, to)] : []
})

/** Of words inside a sentence the place is that of the sentence, for markup between them moves the column; the snippet has the words. */
function locationOf({ place, text }: Segment, from: number, to: number): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: place.file.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'SRCROOT' },
      region: { startLine: place.line, startColumn: place.column, snippet: { text: text.slice(from, to) } },
    },
  }
}
