/** What a window shows before the program has answered is what the program then does: over random edits of a real desk. */

import { expect, test } from '@jest/globals'
import type { Edit, Row } from '../../pipeline/model/desk.ts'
import { foreseen } from '../../templates/review/foreseen.ts'
import { linesOf, patchedLines, rowNow } from '../../templates/review/lines.ts'
import { random } from '../support/random.ts'
import { folder, opened, type Window } from './book.ts'

const author = { by: 'Rana', at: '2026-05-01T08:30:00Z' }

/** Findings are sought by the program alone, which also judges anew how sure it is of beads beside one that is decided. */
const compared = (rows: readonly Row[]) => rows.map(({ findings: _, score, ...row }) => ({ ...row, score: row.decidedBy === 'person' ? score : undefined }))

test.each([1, 2, 3, 4])('with seed %d', async (seed) => {
  const book = folder()
  try {
    const desk = await opened(book.root, author.at)
    const next = random(seed)
    const counts = { foreseen: 0, refused: 0 }
    for (let step = 0; step < 40; step++) {
      const edit = anyEdit(desk, (below) => Math.floor(next() * below))
      const before = desk.state.rows
      const made = foreseen(linesOf(before), edit, author)
      const answer = await desk.do(edit)
      if (!made) continue
      counts.foreseen++
      if (answer.kind !== 'done') counts.refused++
      else expect([edit, compared(patchedLines(linesOf(before), made).map(rowNow))]).toEqual([edit, compared(desk.state.rows)])
    }
    expect(counts.foreseen).toBeGreaterThan(15)
    expect(counts.refused).toBe(0)
  } finally {
    book.remove()
  }
})

function anyEdit({ state: { rows } }: Window, below: (end: number) => number): Edit {
  const bead = below(rows.length)
  const row = rows[bead]!
  const end = Math.min(rows.length, bead + 1 + below(3))
  const language = below(2) === 0 ? 'en' : 'ar'
  const edits: Edit[] = [
    { kind: 'merge', beads: { from: bead, to: end } }, { kind: 'confirm', beads: { from: bead, to: end } }, { kind: 'omission', bead }, { kind: 'comment', bead, text: 'So' },
    { kind: 'split', bead, at: { en: below(row.en.length + 1), ar: below(row.ar.length + 1) } }, { kind: 'shift', bead, language, by: below(2) === 0 ? 1 : -1 },
    ...wordEdits(row, language, below), { kind: 'reopen', bead }, { kind: 'link', en: spanOf(rows, 'en', bead, end), ar: spanOf(rows, 'ar', bead, end) },
  ]
  return edits[below(edits.length)]!
}

/** Of a sentence of the row: another word in it, a cut before its second word, a join with the next. */
function wordEdits(row: Row, language: 'en' | 'ar', below: (end: number) => number): Edit[] {
  const at = below(row[language].length)
  const segment = row[language][at]
  if (!segment) return []
  const { text } = segment
  const first = text.indexOf(' ') + 1
  const [begun, rest] = [text.slice(0, first), text.slice(first)]
  const word = language === 'en' ? 'once' : 'يومًا'
  const edits: Edit[] = [{ kind: 'text', language, segment: segment.segment, text: `${begun}${word} ${rest}` }]
  if (first > 0) edits.push({ kind: 'cut', language, segment: segment.segment, at: first })
  if (row[language][at + 1]) edits.push({ kind: 'join', language, segment: segment.segment })
  return edits
}

/** Segments of a run of rows. */
function spanOf(rows: readonly Row[], language: 'en' | 'ar', from: number, to: number) {
  const count = (list: readonly Row[]) => list.reduce((sum, row) => sum + row[language].length, 0)
  return { from: count(rows.slice(0, from)), to: count(rows.slice(0, to)) }
}
