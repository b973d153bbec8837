/** Places in the manuscripts, and the way from a place to the bead that stands there. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import { languages } from '../../model/language.ts'
import type { Place } from '../../model/message.ts'
import type { Report } from '../report-json/index.ts'

/** Finds a bead's number, from 1. */
export type BeadAt = (place: Place) => number | undefined

export const anchorOf = (bead: number): string => `bead-${bead}`

/** The bead that begins last at or before a place in its file, or the file's first: what an editor looks at to see the place. */
export function beadFinder({ beads }: Report): BeadAt {
  const starts = new Map<string, { line: number; column: number; bead: number }[]>()
  for (const [index, bead] of beads.entries()) {
    for (const { place } of languages.flatMap((language) => bead[language])) {
      const file = starts.get(place.file) ?? []
      if (file.length === 0) starts.set(place.file, file)
      file.push({ line: place.line, column: place.column, bead: index + 1 })
    }
  }
  return ({ file, line, column }) => {
    let nearest: { line: number; column: number; bead: number } | undefined
    // Notes stand after the text whatever their lines, so the beads of a file need not rise with its lines.
    for (const start of starts.get(file) ?? []) {
      const isBefore = start.line < line || (start.line === line && start.column <= column)
      const isNearer = !nearest || start.line > nearest.line || (start.line === nearest.line && start.column >= nearest.column)
      if (isBefore && isNearer) nearest = start
    }
    return nearest?.bead ?? starts.get(file)?.[0]?.bead
  }
}

/** `en.md:3:1`, left to right in either language; a link where a bead stands there. */
export function placeElement(place: Place, beadAt: BeadAt): Element {
  const text = h('bdi', { dir: 'ltr' }, `${place.file}:${place.line}:${place.column}`)
  const bead = beadAt(place)
  return bead === undefined
    ? h('span', { className: ['place'] }, text)
    : h('a', { className: ['place'], href: `#${anchorOf(bead)}` }, text)
}
