/** Page numbers, written where the text waits for them. */

import type { FilledFolio } from '../../pipeline/paginate/sheet.ts'

/** `folios` are in document order, of the places in the index or of all others. In an index what is before a number goes or becomes a dash with it. */
export function fillFolios(kind: 'index' | 'lists', folios: readonly FilledFolio[]): void {
  const places = [...document.querySelectorAll('.folio[data-for]')].filter((place) => (place.closest('.locators') !== null) === (kind === 'index'))
  places.forEach((place, index) => {
    const { text = '', as = 'keep' } = folios[index] ?? {}
    place.textContent = text
    const link = place.closest('.locator')
    if (!link || as === 'keep') return
    if (as === 'end') link.previousSibling?.replaceWith('–')
    else {
      link.previousSibling?.remove()
      link.remove()
    }
  })
}
