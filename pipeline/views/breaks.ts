/** Breaks between scenes that stand on both sides: they part what stands before them from what follows, so that they are level. */

import type { Element } from 'hast'
import { bilingual, languages, type Bilingual } from '../model/language.ts'

const isBreak = ({ tagName }: Element): boolean => tagName === 'hr'

/** The row as several, each break in one of its own with its counterpart; as it is where the sides have not equally many. */
export function partedAtBreaks(row: Bilingual<readonly Element[]>): Bilingual<readonly Element[]>[] {
  const pieces = bilingual((language) => piecesOf(row[language]))
  if (pieces.en.length !== pieces.ar.length || pieces.en.length === 1) return [row]
  return pieces.en.map((en, index) => ({ en, ar: pieces.ar[index] ?? [] })).filter((piece) => languages.some((language) => piece[language].length > 0))
}

/** What stands before the first break, that break, what stands behind it, and so on. */
function piecesOf(elements: readonly Element[]): Element[][] {
  const pieces: Element[][] = [[]]
  for (const element of elements) {
    if (isBreak(element)) pieces.push([element], [])
    else pieces.at(-1)!.push(element)
  }
  return pieces
}

/** Whether the row is nothing but a break. */
export const isOfBreaks = (row: Bilingual<readonly Element[]>): boolean => languages.every((language) => row[language].length > 0 && row[language].every(isBreak))
