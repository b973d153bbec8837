/** Entries of contents and of lists like them: the leader begins where the last line of the title ends, also where a line above it is longer. */

/** Draws what follows an entry of several lines back to the end of its last; no line moves. */
export function tuckLeaders(root: Element): void {
  const entries = [...root.querySelectorAll<HTMLElement>('.entry + .leader')].flatMap(({ previousElementSibling: entry }) =>
    entry instanceof HTMLElement && entry.offsetHeight > 1.5 * parseFloat(getComputedStyle(entry).lineHeight) ? [entry] : [])
  const rests = entries.map(restOf)
  entries.forEach((entry, index) => entry.style.setProperty('margin-inline-end', `${-(rests[index] ?? 0)}px`))
}

/** Pixels between the end of the last line and the end of the box. */
function restOf(entry: HTMLElement): number {
  const range = document.createRange()
  range.selectNodeContents(entry)
  const rects = [...range.getClientRects()].filter(({ width }) => width > 0)
  const foot = Math.max(...rects.map(({ bottom }) => bottom))
  const last = rects.filter(({ top, bottom }) => foot < top + 1.5 * (bottom - top))
  const { left, right } = entry.getBoundingClientRect()
  return getComputedStyle(entry).direction === 'rtl' ? Math.min(...last.map((rect) => rect.left)) - left : right - Math.max(...last.map((rect) => rect.right))
}
