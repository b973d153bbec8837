/** Which soft hyphens break a line: only a laid-out page can tell. */

/**
 * Ordinals, from 0 in document order, of the soft hyphens at which a line breaks.
 *
 * Runs in the page, on its own; laid out at the measure of the printed page, so that lines fall as they will there.
 * Where more than `mostInRow` lines end in a hyphen one after the other, the words that are one too many
 * lose theirs and the lines are measured anew.
 */
export function measureHyphens(mostInRow: number): number[] {
  interface Place { readonly node: Text; readonly at: number; readonly ordinal: number; readonly top: number; readonly height: number }
  const range = document.createRange()
  const ordinals = new Map<Text, number[]>()
  const blocks = new Map<Element, Text[]>()

  const boxOf = (node: Text, at: number) => {
    range.setStart(node, at)
    range.setEnd(node, at + 1)
    return range.getBoundingClientRect()
  }

  const number = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    let next = 0
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const count = node.data.split('\u00AD').length - 1
      if (count === 0) continue
      ordinals.set(node, Array.from({ length: count }, () => next++))
      const block = node.parentElement?.closest('p, li, td, dd, figcaption') ?? document.body
      blocks.set(block, [...(blocks.get(block) ?? []), node])
    }
  }

  /**
   * A soft hyphen has a width where a line breaks, and within a ligature; so the next letter must be on a line further down.
   * The box of that letter may begin on the line before.
   */
  const breaksIn = (node: Text): Place[] => {
    let at = -1
    return (ordinals.get(node) ?? []).flatMap((ordinal) => {
      at = node.data.indexOf('\u00AD', at + 1)
      if (at === 0 || at + 1 >= node.length || boxOf(node, at).width === 0) return []
      const before = boxOf(node, at - 1)
      const after = boxOf(node, at + 1)
      return after.bottom > before.bottom + before.height / 2 ? [{ node, at, ordinal, top: before.top, height: before.height }] : []
    })
  }

  const isBelow = (one: Place, other: Place | undefined) =>
    other !== undefined && one.top > other.top && one.top - other.top < 1.6 * one.height

  const excess = (places: readonly Place[]): Place[] => {
    let row = 0
    return places.filter((place, index) => {
      row = isBelow(place, places[index - 1]) ? row + 1 : 1
      if (row <= mostInRow) return false
      row = 0
      return true
    })
  }

  /** The word keeps its letters and loses all of its soft hyphens. */
  const mend = ({ node, at }: Place) => {
    const from = node.data.lastIndexOf(' ', at) + 1
    const to = node.data.indexOf(' ', at) < 0 ? node.length : node.data.indexOf(' ', at)
    const countBefore = node.data.slice(0, from).split('\u00AD').length - 1
    const word = node.data.slice(from, to)
    ordinals.get(node)?.splice(countBefore, word.split('\u00AD').length - 1)
    node.data = node.data.slice(0, from) + word.replaceAll('\u00AD', '') + node.data.slice(to)
  }

  number()
  const found = new Map([...blocks].map(([block, nodes]) => [block, nodes.flatMap(breaksIn)]))
  let unsure = [...blocks.keys()]
  // Mending one row may make another further down in its paragraph; a few rounds end nearly all of them.
  for (let round = 0; round < 6 && unsure.length > 0; round++) {
    unsure = unsure.filter((block) => {
      const tooMany = excess(found.get(block) ?? [])
      // From the end, so that the places before stay where they are.
      for (const place of tooMany.toReversed()) mend(place)
      return tooMany.length > 0
    })
    for (const block of unsure) found.set(block, (blocks.get(block) ?? []).flatMap(breaksIn))
  }
  return [...found.values()].flat().map(({ ordinal }) => ordinal)
}
