/** Galleys that tests build from small drawings and from chance. */

import type { Bilingual, Language } from '../../pipeline/model/language.ts'
import type { Galley, Line, Row, RowKind } from '../../pipeline/paginate/model.ts'
import type { Tie } from '../../pipeline/paginate/places.ts'

/** Height of a line, so that heights read as lines. */
export const leading = 10

const kinds: Readonly<Record<string, RowKind>> = { h: 'heading', p: 'text', f: 'figure', t: 'table-head', r: 'table-row', v: 'verse', n: 'note' }

export const noNotes: Bilingual<Galley> = { en: { rows: [] }, ar: { rows: [] } }

/** What a drawing of rows may add to its numbers of lines. */
export interface Extra {
  readonly section?: number
  readonly passage?: number
  readonly group?: number | undefined
  readonly shrink?: number
}

/**
 * `galley('h1 p5 _ p3-4 f8~3 v1/2')`: rows by kind and lines, one after the other, with a line's space for `_`. `p3-4` has two cells;
 * `f8~3` is one thing eight lines high that may be three lines smaller; `/2` is of group 2; `p4=2,3` ends lines 2 and 3
 * (from 0) in hyphens; `p9^2^5` begins paragraphs of each cell with lines 2 and 5, `p9!2` ends a heading with line 2; `p4*1*3` calls the next notes in lines 1 and 3; `|` begins a section; `+` before a row begins it
 * in the passage of the row before.
 */
export function galley(drawing: string, language: Language = 'en', firstSection = 0): Galley {
  const rows: Row[] = []
  let [top, section, passage, note] = [0, firstSection, -1, 0]
  for (const word of drawing.split(/\s+/).filter(Boolean)) {
    if (word === '|') { section++; continue }
    if (word === '_') { top += leading; continue }
    const [, joins, kind = 'p', lengths = '1', rest = ''] = /^(\+?)([a-z])([\d-]+)(.*)$/.exec(word) ?? []
    if (!joins) passage++
    const counts = lengths.split('-').map(Number)
    const hyphens = (/=([\d,]+)/.exec(rest)?.[1] ?? '').split(',').filter(Boolean).map(Number)
    const calls = [...rest.matchAll(/\*(\d+)/g)].map(([, line]) => ({ line: Number(line), note: note++ }))
    const marked = (sign: string, line: number) => rest.includes(sign) && [...rest.matchAll(/([\^!])(\d+)/g)].some(([, own, at]) => own === sign && Number(at) === line)
    const height = Math.max(...counts) * leading
    const lines = (count: number, cell: number): Line[] => Array.from({ length: count }, (_, line) => ({
      top: top + line * leading,
      bottom: top + (line + 1) * leading,
      isHyphenated: hyphens.includes(line),
      ...(marked('^', line) && { opens: true }), ...(marked('!', line) && { heads: true }),
      notes: cell === 0 ? calls.filter((call) => call.line === line).map((call) => ({ language, note: call.note })) : [],
    }))
    rows.push({
      kind: kinds[kind]!, top, bottom: top + height,
      cells: kind === 'f' ? [[{ top, bottom: top + height, isHyphenated: false, notes: lines(1, 0)[0]!.notes }]] : counts.map(lines),
      shrink: Number(/~(\d+)/.exec(rest)?.[1] ?? 0) * leading,
      section, passage,
      group: /\/(\d+)/.test(rest) ? Number(/\/(\d+)/.exec(rest)![1]) : undefined,
    })
    top += height
  }
  return { rows }
}

/** `notes('2 5 _ 1')`: notes of so many lines. */
export const notes = (drawing: string): Galley =>
  galley(drawing.split(' ').filter(Boolean).map((word) => word === '_' ? word : `n${word}`).join(' '))

/** Beads of equal shares of prose: `count` beads over the rows of each side, in order; for tests of facing pages. */
export function evenTies(galleys: Bilingual<Galley>, count: number): Tie[] {
  const at = (side: Galley, share: number): Tie['en'] => {
    const lines = side.rows.flatMap(({ cells }, row) => cells[0]!.map((_, line) => ({ row, line })))
    if (lines.length === 0) return undefined
    const place = share * lines.length
    const index = Math.min(lines.length - 1, Math.ceil(place - 1e-9) - 1)
    return { ...lines[Math.max(0, index)]!, cell: 0, share: Math.min(1, place - index) }
  }
  return Array.from({ length: count }, (_, bead) => ({ en: at(galleys.en, (bead + 1) / count), ar: at(galleys.ar, (bead + 1) / count) }))
}
