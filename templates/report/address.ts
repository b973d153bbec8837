/** A link to a bead, in the page or from elsewhere, arrives between its neighbours whatever is filtered. */

import type { Rows } from './rows.ts'

export function followAddress(rows: Rows): void {
  const follow = (): void => {
    const row = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))
    const index = row ? rows.indexOf(row) : -1
    if (index < 0) return
    rows.reveal(index)
    rows.goTo(index)
  }
  addEventListener('hashchange', follow)
  // The same link again is no change of the address.
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a[href^="#bead-"]') : null
    if (link && link.getAttribute('href') === location.hash) follow()
  })
  follow()
}
