/** The cheapest way through ordered candidates for page ends. */

export interface Steps<State> {
  /** Candidates; the first is where the text begins, the last where it ends. */
  readonly count: number
  /** What is carried onto the first page. */
  readonly start: State
  /** Whether some page that ends with `to` and begins with `from`, or before it, may fit. */
  readonly reaches: (from: number, to: number) => boolean
  /** Of one page, never negative; infinite where there is none. What is not under `limit` may be given as infinite. */
  readonly cost: (from: number, to: number, state: State, limit: number) => number
  /** What such a page carries onto the next. */
  readonly carried: (from: number, to: number, state: State) => State
}

/** A candidate on the way, and what is carried beyond it. */
export interface Stop<State> {
  readonly at: number
  readonly state: State
}

export interface Path<State> {
  readonly stops: readonly Stop<State>[]
  readonly cost: number
}

/**
 * Dynamic program: for each candidate the cheapest page that ends there, given the cheapest way to where it begins.
 *
 * Optimal where nothing is carried. Approximate where notes go on over pages: only the cheapest way to each candidate
 * is kept, with what it carries, although a dearer one that carries less may be better later.
 * Linear in the candidates, times those of one page. Where no page fits, the shortest is taken.
 */
export function cheapestPath<State>({ count, start, reaches, cost, carried }: Steps<State>): Path<State> {
  const costs = new Float64Array(count).fill(Infinity)
  const from = new Int32Array(count)
  const states: State[] = [start]
  costs[0] = 0
  for (let to = 1; to < count; to++) {
    let best = Infinity
    for (let at = to - 1; at >= 0 && (best === Infinity || reaches(at, to)); at--) {
      const limit = best - costs[at]!
      if (limit <= 0) continue
      const total = costs[at]! + cost(at, to, states[at]!, limit)
      if (total >= best) continue
      best = total
      from[to] = at
    }
    costs[to] = best
    states.push(best < Infinity ? carried(from[to]!, to, states[from[to]!]!) : start)
  }
  return { stops: stopsOf(from, states), cost: costs[count - 1]! }
}

function stopsOf<State>(from: Int32Array, states: readonly State[]): Stop<State>[] {
  const stops: Stop<State>[] = []
  for (let at = states.length - 1; at > 0; at = from[at]!) stops.push({ at, state: states[at]! })
  stops.push({ at: 0, state: states[0]! })
  return stops.reverse()
}
