/** What a person wants at a place, as the edit that the desk is asked for; undefined where it makes no sense there. */

import type { Span } from '../../pipeline/model/alignment.ts'
import type { Edit } from '../../pipeline/model/desk.ts'
import { bilingual, counterpartOf, type Bilingual, type Language } from '../../pipeline/model/language.ts'
import { segmentAt, type Line } from './lines.ts'

/** A segment of a line. */
export interface Spot {
  /** Index of the line. */
  readonly line: number
  readonly language: Language
  /** Index of the segment in its side of the line. */
  readonly at: number
}

/** All lines of the range, or the line and its neighbour. */
export function merge(lines: readonly Line[], range: Span, toward: 1 | -1): Edit | undefined {
  const beads = range.to - range.from > 1 ? range : { from: Math.min(range.from, range.from + toward), to: Math.max(range.to, range.to + toward) }
  return beads.from >= 0 && beads.to <= lines.length ? { kind: 'merge', beads } : undefined
}

/** Before the segment of the spot; the other side is cut where it has come as far. A side of one segment is not cut. */
export function split(lines: readonly Line[], { line: index, language, at }: Spot): Edit | undefined {
  const line = lines[index]
  if (!line) return undefined
  const own = line.row[language].length
  if (own < 2) return line.row[counterpartOf(language)].length < 2 ? undefined : split(lines, { line: index, language: counterpartOf(language), at: 1 })
  const first = at === 0 ? 1 : at
  const other = counterpartOf(language)
  return { kind: 'split', bead: index, at: { en: 0, ar: 0, [language]: first, [other]: levelWith(line, language, first) } as Bilingual<number> }
}

/** How many segments of the other side say about what the first of this one do, by their length. */
function levelWith({ row }: Line, language: Language, first: number): number {
  const own = row[language].map(({ text }) => text.length)
  const other = row[counterpartOf(language)].map(({ text }) => text.length)
  const share = sum(own.slice(0, first)) / Math.max(1, sum(own))
  const ends = other.map((_, index) => Math.abs(sum(other.slice(0, index + 1)) / Math.max(1, sum(other)) - share))
  if (other.length < 2) return share >= 0.5 ? other.length : 0
  // Each half keeps something on both sides.
  const inner = ends.slice(0, -1)
  return inner.indexOf(Math.min(...inner)) + 1
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** The upper or lower edge of a line on one side moves up or down by a sentence. */
export function shift(lines: readonly Line[], { line, language }: Pick<Spot, 'line' | 'language'>, edge: 'upper' | 'lower', by: 1 | -1): Edit | undefined {
  const bead = edge === 'lower' ? line : line - 1
  const from = lines[by === 1 ? bead + 1 : bead]
  return lines[bead] && lines[bead + 1] && (from?.row[language].length ?? 0) > 0 ? { kind: 'shift', bead, language, by } : undefined
}

/** Both sides must have been chosen from. */
export const link = ({ en, ar }: Bilingual<Span | undefined>): Edit | undefined => (en && ar ? { kind: 'link', en, ar } : undefined)

export function cut(lines: readonly Line[], { line: index, language, at }: Spot, offset: number): Edit | undefined {
  const line = lines[index]
  const segment = line && segmentAt(line, language, at)
  return segment === undefined ? undefined : { kind: 'cut', language, segment, at: offset }
}

/** With the next segment of the same paragraph, in the line or at the head of the next. */
export function join(lines: readonly Line[], { line: index, language, at }: Spot): Edit | undefined {
  const line = lines[index]
  const segment = line && segmentAt(line, language, at)
  return segment === undefined ? undefined : { kind: 'join', language, segment }
}

export const isOneSided = ({ row }: Line): boolean => row.en.length === 0 || row.ar.length === 0

/** Stretches of neighbours among chosen lines. */
export function runsOf(indices: readonly number[]): Span[] {
  const runs: { from: number; to: number }[] = []
  for (const index of indices) {
    const last = runs.at(-1)
    if (last && last.to === index) last.to++
    else runs.push({ from: index, to: index + 1 })
  }
  return runs
}

/** Segments of a line's side by number. */
export const spansOf = (line: Line): Bilingual<Span> => bilingual((language) => {
  const from = segmentAt(line, language, 0) ?? 0
  return { from, to: from + line.row[language].length }
})
