/** Words with what is to be seen in them: those that a finding names, or what has changed since they were decided on. */

import { diffArrays } from 'diff'
import type { Mark } from '../../pipeline/model/finding.ts'
import type { RowSegment } from '../../pipeline/model/desk.ts'
import { directionOf, type Language } from '../../pipeline/model/language.ts'
import type { Line } from './lines.ts'
import { openFindings } from './lines.ts'

/** Marks count segments as the row did when it came. */
export function Marked({ line, segment, language }: { line: Line; segment: RowSegment; language: Language }) {
  const marks = openFindings(line).flatMap((finding) => finding.marks).filter((mark) => mark.language === language && mark.segment === segment.segment)
  return <>{pieces(segment.text, marks).map(({ text, isMarked }) => (isMarked ? <mark>{text}</mark> : text))}</>
}

interface Piece {
  readonly text: string
  readonly isMarked: boolean
}

/** Marks may lie over each other, or beyond the end of a text that has changed. */
export function pieces(text: string, marks: readonly Pick<Mark, 'from' | 'to'>[]): Piece[] {
  const ends = [...new Set([0, text.length, ...marks.flatMap(({ from, to }) => [from, to])])].filter((end) => end >= 0 && end <= text.length).sort((one, other) => one - other)
  return ends.slice(1).map((to, index) => {
    const from = ends[index] ?? 0
    return { text: text.slice(from, to), isMarked: marks.some((mark) => mark.from <= from && mark.to >= to) }
  })
}

const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? []

/** Word by word, for a letter that changes a word changes what it says. */
export function Changes({ before, now, language }: { before: string; now: string; language: Language }) {
  const changes = diffArrays(wordsOf(before), wordsOf(now))
  return (
    <span class="changes" lang={language} dir={directionOf(language)}>
      {changes.map(({ value, added, removed }) => (added ? <ins>{value.join('')}</ins> : removed ? <del>{value.join('')}</del> : value.join('')))}
    </span>
  )
}
