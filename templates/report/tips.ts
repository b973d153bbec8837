/** What is told to who points: the file of a place, and the words that a finding is about. */

export function tips(): void {
  document.addEventListener('pointerover', ({ target }) => {
    if (!(target instanceof Element)) return
    const place = target.closest<HTMLElement>('.beads :is(.en, .ar) > p > small')
    if (place) place.title = placeOf(place)
    for (const mark of document.querySelectorAll('mark.pointed')) mark.classList.remove('pointed')
    const finding = target.closest<HTMLElement>('.found > li')
    if (finding) point(finding)
  })
}

/** A place in the list is short; its file stands in the heading. */
function placeOf(place: Element): string {
  const language = place.closest('[lang]')?.getAttribute('lang') ?? ''
  const file = place.closest('.part')?.querySelector(`[data-file="${language}"]`)?.textContent ?? ''
  return `${file}:${place.textContent ?? ''}`
}

function point(finding: HTMLElement): void {
  for (const mark of finding.closest('.beads > li')?.querySelectorAll<HTMLElement>('mark') ?? []) {
    const isConcerned = mark.dataset['findings']?.split(' ').includes(finding.dataset['finding'] ?? '') ?? false
    mark.classList.toggle('pointed', isConcerned)
  }
}
