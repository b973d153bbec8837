/** A chapter's page: keeps the reader's view, shows which sentences say the same, and makes the address that of the sentence. */

const store = 'tawazi-view'

const radios = (): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>('input[name="view"]')]

const viewNow = (): string => radios().find(({ checked }) => checked)?.value ?? 'columns'

function show(view: string): void {
  for (const radio of radios()) radio.checked = radio.value === view
}

/** What is kept may be refused, or be nothing. */
function kept(): string | undefined {
  try {
    return localStorage.getItem(store) ?? undefined
  } catch {
    return undefined
  }
}

function keep(view: string): void {
  try {
    localStorage.setItem(store, view)
  } catch {
    // Then the next page opens with both texts.
  }
}

export function readWell(): void {
  const asked = new URLSearchParams(location.search).get('view') ?? kept()
  if (asked && radios().some(({ value }) => value === asked)) show(asked)
  for (const radio of radios()) radio.addEventListener('change', () => keep(viewNow()))
  document.querySelector('.reading')?.addEventListener('click', (event) => { if (event.target instanceof Element) tapped(event.target) })
  addEventListener('hashchange', reveal)
  reveal()
}

/** A tap on a sentence marks it with its counterpart, and opens that where it is hidden. */
function tapped(target: Element): void {
  const segment = target.closest<HTMLElement>('.segment')
  if (!segment || target.closest('a, label') || String(getSelection()) !== '') return
  const isMarked = segment.classList.contains('paired')
  mark(isMarked ? undefined : segment)
  const view = viewNow()
  if (view.startsWith('tap-') && segment.lang !== undefined) {
    const box = segment.closest('.passage')?.querySelector<HTMLInputElement>(`.opens-${view === 'tap-en' ? 'ar' : 'en'} input`)
    if (box) box.checked = !isMarked
  }
  try {
    history.replaceState(null, '', isMarked ? location.pathname + location.search : `#${segment.id}`)
  } catch {
    // Some browsers refuse a new address to a page that is a file.
  }
}

function mark(segment: HTMLElement | undefined): void {
  for (const old of document.querySelectorAll('.paired')) old.classList.remove('paired')
  const bead = segment?.dataset['bead']
  segment?.classList.add('paired')
  if (bead !== undefined) for (const same of document.querySelectorAll(`[data-bead="${bead}"]`)) same.classList.add('paired')
}

/** A sentence that the address names is seen whatever the view hides. */
function reveal(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (!target) return
  if (target.closest('.reading') && target.getClientRects().length === 0) show('columns')
  if (target.classList.contains('segment')) mark(target)
  target.scrollIntoView({ block: 'center' })
}

/** The way to the other language leads to the same sentence, or to the same question. */
export function followLinks(): void {
  const link = document.querySelector<HTMLAnchorElement>('.other-language')
  link?.addEventListener('click', () => {
    link.href = link.href.replace(/[?#].*$/, '') + location.search + location.hash
  })
}
