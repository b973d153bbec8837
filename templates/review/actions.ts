/** Everything that a person can do, by the name of its wording, with its key: the key's place on the keyboard, whatever letter stands on it. */

import { signal } from '@preact/signals'
import type { Span } from '../../pipeline/model/alignment.ts'
import type { Edit } from '../../pipeline/model/desk.ts'
import type { Language } from '../../pipeline/model/language.ts'
import * as book from './book.ts'
import { hush, name, notice, person, stale, step, want, type Shown } from './desk.ts'
import * as edits from './edits.ts'
import { is, move, movePage, seek, toEnd, toUndecided, toward } from './going.ts'
import { isSettled, openFindings } from './lines.ts'
import { beginCut, beginText, isDraftChanged, selectedPlace } from './writing.ts'

export const isHelpOpen = signal(false)
export const isNameAsked = signal(person.value === '')
export const isLostOpen = signal(false)
export const isNumberAsked = signal(false)
export const isPanelOpen = signal(false)
export const isPreviewOpen = signal(localStorage.getItem('tawazi-review-preview') !== 'closed')

export const groups = ['go', 'pair', 'decide', 'words', 'page'] as const

export interface Action {
  readonly name: string
  readonly group: (typeof groups)[number]
  /** `KeyboardEvent.code`. */
  readonly code: string
  readonly shift?: boolean
  /** With Control, or Command. */
  readonly control?: boolean
  run(): void
}

const { spot, lines, range } = book

/** What somebody without a name wanted; it is done once they have told it. */
let waiting: (() => void) | undefined

const ask = (wish: () => Edit | 'done' | undefined, shown?: Shown, refusal?: string) => {
  const go = () => void want(wish, shown, refusal)
  if (person.value !== '') return go()
  waiting = go
  isNameAsked.value = true
}

/** Empty where the person would rather not say. */
export function named(given: string): void {
  isNameAsked.value = false
  if (given !== '') {
    name(given)
    waiting?.()
  }
  waiting = undefined
}

/** With a filter, a range holds lines that are not shown: these are left alone, and so are those that are decided. */
export function confirm(after: () => void = () => undefined): void {
  let rest: readonly Span[] = []
  const isOpen = (index: number) => { const line = lines.value[index]; return line !== undefined && !isSettled(line) }
  ask(() => {
    const { from, to } = range.value
    const [beads, ...others] = edits.runsOf(book.shown.value.filter((index) => index >= from && index < to && isOpen(index)))
    rest = others
    return beads ? { kind: 'confirm', beads } : 'done'
  }, () => {
    for (const beads of rest) ask(() => ({ kind: 'confirm', beads }))
    after()
  })
}

const shift = (edge: 'upper' | 'lower', by: 1 | -1, language = spot.value.language) => ask(() => edits.shift(lines.value, { line: spot.value.line, language }, edge, by))

export const shiftOn = (language: Language, edge: 'upper' | 'lower', by: 1 | -1): void => shift(edge, by, language)

export function splitAt(language: Language, at: number): void {
  ask(() => edits.split(lines.value, { line: spot.value.line, language, at }), undefined, 'one-sentence')
}

export function choose({ language, at }: Pick<edits.Spot, 'language' | 'at'>): void {
  const line = book.line.value
  const first = line && edits.spansOf(line)[language].from
  if (first === undefined) return
  const segment = first + at
  const span = book.chosen.value[language]
  const grown = !span ? { from: segment, to: segment + 1 }
    : segment >= span.from && segment < span.to ? (span.to - span.from === 1 ? undefined : segment === span.from ? { from: span.from + 1, to: span.to } : { from: span.from, to: segment })
      : { from: Math.min(span.from, segment), to: Math.max(span.to, segment + 1) }
  book.chosen.value = { ...book.chosen.value, [language]: grown }
}

export const send = ask

export function comment(text: string, shown: Shown): void {
  ask(() => ({ kind: 'comment', bead: spot.value.line, text }), shown)
}

export function accept(rule: string, reason: string, after: () => void): void {
  ask(() => ({ kind: 'accept', bead: spot.value.line, rule, reason }), after)
}

function acceptFirst(): void {
  const line = book.line.value
  if (line && openFindings(line).length > 0) focusOn('reason-0')
  else notice.value = { kind: 'said', key: 'no-finding' }
}

export function focusOn(id: string): void {
  isPanelOpen.value = true
  // The panel may be about to open.
  requestAnimationFrame(() => document.getElementById(id)?.focus())
}

function toLate(): void {
  if (stale.value) document.querySelector<HTMLElement>('.stale .main')?.focus()
  else notice.value = { kind: 'said', key: 'none-left' }
}

const go = (name: string, code: string, run: () => void, more: Partial<Action> = {}): Action => ({ name, group: 'go', code, run, ...more })

export const actions: readonly Action[] = [
  go('next', 'ArrowDown', () => move(1)),
  go('previous', 'ArrowUp', () => move(-1)),
  go('extend-down', 'ArrowDown', () => move(1, true), { shift: true }),
  go('extend-up', 'ArrowUp', () => move(-1, true), { shift: true }),
  go('english', 'ArrowLeft', () => toward('en')),
  go('arabic', 'ArrowRight', () => toward('ar')),
  go('page-down', 'PageDown', () => movePage(1)),
  go('page-up', 'PageUp', () => movePage(-1)),
  go('first', 'Home', () => toEnd('first')),
  go('last', 'End', () => toEnd('last')),
  go('number', 'KeyJ', () => { isNumberAsked.value = true }),
  go('next-undecided', 'KeyU', () => toUndecided()),
  go('previous-undecided', 'KeyU', () => seek(is.undecided, -1), { shift: true }),
  go('next-doubtful', 'KeyD', () => seek(is.doubtful, 1)),
  go('previous-doubtful', 'KeyD', () => seek(is.doubtful, -1), { shift: true }),
  go('next-finding', 'KeyF', () => seek(is.found, 1)),
  go('previous-finding', 'KeyF', () => seek(is.found, -1), { shift: true }),
  { name: 'merge-next', group: 'pair', code: 'KeyM', run: () => ask(() => edits.merge(lines.value, range.value, 1)) },
  { name: 'merge-previous', group: 'pair', code: 'KeyM', shift: true, run: () => ask(() => edits.merge(lines.value, range.value, -1)) },
  { name: 'split', group: 'pair', code: 'KeyS', run: () => splitAt(spot.value.language, spot.value.at) },
  { name: 'cut', group: 'pair', code: 'KeyX', run: () => beginCut(selectedPlace()) },
  { name: 'join', group: 'pair', code: 'KeyG', run: () => ask(() => edits.join(lines.value, spot.value)) },
  { name: 'lower-down', group: 'pair', code: 'BracketRight', run: () => shift('lower', 1) },
  { name: 'lower-up', group: 'pair', code: 'BracketLeft', run: () => shift('lower', -1) },
  { name: 'upper-down', group: 'pair', code: 'BracketRight', shift: true, run: () => shift('upper', 1) },
  { name: 'upper-up', group: 'pair', code: 'BracketLeft', shift: true, run: () => shift('upper', -1) },
  { name: 'choose', group: 'pair', code: 'Space', run: () => choose(spot.value) },
  { name: 'link', group: 'pair', code: 'KeyL', run: () => ask(() => edits.link(book.chosen.value), undefined, 'choose-both') },
  { name: 'confirm-next', group: 'decide', code: 'Enter', run: () => confirm(() => move(1)) },
  { name: 'confirm-undecided', group: 'decide', code: 'Enter', control: true, run: () => confirm(toUndecided) },
  { name: 'confirm', group: 'decide', code: 'KeyC', run: () => confirm() },
  { name: 'omission', group: 'decide', code: 'KeyO', run: () => ask(() => (book.line.value && edits.isOneSided(book.line.value) ? { kind: 'omission', bead: spot.value.line } : undefined), undefined, 'two-sided') },
  { name: 'reopen', group: 'decide', code: 'KeyR', run: () => ask(() => ({ kind: 'reopen', bead: spot.value.line })) },
  { name: 'accept', group: 'decide', code: 'KeyA', run: () => acceptFirst() },
  { name: 'edit', group: 'words', code: 'KeyE', run: () => { beginText() } },
  { name: 'comment', group: 'words', code: 'KeyN', run: () => focusOn('comment') },
  { name: 'undo', group: 'page', code: 'KeyZ', control: true, run: () => void step('undo') },
  { name: 'redo', group: 'page', code: 'KeyZ', control: true, shift: true, run: () => void step('redo') },
  { name: 'search', group: 'page', code: 'Slash', run: () => document.getElementById('query')?.focus() },
  { name: 'save', group: 'page', code: 'KeyS', control: true, run: () => { notice.value = { kind: 'said', key: 'saved-already' } } },
  { name: 'late', group: 'page', code: 'KeyT', run: () => toLate() },
  { name: 'preview', group: 'page', code: 'KeyP', run: () => togglePreview() },
  { name: 'panel', group: 'page', code: 'KeyI', run: () => { isPanelOpen.value = !isPanelOpen.value } },
  { name: 'help', group: 'page', code: 'KeyH', run: () => { isHelpOpen.value = true } },
  { name: 'leave', group: 'page', code: 'Escape', run: () => leave() },
]

/** Does what a key or a button asks for; what is done to a bead is not done to one that a filter hides. */
export function perform({ group, run }: Action): void {
  hush()
  const isToBead = group === 'pair' || group === 'decide' || group === 'words'
  if (isToBead && !book.shown.value.includes(spot.value.line) && !isDraftChanged()) notice.value = { kind: 'said', key: 'hidden' }
  else run()
}

export function actionNamed(name: string): Action {
  const found = actions.find((action) => action.name === name)
  if (!found) throw new Error(`No action ${name}`)
  return found
}

export function togglePreview(): void {
  isPreviewOpen.value = !isPreviewOpen.value
  localStorage.setItem('tawazi-review-preview', isPreviewOpen.value ? 'open' : 'closed')
  if (isPreviewOpen.value) isPanelOpen.value = true
}

function leave(): void {
  notice.value = undefined
  isPanelOpen.value = false
  book.anchor.value = undefined
  book.chosen.value = { en: undefined, ar: undefined }
}
