/** The state of graphics and of text as content begins, and what a dictionary of it changes. */

import { identity, type Box } from './box.ts'
import type { State } from './facts.ts'
import type { PdfFile } from './file.ts'
import type { Font } from './fonts.ts'
import { nameOf, type Dict, type PdfObject } from './objects.ts'
import { gray } from './spaces.ts'

export interface TextState {
  readonly font: Font | undefined
  readonly size: number
  readonly characterSpace: number
  readonly wordSpace: number
  readonly stretch: number
  readonly leading: number
  readonly rise: number
  readonly mode: number
}

export const plainText: TextState = { font: undefined, size: 0, characterSpace: 0, wordSpace: 0, stretch: 1, leading: 0, rise: 0, mode: 0 }

export const stateOn = (area: Box): State => ({
  matrix: identity, clip: area, fill: { space: gray, values: [0] }, stroke: { space: gray, values: [0] }, lineWidth: 1,
  fillAlpha: 1, strokeAlpha: 1, blend: 'Normal', hasSoftMask: false, overprintsFill: false, overprintsStroke: false, overprintMode: 0,
})

/** `dict` is an extended graphics state. */
export function changesOf(dict: Dict, file: PdfFile, state: State): Partial<State> {
  const flag = (key: string) => file.get(dict.get(key))
  const blend = file.get(dict.get('BM'))
  const mask = file.get(dict.get('SMask'))
  const strokeOver = flag('OP')
  const fillOver = flag('op') ?? strokeOver
  return {
    lineWidth: file.number(dict.get('LW')) ?? state.lineWidth,
    fillAlpha: file.number(dict.get('ca')) ?? state.fillAlpha,
    strokeAlpha: file.number(dict.get('CA')) ?? state.strokeAlpha,
    overprintMode: file.number(dict.get('OPM')) ?? state.overprintMode,
    ...(typeof strokeOver === 'boolean' && { overprintsStroke: strokeOver }),
    ...(typeof fillOver === 'boolean' && { overprintsFill: fillOver }),
    ...(blend !== null && { blend: (Array.isArray(blend) ? file.name(blend[0] as PdfObject) : nameOf(blend)) ?? 'Normal' }),
    ...(mask !== null && { hasSoftMask: nameOf(mask) !== 'None' }),
  }
}
