/** Learns the weights of the features: a conditional random field over alignments, by L-BFGS from a fixed start. */

import { chartOf, probabilityOf, turnsOf, type Chart } from '../chart.ts'
import { at, featureNames, readFeatures } from '../features.ts'
import type { Prepared } from '../program.ts'
import { nullAr, nullEn, shapeOf, shapes } from '../shapes.ts'
import { climb } from './climb.ts'

/** A document with the beads that are right, `[en, ar]` numbers of members, in order. */
export interface Lesson extends Prepared {
  readonly gold: readonly (readonly [number, number])[]
  /** How much the document counts. */
  readonly weight: number
}

export interface Course {
  readonly steps: number
  /** Pull of each weight back to where it started, in squared units of weight. */
  readonly pull: number
}

/** Starting point, in nats where features are nats: what a naive reading would say; weights are kept near it. Own choice. */
const start: Readonly<Record<string, number>> = {
  'shape 1:0': -3.5, 'shape 0:1': -3.5, 'shape 1:1': 0, 'shape 1:2': -2, 'shape 2:1': -2, 'shape 1:3': -4.5, 'shape 3:1': -3.5,
  'shape 1:4+': -5.5, 'shape 4+:1': -5, 'shape 2:2': -4.5, 'shape n:m': -6, 'more members': -0.5, 'book prior': 0.8,
  'found en': 0.5, 'found ar': 0.5, 'missed en': 0.4, 'missed ar': 0.4, 'absent en': 0.3, 'absent ar': 0.3,
  'length': -0.6, 'length far': -0.15, 'length of large bead': -0.2, 'both open': 0.5, 'one opens': -0.5, 'crosses paragraph': -1.2,
  'same ending': 0.8, 'stop against none': -0.8, 'inner ends without stop': -0.4, 'questions differ': -1, 'quotes differ': -0.6,
  'brackets differ': -0.5, 'remark against none': -0.6, 'clauses for members': 0.5, 'alone, length': -0.5, 'alone, remark': 0.6, 'alone again': 1.5,
}

export const startingWeights = (): Float64Array => Float64Array.from(featureNames, (name) => start[name] ?? 0)

/** The weights under which the gold alignments are likeliest, kept near the starting point; the same lessons give the same weights. */
export function learnWeights(lessons: readonly Lesson[], from: Float64Array, { steps, pull }: Course): Float64Array {
  return climb((weights) => {
    const away = weights.map((weight, index) => weight - from[index]!)
    const gradient = away.map((distance) => -2 * pull * distance)
    let value = -pull * away.reduce((sum, distance) => sum + distance * distance, 0)
    for (const lesson of lessons) value += addSlope(lesson, weights, gradient)
    return { value, gradient }
  }, from, steps)
}

/** Adds the gold beads' features less those that the weights expect; yields the log probability of the gold. Both by bead, times the lesson's weight. */
function addSlope(lesson: Lesson, weights: Float64Array, gradient: Float64Array): number {
  const chart = chartOf(lesson.band, lesson.evidence, weights)
  const slope = new Float64Array(weights.length)
  const score = addGold(lesson, chart, weights, slope)
  if (score === undefined) return 0
  addExpected(lesson, chart, slope)
  const share = lesson.weight / lesson.gold.length
  slope.forEach((value, index) => { gradient[index]! += share * value })
  return share * (score - chart.total)
}

/** Score of the gold path; `undefined` where the band or the lengths rule one of its beads out, and the lesson teaches nothing. */
function addGold({ gold, evidence }: Lesson, chart: Chart, weights: Float64Array, slope: Float64Array): number | undefined {
  const features = new Float64Array(slope.length)
  let [x, y, before, costs] = [0, 0, -1, 0]
  for (const [en, ar] of gold) {
    x += en
    y += ar
    const shape = shapeOf(en, ar)
    const isInside = shape >= 0 && y >= chart.band.from[x]! && y <= chart.band.to[x]!
    const cost = isInside ? readFeatures(evidence, shape, x, y, features) : undefined
    if (cost === undefined) return undefined
    costs += cost
    features.forEach((value, index) => { slope[index]! += value })
    if (shape <= nullAr && before >= 0 && before <= nullAr) slope[at[before === shape ? 'alone again' : 'alone turns']]! += 1
    before = shape
  }
  return slope.reduce((sum, value, index) => sum + value * weights[index]!, -costs)
}

function addExpected({ evidence, band }: Lesson, chart: Chart, slope: Float64Array): void {
  const features = new Float64Array(slope.length)
  for (let x = 0; x < band.from.length; x++) {
    for (let y = band.from[x]!; y <= band.to[x]!; y++) {
      for (let shape = nullEn; shape < shapes.length; shape++) {
        const probability = probabilityOf(chart, shape, x, y)
        if (probability < 1e-4) continue
        readFeatures(evidence, shape, x, y, features)
        for (let index = 0; index < features.length; index++) slope[index]! -= probability * features[index]!
      }
    }
  }
  const { again, turn } = turnsOf(chart)
  slope[at['alone again']]! -= again
  slope[at['alone turns']]! -= turn
}
