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
  if (place.node instanceof Text) keepJoined(place.node, rest)
  const block = parted.find(isBlock)
  // What was parted further down before has its end, and the mark of it, in the copy.
  block?.classList.toggle('parted', place.isSoft)
  let copy: Element | null = rest.firstElementChild
  for (const original of parted.toReversed()) {
    if (!copy) break
    markRest(copy)
    if (copy instanceof HTMLTableElement && original instanceof HTMLTableElement) continueTable(copy, original, repeatsHead)
    copy = copy instanceof HTMLTableElement ? copy.tBodies[0] ?? null : copy.firstElementChild
  }
  return rest
}

/** Letters of a word too long for a line keep the forms that they have inside it. */
function keepJoined(before: Text, rest: DocumentFragment): void {
  const after = document.createTreeWalker(rest, NodeFilter.SHOW_TEXT).nextNode()
  if (!(after instanceof Text) || !/\p{Script=Arabic}\p{M}*$/u.test(before.data) || !/^\p{Script=Arabic}/u.test(after.data)) return
  before.data += joiner
  after.data = joiner + after.data
}

const joiner = '\u200D'

/** Elements that hold `node` below `root`, the innermost first. */
function ancestors(node: Node, root: Element): Element[] {
  const found: Element[] = []
  for (let outer: Node | null = node; outer && outer !== root; outer = outer.parentNode) if (outer instanceof Element) found.push(outer)
  return found
}

function markRest(copy: Element): void {
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
 * The cells of either part begin as level with each other as the row's do.
 */
export function cutRow({ element, cells, edges }: LaidRow, cuts: readonly number[]): Element {
  const places = cells.map((cell, index) => placeInCell(cell, cuts[index] ?? 0))
  const depths = cells.map(({ blocks }) => (blocks[0]?.lines[0]?.top ?? edges.top) - edges.top)
  const copy = element.cloneNode(false) as Element
  markRest(copy)
  // Beside a cell whose text waits for the next page there is no base line to stand on.
  const isFixed = !(element instanceof HTMLTableRowElement) && cuts.some((cut) => cut === 0)
  if (isFixed) fixTops(element as HTMLElement, cells.map(({ root }) => root as HTMLElement))
  cells.forEach(({ root }, index) => {
    const place = places[index]
    const cell = root.cloneNode(false) as HTMLElement
    markRest(cell)
    if (place) cell.append(takeRest(root, place))
    setFlush(cell)
    if (!(cell instanceof HTMLTableCellElement)) cell.style.paddingBlockStart = `${depths[index] ?? 0}px`
    if (cell.childNodes.length === 0) cell.classList.add('empty')
    copy.append(cell)
  })
  element.after(copy)
  return copy
}

/** Keeps the cells of a row where they stand, whatever becomes of their text. */
function fixTops(row: HTMLElement, cells: readonly HTMLElement[]): void {
  // A part of it that was cut off before may have taken the text along.
  if (row.style.alignItems !== '') return
  const tops = cells.map((cell) => cell.getBoundingClientRect().top)
  row.style.alignItems = 'flex-start'
  cells.forEach((cell, index) => { cell.style.paddingBlockStart = `${(tops[index] ?? 0) - Math.min(...tops)}px` })
}

/** Takes away the space above what is first in a cell, or in the rest of a note. */
export function setFlush(cell: Element): void {
  for (let first = cell.firstElementChild; first instanceof HTMLElement && isBlock(first); first = first.firstElementChild) first.style.marginBlockStart = '0'
}

/** Takes away the space below what is last in a part of a note. */
export function setFlushEnd(part: Element): void {
  for (let last = part.lastElementChild; last instanceof HTMLElement && isBlock(last); last = last.lastElementChild) last.style.marginBlockEnd = '0'
}
