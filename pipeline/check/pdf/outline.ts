/** Where a path runs that is being built. */

import { around, moved, type Box, type Matrix } from './box.ts'

/** The box around a path's points; curves stay within theirs. */
export class Outline {
  private box: Box | undefined

  to(x: number, y: number, matrix: Matrix): void {
    const [across, up] = moved(x, y, matrix)
    const spot: Box = [across, up, across, up]
    this.box = this.box ? around(this.box, spot) : spot
  }

  rectangle([x, y, width, height]: readonly [number, number, number, number], matrix: Matrix): void {
    this.to(x, y, matrix)
    this.to(x + width, y, matrix)
    this.to(x + width, y + height, matrix)
    this.to(x, y + height, matrix)
  }

  /** The path that is painted now; the next begins. */
  taken(): Box | undefined {
    const { box } = this
    this.box = undefined
    return box
  }
}
