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
  const blocks = new Map([...textsByBlock(root)].map(([block, nodes]) => [block, { nodes, used: usedIn(nodes) }]))
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
      blocks.set(block, { nodes, used: usedIn(nodes) })
    }
  }
  for (const { nodes, used } of blocks.values()) for (const node of nodes) keepOnly(node, used)
}

function textsByBlock(root: Element): Map<Element, Text[]> {
  const blocks = new Map<Element, Text[]>()
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (!node.data.includes(softHyphen)) continue
    const block = node.parentElement?.closest(blockSelector) ?? node.parentElement ?? root
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

/** A letter beside a soft hyphen of a block. */
interface Letter {
  readonly node: Text
  readonly at: number
  readonly box: DOMRect
}

/** The box of a letter may begin on the line before. */
const isLower = ({ box: { bottom } }: Letter, { box: before }: Letter): boolean => bottom > before.bottom + before.height / 2

/** Between two letters on one line no line breaks, so only what stands between letters on different lines is looked at more closely. */
function usedIn(nodes: readonly Text[]): Place[] {
  const sought = nodes.flatMap(besideHyphens)
  const letters: Letter[] = []
  const letter = (index: number): Letter => {
    const { node, at } = sought[index]!
    return (letters[index] ??= { node, at, box: boxOf(node, at) })
  }
  const places: Place[] = []
  const search = (first: number, last: number): void => {
    if (!isLower(letter(last), letter(first))) return
    if (last - first > 1) {
      const middle = (first + last) >> 1
      search(first, middle)
      search(middle, last)
    } else if (first % 2 === 0) {
      const { node, at, box: { top, height } } = letter(first)
      places.push({ node, at: at + 1, top, height })
    }
  }
  if (sought.length > 0) search(0, sought.length - 1)
  return places
}

/** For each soft hyphen of a text the letter before it and the one after it. */
function besideHyphens(node: Text): { node: Text; at: number }[] {
  const found: { node: Text; at: number }[] = []
  for (let at = node.data.indexOf(softHyphen); at >= 0; at = node.data.indexOf(softHyphen, at + 1)) {
    if (at > 0 && at + 1 < node.length) found.push({ node, at: at - 1 }, { node, at: at + 1 })
  }
  return found
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
