// Filters and links work without this script, which only adds the arrow keys and keeps the reader's place.
{
  const rows = [...document.querySelectorAll('.beads > li')]
  const show = (row) => {
    row.querySelector('a').focus({ preventScroll: true })
    row.scrollIntoView({ block: 'center' })
  }

  // A script is here, so what it can do may be told.
  for (const hint of document.querySelectorAll('.keys')) hint.hidden = false

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const row = event.target.closest('.beads > li')
    if (!step || !row) return
    let at = rows.indexOf(row) + step
    while (rows[at] && !rows[at].checkVisibility()) at += step
    if (!rows[at]) return
    event.preventDefault()
    show(rows[at])
  })

  const followAddress = () => {
    document.querySelector('.near')?.classList.remove('near')
    const row = location.hash && document.getElementById(location.hash.slice(1))
    if (!row || !row.matches('.beads > li')) return
    row.previousElementSibling?.classList.add('near')
    show(row)
  }
  addEventListener('hashchange', followAddress)
  followAddress()

  // A shorter list must not leave the reader below its end.
  const beads = document.getElementById('beads')
  for (const filter of document.querySelectorAll('input[name="show"]')) {
    filter.addEventListener('change', () => {
      if (beads.getBoundingClientRect().top < 0) beads.scrollIntoView()
    })
  }

  // A place in the list is short, its file stands in the heading; the whole is told to who points at it.
  document.addEventListener('pointerover', (event) => {
    const place = event.target.closest('.beads small')
    if (!place) return
    const language = place.closest('[lang]').lang
    place.title = `${place.closest('.part').querySelector(`[data-file="${language}"]`).textContent}:${place.textContent}`
  })
}
