/** Ways through the book: from line to line, from side to side, to an end, to a number, to the next of a kind. */

import type { Language } from '../../pipeline/model/language.ts'
import * as book from './book.ts'
import { notice } from './desk.ts'
import { everything } from './filter.ts'
import { isDoubtful, isSettled, openFindings, type Line } from './lines.ts'

const { spot, lines } = book

/** The next shown line of that kind, going on from the other end. */
export function seek(is: (line: Line) => boolean, by: 1 | -1): void {
  const shown = by === 1 ? book.shown.value : book.shown.value.toReversed()
  const isAfter = (index: number) => (index - spot.value.line) * by > 0
  const ordered = [...shown.filter(isAfter), ...shown.filter((index) => !isAfter(index) && index !== spot.value.line)]
  const found = ordered.find((index) => { const line = lines.value[index]; return line !== undefined && is(line) })
  if (found === undefined) notice.value = { kind: 'said', key: 'none-left' }
  else book.goTo(found, { align: 'center' })
}

export const is = { undecided: (line: Line) => !isSettled(line), doubtful: isDoubtful, found: (line: Line) => openFindings(line).length > 0 }

export const toUndecided = (): void => seek(is.undecided, 1)

export function move(by: 1 | -1, isExtended = false): void {
  const shown = book.shown.value
  const at = shown.indexOf(spot.value.line)
  const to = at < 0 ? shown.find((index) => index > spot.value.line) : shown[at + by]
  if (to !== undefined) book.goTo(to, { extends: isExtended })
}

/** As many lines as are on the screen, but for one that stays to be recognised. */
export function movePage(by: 1 | -1): void {
  const list = document.querySelector('.scroller')?.getBoundingClientRect()
  const seen = list ? [...document.querySelectorAll('.item')].map((item) => item.getBoundingClientRect()).filter(({ top, bottom }) => top >= list.top && bottom <= list.bottom) : []
  const shown = book.shown.value
  const at = Math.max(0, shown.indexOf(spot.value.line)) + by * Math.max(1, seen.length - 1)
  const to = shown[Math.max(0, Math.min(at, shown.length - 1))]
  if (to !== undefined) book.goTo(to, { align: 'center' })
}

export function toEnd(which: 'first' | 'last'): void {
  const to = book.shown.value.at(which === 'first' ? 0 : -1)
  if (to !== undefined) book.goTo(to)
}

/** By the number that stands beside it; a filter that hides it gives way. */
export function toNumber(number: number): void {
  const index = Math.max(0, Math.min(number, lines.value.length) - 1)
  if (!book.shown.value.includes(index)) book.setFilter(everything)
  book.goTo(index, { align: 'center' })
}

/** Sides lie where they lie: the left arrow goes to the English. At the side already, through its sentences. */
export function toward(language: Language): void {
  const { language: now, at } = spot.value
  const count = book.line.value?.row[language].length ?? 0
  book.stand(language, now === language && count > 0 ? (at + 1) % count : 0)
}
