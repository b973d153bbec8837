/** The chart against its own definition: probabilities add up, and on a small text they are those of all paths written out. */

import { expect, test } from '@jest/globals'
import { chartOf, probabilityOf, type Chart } from '../../pipeline/align/chart.ts'
import { surestPath } from '../../pipeline/align/surest.ts'
import { at, readFeatures } from '../../pipeline/align/features.ts'
import { shippedModel } from '../../pipeline/align/model.ts'
import { secondPass, type Prepared } from '../../pipeline/align/program.ts'
import { nullAr, shapes } from '../../pipeline/align/shapes.ts'
import { lighthouse, sides } from './sides.ts'

const model = shippedModel()
const prepared = (en: number, ar: number): Prepared => secondPass(sides({ en: lighthouse.en.slice(0, en), ar: lighthouse.ar.slice(0, ar) }), model)

function eachBead({ band }: Chart, visit: (shape: number, x: number, y: number) => void): void {
  for (let x = 0; x < band.from.length; x++) {
    for (let y = band.from[x] ?? 0; y <= (band.to[x] ?? 0); y++) shapes.forEach((_, shape) => visit(shape, x, y))
  }
}

test('the beads that may hold a segment have probability one together, for each segment of either side', () => {
  const { band, evidence } = prepared(10, 9)
  const chart = chartOf(band, evidence, model.weights)
  const held = { en: new Float64Array(10), ar: new Float64Array(9) }
  eachBead(chart, (shape, x, y) => {
    const probability = probabilityOf(chart, shape, x, y)
    for (let index = x - (shapes[shape]?.en ?? 0); index < x; index++) held.en[index]! += probability
    for (let index = y - (shapes[shape]?.ar ?? 0); index < y; index++) held.ar[index]! += probability
  })
  for (const sum of [...held.en, ...held.ar]) expect(sum).toBeCloseTo(1, 4)
})

/** Every path from the start, with its weight in nats; what follows a bead alone is weighed as the model says. */
function allPaths({ band, evidence }: Prepared, en: number, ar: number): { beads: string[]; weight: number }[] {
  const features = new Float64Array(model.weights.length)
  const paths: { beads: string[]; weight: number }[] = []
  const walk = (x: number, y: number, before: number, beads: string[], weight: number): void => {
    if (x === en && y === ar) paths.push({ beads, weight })
    shapes.forEach((shape, index) => {
      const [nx, ny] = [x + shape.en, y + shape.ar]
      if (nx > en || ny > ar || ny < (band.from[nx] ?? 0) || ny > (band.to[nx] ?? 0)) return
      const cost = readFeatures(evidence, index, nx, ny, features)
      if (cost === undefined) return
      const turn = index > nullAr || before > nullAr ? 0 : model.weights[at[before === index ? 'alone again' : 'alone turns']] ?? 0
      const score = features.reduce((sum, value, feature) => sum + value * (model.weights[feature] ?? 0), turn - cost)
      walk(nx, ny, index, [...beads, `${index}@${nx},${ny}`], weight + score)
    })
  }
  walk(0, 0, nullAr + 1, [], 0)
  return paths
}

test('probabilities are those of all paths, written out one by one', () => {
  const small = prepared(4, 3)
  const chart = chartOf(small.band, small.evidence, model.weights)
  const paths = allPaths(small, 4, 3)
  expect(paths.length).toBeGreaterThan(50)
  const total = paths.reduce((sum, { weight }) => sum + Math.exp(weight), 0)
  // Scores are kept in single precision.
  expect(chart.total).toBeCloseTo(Math.log(total), 3)
  eachBead(chart, (shape, x, y) => {
    const holding = paths.filter(({ beads }) => beads.includes(`${shape}@${x},${y}`)).reduce((sum, { weight }) => sum + Math.exp(weight), 0)
    expect(probabilityOf(chart, shape, x, y)).toBeCloseTo(holding / total, 3)
  })
})

test('the surest path covers both sides, and a higher threshold for segments alone leaves fewer of them', () => {
  const { band, evidence } = prepared(10, 8)
  const chart = chartOf(band, evidence, model.weights)
  const aloneAt = (alone: number) => surestPath(chart, { joined: 0.4, alone }).filter(({ shape }) => shape <= nullAr).length
  expect(aloneAt(0.95)).toBeLessThanOrEqual(aloneAt(0.05))
  const last = surestPath(chart, { joined: 0.4, alone: 0.3 }).at(-1)
  expect([last?.x, last?.y]).toEqual([10, 8])
})
