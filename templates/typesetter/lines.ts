/** The lines of a block of text, by their edges. */

import { contentEdges, type Edges } from './boxes.ts'

/** Pixels by which a block may miss a whole number of lines. */
const tolerance = 0.6

/** The browser counts in 64ths of a pixel. */
const rounded = (pixels: number): number => Math.round(pixels * 64) / 64

/** Edges in pixels of the window, from the first line on. The lines beside a drop initial and the one below are one, for no page ends there. */
export function linesOf(block: Element): Edges[] {
  const lines = eachLineOf(block)
  const beside = block.matches('.rest') ? 0 : Number(block.getAttribute('data-initial') ?? 0)
  const [first, last] = [lines[0], lines[Math.min(beside, lines.length - 1)]]
  return beside > 0 && first && last ? [{ top: first.top, bottom: last.bottom }, ...lines.slice(beside + 1)] : lines
}

/** Where all lines are equally tall no line is looked at. A cell of a table is as tall as its row, whatever stands in it. */
function eachLineOf(block: Element): Edges[] {
  const { top, bottom, lineHeight } = contentEdges(block)
  const height = rounded(lineHeight)
  if (block instanceof HTMLTableCellElement) return regular(top, Math.max(1, inkOf(block).length), height)
  const count = Math.round((bottom - top) / height)
  if (count > 0 && Math.abs(count * height - (bottom - top)) < tolerance) return regular(top, count, height)
  return between(top, bottom, inkOf(block))
}

const regular = (top: number, count: number, height: number): Edges[] =>
  Array.from({ length: count }, (_, line) => ({ top: top + line * height, bottom: top + (line + 1) * height }))

/** Heights of what stands in each line, clustered from the boxes of its pieces; those of an element come before those of its text. */
function inkOf(block: Element): Edges[] {
  const range = document.createRange()
  range.selectNodeContents(block)
  const lines: { top: number; bottom: number }[] = []
  const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 0 || height > 0)
  for (const { top, bottom } of boxes.sort((one, other) => one.top - other.top || other.bottom - one.bottom)) {
    const last = lines.at(-1)
    if (last && (top + bottom) / 2 < last.bottom) {
      last.bottom = Math.max(last.bottom, bottom)
      last.top = Math.min(last.top, top)
    } else lines.push({ top, bottom })
  }
  return lines
}

/** Lines touch half-way between what stands in them. */
function between(top: number, bottom: number, ink: readonly Edges[]): Edges[] {
  if (ink.length === 0) return [{ top, bottom }]
  return ink.map((line, index) => {
    const [before, after] = [ink[index - 1], ink[index + 1]]
    return { top: before ? (before.bottom + line.top) / 2 : top, bottom: after ? (line.bottom + after.top) / 2 : bottom }
  })
}
