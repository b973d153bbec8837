/** The galleys of the page, row by row: what each row is made of, kept beside the numbers that leave the page. */

import type { ContinuedHeads } from './continued.ts'
import { hasBlocks, isBlock, isHeading, setEdges, type Edges } from './boxes.ts'
import { linesOf } from './lines.ts'
import type { RowKind } from '../../pipeline/paginate/model.ts'

/** A block of a cell and the lines that it adds to it. */
export interface LaidBlock {
  readonly element: Element
  readonly lines: readonly Edges[]
  /** Cut between its lines, or only before and after it. */
  readonly isText: boolean
}

export interface LaidCell {
  readonly root: Element
  readonly blocks: readonly LaidBlock[]
}

export interface LaidRow {
  readonly element: Element
  readonly kind: RowKind
  readonly edges: Edges
  readonly cells: readonly LaidCell[]
  readonly shrink: number
  readonly section: number
  readonly passage: number
  readonly group: number | undefined
}

export interface LaidGalley {
  readonly root: HTMLElement
  readonly rows: readonly LaidRow[]
  /** Of an index: heads under which it goes on. */
  readonly continued?: ReadonlyMap<LaidRow, ContinuedHeads>
}

/** What is the same for a stretch of rows. */
interface Context {
  readonly section: number
  readonly group: number | undefined
}

class Layer {
  readonly rows: LaidRow[] = []
  #passage = -1
  #groups = 0
  readonly #leastPicture: number

  constructor(leastPicture: number) {
    this.#leastPicture = leastPicture
  }

  lay(element: Element, context: Context): void {
    if (element.hasAttribute('data-passage')) this.#passage = Number(element.getAttribute('data-passage'))
    if (isWhole(element)) this.#add('figure', element, [whole(element)], context)
    else if (element.matches('.passage') && !isStacked(element)) this.#passageRow(element, context)
    else if (element.tagName === 'ASIDE') this.#add('note', element, [cellOf(element)], context)
    else if (element.tagName === 'FIGURE') this.#add('figure', element, [whole(element)], context, this.#shrinkOf([element]))
    else if (isHeading(element)) this.#add('heading', element, [whole(element)], context)
    else if (element.tagName === 'TR') this.#add(element.closest('thead') ? 'table-head' : 'table-row', element, [...element.children].map(cellOf), context)
    else if (element.matches('.bayt')) this.#add('verse', element, [whole(element)], context)
    else if (element.matches('.glosses')) this.#add('text', element, [whole(element)], context)
    else if (hasBlocks(element)) this.#inside(element, context)
    else this.#add(element.closest('.verse') ? 'verse' : 'text', element, [cellOf(element)], context)
  }

  #inside(element: Element, context: Context): void {
    const isGroup = element.matches('.verse, .stack, .index-group, table')
    const inner = isGroup && context.group === undefined ? { ...context, group: this.#groups++ } : context
    for (const child of element.children) if (isBlock(child)) this.lay(child, inner)
  }

  #passageRow(element: Element, context: Context): void {
    this.#passage++
    const sides = [...element.children]
    const headings = element.querySelectorAll('h1, h2, h3, h4, h5, h6')
    const isHeadingRow = headings.length > 0 && sides.every((side) => [...side.children].every(isHeading))
    const figures = [...element.querySelectorAll('figure')]
    const isFigureRow = figures.length > 0 && sides.every((side) => [...side.children].every(({ tagName }) => tagName === 'FIGURE'))
    const cells = sides.map(isHeadingRow || isFigureRow ? whole : cellOf)
    this.#add(isHeadingRow ? 'heading' : isFigureRow ? 'figure' : 'text', element, cells, context, isFigureRow ? this.#shrinkOf(figures) : 0)
  }

  /** The pictures of a row are made smaller together. */
  #shrinkOf(figures: readonly Element[]): number {
    const heights = figures.map((figure) => Math.max(0, ...[...figure.querySelectorAll('img')].map(noted)))
    return Math.min(...heights) * (1 - this.#leastPicture)
  }

  #add(kind: RowKind, element: Element, cells: readonly LaidCell[], { section, group }: Context, shrink = 0): void {
    const lines = cells.flatMap(({ blocks }) => blocks.flatMap((block) => block.lines))
    if (lines.length === 0) return
    const top = Math.min(...lines.map((line) => line.top))
    const bottom = Math.max(...lines.map((line) => line.bottom))
    this.rows.push({ kind, element, edges: { top, bottom }, cells, shrink, section, passage: this.#passage, group })
  }
}

/** Its height, which is kept for whoever makes it smaller. */
function noted(image: HTMLImageElement): number {
  image.dataset['height'] ??= String(image.offsetHeight)
  return Number(image.dataset['height'])
}

/** A page that is one thing, such as a title page. */
const isWhole = (element: Element): boolean => element.matches('.halftitle, .title-page, .imprint, .whole')

/** Sides that stand one below the other, because a table needs the whole measure. */
const isStacked = (passage: Element): boolean => getComputedStyle(passage).flexDirection === 'column'

const whole = (element: Element): LaidCell => {
  const { top, bottom } = wholeEdges(element)
  return { root: element, blocks: bottom > top ? [{ element, lines: [{ top, bottom }], isText: false }] : [] }
}

function wholeEdges(element: Element): Edges {
  const [first, last] = [element.firstElementChild, element.lastElementChild]
  if (element.matches('.side')) return first && last ? { top: wholeEdges(first).top, bottom: wholeEdges(last).bottom } : { top: 0, bottom: 0 }
  return isHeading(element) ? setEdges(element) : element.getBoundingClientRect()
}

/** Everything in a cell, block by block; pictures, verse lines of two halves, glosses and inner tables are not cut. */
function cellOf(root: Element): LaidCell {
  const blocks: LaidBlock[] = []
  const walk = (element: Element): void => {
    if (element.matches('figure, table, .bayt, .glosses') || isHeading(element)) blocks.push(...whole(element).blocks)
    else if (hasBlocks(element)) for (const child of element.children) isBlock(child) && walk(child)
    else {
      const lines = linesOf(element)
      if (lines.length > 0) blocks.push({ element, lines, isText: true })
    }
  }
  walk(root)
  return { root, blocks }
}

/** Lays out what stands in `root`, whose children are sections with the attribute `data-section`, or notes. */
export function layGalley(root: HTMLElement, leastPicture: number): LaidGalley {
  const layer = new Layer(leastPicture)
  for (const child of root.children) {
    if (getComputedStyle(child).display !== 'none') layer.lay(child, { section: Number(child.getAttribute('data-section') ?? 0), group: undefined })
  }
  return { root, rows: layer.rows }
}
