/** Lines of code that are longer than the measure: where they run over a mark says so, and is no text. */

import { startsOfLines } from './places.ts'

const namespace = 'http://www.w3.org/2000/svg'

/** Makes each piece of a long line a line of its own, set in, with a mark before it; nothing moves. */
export function foldCode(root: Element): void {
  const lines = [...root.querySelectorAll<HTMLElement>('.code-line')]
  const long = lines.filter((line) => line.offsetHeight > 1.5 * parseFloat(getComputedStyle(line).lineHeight))
  const starts = long.map(startsOfLines)
  // From the end, for what lies before a cut stays where it is.
  long.forEach((line, index) => { for (const start of (starts[index] ?? []).toReversed()) cutAt(line, start) })
}

function cutAt(line: HTMLElement, { node, at }: { readonly node: Text; readonly at: number }): void {
  const range = document.createRange()
  range.setStart(node, at)
  range.setEnd(line, line.childNodes.length)
  const piece = line.cloneNode(false) as HTMLElement
  piece.classList.add('run-over')
  piece.append(mark(), range.extractContents())
  line.after(piece)
}

/** An arrow that turns in, drawn. */
function mark(): Element {
  const drawing = document.createElementNS(namespace, 'svg')
  drawing.setAttribute('class', 'run-over-mark')
  drawing.setAttribute('aria-hidden', 'true')
  drawing.setAttribute('viewBox', '0 0 10 10')
  const path = document.createElementNS(namespace, 'path')
  path.setAttribute('d', 'M1 1V6H8M5.5 3.5L8 6L5.5 8.5')
  drawing.append(path)
  return drawing
}
