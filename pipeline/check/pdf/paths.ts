/** Paths and gradients as content paints them; `outline` knows where they run. */

import { height, scaleOf, shared, width, type Box } from './box.ts'
import type { Operands, Run } from './content.ts'

const nothing: Box = [0, 0, -1, -1]

export const pointTo = (run: Run, operands: Operands, at: number): void => run.outline.to(run.number(operands, at), run.number(operands, at + 1), run.state.matrix)

export const rectangle = (run: Run, operands: Operands): void =>
  run.outline.rectangle([run.number(operands, 0), run.number(operands, 1), run.number(operands, 2), run.number(operands, 3)], run.state.matrix)

/** Paints the path that was drawn, and begins another. */
export function paintPath(run: Run, fills: boolean, strokes: boolean): void {
  const { state, canvas } = run
  const path = run.outline.taken()
  if (path && fills) canvas.note(run, 'fill', path, Math.min(width(path), height(path)))
  if (path && strokes) {
    const size = state.lineWidth * scaleOf(state.matrix)
    const half = size / 2
    canvas.note(run, 'stroke', [path[0] - half, path[1] - half, path[2] + half, path[3] + half], size)
  }
  if (run.clips && path) run.set({ clip: clippedTo(path, state.clip) })
  run.clips = false
}

/** What of a box can be seen; nothing where they do not meet. */
export const clippedTo = (box: Box, clip: Box): Box => shared(box, clip) ?? nothing

/** `sh`: a gradient fills all that the clip leaves open. */
export function shade(run: Run, operands: Operands): void {
  const shading = run.colours.shadingOf(run.resource('Shading', operands[0]))
  run.canvas.note(run, 'shading', run.state.clip, 0, { ...(shading && { shading }) })
}
