/** Where somebody reads, whom a step leads on from there: whoever has scrolled away from the last bead does not want to be led back. */

import type { Rows } from './rows.ts'

const scrollKeys: ReadonlySet<string> = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown', ' '])

/** Gives the row from which to step, by the one gone to last; -1 stands before the first. */
export function whereRead(rows: Rows): (current: number, step: 1 | -1) => number {
  let mayBeAway = false
  const leave = (): void => { mayBeAway = true }
  for (const name of ['wheel', 'touchmove', 'pointerdown']) addEventListener(name, leave, { capture: true, passive: true })
  addEventListener('keydown', ({ key }) => { if (scrollKeys.has(key)) leave() }, { capture: true })
  return (current, step) => {
    if (!mayBeAway) return current
    mayBeAway = false
    if (isInWindow(rows.all[current])) return current
    const first = firstInWindow()
    if (first) return rows.indexOf(first) - (step === 1 ? 1 : 0)
    return isBelow(rows.all[0]) ? (step === 1 ? -1 : 0) : current
  }
}

/** A row that a filter hides has no height. */
function isInWindow(row: HTMLElement | undefined): boolean {
  const box = row?.getBoundingClientRect()
  return box !== undefined && box.height > 0 && box.bottom > 0 && box.top < innerHeight
}

const isBelow = (row: HTMLElement | undefined): boolean => (row?.closest('section')?.getBoundingClientRect().top ?? 0) > 0

/** Distance of the points at which a row is looked for, in CSS pixels: less than the lowest row. */
const between = 24

function firstInWindow(): Element | undefined {
  for (let y = document.querySelector('.steps')?.getBoundingClientRect().bottom ?? 0; y < innerHeight; y += between) {
    const row = y >= 0 && document.elementFromPoint(innerWidth / 2, y)?.closest('.beads > li')
    if (row) return row
  }
  return undefined
}
