/** Pointing at the picture of the alignment leads to the very bead that lies there. */

import type { Rows } from './rows.ts'

export function pictureJumps(rows: Rows): void {
  const whole = document.querySelector('.picture .whole')
  const drawing = document.querySelector('.picture .drawing')
  if (!whole || !drawing) return
  let ends: Record<'en' | 'ar', Float64Array> | undefined
  whole.addEventListener('click', (event) => {
    const { clientX, clientY } = event as MouseEvent
    const box = boxOf(drawing)
    if (clientX < box.left || clientX > box.right) return
    event.preventDefault()
    const side = clientX < (box.left + box.right) / 2 ? 'en' : 'ar'
    ends ??= { en: endsOf(rows, 'en'), ar: endsOf(rows, 'ar') }
    const share = (clientY - box.top) / box.height
    const all = ends[side].at(-1) ?? 0
    const index = ends[side].findIndex((end) => end > share * all)
    location.hash = rows.all[index < 0 ? rows.all.length - 1 : index]?.id ?? ''
  })
}

/** A nested drawing's own box is that of its shapes, which reach its four sides. */
const boxOf = (drawing: Element): DOMRect => drawing.getBoundingClientRect()

/** Letters of one side up to the end of each bead, as the picture was drawn. */
function endsOf({ all }: Rows, side: 'en' | 'ar'): Float64Array {
  let sum = 0
  return Float64Array.from(all, (row) => {
    for (const text of row.querySelectorAll(`:scope > .${side} > p:not(.before)`)) {
      sum += (text.textContent?.length ?? 0) - (text.querySelector('small')?.textContent?.length ?? 0) - 1
    }
    return sum
  })
}
