/** Climbs a smooth, concave function by limited-memory BFGS (Liu & Nocedal 1989) with a backtracking line search. */

export interface Slope {
  readonly value: number
  readonly gradient: Float64Array
}

/** Steps remembered, and the share of the promised gain that a step must bring. */
const memory = 8
const leastGain = 1e-4

interface Step {
  readonly move: Float64Array
  readonly change: Float64Array
  readonly curvature: number
}

/** Where the climb ends after so many steps, or earlier where no step gains any more. */
export function climb(slopeAt: (point: Float64Array) => Slope, start: Float64Array, steps: number): Float64Array {
  let point = start
  let slope = slopeAt(point)
  const past: Step[] = []
  for (let step = 0; step < steps; step++) {
    const direction = directionOf(slope.gradient, past)
    const rise = dot(direction, slope.gradient)
    let length = past.length === 0 ? 1 / Math.sqrt(dot(slope.gradient, slope.gradient)) : 1
    let [next, nextSlope] = [point, slope]
    for (let halving = 0; halving < 20; halving++, length /= 2) {
      next = point.map((value, index) => value + length * direction[index]!)
      nextSlope = slopeAt(next)
      if (nextSlope.value >= slope.value + leastGain * length * rise) break
    }
    if (nextSlope.value <= slope.value + 1e-9) return point
    const move = next.map((value, index) => value - point[index]!)
    const change = slope.gradient.map((value, index) => value - nextSlope.gradient[index]!)
    const curvature = dot(move, change)
    if (curvature > 1e-12) past.push({ move, change, curvature })
    if (past.length > memory) past.shift()
    ;[point, slope] = [next, nextSlope]
  }
  return point
}

/** The two-loop recursion: the gradient times what the past steps tell of the inverse curvature. */
function directionOf(gradient: Float64Array, past: readonly Step[]): Float64Array {
  const direction = gradient.slice()
  const shares = new Float64Array(past.length)
  for (let index = past.length - 1; index >= 0; index--) {
    const { move, change, curvature } = past[index]!
    shares[index] = dot(move, direction) / curvature
    change.forEach((value, at) => { direction[at]! -= shares[index]! * value })
  }
  const last = past.at(-1)
  if (last) direction.forEach((value, at) => { direction[at] = (value * last.curvature) / dot(last.change, last.change) })
  past.forEach(({ move, change, curvature }, index) => {
    const share = shares[index]! - dot(change, direction) / curvature
    move.forEach((value, at) => { direction[at]! += share * value })
  })
  return direction
}

const dot = (one: Float64Array, other: Float64Array): number => one.reduce((sum, value, index) => sum + value * other[index]!, 0)
