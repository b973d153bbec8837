/** An edit that came too late, looked for anew in the book as it is now: by the texts that it was meant for. */

import type { Span } from '../../pipeline/model/alignment.ts'
import { sourceOf, type Edit } from '../../pipeline/model/desk.ts'
import type { Language } from '../../pipeline/model/language.ts'
import { hasSameTexts, segmentAt, textsOf, type Line } from './lines.ts'

export interface Retargeted {
  /** The same edit at its place now; undefined where a text that it was meant for stands nowhere as it was seen. */
  readonly edit: Edit | undefined
  /** Line of the book as it is now where it was meant, or that is most like it. */
  readonly line: number
  /** The line that it was meant for, as it was seen. */
  readonly seen: Line | undefined
}

export function retargeted(edit: Edit, before: readonly Line[], now: readonly Line[]): Retargeted {
  const index = lineOf(edit, before)
  const seen = before[index]
  return { edit: moved(edit, before, now), line: seen ? likest(seen, index, now) : Math.min(index, now.length - 1), seen }
}

/** Where the person was when they asked for it. */
function lineOf(edit: Edit, lines: readonly Line[]): number {
  switch (edit.kind) {
    case 'merge': case 'confirm': return edit.beads.from
    case 'cut': case 'join': case 'text': return holding(lines, edit.language, edit.segment)
    case 'link': return holding(lines, 'en', edit.en.from)
    default: return edit.bead
  }
}

function moved(edit: Edit, before: readonly Line[], now: readonly Line[]): Edit | undefined {
  switch (edit.kind) {
    case 'merge': case 'confirm': {
      const beads = movedRun(edit.beads, before, now)
      return beads && { ...edit, beads }
    }
    case 'cut': case 'join': case 'text': {
      const segment = movedSegment(edit.language, edit.segment, before, now)
      return segment === undefined ? undefined : { ...edit, segment }
    }
    case 'link': {
      const [en, ar] = [movedSegments('en', edit.en, before, now), movedSegments('ar', edit.ar, before, now)]
      return en && ar && { ...edit, en, ar }
    }
    case 'shift': {
      const run = movedRun({ from: edit.bead, to: edit.bead + 2 }, before, now)
      return run && { ...edit, bead: run.from }
    }
    default: {
      const run = movedRun({ from: edit.bead, to: edit.bead + 1 }, before, now)
      return run && { ...edit, bead: run.from }
    }
  }
}

/** The same lines side by side, the nearest if they stand more than once. */
function movedRun({ from, to }: Span, before: readonly Line[], now: readonly Line[]): Span | undefined {
  const wanted = before.slice(from, to)
  const at = nearest(from, now.length, (start) => wanted.length > 0 && wanted.every((line, index) => {
    const here = now[start + index]
    return here !== undefined && hasSameTexts(line, here)
  }))
  return at === undefined ? undefined : { from: at, to: at + wanted.length }
}

function movedSegment(language: Language, segment: number, before: readonly Line[], now: readonly Line[]): number | undefined {
  const index = holding(before, language, segment)
  const line = before[index]
  const at = segment - (line && segmentAt(line, language, 0) || 0)
  const old = line?.row[language][at]
  const source = old && sourceOf(old)
  const found = nearest(index, now.length, (start) => now[start]?.row[language].some((one) => sourceOf(one) === source) ?? false)
  const here = found === undefined ? undefined : now[found]
  return here && segmentAt(here, language, here.row[language].findIndex((one) => sourceOf(one) === source))
}

function movedSegments(language: Language, { from, to }: Span, before: readonly Line[], now: readonly Line[]): Span | undefined {
  const first = movedSegment(language, from, before, now)
  const last = movedSegment(language, to - 1, before, now)
  return first !== undefined && last === first + (to - 1 - from) ? { from: first, to: last + 1 } : undefined
}

/** Index of the line that holds a segment. */
export function holding(lines: readonly Line[], language: Language, segment: number): number {
  return Math.max(0, lines.findIndex((line) => {
    const first = segmentAt(line, language, 0)
    return first !== undefined && segment >= first && segment < first + line.row[language].length
  }))
}

/** The index nearest to `at` that `is` says yes to. */
function nearest(at: number, length: number, is: (index: number) => boolean): number | undefined {
  for (let away = 0; away < Math.max(at + 1, length - at); away++) {
    if (at - away >= 0 && at - away < length && is(at - away)) return at - away
    if (at + away < length && is(at + away)) return at + away
  }
  return undefined
}

/** Lines around the old place that are looked at for a likeness. */
const around = 12

/** By the words that both have. */
function likest(seen: Line, index: number, now: readonly Line[]): number {
  const same = nearest(index, now.length, (at) => { const line = now[at]; return line !== undefined && hasSameTexts(seen, line) })
  if (same !== undefined) return same
  const words = new Set(wordsIn(seen))
  let best = Math.max(0, Math.min(index, now.length - 1))
  let most = 0
  for (let at = Math.max(0, index - around); at < Math.min(now.length, index + around); at++) {
    const line = now[at]
    const shared = line ? wordsIn(line).filter((word) => words.has(word)).length : 0
    if (shared > most) [best, most] = [at, shared]
  }
  return best
}

const wordsIn = (line: Line): string[] => `${textsOf(line, 'en')} ${textsOf(line, 'ar')}`.split(/\s+/).filter(Boolean)
