/** Pins as the command line writes them; sentences are counted from 1, as their ids are. */

import type { Pin, Span } from '../model/alignment.ts'
import { UsageError } from './usage.ts'

/** `12:14` is a boundary before those sentences, `12-13:14-14` a bead. */
export const pinsOf = (written: readonly string[]): Pin[] => written.map(pinOf)

function pinOf(written: string): Pin {
  const text = written.replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
  const [, en, enTo, ar, arTo] = /^(\d+)(?:-(\d+))?:(\d+)(?:-(\d+))?$/.exec(text) ?? []
  const isBackward = Number(enTo ?? en) < Number(en) || Number(arTo ?? ar) < Number(ar)
  if (en === undefined || ar === undefined || isBackward) throw new UsageError('cli/not-a-pin', { pin: written })
  const isBead = enTo !== undefined || arTo !== undefined
  return { en: spanOf(Number(en), isBead ? Number(enTo ?? en) : Number(en) - 1), ar: spanOf(Number(ar), isBead ? Number(arTo ?? ar) : Number(ar) - 1) }
}

const spanOf = (first: number, last: number): Span => ({ from: first - 1, to: last })
