/** Small drawings that tests are read by: beads as `1:1 2:1 0:1`, units as their lengths. */

import type { Bead } from '../../pipeline/model/alignment.ts'
import type { Passage } from '../../pipeline/model/passage.ts'

/** `beads('1:1 2:1 0:1')`: consecutive beads of these sizes. */
export function beads(drawing: string): Bead[] {
  const at = { en: 0, ar: 0 }
  return drawing.split(' ').map((type) => {
    const [en = 0, ar = 0] = type.split(':').map(Number)
    const bead = { en: { from: at.en, to: at.en + en }, ar: { from: at.ar, to: at.ar + ar }, score: 1 }
    at.en += en
    at.ar += ar
    return bead
  })
}

/** `units('2 1 0')`: blocks that hold so many segments. */
export const units = (drawing: string): { segments: readonly unknown[] }[] =>
  drawing.split(' ').filter(Boolean).map((length) => ({ segments: Array.from({ length: Number(length) }) }))

/** Passages as `1:2`, the blocks they hold on each side. */
export const drawn = (passages: readonly Passage[]): string =>
  passages.map(({ en, ar }) => `${en.to - en.from}:${ar.to - ar.from}`).join(' ')
