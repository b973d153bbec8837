/** What only a laid-out page can tell: which soft hyphens break a line, and which pictures do not show. */

export interface Measured {
  /** Ordinals, from 0 in document order, of the soft hyphens at which a line breaks. */
  readonly hyphens: number[]
  /** Paths of pictures that the browser could not decode. */
  readonly broken: string[]
}

/** Runs in the page, on its own; laid out at the measure of the printed page, so that lines fall as they will there. */
export function measureLines(): Measured {
  const hyphens: number[] = []
  const range = document.createRange()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  let ordinal = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? ''
    for (let at = text.indexOf('\u00AD'); at >= 0; at = text.indexOf('\u00AD', at + 1)) {
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      // A soft hyphen has no width but at the end of its line, where it shows.
      if (range.getBoundingClientRect().width > 0) hyphens.push(ordinal)
      ordinal++
    }
  }
  const broken = [...document.images].filter((image) => image.complete && image.naturalWidth === 0).map((image) => image.getAttribute('src') ?? '')
  return { hyphens, broken: [...new Set(broken)] }
}
