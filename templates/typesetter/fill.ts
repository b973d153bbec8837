/** Page numbers, written where the text waits for them. */

import type { FilledFolio } from '../../pipeline/paginate/sheet.ts'

/** `folios` are in document order, of the places in the index or of all others. In an index what is before a number goes or becomes a dash with it. */
export function fillFolios(kind: 'index' | 'lists', folios: readonly FilledFolio[]): void {
  const places = [...document.querySelectorAll<HTMLElement>('.folio[data-for]')].filter((place) => (place.closest('.locators') !== null) === (kind === 'index'))
  const references = places.flatMap((place) => {
    const reference = place.closest<HTMLElement>('.page-reference')
    return reference ? [{ reference, place, width: widthOf(place), side: opensLine(reference) ? 'marginInlineEnd' : 'marginInlineStart' } as const] : []
  })
  places.forEach((place, index) => fillOne(place, folios[index]))
  // The lines were broken with another number there: the space beside the reference takes up the difference.
  const differences = references.map(({ place, width }) => width - widthOf(place))
  references.forEach(({ reference, side }, index) => { reference.style[side] = `${differences[index] ?? 0}px` })
}

const widthOf = (element: Element): number => element.getBoundingClientRect().width

/** Whether what is before it stands in the line above. */
function opensLine(reference: Element): boolean {
  const before = [...reference.previousElementSibling?.getClientRects() ?? []].at(-1)
  return before !== undefined && reference.getBoundingClientRect().top > before.bottom - 1
}

function fillOne(place: HTMLElement, { text = '', as = 'keep' }: Partial<FilledFolio> = {}): void {
  place.textContent = text
  const link = place.closest('.locator')
  if (!link || as === 'keep') return
  if (as === 'end') link.previousSibling?.replaceWith('–')
  else {
    link.previousSibling?.remove()
    link.remove()
  }
}
