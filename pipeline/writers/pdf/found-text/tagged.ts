/** What stands on one line in tags of its own, a foreign name or a number: the browser writes it from left to right, whichever way the line is read. */

import type { Piece, Way } from './clusters.ts'
import { mainWay } from './order.ts'
import { heightOf } from './text-objects.ts'

/** A piece of content that shows text, with what stands before it. */
export interface Part {
  readonly gap: string
  readonly text: string
  /** Operands of `Tm`. */
  readonly matrix: string
  readonly pieces: readonly Piece[]
}

const opening = /\/\S+ ?<<\/MCID \d+ ?>> ?BDC\s*$/

/** From one tag to the next, with nothing else between them. */
const turning = /^\s*EMC\s*\/\S+ ?<<\/MCID \d+ ?>> ?BDC\s*$/

/** The parts as content, tags of each right-to-left line in the order in which they are read. */
export function inReadingOrder(parts: readonly Part[]): string {
  let content = ''
  for (let from = 0; from < parts.length;) {
    const first = parts[from]!
    let to = from + 1
    while (to < parts.length && isBesideInTags(first, parts[to]!)) to++
    if (to - from === 1) {
      content += first.gap + first.text
      from = to
      continue
    }
    const line = parts.slice(from, to)
    const tags = line.map(({ gap }) => opening.exec(gap)?.[0] ?? '')
    if (tags[0] === '' || mainWay(line.flatMap(({ pieces }) => pieces)) !== 'right-to-left') {
      content += line.map(({ gap, text }) => gap + text).join('')
    } else {
      const read = turned(line.map(({ pieces, text }, index) => ({ own: mainWay(pieces), content: (tags[index] ?? '') + text })))
      content += first.gap.slice(0, -tags[0]!.length) + read.map((tagged) => tagged.content).join('\nEMC\n')
    }
    from = to
  }
  return content
}

const isBesideInTags = (first: Part, part: Part): boolean => heightOf(first) === heightOf(part) && turning.test(part.gap)

/** From the right; neighbours that run left to right keep their order. */
function turned<T extends { readonly own: Way | undefined }>(parts: readonly T[]): T[] {
  const runs: T[][] = []
  for (const part of parts) {
    const last = runs.at(-1)
    if (last && part.own === 'left-to-right' && last[0]?.own === 'left-to-right') last.push(part)
    else runs.push([part])
  }
  return runs.reverse().flat()
}
