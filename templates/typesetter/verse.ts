/** Couplets: both columns of a poem as wide as its longest hemistich, so that the words of the others needn't be driven apart. */

/** Pixels more than the longest needs, for the browser tells widths rounded. */
const spare = 1

/** Fixes the width of the columns of each poem that has couplets; where a hemistich is longer than half the measure they stay halves of it. */
export function fitCouplets(root: Element): void {
  const poems = [...root.querySelectorAll<HTMLElement>('.verse')].filter((poem) => poem.querySelector(':scope > .bayt') && !poem.closest('.passage, .stack'))
  for (const poem of poems) poem.classList.add('loose')
  const widths = poems.map((poem) => Math.max(...[...poem.querySelectorAll<HTMLElement>('.bayt .hemistich')].map(({ offsetWidth }) => offsetWidth)))
  for (const poem of poems) poem.classList.remove('loose')
  poems.forEach((poem, index) => poem.style.setProperty('--hemistich', `${(widths[index] ?? 0) + spare}px`))
}
