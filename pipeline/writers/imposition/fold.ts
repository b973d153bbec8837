/** Which page stands where on a sheet that is folded to a signature. */

export type Binding = 'left' | 'right'

/** One page of a side of a sheet; `isTurned` stands on its head. */
export interface Cell {
  /** Counted from 0 through the signature. */
  readonly page: number
  readonly isTurned: boolean
}

/** Rows from the head, cells from left to right, as seen from that side; the back as seen when the sheet is turned like a page. */
export interface Sheet {
  readonly front: readonly (readonly Cell[])[]
  readonly back: readonly (readonly Cell[])[]
}

interface Leaf {
  readonly top: number
  readonly under: number
  readonly isTurned: boolean
}

/** Rows of stacks of leaves; each stack begins with what lies on top. */
type Stacks = readonly (readonly (readonly Leaf[])[])[]

/**
 * A sheet of so many pages, a power of two from 4 on: the finished signature lies with its first page up and is unfolded, at its
 * spine first and then at head and spine by turns.
 */
export function sheetOf(pages: number, binding: Binding): Sheet {
  if (pages < 4 || !Number.isInteger(Math.log2(pages))) throw new RangeError(`A sheet cannot be folded to ${pages} pages`)
  let stacks: Stacks = [[Array.from({ length: pages / 2 }, (_, leaf): Leaf => ({ top: 2 * leaf, under: 2 * leaf + 1, isTurned: false }))]]
  for (let isSpine = true; stacks[0]![0]!.length > 1; isSpine = !isSpine) stacks = isSpine ? unfoldedAside(stacks, binding) : unfoldedUp(stacks)
  const side = (pageOf: (leaf: Leaf) => number) => stacks.map((row) => row.map(([leaf]): Cell => ({ page: pageOf(leaf!), isTurned: leaf!.isTurned })))
  return { front: side(({ top }) => top), back: side(({ under }) => under).map((row) => row.toReversed()) }
}

/** The lower half of each stack swings out to the side of the spine. */
function unfoldedAside(stacks: Stacks, binding: Binding): Stacks {
  return stacks.map((row) => {
    const stay = row.map(upper)
    const swung = row.map((stack) => lower(stack).map(over)).reverse()
    return binding === 'left' ? [...swung, ...stay] : [...stay, ...swung]
  })
}

/** The lower half of each stack swings out over the head, and comes to stand on it. */
const unfoldedUp = (stacks: Stacks): Stacks =>
  [...stacks.map((row) => row.map((stack) => lower(stack).map((leaf) => ({ ...over(leaf), isTurned: !leaf.isTurned })))).reverse(), ...stacks.map((row) => row.map(upper))]

const upper = (stack: readonly Leaf[]): Leaf[] => stack.slice(0, stack.length / 2)

/** From its other side. */
const lower = (stack: readonly Leaf[]): Leaf[] => stack.slice(stack.length / 2).reverse()

const over = ({ top, under, isTurned }: Leaf): Leaf => ({ top: under, under: top, isTurned })
