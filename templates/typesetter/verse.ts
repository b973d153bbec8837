/** Couplets: both columns of a poem as wide as its longest hemistich, so that the words of the others needn't be driven apart. */

/** Pixels more than the longest needs, for the browser tells widths rounded. */
const spare = 1

/** Share of the longest that a hemistich has at least to be drawn out to its width: the words of a shorter one would fall apart. Our own choice. */
const leastDrawn = 0.75

/** Share of the gap between the columns that has to stay. */
const leastGap = 0.5

/**
 * Fixes the width of the columns of each poem that has couplets. Where two do not fit beside each other, with a narrower gap
 * if need be, each couplet of the poem is set in two lines: a hemistich is never broken as long as it fits on one.
 */
export function fitCouplets(root: Element): void {
  const poems = poemsIn(root)
  const all = poems.flat()
  for (const verse of all) verse.classList.add('loose')
  const measured = poems.map((poem) => {
    const halves = poem.flatMap(hemistichs).map((half) => ({ half, own: half.offsetWidth }))
    const width = Math.max(...halves.map(({ own }) => own)) + spare
    return { poem, width, short: halves.filter(({ own }) => own < leastDrawn * width).map(({ half }) => half) }
  })
  for (const verse of all) verse.classList.remove('loose')
  const rooms = measured.map(({ poem }) => roomOf(poem))
  measured.forEach(({ poem, width, short }, index) => {
    for (const half of short) half.classList.add('short')
    const { measure, gap } = rooms[index]!
    const left = measure - 2 * width
    for (const verse of poem) {
      verse.style.setProperty('--hemistich', `${width}px`)
      if (left < leastGap * gap) verse.classList.add('staggered')
      else if (left < gap) verse.style.setProperty('--couplet-gap', `${left}px`)
    }
  })
}

const hemistichs = (verse: Element): HTMLElement[] => [...verse.querySelectorAll<HTMLElement>('.bayt .hemistich')]

/** The measure of a poem, and the gap between its columns, in pixels. */
function roomOf(poem: readonly HTMLElement[]): { measure: number; gap: number } {
  const bayts = poem.flatMap((verse) => [...verse.querySelectorAll<HTMLElement>('.bayt')])
  return { measure: Math.min(...bayts.map(({ clientWidth }) => clientWidth)), gap: bayts[0] ? parseFloat(getComputedStyle(bayts[0]).columnGap) : 0 }
}

/** Poems with couplets, but for those beside their counterparts; between stacks a poem goes on from one to the next. */
function poemsIn(root: Element): HTMLElement[][] {
  const poems: HTMLElement[][] = []
  for (const verse of root.querySelectorAll<HTMLElement>('.verse')) {
    if (!verse.querySelector(':scope > .bayt') || verse.closest('.passage')) continue
    if (verse.matches('.continued') && poems.length > 0) poems.at(-1)!.push(verse)
    else poems.push([verse])
  }
  return poems
}
