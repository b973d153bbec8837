/** Colours, states and intents that content chooses to paint with. */

import type { Operands, Run } from './content.ts'
import { markInside } from './marks.ts'
import { isDict, nameOf, Stream, type Dict, type PdfObject } from './objects.ts'
import { useTiling } from './placed.ts'
import type { Space } from './spaces.ts'
import { changesOf } from './states.ts'
import { chooseFont } from './text.ts'

export type Side = 'fill' | 'stroke'

/** `CS` and `cs`: the space, by its name on the page or itself, with its first colour. */
export const chooseSpace = (run: Run, side: Side, object: PdfObject | undefined): void => run.set({ [side]: run.colours.initialIn(object) })

/** `g`, `rg`, `k` and those for strokes: `operands` are components from 0 to 1. */
export const chooseDevice = (run: Run, side: Side, space: Space, operands: Operands): void => run.set({ [side]: run.colours.ofDevice(space, operands) })

/** `SC`, `SCN` and those for fillings: components in the space that was chosen, and the name of a pattern behind them. */
export function chooseColour(run: Run, side: Side, operands: Operands): void {
  const colour = run.colours.in(run.state[side].space, operands)
  run.set({ [side]: colour })
  if (colour.pattern instanceof Stream) useTiling(run, colour.pattern)
}

/** `gs`: what the named graphics state says; one that the page does not have changes nothing. */
export function useState(run: Run, operands: Operands): void {
  const { file, ledger } = run.canvas
  const dict = file.dict(run.resource('ExtGState', operands[0]))
  if (!dict) return
  run.canvas.used(ledger.states, dict)
  run.set(changesOf(dict, file, run.state))
  const intent = file.name(dict.get('RI'))
  if (intent !== undefined) run.canvas.used(ledger.intents, intent)
  const font = file.array(dict.get('Font'))
  if (font.length === 2) chooseFont(run, file.dict(font[0]), file.number(font[1]) ?? 0)
}

/** `ri`: the intent is noted, whether there is such a one or not. */
export function useIntent(run: Run, operands: Operands): void {
  const intent = nameOf(operands[0])
  if (intent !== undefined) run.canvas.used(run.canvas.ledger.intents, intent)
}

/** `properties` are a dictionary, or the name of one in the resources. */
export function beginMark(run: Run, tag: PdfObject | undefined, properties: PdfObject | undefined): void {
  const { file } = run.canvas
  const dict = isDict(properties ?? null) ? properties as Dict : file.dict(run.resource('Properties', properties))
  run.marks.begin(markInside(run.mark, nameOf(tag) === 'Artifact', dict, file, run.owner))
}
