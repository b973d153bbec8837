/** Which lines are shown. */

import type { Status } from '../../pipeline/model/decisions.ts'
import type { Row } from '../../pipeline/model/desk.ts'
import { languages, type Language } from '../../pipeline/model/language.ts'
import { fold, wordsOf } from '../site/fold.ts'
import { isDoubtful, isSettled, openFindings, type Line } from './lines.ts'

export const states = ['all', 'undecided', 'doubtful', 'again', 'confirmed', 'corrected', 'omission'] as const satisfies readonly (Status | 'all' | 'undecided' | 'doubtful')[]
export type State = (typeof states)[number]

export interface Filter {
  readonly state: State
  /** A rule, `any` for all of them, or empty for lines with and without findings. */
  readonly finding: string
  /** Lines of which the aligner is less sure than this; 1 for all. */
  readonly score: number
  /** Index into the chapters of `language`. */
  readonly chapter: number | undefined
  readonly language: Language
  /** Vowel marks, forms of hamza, case and accents do not count. */
  readonly query: string
}

export const everything: Filter = { state: 'all', finding: '', score: 1, chapter: undefined, language: 'en', query: '' }

export const isEverything = ({ state, finding, score, chapter, query }: Filter): boolean =>
  state === 'all' && finding === '' && score === 1 && chapter === undefined && wordsOf(query).length === 0

/** Numbers of the lines that match. Linear in the lines; the first search also folds every text, once. */
export function matching(lines: readonly Line[], filter: Filter): Set<number> {
  const query = wordsOf(filter.query)
  const found = new Set<number>()
  let chapter: number | undefined
  for (const line of lines) {
    chapter = line.row.chapter[filter.language] ?? chapter
    if (filter.chapter !== undefined && filter.chapter !== chapter) continue
    if (isInState(line, filter.state) && hasFinding(line, filter.finding) && line.row.score <= filter.score && holds(line.row, query)) found.add(line.id)
  }
  return found
}

function isInState(line: Line, state: State): boolean {
  switch (state) {
    case 'all': return true
    case 'undecided': return !isSettled(line)
    case 'doubtful': return isDoubtful(line)
    default: return line.row.status === state
  }
}

const hasFinding = (line: Line, wanted: string): boolean =>
  wanted === '' || openFindings(line).some(({ rule }) => wanted === 'any' || rule === wanted)

const folded = new WeakMap<Row, string>()

function holds(row: Row, query: readonly string[]): boolean {
  if (query.length === 0) return true
  const text = folded.get(row) ?? languages.flatMap((language) => row[language].map((segment) => fold(segment.text).text)).join(' ')
  folded.set(row, text)
  return query.every((word) => text.includes(word))
}

/** Rules of open findings, with how many lines have them, the most frequent first. */
export function rulesIn(lines: readonly Line[]): [rule: string, count: number][] {
  const counts = new Map<string, number>()
  for (const line of lines) if (line.row.findings.length > 0) for (const rule of new Set(openFindings(line).map((finding) => finding.rule))) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return [...counts].sort(([one, some], [other, more]) => more - some || one.localeCompare(other, 'en'))
}
