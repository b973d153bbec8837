/** Steps from bead to bead, by buttons and keys: to the next that asks for a look, and to the neighbour. */

import { whereRead } from './here.ts'
import type { Rows } from './rows.ts'

interface Steps {
  /** Tells how many rows are shown. */
  told(shown: number): void
}

/** As keyboards have them; where the letters are not Latin, the place of the key counts. */
const keys: Readonly<Record<string, readonly [step: 1 | -1, isFar: boolean]>> = { n: [1, true], p: [-1, true], j: [1, false], k: [-1, false] }

export function steps(rows: Rows): Steps {
  const bar = document.querySelector<HTMLElement>('.steps')
  const tell = (what: 'count' | 'none' | 'end'): void => {
    for (const text of bar?.querySelectorAll<HTMLElement>('[data-told]') ?? []) text.hidden = text.dataset['told'] !== what
  }
  const from = whereRead(rows)
  let current = -1
  document.addEventListener('focusin', ({ target }) => {
    const row = target instanceof Element ? target.closest('.beads > li') : null
    if (row) current = rows.indexOf(row)
  })
  const go = (step: 1 | -1, isFar: boolean): boolean => {
    const at = nextOf(rows, from(current, step), step, isFar)
    if (at === undefined) {
      if (isFar) tell(rows.all.some((row) => row.classList.contains('look')) ? 'end' : 'none')
      return false
    }
    tell('count')
    current = at
    rows.goTo(at)
    return true
  }
  bar?.addEventListener('click', ({ target }) => {
    const step = target instanceof Element ? target.closest<HTMLElement>('[data-step]')?.dataset['step'] : undefined
    if (step) go(step === 'next' ? 1 : -1, true)
  })
  document.addEventListener('keydown', (event) => { if (stepOf(event, go)) event.preventDefault() })
  if (bar) bar.hidden = false
  let counted = rows.all.length
  for (const choice of document.querySelectorAll('input[name="ui"]')) choice.addEventListener('change', () => { count(bar, counted, rows.all.length) })
  return { told: (shown) => { tell('count'); count(bar, counted = shown, rows.all.length) } }
}

function nextOf({ all, isShown }: Rows, from: number, step: 1 | -1, isFar: boolean): number | undefined {
  let at = from === -1 && step === -1 ? all.length : from
  do at += step
  while (all[at] && !(isShown(at) && (!isFar || all[at]?.classList.contains('look'))))
  return all[at] ? at : undefined
}

/** True where the key was a step that could be made. */
function stepOf(event: KeyboardEvent, go: (step: 1 | -1, isFar: boolean) => boolean): boolean {
  const { target, key, code } = event
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || !(target instanceof Element)) return false
  if (target.closest('input:not([type="radio"]), select, textarea')) return false
  if ((key === 'ArrowDown' || key === 'ArrowUp') && target.closest('.beads > li')) return go(key === 'ArrowDown' ? 1 : -1, false)
  const letter = /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace(/^Key/, '').toLowerCase()
  const step = keys[letter]
  return step !== undefined && go(...step)
}

function count(bar: HTMLElement | null, shown: number, all: number): void {
  const digits = bar?.dataset['digits'] ?? 'arab'
  for (const text of bar?.querySelectorAll<HTMLElement>('[data-told="count"] > bdi') ?? []) {
    const isArabic = document.querySelector<HTMLInputElement>('#ui-ar')?.checked ?? false
    text.dir = isArabic ? 'rtl' : 'ltr'
    const numbers = new Intl.NumberFormat(isArabic ? `ar-EG-u-nu-${digits}` : 'en-GB')
    text.textContent = `${numbers.format(shown)} / ${numbers.format(all)}`
  }
}
