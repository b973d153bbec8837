/** What is wrong with a page that ends at a break, whatever else stands on it. */

import { footOf, isCut } from './height.ts'
import type { Break, BreakKind, Galley, Line, PageFault, Row } from './model.ts'
import { leastHeadedLines, levelLines, shortStack, weights, type Weights } from './weights.ts'

export type Flaw = keyof Weights & ('widow' | 'orphan' | 'hyphen' | 'strandedHeading' | 'strandedTableHead' | 'brokenGroup' | 'brokenPoem' | 'brokenSentence' | 'brokenStack')

/** At the foot of the page that ends, but for the widow, which is at the head of the next. */
const faults: Readonly<Record<Flaw, PageFault>> = {
  widow: 'widow', orphan: 'orphan', hyphen: 'hyphen', brokenGroup: 'broken-group', brokenPoem: 'broken-group', brokenSentence: 'broken-group', brokenStack: 'broken-group',
  strandedHeading: 'stranded-heading', strandedTableHead: 'stranded-heading',
}

/** A flaw is named as often as it occurs. Where a section begins or ends there is none. */
export function flawsOf({ rows }: Galley, at: Break): Flaw[] {
  const [before, row] = [rows[at.row - 1], rows[at.row]]
  if (!row) return []
  const isInside = isCut(at)
  const goesOn = before?.section === row.section
  if (!isInside && !goesOn) return []
  const flaws: Flaw[] = isInside ? lineFlaws(row, at.cuts) : []
  if (goesOn && isStranded(before, row, at.cuts)) flaws.push(before.kind === 'heading' ? 'strandedHeading' : 'strandedTableHead')
  const parts = row.group !== undefined && (isInside || before?.group === row.group)
  if (parts) flaws.push(isShortStack(rows, at.row) ? 'brokenStack' : row.opensStanza && !isInside ? 'brokenPoem' : 'brokenGroup')
  if (parts && !isInside && before?.runsOn) flaws.push('brokenSentence')
  if (parts && !isInside && goesOn && isHeadedLine(rows, at.row - 1)) flaws.push('strandedHeading')
  return flaws
}

export const flawCost = (flaws: readonly Flaw[]): number => flaws.reduce((sum, flaw) => sum + weights[flaw], 0)

/** What it costs that a single line and then a heading stand at the head of the next page. */
export function loneLineCost({ rows }: Galley, at: Break): number {
  const [before, row, after] = [rows[at.row - 1], rows[at.row], rows[at.row + 1]]
  const isOne = row?.kind === 'text' && row.cells.every((lines) => lines.length <= 1)
  return isOne && !isCut(at) && before?.section === row.section && after?.section === row.section && after.kind === 'heading' ? weights.loneLine : 0
}

/** What it costs that the next page begins with what closes the text before it, or a column of it does. */
export function closingCost({ rows }: Galley, at: Break): number {
  const [before, row] = [rows[at.row - 1], rows[at.row]]
  if (isCut(at)) return row?.cells.some((lines, cell) => lines[at.cuts[cell]!]?.closes) ? weights.closing : 0
  return row?.closes && before?.section === row.section ? weights.closing : 0
}

/** What it costs that cells which go on overleaf end higher than the row above the break: room that they could fill. */
export function unlevelCost(galley: Galley, at: Break): number {
  const row = galley.rows[at.row]
  if (!row || row.cells.length < 2 || !isCut(at)) return 0
  const foot = footOf(galley, at)
  let cost = 0
  row.cells.forEach((lines, cell) => {
    const cut = at.cuts[cell]!
    const next = lines[cut]
    if (!next) return
    const free = (foot - (cut > 0 ? lines[cut - 1]!.bottom : row.top)) / (next.bottom - next.top)
    cost += weights.unlevel * Math.max(0, free - levelLines) ** 2
  })
  return cost
}

/** Faults of the page between two breaks. */
export function breakFaults(galley: Galley, from: Break, to: Break): PageFault[] {
  const head = flawsOf(galley, from).filter((flaw) => flaw === 'widow')
  const foot = flawsOf(galley, to).filter((flaw) => flaw !== 'widow')
  return [...new Set([...head, ...foot].map((flaw) => faults[flaw]))]
}

function lineFlaws({ kind, cells }: Row, cuts: readonly number[]): Flaw[] {
  const flaws: Flaw[] = []
  const isTable = kind === 'table-row' || kind === 'table-head'
  cells.forEach((lines, cell) => {
    const cut = cuts[cell]!
    if (cut === 0 || cut === lines.length) return
    if (!isTable && opens(lines, cut - 1) && !opens(lines, cut)) flaws.push('orphan')
    if (!isTable && opens(lines, cut + 1) && !opens(lines, cut)) flaws.push('widow')
    if (lines[cut - 1]!.isHyphenated) flaws.push('hyphen')
    if (lines[cut - 1]!.heads) flaws.push('strandedHeading')
  })
  return flaws
}

/** Whether a paragraph begins with a line, or would begin with the one behind the last. */
const opens = (lines: readonly Line[], at: number): boolean => at === 0 || at === lines.length || lines[at]!.opens === true

const linesOf = (row: Row | undefined): number => Math.max(0, ...row?.cells.map((lines) => lines.length) ?? [])

/** Whether a row is of an interlinear bead that is better kept whole. */
function isShortStack(rows: readonly Row[], at: number): boolean {
  if (!rows[at]?.isStacked) return false
  const isOf = (row: Row | undefined) => row?.group === rows[at]?.group
  let [first, end] = [at, at + 1]
  while (isOf(rows[first - 1])) first--
  while (isOf(rows[end])) end++
  return rows.slice(first, end).reduce((sum, row) => sum + linesOf(row), 0) <= shortStack
}

/** Whether a row is less than a heading above it should have below it. */
const isHeadedLine = (rows: readonly Row[], at: number): boolean =>
  rows[at - 1]?.kind === 'heading' && rows[at - 1]?.section === rows[at]?.section && rows[at]?.kind === 'text' && linesOf(rows[at]) < leastHeadedLines

/** Whether a heading, or a table's head, stands above a break without enough lines of what it heads. */
function isStranded(before: Row, { cells }: Row, cuts: readonly number[]): boolean {
  if (before.kind !== 'heading' && before.kind !== 'table-head') return false
  return cuts.every((cut) => cut === 0) || cells.some((lines, cell) => cuts[cell]! < Math.min(leastHeadedLines, lines.length))
}

/** Whether a page that ends here parts a passage. */
export function isInPassage({ rows }: Galley, at: Break): boolean {
  const [before, row] = [rows[at.row - 1], rows[at.row]]
  return isCut(at) || (before !== undefined && row !== undefined && before.section === row.section && before.passage === row.passage)
}

/** `isSegmentEnd` where a segment is known to end near a break inside a row. */
export function breakKind(galley: Galley, at: Break, isSegmentEnd: boolean): BreakKind {
  const [before, row] = [galley.rows[at.row - 1], galley.rows[at.row]]
  if (isCut(at)) return isSegmentEnd ? 'segment' : 'line'
  if (!before || !row || before.section !== row.section) return 'section'
  return before.passage === row.passage ? 'paragraph' : 'passage'
}
