/** Pictures, forms and tilings that content places on a page. */

import { boxOf, boxUnder, combined, height, identity, width, type Matrix } from './box.ts'
import type { Operands, Run } from './content.ts'
import type { Image } from './facts.ts'
import { imageOf } from './image.ts'
import { readInlineImage } from './inline-image.ts'
import type { Lexer } from './lexer.ts'
import { Stream, type Dict } from './objects.ts'
import { clippedTo } from './paths.ts'

/** What showing a form costs, in operators. */
const formCost = 500
/** What a picture in the content costs: it is an object like another. */
const inlineCost = 30

const none: Dict = new Map()

/** `Do`: a picture, or the content of a form; names that lead to neither are passed over. */
export function paintObject(run: Run, operands: Operands): void {
  const { file, ledger } = run.canvas
  const object = run.resource('XObject', operands[0])
  if (!(object instanceof Stream)) return
  const kind = file.name(object.dict.get('Subtype'))
  if (kind === 'Image') paintImage(run, imageOf(object, run.canvas, run.colours, false))
  else if (kind === 'PS') run.canvas.used(ledger.postScript, object)
  else if (kind === 'Form') paintForm(run, object)
}

/** Reads on from behind `BI`. */
export function paintInlineImage(run: Run, lexer: Lexer): void {
  if (!run.canvas.ledger.operators.takes(inlineCost)) return run.canvas.stop()
  paintImage(run, imageOf(readInlineImage(lexer), run.canvas, run.colours, true))
}

function paintImage(run: Run, image: Image): void {
  const { canvas, state: { matrix } } = run
  const [a, b, c, d] = matrix
  const box = boxUnder([0, 0, 1, 1], matrix)
  canvas.used(canvas.ledger.imageUses, image, box)
  const resolution = [image.width / Math.hypot(a, b) * 72, image.height / Math.hypot(c, d) * 72] as const
  canvas.note(run, 'image', box, Math.min(width(box), height(box)), { image, resolution })
}

function paintForm(run: Run, form: Stream): void {
  const { canvas, state } = run
  const { file, ledger } = canvas
  if (!ledger.operators.takes(formCost)) return canvas.stop()
  canvas.used(ledger.forms, form, state.clip)
  const own = file.numbersIn(form.dict.get('Matrix'))
  const matrix = combined(own.length === 6 && own.every(Number.isFinite) ? own as unknown as Matrix : identity, state.matrix)
  const bounds = boxOf(file.numbersIn(form.dict.get('BBox')))
  const clip = bounds ? clippedTo(boxUnder(bounds, matrix), state.clip) : state.clip
  run.runInside(form, file.dict(form.dict.get('Resources')) ?? run.resources, { ...state, matrix, clip }, file.numberOf(form))
}

/** What a tiling paints is noted once, where its cell lies. */
export function useTiling(run: Run, pattern: Stream): void {
  const { canvas } = run
  const { file, ledger } = canvas
  if (ledger.forms.has(pattern)) return
  canvas.used(ledger.forms, pattern)
  run.runInside(pattern, file.dict(pattern.dict.get('Resources')) ?? none, run.state, 0)
}
