/** Dots that trail off: the end of a sentence, a pause in one, or leaders of a table of contents. */

import { anyOf } from './words.ts'
import { veiled } from './veil.ts'

const connective = new RegExp(`^(?:[وف]\\p{L}{2,}|(?:${anyOf('arabicConnectives')})(?!\\p{L}))`, 'u')

/** A quotation that has paused goes on to the comma at its end, and to who spoke: “Did we… No, we did not,” she said. */
const spoken = /^[^.!?؟…“"«»”]{1,100}[,،]["”»]/

/** Dots, spaced or not, and what the standard lets follow them. */
const trail = /(?:\.|…)(?:(?: ?[.…]){1,9999})?["'”’»)\]]{0,3}/g

export function withDots(text: string): string {
  return text.replaceAll(trail, (dots, offset: number) => {
    if (!/…|\. ?\./.test(dots)) return dots
    const after = text.slice(offset + dots.length, offset + dots.length + 120)
    if (goesOn(dots, text.slice(Math.max(0, offset - 300), offset), after)) return veiled(dots)
    return dots.replace(/[.… ]+/, (run) => `${'_'.repeat(run.trimEnd().length - 1)}.${' '.repeat(run.length - run.trimEnd().length)}`)
  })
}

function goesOn(dots: string, before: string, after: string): boolean {
  const isLeader = /\.{5}/.test(dots) && /^ ?[\p{N}ivx]/u.test(after)
  const isSpoken = spoken.test(after.trimStart()) && !/["”»]/.test(dots)
  if (isLeader || isSpoken || /(?:^|[.!?؟\u2029] )["“«]?$/.test(before)) return true
  if (!after.startsWith(' ')) return after !== '' && !/^(?:\u2029|\p{Lu})/u.test(after)
  const next = after.replace(/^[ "“«‘'(\[—–-]+/, '')
  if (/^\p{N}|^I(?![\p{L}.])/u.test(next) || continues(next)) return true
  const isQuoting = before.lastIndexOf('«') > before.lastIndexOf('»') && !dots.includes('»')
  return /^\p{Lo}/u.test(next) && isQuoting
}

/** Whether what follows goes on with a sentence: small letters, a mark inside one, or an Arabic connective. */
export const continues = (next: string): boolean => /^[\p{Ll},;،؛:]/u.test(next) || connective.test(next)
