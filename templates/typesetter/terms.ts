/** Glossaries: as wide as their widest pair of words, so that a term and its equivalent stand near each other, on all of their pages alike. */

/** Keeps the widths that the lists have as one, for what goes on overleaf would find another. */
export function fitTerms(root: Element): void {
  const lists = [...root.querySelectorAll<HTMLElement>('.terms')]
  const widths = lists.map((list) => list.getBoundingClientRect().width)
  lists.forEach((list, index) => { list.style.inlineSize = `${widths[index]}px` })
}
