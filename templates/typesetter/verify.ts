/** Whether the pages, as set, are what was chosen: every line as high as it was measured, nothing beyond the type area. */

import type { Sheet, SheetFault } from '../../pipeline/paginate/sheet.ts'
import { layGalley } from './galley.ts'

/** Pixels that sums of fractions may differ by. */
const tolerance = 0.75

/**
 * Brings the first line of each page to the head of its type area, then compares heights.
 * Yields a fault for each page that differs.
 */
export function settlePages(sheets: readonly Sheet[]): SheetFault[] {
  const pages = [...document.querySelectorAll<HTMLElement>('.page')]
  const columns = pages.map((page, index) => [...page.querySelectorAll<HTMLElement>('.column')].map((column) => columnOf(column, sheets[index])))
  const areas = pages.map((page) => page.querySelector('.area')?.getBoundingClientRect())
  const notes = pages.map((page) => page.querySelector('.footnotes')?.getBoundingClientRect())
  const faults = sheets.flatMap((sheet, page): SheetFault[] => {
    const area = areas[page]
    if (!area) return []
    const height = Math.max(0, ...(columns[page] ?? []).map((column) => column.above + column.height))
    const text = height - (sheet.text?.height ?? 0)
    const below = (notes[page]?.height ?? 0) - sheet.notesHeight
    const overflow = Math.max(0, height + (notes[page]?.height ?? 0) - area.height)
    const isFaulty = overflow > tolerance || [text, below].some((error) => Math.abs(error) > tolerance)
    return isFaulty ? [{ page, text, notes: below, overflow, segment: pages[page]?.dataset['segment'] ?? '' }] : []
  })
  columns.forEach((own, page) => own.forEach(({ column, above, top }) => {
    const shift = top !== undefined && areas[page] ? areas[page].top + above - top : 0
    if (Math.abs(shift) > 0.01) column.style.setProperty('top', `${shift}px`)
  }))
  return faults
}

interface SetColumn {
  readonly column: HTMLElement
  /** What stands across both columns above it. */
  readonly above: number
  /** Of its first line, in the window; undefined where it has none. */
  readonly top: number | undefined
  readonly height: number
}

function columnOf(column: HTMLElement, sheet: Sheet | undefined): SetColumn {
  const above = column.matches('.double') ? sheet?.text?.columns?.across ?? 0 : 0
  const { rows } = layGalley(column, 1)
  if (rows.length === 0) return { column, above, top: undefined, height: 0 }
  const top = Math.min(...rows.map((row) => row.edges.top))
  return { column, above, top, height: Math.max(...rows.map((row) => row.edges.bottom)) - top }
}
