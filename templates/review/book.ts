/** The book as this window has it: lines, their version, where the person is. Everything on the page follows these signals. */

import { batch, computed, signal } from '@preact/signals'
import type { Span } from '../../pipeline/model/alignment.ts'
import type { Checked, DeskState, Patch, Row } from '../../pipeline/model/desk.ts'
import type { Bilingual, Language } from '../../pipeline/model/language.ts'
import type { Spot } from './edits.ts'
import { everything, isEverything, matching, type Filter } from './filter.ts'
import type { Foreseen } from './foreseen.ts'
import { checkedLines, isSettled, linesOf, patchedLines, type Line } from './lines.ts'

export type About = Omit<DeskState, 'rows' | 'version'>

export const lines = signal<readonly Line[]>([])
export const version = signal('')
export const about = signal<About>({ title: { en: '', ar: '' }, chapters: { en: [], ar: [] }, lost: [], canUndo: false, canRedo: false, isChecked: true })
export const isOpen = signal(false)

/** Where the person is. */
export const spot = signal<Spot>({ line: 0, language: 'en', at: 0 })
/** Where a range of lines began; it ends at the spot. */
export const anchor = signal<number | undefined>(undefined)
/** Segments chosen to be linked, by number. */
export const chosen = signal<Bilingual<Span | undefined>>({ en: undefined, ar: undefined })

export const line = computed(() => lines.value[spot.value.line])

export const range = computed<Span>(() => {
  const at = spot.value.line
  const other = anchor.value ?? at
  return { from: Math.min(at, other), to: Math.max(at, other) + 1 }
})

export const settled = computed(() => lines.value.reduce((count, one) => count + (isSettled(one) ? 1 : 0), 0))

const filterNow = signal<Filter>(everything)
/** Lines that were shown when the filter was set stay, or one that was just confirmed would be gone before it is seen. */
const staying = signal<ReadonlySet<number>>(new Set())

export const filter = computed(() => filterNow.value)

export function setFilter(change: Partial<Filter>): void {
  filterNow.value = { ...filterNow.value, ...change }
  staying.value = isEverything(filterNow.value) ? new Set() : matching(lines.value, filterNow.value)
  goTo(Math.max(0, nearestShown(spot.value.line)))
}

/** Indices of the lines that are shown, in order. */
export const shown = computed<readonly number[]>(() => {
  const all = lines.value
  if (isEverything(filterNow.value)) return all.map((_, index) => index)
  const found = matching(all, filterNow.value)
  return all.flatMap(({ id }, index) => (found.has(id) || staying.value.has(id) ? [index] : []))
})

function nearestShown(index: number): number {
  return shown.value.find((one) => one >= index) ?? shown.value.at(-1) ?? index
}

/** Asked for by whoever moves; the list scrolls there. */
export const wanted = signal<{ line: number; align: 'auto' | 'center' }>({ line: 0, align: 'auto' })

export function goTo(index: number, { extends: isExtended = false, align = 'auto' as 'auto' | 'center' } = {}): void {
  const to = lines.value[index]
  if (!to) return
  const from = spot.value
  if (isExtended) anchor.value ??= from.line
  else anchor.value = undefined
  spot.value = standing(to, { line: index, language: from.language, at: from.line === index ? from.at : 0 })
  wanted.value = { line: index, align }
}

/** A side that has no such segment gives way to one that has. */
function standing(on: Line, { line: index, language, at }: Spot): Spot {
  return { line: index, language, at: Math.max(0, Math.min(at, on.row[language].length - 1)) }
}

export function stand(language: Language, at: number): void {
  const on = line.value
  if (on) spot.value = standing(on, { line: spot.value.line, language, at })
}

export function open(state: DeskState): void {
  const isFirst = !isOpen.value
  lines.value = linesOf(state.rows, lines.value)
  settle(state)
  isOpen.value = true
  if (isFirst) goTo(0)
}

/** The rest of a book of which the first rows are known. */
export function append(rows: readonly Row[]): void {
  const more = linesOf(rows.slice(lines.value.length))
  if (more.length > 0) lines.value = [...lines.value, ...more]
}

/** Rows that this window did not know are not guessed at: it reads the whole again where the patch is of another version. */
export function patch(change: Patch): void {
  putIn(change, patchedLines(lines.value, change))
  settle({ ...about.value, ...change })
}

function putIn({ from, to, rows }: Foreseen, after: readonly Line[]): void {
  const { line: at } = spot.value
  lines.value = after
  if (at >= to) spot.value = { ...spot.value, line: at + rows.length - (to - from) }
}

/** A step that is shown before the program has answered. */
export interface Ahead {
  readonly foreseen: Foreseen
  /** All as it was before. */
  readonly before: Seen
}

interface Seen {
  readonly lines: readonly Line[]
  readonly about: About
  readonly spot: Spot
  readonly anchor: number | undefined
  readonly chosen: Bilingual<Span | undefined>
}

/** Shows what is foreseen; the version stays, for it is not the book yet. */
export function showAhead(foreseen: Foreseen, steps: Pick<About, 'canUndo' | 'canRedo'>): Ahead {
  const before = { lines: lines.value, about: about.value, spot: spot.value, anchor: anchor.value, chosen: chosen.value }
  batch(() => {
    putIn(foreseen, patchedLines(lines.value, foreseen))
    settle({ ...about.value, ...steps, version: version.value })
  })
  return { foreseen, before }
}

/** The program did not do it: all is as it was, and the person where they asked for it. */
export function takeBack({ before }: Ahead): void {
  batch(() => {
    lines.value = before.lines
    about.value = before.about
    spot.value = before.spot
    anchor.value = before.anchor
    chosen.value = before.chosen
  })
}

/**
 * What the program has done takes the place of what was foreseen. Where that is as many rows, lines keep their numbers, and the person
 * stays where they have gone meanwhile; rows beside them may have changed too.
 */
export function patchAhead(ahead: Ahead, change: Patch): void {
  const { foreseen, before } = ahead
  const isAsMany = foreseen.rows.length - (foreseen.to - foreseen.from) === change.rows.length - (change.to - change.from)
  const isInside = change.from <= foreseen.from && foreseen.to <= change.to
  batch(() => {
    if (isAsMany) {
      lines.value = patchedLines(before.lines, change, isInside ? lines.value : undefined)
      tell({ ...about.value, ...change })
    } else {
      takeBack(ahead)
      patch(change)
    }
  })
}

/** Findings of another version are none of this one, which will be checked in its turn. */
export function recheck(checked: Checked): void {
  if (checked.version !== version.value) return
  lines.value = checkedLines(lines.value, checked)
  about.value = { ...about.value, isChecked: true }
}

function tell({ version: seen, title, chapters, lost, canUndo, canRedo, isChecked }: Omit<DeskState, 'rows'>): void {
  version.value = seen
  about.value = { title, chapters, lost, canUndo, canRedo, isChecked }
}

function settle(state: Omit<DeskState, 'rows'>): void {
  tell(state)
  chosen.value = { en: undefined, ar: undefined }
  anchor.value = undefined
  const index = Math.max(0, Math.min(spot.value.line, lines.value.length - 1))
  const on = lines.value[index]
  if (on) spot.value = standing(on, { ...spot.value, line: index })
}
