/** What an edit makes of the lines where a window can know it, so that it is shown while the program still writes; what the program says takes its place. */

import { byTime } from '../../pipeline/decisions/decided.ts'
import type { Span } from '../../pipeline/model/alignment.ts'
import type { Event, Status } from '../../pipeline/model/decisions.ts'
import type { Edit, Patch, Row } from '../../pipeline/model/desk.ts'
import { bilingual, languages, type Bilingual, type Language } from '../../pipeline/model/language.ts'
import { isSettled, none, rowNow, segmentAt, type Line } from './lines.ts'
import { withWords, type WordEdit } from './foreseen-words.ts'

/** Rows that give way to others, as in a patch. */
export type Foreseen = Pick<Patch, 'from' | 'to' | 'rows' | 'renumber'>

/** Who edits, and when: `YYYY-MM-DDTHH:MM:SSZ`. */
interface Author {
  readonly by: string
  readonly at: string
}

/**
 * Undefined where only the program knows, as when beads are aligned anew or markup is read, and where it would refuse.
 *
 * Findings stay as they were; whatever else is not as the program does it, it sets right with its answer.
 */
export function foreseen(lines: readonly Line[], edit: Edit, author: Author): Foreseen | undefined {
  switch (edit.kind) {
    case 'merge': return merged(lines, edit.beads, 'merge', author)
    case 'split': return parted(lines, edit, author)
    case 'shift': return shifted(lines, edit, author)
    case 'link': return linked(lines, edit, author)
    case 'confirm': return confirmed(lines, edit.beads, author)
    case 'text': case 'cut': case 'join': return reworded(lines, edit, author)
    case 'comment': return replaced(lines, edit.bead, (row) => commented(row, edit.text.trim(), author))
    // What is told of a side that is left out goes with the answer to it.
    case 'omission': case 'reopen': case 'accept': case 'unaccept': return undefined
  }
}

const isOneSided = ({ en, ar }: Row): boolean => en.length === 0 || ar.length === 0

function replaced(lines: readonly Line[], index: number, change: (row: Row) => Row | undefined): Foreseen | undefined {
  const line = lines[index]
  const row = line && change(rowNow(line))
  return row && { from: index, to: index + 1, rows: [row], renumber: bilingual((language) => row[language].length - line.row[language].length) }
}

/** A bead that somebody decides on is certain. */
const decided = (row: Row, status: Status, what: Event['what'], { at, by }: Author): Row =>
  ({ ...row, score: 1, status, decidedBy: 'person', before: undefined, history: [...row.history, { at, by, what }] })

const commented = (row: Row, text: string, { at, by }: Author): Row | undefined => (text === '' ? undefined
  : { ...row, comments: [...row.comments, { at, by, text }], history: [...row.history, { at, by, what: 'comment' }] })

/** Those that are decided already stay as they are. */
function confirmed(lines: readonly Line[], { from, to }: Span, author: Author): Foreseen | undefined {
  const isOpen = (line: Line) => !isSettled(line)
  const [first, last] = [lines.slice(from, to).findIndex(isOpen), lines.slice(from, to).findLastIndex(isOpen)]
  if (first < 0) return undefined
  const rows = lines.slice(from + first, from + last + 1).map((line) => {
    const row = rowNow(line)
    return isOpen(line) ? decided(row, isOneSided(row) ? 'omission' : 'confirmed', 'confirm', author) : row
  })
  return { from: from + first, to: from + last + 1, rows, renumber: none }
}

function merged(lines: readonly Line[], { from, to }: Span, what: 'merge' | 'shift' | 'link', author: Author): Foreseen | undefined {
  const rows = lines.slice(from, to).map(rowNow)
  const [first] = rows
  if (!first || rows.length !== to - from || rows.length < 2 || !isOneText(rows)) return undefined
  const whole: Row = {
    ...first, ...bilingual((language) => rows.flatMap((row) => row[language])),
    findings: rows.flatMap(({ findings }) => findings),
    comments: rows.flatMap(({ comments }) => comments).sort(byTime), history: rows.flatMap(({ history }) => history).sort(byTime),
  }
  return { from, to, rows: [decided(withChapter(whole, rows), 'corrected', what, author)], renumber: none }
}

/** A side is in the chapter of its first segment, which was in one of the rows of before. */
function withChapter(row: Row, before: readonly Row[]): Row {
  const chapters = languages.flatMap((language) => {
    const first = row[language][0]?.segment
    const own = before.find((one) => one[language].some(({ segment }) => segment === first))?.chapter[language]
    return own === undefined ? [] : [[language, own] as const]
  })
  return { ...row, chapter: Object.fromEntries(chapters) }
}

/** Beads leave neither a file nor its notes. */
function isOneText(rows: readonly Row[]): boolean {
  return languages.every((language) => new Set(rows.flatMap((row) => row[language].map(({ place, kind }) => `${place.file} ${kind === 'note'}`))).size < 2)
}

/** Whatever was said about the bead stays with its first part. */
function parted(lines: readonly Line[], { bead, at }: Extract<Edit, { kind: 'split' }>, author: Author): Foreseen | undefined {
  const line = lines[bead]
  if (!line) return undefined
  const row = rowNow(line)
  const first = { ...row, ...bilingual((language) => row[language].slice(0, at[language])) }
  const second = { ...row, ...bilingual((language) => row[language].slice(at[language])), comments: [], history: [] }
  if ([first, second].some(isNothing)) return undefined
  return { from: bead, to: bead + 1, rows: partsOf([row], [first, second]).map((one) => decided(one, 'corrected', 'split', author)), renumber: none }
}

const isNothing = ({ en, ar }: Row): boolean => en.length + ar.length === 0

/** Each finding goes with the words that it marks. */
function partsOf(before: readonly Row[], rows: readonly Row[]): Row[] {
  const findings = before.flatMap((row) => row.findings)
  const holder = ({ marks: [mark] }: Row['findings'][number]) => Math.max(0, rows.findIndex((row) => mark && row[mark.language].some(({ segment }) => segment === mark.segment)))
  return rows.map((row, index) => ({ ...withChapter(row, before), findings: findings.filter((finding) => holder(finding) === index) }))
}

function shifted(lines: readonly Line[], { bead, language, by }: Extract<Edit, { kind: 'shift' }>, author: Author): Foreseen | undefined {
  const [upper, lower] = lines.slice(bead, bead + 2).map(rowNow)
  if (!upper || !lower || !isOneText([upper, lower]) || (by === 1 ? lower : upper)[language].length === 0) return undefined
  const all = [...upper[language], ...lower[language]]
  const end = upper[language].length + by
  const [first, second] = [{ ...upper, [language]: all.slice(0, end) }, { ...lower, [language]: all.slice(end) }]
  // A bead that has given all it had is gone.
  if (isNothing(first) || isNothing(second)) return merged(lines, { from: bead, to: bead + 2 }, 'shift', author)
  return { from: bead, to: bead + 2, rows: partsOf([upper, lower], [first, second]).map((one) => decided(one, 'corrected', 'shift', author)), renumber: none }
}

/** Known only where it takes whole beads: what would be left of others is aligned anew. */
function linked(lines: readonly Line[], { en, ar }: Extract<Edit, { kind: 'link' }>, author: Author): Foreseen | undefined {
  const spans = { en, ar }
  const [from, to] = [lines.findIndex((line) => isTouched(line, spans)), lines.findLastIndex((line) => isTouched(line, spans)) + 1]
  const made = from < 0 ? undefined : merged(lines, { from, to }, 'link', author)
  const [row] = made?.rows ?? []
  return row && languages.every((language) => isWhole(row, language, spans[language])) ? made : undefined
}

const isTouched = (line: Line, spans: Bilingual<Span>): boolean => languages.some((language) => {
  const first = segmentAt(line, language, 0)
  return first !== undefined && first < spans[language].to && first + line.row[language].length > spans[language].from
})

const isWhole = (row: Row, language: Language, { from, to }: Span): boolean => row[language][0]?.segment === from && row[language].at(-1)?.segment === to - 1

/** The bead keeps what was decided on it; whether the words end as a sentence does is for the program to say. */
function reworded(lines: readonly Line[], edit: WordEdit, { at, by }: Author): Foreseen | undefined {
  const index = lines.findIndex((line) => {
    const first = segmentAt(line, edit.language, 0)
    return first !== undefined && first <= edit.segment && edit.segment < first + line.row[edit.language].length
  })
  const what = ({ text: 'text', cut: 'split', join: 'merge' } as const)[edit.kind]
  return replaced(lines, index, (row) => {
    const changed = withWords(row, edit)
    return changed && { ...changed, history: [...changed.history, { at, by, what }] }
  })
}
