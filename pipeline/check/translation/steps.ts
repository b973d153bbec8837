/** Work done in steps, so that whoever has something else to do may do it in between. */

/** Each step takes some milliseconds at most; the last gives what was worked out. */
export type Steps<Made> = Generator<void, Made, void>

/** Without a pause. */
export function atOnce<Made>(steps: Steps<Made>): Made {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** Items to a step, where each is a sentence to look at. Own choice. */
const stretch = 200

/** Calls `act` with every item, and pauses after each stretch of them. */
export function* eachInSteps<Item>(items: readonly Item[], act: (item: Item, index: number) => void): Steps<void> {
  for (const [index, item] of items.entries()) {
    if (index % stretch === stretch - 1) yield
    act(item, index)
  }
}
