/** Where an element of a galley stands, as row, cell, line and share of the line. */

import type { Spot } from '../../pipeline/paginate/sheet.ts'
import type { LaidGalley } from './galley.ts'

interface Home {
  readonly galley: string
  readonly row: number
  readonly cell: number
  /** Lines of the cell before this block. */
  readonly before: number
  readonly lines: readonly { readonly top: number; readonly bottom: number }[]
}

/** Finds the line in which any element begins or ends; the galleys must not have moved since they were laid. */
export class Spots {
  readonly #homes = new Map<Element, Home>()

  constructor(galleys: ReadonlyMap<string, LaidGalley>) {
    for (const [galley, { rows }] of galleys) {
      rows.forEach(({ element, cells }, row) => {
        // What encloses blocks, such as a row or a section, is found by the first of them.
        const first = cells.findIndex(({ blocks }) => blocks.length > 0)
        this.#homes.set(element, { galley, row, cell: Math.max(0, first), before: 0, lines: [] })
        cells.forEach(({ root, blocks }, cell) => {
          let before = 0
          for (const { element: block, lines } of [{ element: root, lines: [] }, ...blocks]) {
            this.#homes.set(block, { galley, row, cell, before, lines })
            before += lines.length
          }
        })
      })
    }
  }

  /** Undefined for what lies in no galley, or in nothing that was laid. */
  at(element: Element, end: boolean): Spot | undefined {
    const home = this.#homeOf(element)
    if (!home) return undefined
    const rects = element.getClientRects()
    const rect = rects[end ? rects.length - 1 : 0]
    const { galley, row, cell, before, lines } = home
    if (!rect || lines.length === 0) return { galley, row, cell, line: before, share: 0 }
    const line = lineAt(lines, (rect.top + rect.bottom) / 2)
    return { galley, row, cell, line: before + line, share: shareOf(element, rect, end) }
  }

  /** Of the nearest block that holds the element, or of the first that it holds. */
  #homeOf(element: Element): Home | undefined {
    for (let outer: Element | null = element; outer; outer = outer.parentElement) {
      const home = this.#homes.get(outer)
      if (home) return home
    }
    for (const inner of element.querySelectorAll('*')) {
      const home = this.#homes.get(inner)
      if (home) return home
    }
    return undefined
  }
}

function lineAt(lines: readonly { readonly top: number; readonly bottom: number }[], y: number): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (y < (lines[middle]?.bottom ?? 0)) high = middle
    else low = middle + 1
  }
  return low
}

/** Which share of the block's width has been read where the element begins or ends. */
function shareOf(element: Element, rect: DOMRect, end: boolean): number {
  const block = element.closest('p, li, td, th, div, h1, h2, h3, h4, h5, h6, figcaption, pre') ?? element
  const { left, right, width } = block.getBoundingClientRect()
  if (width === 0) return 0
  const isRightToLeft = block.getAttribute('dir') === 'rtl'
  const edge = isRightToLeft ? right - (end ? rect.left : rect.right) : (end ? rect.right : rect.left) - left
  return Math.min(1, Math.max(0, edge / width))
}
