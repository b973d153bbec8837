/** In which colours something is painted. */

import type { Colour, Thing } from './facts.ts'
import { gray } from './spaces.ts'

/** The one that is seen most: of text its fill. */
export const colourOf = ({ kind, state }: Thing): Colour => (kind === 'stroke' ? state.stroke : state.fill)

/** The spaces of all its colours; a picture's values are not looked at here. */
export function coloursOf({ kind, state, image, shading }: Thing): readonly Colour[] {
  switch (kind) {
    case 'text': case 'fill': return [state.fill]
    case 'stroke': return [state.stroke]
    case 'shading': return [{ space: shading?.space ?? gray, values: [] }]
    case 'image': return image?.isMask ? [state.fill] : image?.space ? [{ space: image.space, values: [] }] : []
  }
}
