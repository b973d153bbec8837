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
  /** How much that is, in lines. */
  readonly load: (from: number, to: number, state: State) => number
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

/** A way to a candidate. */
interface Label<State> extends Stop<State> {
  readonly cost: number
  readonly before: Label<State> | undefined
}

/** A way whose state is not yet worked out. */
interface Arrival<State> {
  readonly cost: number
  readonly load: number
  readonly before: Label<State>
}

/** Ways kept for each candidate: of those that carry something, the cheapest. */
const mostLabels = 8

const fewest = <State>(all: readonly Arrival<State>[]): readonly Arrival<State>[] =>
  all.length <= mostLabels ? all : [...all.slice(0, mostLabels - 1), all.at(-1)!]

/**
 * Dynamic program: for each candidate the cheapest ways there, each carrying less than the cheaper ones.
 *
 * Optimal where nothing is carried. Approximate where notes go on over pages: a way that is dearer and carries no less is
 * let go, though more notes may fill a page better, and so are all but the cheapest seven and that which carries least.
 * Linear in the candidates, times those of one page. Where no page fits, the shortest is taken.
 */
export function cheapestPath<State>(steps: Steps<State>): Path<State> {
  const labels: Label<State>[][] = [[{ at: 0, state: steps.start, cost: 0, before: undefined }]]
  for (let to = 1; to < steps.count; to++) {
    labels.push(fewest(arrivals(steps, labels, to)).map(({ cost, before }) =>
      ({ at: to, cost, before, state: steps.carried(before.at, to, before.state) })))
  }
  const last = labels.at(-1)![0]!
  return { stops: stopsOf(last), cost: last.cost }
}

/** The cheapest first. */
function arrivals<State>({ reaches, cost, load }: Steps<State>, labels: readonly Label<State>[][], to: number): Arrival<State>[] {
  // The cheapest way that carries nothing: no other needs to be dearer.
  let light: Label<State> | undefined
  let limit = Infinity
  let loaded: Arrival<State>[] = []
  for (let from = to - 1; from >= 0 && ((!light && loaded.length === 0) || reaches(from, to)); from--) {
    for (const before of labels[from]!) {
      if (before.cost >= limit) continue
      const total = before.cost + cost(from, to, before.state, limit - before.cost)
      if (total >= limit) continue
      const own = load(from, to, before.state)
      if (own > 0) loaded = withArrival(loaded, { cost: total, load: own, before })
      else [light, limit] = [before, total]
    }
  }
  const dearest = light ? [{ cost: limit, load: 0, before: light }] : []
  return [...loaded.filter((one) => one.cost < limit).sort((one, other) => one.cost - other.cost), ...dearest]
}

/** Without those that are as dear and carry as much as another. */
function withArrival<State>(all: Arrival<State>[], own: Arrival<State>): Arrival<State>[] {
  if (all.some((one) => one.cost <= own.cost && one.load <= own.load)) return all
  return [...all.filter((one) => one.cost < own.cost || one.load < own.load), own]
}

function stopsOf<State>(last: Label<State>): Stop<State>[] {
  const stops: Stop<State>[] = []
  for (let label: Label<State> | undefined = last; label; label = label.before) stops.push(label)
  return stops.reverse()
}
