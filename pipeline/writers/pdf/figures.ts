/** Figures that miss the foot of a page by little are made smaller, rather than leave it half blank. */

import type { FigureRow } from './measure-boxes.ts'
import type { Target } from './plan.ts'

/** Heights of pictures in CSS pixels by the figure's ordinal in the document; the others keep their own. */
export type FigureHeights = ReadonlyMap<number, number>

/** No picture is set smaller than this share of its height; below that a blank is the lesser evil. Our own choice. */
const leastShare = 0.55

const pixelsPerPoint = 96 / 72

export const figureId = (ordinal: number): string => `figure-${ordinal}`

/** The mark that stands before a figure and stays on the page that the figure leaves. */
export const beforeFigureId = (ordinal: number): string => `before-figure-${ordinal}`

/**
 * What the next print should set smaller, `before` included, which never changes again.
 *
 * Figures of one row are made equally small or not at all. `foot` is the lower edge of the type area in points.
 */
export function fittedFigures(rows: readonly FigureRow[], targets: ReadonlyMap<string, Target>, foot: number, before: FigureHeights): FigureHeights {
  const fitted = new Map(before)
  for (const row of rows) {
    const room = row.map(({ ordinal }) => roomBefore(ordinal, targets, foot))
    const isDone = row.some(({ ordinal }) => before.has(ordinal))
    if (isDone || room.every((pixels) => pixels === undefined)) continue
    const heights = row.map(({ height, picture }, index) => Math.min(picture, picture - height + (room[index] ?? height)))
    const height = Math.floor(Math.min(...heights))
    if (row.some(({ picture }) => height < leastShare * picture)) continue
    for (const { ordinal } of row) fitted.set(ordinal, height)
  }
  return fitted
}

/** Pixels left at the foot of the page from which the figure was pushed; undefined where it was not. */
function roomBefore(ordinal: number, targets: ReadonlyMap<string, Target>, foot: number): number | undefined {
  const left = targets.get(beforeFigureId(ordinal))
  const at = targets.get(figureId(ordinal))
  return left && at && left.page < at.page ? (left.top - foot) * pixelsPerPoint : undefined
}
