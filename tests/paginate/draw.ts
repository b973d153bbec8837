/** Pages as drawings: a letter for each line, named by its row; `.` is blank, `-` the gap above the notes, whose lines are digits; other space is space. */

import { languages, type Bilingual } from '../../pipeline/model/language.ts'
import { headHeight } from '../../pipeline/paginate/continued.ts'
import type { Galley, NoteSlice, Opening, PageRoom, SetPage } from '../../pipeline/paginate/model.ts'
import { leading } from './galleys.ts'

export const room = (lines: number): PageRoom => ({ height: lines * leading, noteGap: leading })

const times = (sign: string, height: number): string => sign.repeat(Math.max(0, Math.round(height / leading)))

const letter = (row: number): string => String.fromCharCode('a'.charCodeAt(0) + row % 26)

/** A cell's lines on a page, filled with `_` where another cell is longer; a repeated head of a table stands first, as `^`. */
function cellText({ rows }: Galley, page: SetPage, cell: number): string {
  const { from, to } = page
  let text = page.repeats === undefined ? '' : times('^', rows[page.repeats + 1]!.top - rows[page.repeats]!.top)
  for (let at = from.row; at <= Math.min(to.row, rows.length - 1); at++) {
    const row = rows[at]!
    if (at > from.row && (at < to.row || to.cuts.some((cut) => cut > 0))) text += times(' ', row.top - rows[at - 1]!.bottom)
    const counts = row.cells.map((lines, index) =>
      (at === to.row ? to.cuts[index]! : lines.length) - (at === from.row ? from.cuts[index]! : 0))
    const isPicture = row.kind === 'figure'
    const whole = isPicture && at < to.row ? row.bottom - row.top - (row.shrink > 0 ? page.shrink : 0) : Math.max(0, ...counts) * leading
    const own = isPicture ? whole : (counts[cell] ?? counts[0]!) * leading
    text += times(letter(at), own) + times('_', whole - own)
  }
  return text
}

const notesText = (slices: readonly NoteSlice[]): string =>
  slices.map(({ note, from, to }) => String((note + 1) % 10).repeat(to - from)).join('')

/** `aaabb..-11`, or for columns `aaa|aa_` with both cells. */
export function drawn(galley: Galley, page: SetPage): string {
  const cells = Math.max(1, ...galley.rows.map((row) => row.cells.length))
  const notes = languages.map((language) => notesText(page.notes[language])).filter(Boolean).join('/')
  const foot = times('.', page.blank) + (notes && '-') + notes
  return Array.from({ length: cells }, (_, cell) => cellText(galley, page, cell)).join('|') + foot
}

/** `a bb|cc.`: what reaches over both columns, and each of them; `^` is the head under which one goes on, `.` is blank below the longer. */
export function drawnDouble(galley: Galley, page: SetPage): string {
  const [first, second] = page.columns?.begins ?? [page.to, page.to]
  const across = cellText(galley, { ...page, to: first }, 0)
  const columns = [{ ...page, from: first, to: second }, { ...page, from: second }].map((column, index) => times('^', headHeight(galley, column.from, page.columns?.heads[index])) + cellText(galley, column, 0)).join('|')
  return `${across}${across && times(' ', (page.columns?.across ?? 0) - across.length * leading)}${columns}${times('.', page.blank)}`
}

/** `aaabb. | AABBB.`: the Arabic page in capitals. */
export const drawnOpening = (galleys: Bilingual<Galley>, opening: Opening): string =>
  `${drawn(galleys.en, opening.en)} | ${drawn(galleys.ar, opening.ar).toUpperCase()}`
