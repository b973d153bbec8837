/** The rows of the list, and what of them is shown. */

export interface Rows {
  /** All of them, in order. */
  readonly all: readonly HTMLElement[]
  /** Numbers count from 0. */
  indexOf(row: Element): number
  isShown(index: number): boolean
  /** Hides all others, and the runs and parts in which none is left. */
  show(belongs: (row: HTMLElement, index: number) => boolean): number
  /** Shows a row and its neighbours whatever is filtered, until something else is. */
  reveal(index: number): void
  /** Goes there, in the middle of the window. */
  goTo(index: number): void
}

export function rowsOf(list: HTMLElement): Rows {
  const all = [...list.querySelectorAll<HTMLElement>('.beads > li')]
  const runs = [...list.querySelectorAll<HTMLElement>('.beads')]
  const numbers = new Map<Element, number>(all.map((row, index) => [row, index]))
  const set = (row: HTMLElement, isHidden: boolean): void => { if (row.hidden !== isHidden) row.hidden = isHidden }
  const settle = (): void => {
    for (const run of runs) {
      const shown = [...run.children].filter((row) => !(row as HTMLElement).hidden).length
      set(run, shown === 0)
      // A run of which rows are hidden is lower than the browser remembers it. What changes nothing is not said, for it would be paid in styles.
      if (run.classList.toggle('cut', shown < run.children.length)) run.style.setProperty('--shown', String(shown))
    }
    for (const part of list.querySelectorAll<HTMLElement>('.part')) set(part, !part.querySelector('.beads:not([hidden])'))
  }
  return {
    all,
    indexOf: (row) => numbers.get(row) ?? -1,
    isShown: (index) => all[index] !== undefined && !all[index].hidden,
    show(belongs) {
      let shown = 0
      for (const [index, row] of all.entries()) {
        const isShown = belongs(row, index)
        set(row, !isShown)
        if (isShown) shown++
      }
      settle()
      return shown
    },
    reveal(index) {
      for (const row of all.slice(Math.max(0, index - 1), index + 2)) set(row, false)
      settle()
    },
    goTo(index) {
      const row = all[index]
      row?.querySelector('a')?.focus({ preventScroll: true })
      row?.scrollIntoView({ block: 'center' })
    },
  }
}
