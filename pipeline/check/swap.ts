/** Two manuscripts handed over in the wrong order are one fault, not two. */

import type { Message } from '../model/message.ts'

const rule = 'reading/wrong-language'

/** Replaces a pair of wrong languages by the one message that says what to do. */
export function withSwapNamed(messages: readonly Message[]): Message[] {
  const found = (language: string, other: string) =>
    messages.find((message) => message.rule === rule && message.language === language && message.values?.['found'] === other)
  const en = found('en', 'ar')
  const ar = found('ar', 'en')
  if (!en || !ar) return [...messages]
  const swapped: Message = {
    rule: 'check/swapped', severity: 'error',
    ...(en.place && { place: en.place }),
    ...(ar.place && { counterpart: ar.place }),
    values: { en: en.place?.file ?? '', ar: ar.place?.file ?? '' },
  }
  return [swapped, ...messages.filter((message) => message.rule !== rule)]
}
