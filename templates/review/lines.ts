/** Rows as the page keeps them: each with a number of its own that outlives edits, and what is to be added to its segments' numbers. */

import { sourceOf, type Checked, type Patch, type Row, type RowSegment } from '../../pipeline/model/desk.ts'
import { bilingual, languages, type Bilingual, type Language } from '../../pipeline/model/language.ts'

export interface Line {
  readonly id: number
  readonly row: Row
  /** Numbers of segments shift with every cut or join before them; the row itself stays as it came. */
  readonly offset: Bilingual<number>
}

let ids = 0

/** Nothing is counted anew. */
export const none: Bilingual<number> = { en: 0, ar: 0 }

/** The whole anew; a row of the same texts as one of before keeps its number. Linear. */
export function linesOf(rows: readonly Row[], before: readonly Line[] = []): Line[] {
  if (before.length === 0) return rows.map((row) => ({ id: ids++, row, offset: none }))
  const known = new Map<string, number[]>()
  for (const { id, row } of before) known.set(keyOf(row), [...(known.get(keyOf(row)) ?? []), id])
  return rows.map((row) => ({ id: known.get(keyOf(row))?.shift() ?? ids++, row, offset: none }))
}

const keyOf = (row: Row): string => languages.map((language) => row[language].map(sourceOf).join('\n')).join('\t')

/**
 * A row that takes the place of another keeps its number, so that what is on the screen stays there; `shown` are the lines as they
 * have been shown already, of which the new rows take theirs. Linear in the lines.
 */
export function patchedLines(lines: readonly Line[], { from, to, rows, renumber }: Pick<Patch, 'from' | 'to' | 'rows' | 'renumber'>, shown?: readonly Line[]): Line[] {
  const numberAt = (index: number): number => (shown ?? (index < to ? lines : []))[index]?.id ?? ids++
  const fresh = rows.map((row, index): Line => ({ id: numberAt(from + index), row, offset: none }))
  const isMoved = renumber.en !== 0 || renumber.ar !== 0
  const moved = ({ id, row, offset }: Line): Line => ({ id, row, offset: bilingual((language) => offset[language] + renumber[language]) })
  const rest = lines.slice(to)
  return [...lines.slice(0, from), ...fresh, ...(isMoved ? rest.map(moved) : rest)]
}

/** The findings that the checks of the whole book have brought; their marks are counted as the row is. Linear in the lines. */
export function checkedLines(lines: readonly Line[], { rows }: Checked): Line[] {
  const after = [...lines]
  for (const { row: index, findings } of rows) {
    const line = lines[index]
    if (line) after[index] = { ...line, row: { ...line.row, findings: findings.map((finding) => ({ ...finding, marks: finding.marks.map((mark) => ({ ...mark, segment: mark.segment - line.offset[mark.language] })) })) } }
  }
  return after
}

/** The row of a line as it would come now, its segments and marks counted anew. */
export function rowNow({ row, offset }: Line): Row {
  if (offset.en === 0 && offset.ar === 0) return row
  const counted = <Counted extends { readonly segment: number }>(one: Counted, language: Language): Counted => ({ ...one, segment: one.segment + offset[language] })
  return {
    ...row, ...bilingual((language) => row[language].map((segment) => counted(segment, language))),
    findings: row.findings.map((finding) => ({ ...finding, marks: finding.marks.map((mark) => counted(mark, mark.language)) })),
  }
}

/** Index into `segmentsOf`; undefined where the side has none there. */
export function segmentAt({ row, offset }: Line, language: Language, at: number): number | undefined {
  const segment = row[language][at]
  return segment && segment.segment + offset[language]
}

export const textsOf = ({ row }: Line, language: Language): string => row[language].map(({ text }) => text).join(' ')

export const hasSameTexts = (one: Line, other: Line): boolean =>
  languages.every((language) => sameTexts(one.row[language], other.row[language]))

const sameTexts = (one: readonly RowSegment[], other: readonly RowSegment[]): boolean =>
  one.length === other.length && one.every(({ text, source }, index) => text === other[index]?.text && source === other[index]?.source)

/** `1:2`. */
export const typeOf = ({ row }: Line): string => `${row.en.length}:${row.ar.length}`

/** Below it a bead may be wrong; the report has the same limit. */
export const doubtfulBelow = 0.6

export const isDoubtful = ({ row }: Line): boolean => row.status === undefined && row.score < doubtfulBelow

export const openFindings = ({ row }: Line) => row.findings.filter(({ accepted }) => accepted === undefined)

/** Somebody has looked at it, and its text still stands. */
export const isSettled = ({ row }: Line): boolean => row.status !== undefined && row.status !== 'again'
