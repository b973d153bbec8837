/** Heads under which an index goes on in another column: the heading of an entry, or its letter, and `(continued)`. */

import type { ContinuedHeights } from '../../pipeline/paginate/model.ts'
import type { LaidRow } from './galley.ts'

export interface ContinuedHeads {
  /** Undefined above the first letter. */
  readonly letter: LaidHead | undefined
  /** Undefined where an entry has but one line. */
  readonly entry: LaidHead | undefined
  /** What goes on before the row, if anything does: the entry of a sub-entry, or the letter of another entry. */
  readonly goesOn: 'entry' | 'letter' | undefined
}

interface LaidHead {
  readonly element: HTMLElement
  readonly height: number
}

type Words = Readonly<Record<'en' | 'ar', string>>

/** For each row of an index, laid out at the width of `root` and taken out again. Makes a head for each letter, and for each entry of several lines. */
export function continuedHeads(root: HTMLElement, rows: readonly LaidRow[], words: Words): Map<LaidRow, ContinuedHeads> {
  const planned = plannedOf(rows)
  const named = new Set(planned.flatMap(({ letter, entry }) => [letter, entry]).filter((element) => element !== null))
  const made = new Map([...named].map((element) => [element, headOf(element, words)]))
  root.append(...made.values())
  const laid = new Map([...made].map(([named, element]): [Element, LaidHead] => [named, { element, height: element.getBoundingClientRect().height }]))
  for (const head of made.values()) head.remove()
  const found = (element: Element | null): LaidHead | undefined => (element ? laid.get(element) : undefined)
  return new Map(planned.map(({ row, goesOn, letter, entry }) => [row, { goesOn, letter: found(letter), entry: found(entry) }]))
}

export const heightsOf = ({ letter, entry, goesOn }: ContinuedHeads): ContinuedHeights => ({
  letter: goesOn === 'letter' ? letter?.height ?? 0 : 0,
  before: goesOn === 'entry' ? entry?.height ?? 0 : 0,
  inside: entry?.height ?? 0,
})

/** The elements whose words a head repeats. */
interface Planned {
  readonly row: LaidRow
  readonly goesOn: ContinuedHeads['goesOn']
  readonly letter: Element | null
  readonly entry: Element | null
}

function plannedOf(rows: readonly LaidRow[]): Planned[] {
  let letter: Element | null = null
  return rows.flatMap((row) => {
    const { element } = row
    if (!element.matches('.index-entry, .index-sub')) return []
    const own = element.querySelector('.letter')
    letter = own ?? letter
    const group = element.closest('.index-group')
    const isLong = group !== null || (row.cells[0]?.blocks[0]?.lines.length ?? 0) > 1
    const goesOn = element.matches('.index-sub') ? 'entry' : own || !letter ? undefined : 'letter'
    return [{ row, goesOn, letter, entry: isLong ? (group ?? element).querySelector('.heading') : null }]
  })
}

/** `named` is a letter, or the heading of an entry. */
function headOf(named: Element, words: Words): HTMLElement {
  const { lang, dir } = named.closest<HTMLElement>('.index-entry') ?? document.documentElement
  const name = named.cloneNode(true) as HTMLElement
  name.classList.replace('letter', 'continued-letter')
  const note = made('span', 'see', words[lang === 'ar' ? 'ar' : 'en'])
  const head = made('div', 'index continued repeated', made('p', 'index-entry', made('span', 'index-line', name, ' ', note)))
  for (const element of [head, head.firstElementChild as HTMLElement]) Object.assign(element, { lang, dir })
  head.setAttribute('aria-hidden', 'true')
  return head
}

function made(tag: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag)
  element.className = className
  element.append(...children)
  return element
}
