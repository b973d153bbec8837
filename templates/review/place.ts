/** Where the person was when they left, found again when they come back: by its words, for rows are counted anew with every edit. */

import { effect } from '@preact/signals'
import { languages } from '../../pipeline/model/language.ts'
import * as book from './book.ts'
import { textsOf, type Line } from './lines.ts'

interface Place {
  readonly line: number
  readonly texts: string
}

const kept = 'tawazi-review-place'

const textsIn = (line: Line | undefined): string => (line ? languages.map((language) => textsOf(line, language)).join('\t') : '')

/** The line of a place, the nearest of those that say the same; its number alone where none does. Undefined in a book without lines. */
export function lineAt({ line: at, texts }: Place, lines: readonly Line[]): number | undefined {
  if (lines.length === 0) return undefined
  const same = lines.flatMap((line, index) => (textsIn(line) === texts ? [index] : []))
  const nearest = same.reduce<number | undefined>((best, index) => (best === undefined || Math.abs(index - at) < Math.abs(best - at) ? index : best), undefined)
  return nearest ?? Math.max(0, Math.min(at, lines.length - 1))
}

/** To be called when all lines are known; who has moved already stays. */
export function comeBack(): void {
  const place = placeIn(localStorage.getItem(kept))
  const line = place && lineAt(place, book.lines.value)
  if (line !== undefined && line > 0 && book.spot.value.line === 0) book.goTo(line, { align: 'center' })
  effect(() => { localStorage.setItem(kept, JSON.stringify({ line: book.spot.value.line, texts: textsIn(book.line.value) } satisfies Place)) })
}

function placeIn(written: string | null): Place | undefined {
  try {
    const { line, texts } = JSON.parse(written ?? '{}') as Partial<Place>
    return Number.isInteger(line) && typeof texts === 'string' ? { line: line ?? 0, texts } : undefined
  } catch {
    return undefined
  }
}
