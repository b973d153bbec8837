/** The common grid: whatever a block's height, the next one begins on a line of it. */

import { isHeading } from './boxes.ts'
import { layGalley, type LaidBlock, type LaidCell } from './galley.ts'

/** Leadings are fractions of a pixel; what is off by less stands on the grid. */
const tolerance = 0.3

/** Moves blocks of a galley down to the grid, which begins anew with each section; notes, which hang on the foot of the page, and the index stay. */
export function snapToGrid(root: HTMLElement, leading: Readonly<Record<'en' | 'ar', number>>): void {
  if (root.matches('.galley-notes, [data-galley$="-index"]')) return
  const step = root.lang === 'ar' ? leading.ar : leading.en
  // Heights of rows follow from their blocks, so these come first.
  for (const { cells } of layGalley(root, 1).rows) for (const cell of cells) snapBlocks(cell, step)
  snapRows(root, step)
}

/** Pixels down to the next line of the grid. */
function missing(distance: number, step: number): number {
  const over = ((distance % step) + step) % step
  return over < tolerance || step - over < tolerance ? 0 : step - over
}

function snapBlocks({ blocks }: LaidCell, step: number): void {
  const origin = blocks[0] && topOf(blocks[0])
  let moved = 0
  blocks.forEach((block, index) => {
    const before = blocks[index - 1]
    if (!before || origin === undefined) return
    const by = missing(topOf(block) + moved - origin, step)
    if (by > 0) push(block.element, topOf(block) - bottomOf(before), by)
    moved += by
  })
}

function snapRows(root: HTMLElement, step: number): void {
  const { rows } = layGalley(root, 1)
  let origin = 0
  let moved = 0
  const pushes = rows.map((row, index) => {
    const before = rows[index - 1]
    if (!before || before.section !== row.section) {
      origin = row.edges.top
      moved = 0
      return 0
    }
    const by = missing(row.edges.top + moved - origin, step)
    moved += by
    return by
  })
  rows.forEach(({ element, edges, kind }, index) => {
    const by = pushes[index] ?? 0
    const before = rows[index - 1]
    if (by === 0 || !before) return
    if (kind !== 'table-head' && kind !== 'table-row') push(element, edges.top - before.edges.bottom, by)
    else if (before.group !== rows[index]?.group) pushTable(element, edges.top - before.edges.bottom, by)
    // What a head lacks to whole lines stays with it, for it stands above other rows once more.
    else if (kind === 'table-row' && before.kind === 'table-head') for (const cell of before.element.children) padEnd(cell as HTMLElement, by)
    else for (const cell of element.children) pad(cell, by)
  })
}

const topOf = ({ lines }: LaidBlock): number => lines[0]?.top ?? 0
const bottomOf = ({ lines }: LaidBlock): number => lines.at(-1)?.bottom ?? 0

/** Text is known by its content, so its padding does; other things by their box, whose margin is made `gap` and `by` high. */
function push(element: Element, gap: number, by: number): void {
  const isByContent = element.matches('p, li, pre, .passage, .note') || (isHeading(element) && element.tagName !== 'H1')
  if (isByContent) pad(element, by)
  else (element as HTMLElement).style.marginBlockStart = `${gap + by}px`
}

/** By its first row, which stands below the rule. */
function pushTable(row: Element, gap: number, by: number): void {
  const table = row.closest('table') ?? row
  push(table, gap - parseFloat(getComputedStyle(table).borderBlockStartWidth), by)
}

function pad(element: Element, by: number): void {
  if (element.matches('.bayt')) (element as HTMLElement).style.marginBlockStart = `${parseFloat(getComputedStyle(element).marginBlockStart) + by}px`
  else (element as HTMLElement).style.paddingBlockStart = `${parseFloat(getComputedStyle(element).paddingBlockStart) + by}px`
}

function padEnd(element: HTMLElement, by: number): void {
  element.style.paddingBlockEnd = `${parseFloat(getComputedStyle(element).paddingBlockEnd) + by}px`
}
