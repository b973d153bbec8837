/** Soft hyphens: which of them break a line, so that the rest can be taken out of the text. */

const softHyphen = '\u00AD'

interface Place {
  readonly node: Text
  readonly at: number
  readonly top: number
  readonly height: number
}

const blockSelector = 'p, li, td, dd, figcaption'

/**
 * Leaves in `root` only the soft hyphens at which a line breaks.
 *
 * Where more than `mostInRow` lines end in a hyphen one after the other, the words that are one too many lose
 * theirs and the lines are measured anew. Linear in the soft hyphens.
 */
export function settleHyphens(root: Element, mostInRow: number): void {
  const blocks = new Map([...textsByBlock(root)].map(([block, nodes]) => [block, { nodes, used: nodes.flatMap(usedIn) }]))
  let unsure = [...blocks.keys()]
  // Mending one row may make another further down in its paragraph; a few rounds end nearly all of them.
  for (let round = 0; round < 6 && unsure.length > 0; round++) {
    unsure = unsure.filter((block) => {
      const tooMany = excess(blocks.get(block)?.used ?? [], mostInRow)
      // From the end, so that the places before stay where they are.
      for (const place of tooMany.toReversed()) mend(place)
      return tooMany.length > 0
    })
    for (const block of unsure) {
      const nodes = blocks.get(block)?.nodes ?? []
      blocks.set(block, { nodes, used: nodes.flatMap(usedIn) })
    }
  }
  for (const { nodes, used } of blocks.values()) for (const node of nodes) keepOnly(node, used)
}

function textsByBlock(root: Element): Map<Element, Text[]> {
  const blocks = new Map<Element, Text[]>()
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (!node.data.includes(softHyphen)) continue
    const block = node.parentElement?.closest(blockSelector) ?? root
    const nodes = blocks.get(block)
    if (nodes) nodes.push(node)
    else blocks.set(block, [node])
  }
  return blocks
}

const range = document.createRange()

function boxOf(node: Text, at: number): DOMRect {
  range.setStart(node, at)
  range.setEnd(node, at + 1)
  return range.getBoundingClientRect()
}

/**
 * A soft hyphen has a width where a line breaks, and within a ligature; so the next letter must be on a line further down.
 * The box of that letter may begin on the line before.
 */
function usedIn(node: Text): Place[] {
  const places: Place[] = []
  for (let at = node.data.indexOf(softHyphen); at >= 0; at = node.data.indexOf(softHyphen, at + 1)) {
    if (at === 0 || at + 1 >= node.length || boxOf(node, at).width === 0) continue
    const before = boxOf(node, at - 1)
    const after = boxOf(node, at + 1)
    if (after.bottom > before.bottom + before.height / 2) places.push({ node, at, top: before.top, height: before.height })
  }
  return places
}

const isBelow = (one: Place, other: Place | undefined): boolean =>
  other !== undefined && one.top > other.top && one.top - other.top < 1.6 * one.height

function excess(places: readonly Place[], mostInRow: number): Place[] {
  let row = 0
  return places.filter((place, index) => {
    row = isBelow(place, places[index - 1]) ? row + 1 : 1
    if (row <= mostInRow) return false
    row = 0
    return true
  })
}

/** The word keeps its letters and loses all of its soft hyphens. */
function mend({ node, at }: Place): void {
  const from = node.data.lastIndexOf(' ', at) + 1
  const to = node.data.indexOf(' ', at) < 0 ? node.length : node.data.indexOf(' ', at)
  node.replaceData(from, to - from, node.data.slice(from, to).replaceAll(softHyphen, ''))
}

function keepOnly(node: Text, used: readonly Place[]): void {
  const kept = new Set(used.filter((place) => place.node === node).map(({ at }) => at))
  const data = node.data.replaceAll(softHyphen, (match, offset: number) => (kept.has(offset) ? match : ''))
  if (data.length < node.length) node.data = data
}
