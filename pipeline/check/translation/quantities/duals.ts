/** Arabic duals, which say “two” without a word for it. */

import { factOf, type Word } from '../words.ts'
import type { Quantity } from './quantity.ts'
import { dualUnit } from './units.ts'

/** What a dual tells wherever it stands. */
type Told = Pick<Quantity, 'value' | 'unit'>

/** Any longer noun in ان or ين may be one, so that they answer a two and are never missed. */
const toldBy = factOf((word): Told | undefined => {
  if (word.length < 4 || !/(?:ان|ين|تا|تي|تيه|تيها|اهما|يهما|يه|يها)$/.test(word)) return undefined
  const unit = dualUnit(word)
  return unit === undefined ? { value: undefined } : { value: 2, unit }
})

/** One for each word that may be a dual. Linear. */
export function dualsIn(words: readonly Word[]): Quantity[] {
  const found: Quantity[] = []
  for (const word of words) {
    const told = toldBy(word)
    const { from, to } = word
    if (told) found.push({ kind: 'number', from, to, keys: ['2'], soft: true, ...told })
  }
  return found
}
