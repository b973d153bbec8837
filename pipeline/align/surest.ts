/** The alignment that is most likely to be right, bead by bead, of all in a chart. */

import type { Bilingual } from '../model/language.ts'
import { probabilityOf, sizes, type Chart } from './chart.ts'
import { nullAr, nullEn, shapes } from './shapes.ts'

/** A bead of the chart, by where it ends. */
export interface Placed {
  readonly shape: number
  readonly x: number
  readonly y: number
  /** Of a segment alone, wherever on the other side. */
  readonly probability: number
}

/** What a bead must be worth to be taken, by whether it leaves a segment alone; weighed on the training texts. */
export interface Thresholds {
  readonly joined: number
  readonly alone: number
}

/** The path with the most beads that are expected to be right: the sum of each one's probability less its threshold. */
export function surestPath(chart: Chart, thresholds: Thresholds): Placed[] {
  const { band: { from, to }, grid } = chart
  const alone = aloneChances(chart)
  const best = new Float64Array(grid.at(-1)!).fill(-Infinity)
  const chosen = new Int8Array(best.length)
  const chances = new Float32Array(best.length)
  best[0] = 0
  for (let x = 0; x < from.length; x++) {
    for (let y = from[x]!; y <= to[x]!; y++) {
      const cell = grid[x]! + y - from[x]!
      for (let shape = 0; shape < shapes.length; shape++) {
        const px = x - sizes.en[shape]!
        const py = y - sizes.ar[shape]!
        if (px < 0 || py < from[px]! || py > to[px]!) continue
        if (chart.scores[cell * shapes.length + shape] === -Infinity) continue
        const probability = shape === nullEn ? alone.en[x]! : shape === nullAr ? alone.ar[y]! : probabilityOf(chart, shape, x, y)
        const worth = best[grid[px]! + py - from[px]!]! + probability - (shape > nullAr ? thresholds.joined : thresholds.alone)
        if (worth > best[cell]!) {
          best[cell] = worth
          chosen[cell] = shape
          chances[cell] = probability
        }
      }
    }
  }
  return tracedBack(chart, chosen, chances)
}

/** Probability of each segment to stand alone, wherever on the other side that is; by the boundary after it. */
function aloneChances(chart: Chart): Bilingual<Float64Array> {
  const { band: { from, to } } = chart
  const alone = { en: new Float64Array(from.length), ar: new Float64Array(to.at(-1)! + 1) }
  for (let x = 0; x < from.length; x++) {
    for (let y = from[x]!; y <= to[x]!; y++) {
      alone.en[x]! += probabilityOf(chart, nullEn, x, y)
      alone.ar[y]! += probabilityOf(chart, nullAr, x, y)
    }
  }
  return alone
}

function tracedBack({ band: { from, to }, grid }: Chart, chosen: Int8Array, chances: Float32Array): Placed[] {
  const path: Placed[] = []
  let [x, y] = [from.length - 1, to.at(-1)!]
  while (x > 0 || y > 0) {
    const cell = grid[x]! + y - from[x]!
    const shape = chosen[cell]!
    path.push({ shape, x, y, probability: chances[cell]! })
    x -= sizes.en[shape]!
    y -= sizes.ar[shape]!
  }
  return path.reverse()
}
