/** Parts what stands in a galley, so that each part can go to its page. Works from the end, for what lies before a cut stays where it is. */

import { isBlock } from './boxes.ts'
import type { LaidRow } from './galley.ts'
import { placeInCell, type Place } from './places.ts'

/**
 * Takes everything from `place` to the end out of `root`.
 *
 * What is parted goes on in copies without ids (`data-id` keeps them) and with the class `rest`; the block before the
 * cut gets `parted` if its last line is a full one. With `repeatsHead` a parted table takes a copy of its head along.
 */
export function takeRest(root: Element, place: Place, repeatsHead = false): DocumentFragment {
  const parted = ancestors(place.node, root)
  const range = document.createRange()
  range.setStart(place.node, place.offset)
  range.setEnd(root, root.childNodes.length)
  const rest = range.extractContents()
  const block = parted.find(isBlock)
  if (block && place.isSoft) block.classList.add('parted')
  let copy: Element | null = rest.firstElementChild
  for (const original of parted.toReversed()) {
    if (!copy) break
    markRest(copy)
    if (copy instanceof HTMLTableElement && original instanceof HTMLTableElement) continueTable(copy, original, repeatsHead)
    copy = copy instanceof HTMLTableElement ? copy.tBodies[0] ?? null : copy.firstElementChild
  }
  return rest
}

/** Elements that hold `node` below `root`, the innermost first. */
function ancestors(node: Node, root: Element): Element[] {
  const found: Element[] = []
  for (let outer: Node | null = node; outer && outer !== root; outer = outer.parentNode) if (outer instanceof Element) found.push(outer)
  return found
}

function markRest(copy: Element): void {
  copy.classList.remove('parted')
  copy.classList.add('rest')
  if (copy.id === '') return
  copy.setAttribute('data-id', copy.id)
  copy.removeAttribute('id')
}

/** A head that stands again over the rest is the page's, not the text's. */
function continueTable(copy: HTMLTableElement, original: HTMLTableElement, repeatsHead: boolean): void {
  const columns = original.querySelector('colgroup')?.cloneNode(true)
  const head = original.tHead?.cloneNode(true) as Element | undefined
  if (repeatsHead && head && !copy.tHead) {
    head.classList.add('repeated')
    for (const inner of head.querySelectorAll('[id]')) inner.removeAttribute('id')
    for (const inner of head.querySelectorAll('.segment')) inner.classList.remove('segment')
    copy.prepend(head)
  }
  if (columns) copy.prepend(columns)
}

/**
 * Parts a row at so many lines of each cell; yields the row's copy, which holds the rest and stands behind it.
 * Its cells begin as level with each other as the row's do.
 */
export function cutRow({ element, cells, edges }: LaidRow, cuts: readonly number[]): Element {
  const places = cells.map((cell, index) => placeInCell(cell, cuts[index] ?? 0))
  const copy = element.cloneNode(false) as Element
  markRest(copy)
  cells.forEach(({ root, blocks }, index) => {
    const place = places[index]
    const cell = root.cloneNode(false) as HTMLElement
    markRest(cell)
    cell.style.paddingBlockStart = `${(blocks[0]?.lines[0]?.top ?? edges.top) - edges.top}px`
    if (place) cell.append(takeRest(root, place))
    if (cell.childNodes.length === 0) cell.classList.add('empty')
    copy.append(cell)
  })
  element.after(copy)
  return copy
}
