/** What a person has begun to write and not yet sent: each belongs to its bead, and nobody leaves the page over it unasked. */

import { signal, type Signal } from '@preact/signals'
import { pending } from './desk.ts'
import { isDraftChanged } from './writing.ts'

type Texts = Readonly<Record<string, string>>

/** By the number of the line. */
export const comments = signal<Texts>({})
/** Reasons for which a finding is right, by the number of the line and the rule. */
export const reasons = signal<Texts>({})

/** An empty text is none. */
export function keep(texts: Signal<Texts>, key: string | number, text: string): void {
  const { [key]: _, ...others } = texts.value
  texts.value = text === '' ? others : { ...others, [key]: text }
}

/** A text that is sent is begun no more; returns what brings it back, where nobody has begun another meanwhile. */
export function handedIn(texts: Signal<Texts>, key: string | number): () => void {
  const text = texts.value[key] ?? ''
  keep(texts, key, '')
  return () => { if ((texts.value[key] ?? '') === '') keep(texts, key, text) }
}

const hasWords = (texts: Texts): boolean => Object.values(texts).some((text) => text.trim() !== '')

/** The browser asks in its own words. */
export function askBeforeLeaving(): void {
  addEventListener('beforeunload', (event) => {
    if (pending.value > 0 || isDraftChanged() || hasWords(comments.value) || hasWords(reasons.value)) event.preventDefault()
  })
}
