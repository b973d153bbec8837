/** Words that a search found, shown where they stand. They are painted over the text, so that what findings mark in it stays as it is. */

import { fold, found } from '../site/fold.ts'

/** Shows words in the texts of the rows given and in no others, each row when it first comes into the window. Browsers that cannot paint so show none. */
export function foundWords(): (rows: readonly HTMLElement[], words: readonly string[]) => void {
  if (!('highlights' in CSS)) return () => undefined
  const painted = new Highlight()
  CSS.highlights.set('found', painted)
  let sought: readonly string[] = []
  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue
      seen.unobserve(target)
      for (const text of textsOf(target)) for (const range of rangesIn(text, sought)) painted.add(range)
    }
  }, { rootMargin: '50%' })
  return (rows, words) => {
    sought = words
    painted.clear()
    seen.disconnect()
    if (words.length > 0) for (const row of rows) seen.observe(row)
  }
}

/** Paragraphs of both sides of a row. */
export const textsOf = (row: Element): readonly Element[] => [...row.querySelectorAll(':scope > :is(.en, .ar) p')]

/** Words stand across emphasis and marks as well. Linear in the text for each word. */
function rangesIn(text: Element, words: readonly string[]): Range[] {
  const folded = fold(text.textContent ?? '')
  const stretches = words.flatMap((word) => found([word], folded) ?? [])
  return stretches.map(([from, to]) => {
    const range = document.createRange()
    range.setStart(...placeOf(text, from))
    range.setEnd(...placeOf(text, to))
    return range
  })
}

/** The text node in which so many code units of `text` end, and where in it. */
function placeOf(text: Element, at: number): [Node, number] {
  const nodes = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
  let left = at
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const { length } = node as Text
    if (left <= length) return [node, left]
    left -= length
  }
  return [text, text.childNodes.length]
}
