/** Edits on their way: one at a time, in the order in which they were asked for; what comes back changes the book, or is kept to be offered again. */

import { batch, signal } from '@preact/signals'
import type { DeskState, Edit } from '../../pipeline/model/desk.ts'
import { remember, shownAhead } from './ahead.ts'
import * as book from './book.ts'
import type { Line } from './lines.ts'
import { comeBack } from './place.ts'
import { retargeted } from './retarget.ts'
import { ask, listen, readState, type Asked, type Reply, type Told } from './server.ts'
import { say } from './words.ts'

/** An edit that came too late, with the lines that it was made on. */
export interface Stale {
  readonly asked: Edit
  readonly seen: readonly Line[]
}

export type Notice = { readonly kind: 'told'; readonly told: Told } | { readonly kind: 'said'; readonly key: string }

export const stale = signal<Stale | undefined>(undefined)
export const notice = signal<Notice | undefined>(undefined)
export const isConnected = signal(true)
/** What is wrong with the book on the disk, as long as it can't be read and nothing is saved. */
export const fault = signal<Told | null>(null)
/** Whether a notice tells of that too. */
export const isOfFault = (given: Notice | undefined): boolean => given?.kind === 'told' && given.told.en.what === fault.value?.en.what

/** What the page itself has said is over with the next thing that is done; what the program told stays until it is asked again. */
export function hush(): void {
  if (notice.value?.kind === 'said' && notice.value.key !== 'unreachable') notice.value = undefined
}

/** Edits that are on their way or wait. */
export const pending = signal(0)

const kept = 'tawazi-review-name'
/** Asked for once and remembered. */
export const person = signal(localStorage.getItem(kept) ?? '')

export function name(given: string): void {
  localStorage.setItem(kept, given)
  person.value = given
}

/** What the page does once an edit is seen; returns what takes that back. */
export type Shown = () => (() => void) | undefined | void

let queue: Promise<void> = Promise.resolve()
/** Changes by others, counted: what is asked for on sight of a book must not be done to another. */
let foreign = 0
/** Versions that this window has made, whose news is still to come: it may come when the next edit is done already. */
const own: string[] = []

/**
 * `wish` is asked when its turn has come, so that what is typed ahead is meant for the book as it is then.
 * `shown` runs when the edit is seen, or was done before, and may say how to take back what it did, should the program not do the edit.
 */
export function want(wish: () => Edit | 'done' | undefined, shown: Shown = () => undefined, refusal = 'nothing-there'): Promise<void> {
  const seen = foreign
  return next(async () => {
    const edit = foreign === seen ? wish() : undefined
    if (foreign !== seen) notice.value = { kind: 'said', key: 'changed-meanwhile' }
    else if (!edit) notice.value = { kind: 'said', key: refusal }
    else if (edit === 'done') shown()
    else await send({ edit, by: person.value }, shown)
  })
}

export const step = (which: 'undo' | 'redo'): Promise<void> => next(() => send({ step: which }))

function next(act: () => Promise<void>): Promise<void> {
  pending.value++
  queue = queue.then(act).catch(() => { notice.value = { kind: 'said', key: 'unreachable' } }).finally(() => { pending.value-- })
  return queue
}

async function send(asked: Asked, shown: Shown = () => undefined): Promise<void> {
  const seen = book.lines.value
  // At once, or words that the page is about to leave would seem to be changed by another.
  const { ahead, back } = batch(() => {
    const made = shownAhead(asked)
    notice.value = undefined
    return { ahead: made, back: made && showOn(asked, made.foreseen.from, shown) }
  })
  const reply = await ask(asked, book.version.value)
  batch(() => {
    if (reply.kind === 'done') {
      own.push(reply.patch.version)
      remember(asked, seen, reply.patch)
      if (ahead) return book.patchAhead(ahead, reply.patch)
      if (reply.patch.version !== book.version.value) book.patch(reply.patch)
      showOn(asked, reply.patch.from, shown)
      return
    }
    if (ahead) book.takeBack(ahead)
    back?.()
    if (reply.kind === 'stale') tooLate(asked, seen, reply.state)
    else tell(reply)
  })
}

/** Whoever steps back or forward is brought to what it changes. */
function showOn(asked: Asked, from: number, shown: Shown): ReturnType<Shown> {
  if ('step' in asked) book.goTo(Math.min(from, book.lines.value.length - 1))
  return shown()
}

function tell(reply: Exclude<Reply, { kind: 'done' | 'stale' }>): void {
  notice.value = reply.kind === 'unreachable' ? { kind: 'said', key: 'unreachable' } : { kind: 'told', told: reply.told }
}

/** The window shows the book as it is, and keeps the edit. A step back or forward is another now, and is only told of. */
function tooLate(asked: Asked, seen: readonly Line[], state: DeskState): void {
  book.open(state)
  if ('edit' in asked) keepStale(asked.edit, seen)
  else notice.value = { kind: 'said', key: 'stale-step' }
}

/** `seen` are the lines that the edit was made on. */
export function keepStale(edit: Edit, seen: readonly Line[]): void {
  stale.value = { asked: edit, seen }
  book.goTo(retargeted(edit, seen, book.lines.value).line, { align: 'center' })
}

/** Reads the book, and follows what other windows and programs do to it. */
export async function begin(): Promise<void> {
  await opened()
  listen({
    change: ({ from, version, patch }) => void inTurn(async () => {
      if (isOwn(version) || version === book.version.value) return
      foreign++
      if (patch && from === book.version.value) book.patch(patch)
      else book.open(await readState())
    }),
    faulty: (told) => {
      if (isOfFault(notice.value)) notice.value = undefined
      fault.value = told
    },
    checked: (checked) => void inTurn(async () => book.recheck(checked)),
    connected: (version) => void inTurn(async () => {
      own.length = 0
      if (!isConnected.value || version !== book.version.value) book.open(await readState())
      isConnected.value = true
      // What was told of the silence is over; whoever asked in it asks again.
      if (notice.value?.kind === 'said' && notice.value.key === 'unreachable') notice.value = undefined
    }),
    lost: () => { isConnected.value = false },
  })
}

/** News comes in the order of the changes, so that what was made before is not to come any more. */
function isOwn(version: string): boolean {
  const at = own.indexOf(version)
  own.splice(0, at + 1)
  return at >= 0
}

/** Ends when the first rows can be shown; until the last are there, edits wait. */
function opened(): Promise<void> {
  return new Promise((resolve, reject) => {
    const reading = readState(async (begun) => {
      book.open(begun)
      resolve()
      await nextFrame()
    })
    queue = reading.then(({ rows }) => {
      book.append(rows)
      comeBack()
    }, (error: unknown) => {
      // What is missing is read when the program is heard again.
      isConnected.value = false
      reject(error)
    })
  })
}

/** The browser draws what there is; a window that nobody sees is not drawn. */
const nextFrame = (): Promise<unknown> => new Promise((resolve) => {
  requestAnimationFrame(() => setTimeout(resolve))
  setTimeout(resolve, 100)
})

/** Not while an edit is on its way: it was made on what the person saw. */
function inTurn(act: () => Promise<void>): Promise<void> {
  queue = queue.then(act).catch(() => { isConnected.value = false })
  return queue
}

/** The words of a notice in the language of the moment. */
export const wordedNotice = (given: Notice, language: 'en' | 'ar'): { what: string; todo: string } =>
  (given.kind === 'told' ? given.told[language] : { what: say(`notice.${given.key}`), todo: '' })
