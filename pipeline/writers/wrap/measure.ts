/** A wraparound cover in millimetres: back, spine and front on one sheet, as seen from outside. */

import type { CoverSpecification, Paper } from '../../model/profile.ts'

export type Binding = 'left' | 'right'

/** From the upper left corner of the sheet, bleed included. */
export interface Area {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface CoverMeasures {
  /** Of the sheet, bleed included. */
  readonly width: number
  readonly height: number
  readonly bleed: number
  readonly binding: Binding
  readonly spine: Area
  /** From the fold to the bleed on three sides: what a picture of the front has to fill. */
  readonly picture: Area
  /** What must not be cut off: on the front and on the back clear of the folds as well. */
  readonly front: Area
  readonly back: Area
  /** What words on the spine may fill; undefined where the book is too thin for any. */
  readonly spineWords: Area | undefined
}

/** Millimetres; type on a narrower strip cannot be read. Our own choice. */
const leastSpineWords = 2.5

export interface CoverOf {
  /** Of the finished book. */
  readonly trim: { readonly width: number; readonly height: number }
  readonly pages: number
  readonly paper: Paper
  readonly binding: Binding
}

/** Millimetres by which the ends of turned letters may reach beyond their box: faces are drawn wider than they are set. */
const overhang = 0.5

/** A book bound on the right shows its front on the left of the spine. */
export function coverMeasures({ trim, pages, paper, binding }: CoverOf, { bleed, safety, spine: rules }: CoverSpecification): CoverMeasures {
  const thickness = pages * paper.page + rules.added
  const spine: Area = { left: bleed + trim.width, top: bleed, width: thickness, height: trim.height }
  const panel = (left: number): Area => ({ left: left + safety, top: bleed + safety, width: trim.width - 2 * safety, height: trim.height - 2 * safety })
  const [leftPanel, rightPanel] = [panel(bleed), panel(bleed + trim.width + thickness)]
  const height = trim.height + 2 * bleed
  const words: Area = { left: spine.left + rules.safety, top: bleed + safety + overhang, width: thickness - 2 * rules.safety, height: trim.height - 2 * (safety + overhang) }
  return {
    width: 2 * (bleed + trim.width) + thickness, height, bleed, binding, spine,
    picture: { left: binding === 'right' ? 0 : bleed + trim.width + thickness, top: 0, width: bleed + trim.width, height },
    front: binding === 'right' ? leftPanel : rightPanel,
    back: binding === 'right' ? rightPanel : leftPanel,
    spineWords: pages >= rules.wordsFrom && words.width >= leastSpineWords ? words : undefined,
  }
}
