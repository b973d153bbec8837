/** Text as content shows it; `pen` knows where it stands. */

import type { Operands, Run } from './content.ts'
import { Font } from './fonts.ts'
import type { Dict, PdfObject } from './objects.ts'

/** `Tf`: a font by its name on the page, and its size. */
export const chooseNamedFont = (run: Run, operands: Operands): void =>
  chooseFont(run, run.canvas.file.dict(run.resource('Font', operands[0])), run.number(operands, 1))

/** `size` in units of the text's own space. */
export function chooseFont(run: Run, dict: Dict | undefined, size: number): void {
  const { file, ledger } = run.canvas
  if (!dict) return run.setText({ font: undefined, size })
  const font = ledger.fonts.get(dict) ?? new Font(dict, file)
  ledger.fonts.set(dict, font)
  run.setText({ font, size })
}

/** Strings and, in thousandths of the size, the gaps between them. */
export function show(run: Run, parts: readonly PdfObject[]): void {
  const { canvas, text: { font, size, mode } } = run
  if (!font) return
  const { box, matrix } = run.pen.show(parts, font, run.text, run.state.matrix)
  const isDrawn = mode !== 3 && mode !== 7
  if (isDrawn) font.isDrawn = true
  canvas.noteText(run, box, Math.abs(size) * Math.hypot(matrix[2], matrix[3]), font, isDrawn)
  canvas.used(canvas.ledger.fontUses, font, box)
}

/** `'` and `"`: what is shown one line further down. */
export function showOnNextLine(run: Run, parts: readonly PdfObject[]): void {
  run.pen.nextLine(0, -run.text.leading)
  show(run, parts)
}
