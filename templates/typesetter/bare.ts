/** Pages without the elements that only the typesetter and the proof need: each would be a tag of the PDF, a third of all. */

/** Takes segments out of the pages, all but those that a link leads to; what stands in them stays. Each page keeps the name of its first in `data-segment`. */
export function bare(): void {
  for (const page of document.querySelectorAll<HTMLElement>('.page')) {
    const first = page.querySelector('.segment')
    page.dataset['segment'] = first?.getAttribute('id') ?? first?.getAttribute('data-id') ?? ''
  }
  const targets = new Set([...document.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href')?.slice(1) ?? ''))
  for (const segment of document.querySelectorAll(plain)) if (!targets.has(segment.id)) segment.replaceWith(...segment.childNodes)
}

/** Nothing but a segment: half a line of verse, for one, is a box as well. */
const plain = ['segment', 'segment rest'].map((names) => `span[class="${names}"]:not([lang], [dir], [style])`).join(', ')
