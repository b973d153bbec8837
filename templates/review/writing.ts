/** What a person is in the middle of: the words of a segment, or the place where one is to be cut. It outlives scrolling and changes by others. */

import { computed, effect, signal, untracked } from '@preact/signals'
import { sourceOf } from '../../pipeline/model/desk.ts'
import type { Language } from '../../pipeline/model/language.ts'
import * as book from './book.ts'
import { keepStale, notice, stale, want } from './desk.ts'
import { cut } from './edits.ts'
import { everything } from './filter.ts'
import { segmentAt, type Line } from './lines.ts'

/** Words on their way into a manuscript, with the lines as they were when the person began. */
export interface Draft {
  readonly line: number
  readonly language: Language
  readonly at: number
  /** As it stood in the manuscript. */
  readonly seen: string
  readonly text: string
  readonly lines: readonly Line[]
  /** Whether the person has asked once to leave changed words. */
  readonly isLeft?: true
}

export interface Cutting {
  readonly line: number
  readonly language: Language
  readonly at: number
  /** Index into the places of the segment. */
  readonly place: number
}

export const draft = signal<Draft | undefined>(undefined)
export const cutting = signal<Cutting | undefined>(undefined)
export const isCutting = computed(() => cutting.value !== undefined)

export const isDraftChanged = (): boolean => draft.value !== undefined && draft.value.text !== draft.value.seen

/** Opens the segment at the spot; `text` is what somebody has written already. False where other words wait to be saved. */
export function beginText(text?: string): boolean {
  const { language, at } = book.spot.value
  const line = book.line.value
  const segment = line?.row[language][at]
  if (!line || !segment) {
    notice.value = { kind: 'said', key: 'empty-side' }
    return true
  }
  if (isHeldBack(line, language, at)) return false
  cutting.value = undefined
  draft.value = { line: line.id, language, at, seen: sourceOf(segment), text: text ?? sourceOf(segment), lines: book.lines.value }
  return true
}

/** Words that somebody has changed are not left for others: the person is brought back to them. */
function isHeldBack(line: Line, language: Language, at: number): boolean {
  const made = draft.value
  if (!made || !isDraftChanged()) return false
  const index = indexOf(made.line)
  if (made.line !== line.id || made.language !== language || made.at !== at) notice.value = { kind: 'said', key: 'words-wait' }
  if (!book.shown.value.includes(index)) book.setFilter(everything)
  book.goTo(index, { align: 'center' })
  book.stand(made.language, made.at)
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.writing textarea')?.focus())
  return true
}

export function leaveText(): void {
  draft.value = undefined
}

export function changeText(text: string): void {
  const made = draft.value
  if (made) draft.value = { line: made.line, language: made.language, at: made.at, seen: made.seen, lines: made.lines, text }
}

/** Words that were changed are left only when that is asked for twice, for nothing brings them back. */
export function askToLeaveText(): void {
  const made = draft.value
  if (!made || made.isLeft || !isDraftChanged()) return leaveText()
  draft.value = { ...made, isLeft: true }
  notice.value = { kind: 'said', key: 'leave-words' }
}

/** `after` runs once the words are in the manuscript, or stand there already. */
export function saveText(after: () => void = () => undefined): void {
  const made = draft.value
  if (!made) return
  if (made.text.trim() === '') notice.value = { kind: 'said', key: 'no-words' }
  else if (made.text === made.seen) {
    leaveText()
    after()
  } else void want(() => edited(made), () => {
    leaveText()
    return () => { draft.value = made }
  }).then(() => {
    if (stale.value) leaveText()
    else if (!draft.value) after()
  })
}

function edited({ line: id, language, at, text }: Draft) {
  const line = book.lines.value[indexOf(id)]
  const segment = line && segmentAt(line, language, at)
  return segment === undefined ? undefined : { kind: 'text', language, segment, text } as const
}

/** What another person does to the same words meanwhile is not written over: both are shown. */
effect(() => {
  const now = book.lines.value
  const made = draft.peek()
  const segment = made && now.find(({ id }) => id === made.line)?.row[made.language][made.at]
  if (!made || (segment && sourceOf(segment) === made.seen)) return
  untracked(() => keepStale(asSeen(made), made.lines))
  leaveText()
})

/** The edit that it would have been when the person began. */
function asSeen(made: Draft) {
  const line = made.lines.find(({ id }) => id === made.line)
  return { kind: 'text', language: made.language, segment: (line && segmentAt(line, made.language, made.at)) ?? 0, text: made.text } as const
}

const indexOf = (id: number): number => book.lines.value.findIndex((line) => line.id === id)

/** Offsets of the words of a text but the first: where it can be cut. */
export const placesIn = (text: string): number[] => [...text.matchAll(/\s+(?=\S)/g)].map(({ index, 0: space }) => index + space.length)

/** `near` is an offset into the text, or undefined for its middle. */
export function beginCut(near: number | undefined): void {
  const { language, at } = book.spot.value
  const line = book.line.value
  const text = line?.row[language][at]?.text
  if (line && text !== undefined && isHeldBack(line, language, at)) return
  const places = placesIn(text ?? '')
  if (!line || text === undefined || places.length === 0) {
    notice.value = { kind: 'said', key: text === undefined ? 'empty-side' : 'one-word' }
    return
  }
  const wanted = near ?? text.length / 2
  const place = places.reduce((best, offset, index) => (Math.abs(offset - wanted) < Math.abs((places[best] ?? 0) - wanted) ? index : best), 0)
  draft.value = undefined
  cutting.value = { line: line.id, language, at, place }
}

export function moveCut(by: number): void {
  const now = cutting.value
  const text = now && book.lines.value[indexOf(now.line)]?.row[now.language][now.at]?.text
  if (!now || text === undefined) return leaveCut()
  cutting.value = { ...now, place: Math.max(0, Math.min(placesIn(text).length - 1, now.place + by)) }
}

export function leaveCut(): void {
  cutting.value = undefined
}

export function makeCut(place: number): void {
  const now = cutting.value
  if (!now) return
  leaveCut()
  void want(() => {
    const line = indexOf(now.line)
    const offset = placesIn(book.lines.value[line]?.row[now.language][now.at]?.text ?? '')[place]
    return offset === undefined ? undefined : cut(book.lines.value, { line, language: now.language, at: now.at }, offset)
  })
}

/** Where the person has clicked or marked in the words of the spot's segment, as an offset into its text. */
export function selectedPlace(): number | undefined {
  const selection = getSelection()
  const node = selection?.anchorNode
  const words = node && (node instanceof Element ? node : node.parentElement)?.closest('.line.current .words')
  if (!selection || !node || !words || !words.closest('.segment.here')) return undefined
  const before = document.createRange()
  before.selectNodeContents(words)
  before.setEnd(node, selection.anchorOffset)
  return before.toString().length
}
