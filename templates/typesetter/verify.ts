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
  const columns = pages.map((page) => page.querySelector<HTMLElement>('.column'))
  const edges = columns.map((column) => (column ? edgesOf(column) : undefined))
  const areas = pages.map((page) => page.querySelector('.area')?.getBoundingClientRect())
  const notes = pages.map((page) => page.querySelector('.footnotes')?.getBoundingClientRect())
  const faults = sheets.flatMap((sheet, page): SheetFault[] => {
    const [set, area] = [edges[page], areas[page]]
    if (!area) return []
    const height = set ? set.bottom - set.top : 0
    const text = height - (sheet.text?.height ?? 0)
    const below = (notes[page]?.height ?? 0) - sheet.notesHeight
    const overflow = Math.max(0, height + (notes[page]?.height ?? 0) - area.height)
    const isFaulty = overflow > tolerance || [text, below].some((error) => Math.abs(error) > tolerance)
    return isFaulty ? [{ page, text, notes: below, overflow, segment: pages[page]?.dataset['segment'] ?? '' }] : []
  })
  edges.forEach((set, page) => {
    const shift = set && areas[page] ? areas[page].top - set.top : 0
    if (Math.abs(shift) > 0.01) columns[page]?.style.setProperty('top', `${shift}px`)
  })
  return faults
}

function edgesOf(column: HTMLElement): { top: number; bottom: number } | undefined {
  const { rows } = layGalley(column, 1)
  if (rows.length === 0) return undefined
  return { top: Math.min(...rows.map((row) => row.edges.top)), bottom: Math.max(...rows.map((row) => row.edges.bottom)) }
}
