/** Page numbers of an index entry: equal ones once, consecutive ones as a range. */

/** What becomes of one number: it stays, it goes, or it ends a range that the number kept before it begins. */
export type Locator = 'keep' | 'drop' | 'end'

/** Pages that make a range; two that follow each other stand side by side. */
const leastRange = 3

/** `pages` in the order of the text; undefined for a place that is on no page. Front matter and text must not look consecutive. */
export function locators(pages: readonly (number | undefined)[]): Locator[] {
  const kept = pages.map((page, index): boolean => page !== undefined && !pages.slice(0, index).includes(page))
  const result = kept.map((isKept): Locator => (isKept ? 'keep' : 'drop'))
  const places = [...kept.keys()].filter((index) => kept[index])
  let from = 0
  for (let at = 1; at <= places.length; at++) {
    const isConsecutive = at < places.length && pages[places[at]!] === pages[places[at - 1]!]! + 1
    if (isConsecutive) continue
    if (at - from >= leastRange) {
      for (const place of places.slice(from + 1, at - 1)) result[place] = 'drop'
      result[places[at - 1]!] = 'end'
    }
    from = at
  }
  return result
}
