/** What this window says to the server and hears from it. */

import { append } from '../../pipeline/model/append.ts'
import type { Answer, Checked, DeskState, Edit, Patch, Row } from '../../pipeline/model/desk.ts'
import type { Language } from '../../pipeline/model/language.ts'

export type Told = Readonly<Record<Language, { readonly what: string; readonly todo: string }>>

export type Reply = Exclude<Answer, { kind: 'refused' }> | { readonly kind: 'refused' | 'denied' | 'failed'; readonly told: Told } | { readonly kind: 'unreachable' }

export type Asked = { readonly edit: Edit; readonly by: string } | { readonly step: 'undo' | 'redo' }

/** `version` is what the person saw. Never throws. */
export async function ask(asked: Asked, version: string): Promise<Reply> {
  const [path, body] = 'edit' in asked ? ['edit', { edit: asked.edit, version, by: asked.by }] as const : [asked.step, { version }] as const
  try {
    const response = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    return await response.json() as Reply
  } catch {
    return { kind: 'unreachable' }
  }
}

/** The book whole; `begun` is called with its first rows before the others are read. Throws where the server cannot be reached or refuses. */
export async function readState(begun: (state: DeskState) => Promise<unknown> = async () => undefined): Promise<DeskState> {
  const response = await fetch('state')
  if (!response.ok || !response.body) throw new Error(String(response.status))
  let state: DeskState | undefined
  const rows: Row[] = []
  for await (const line of linesOf(response.body)) {
    if (state) append(rows, JSON.parse(line) as Row[])
    else {
      state = JSON.parse(line) as DeskState
      append(rows, state.rows)
      await begun(state)
    }
  }
  if (!state) throw new Error('No state')
  return { ...state, rows }
}

async function* linesOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const lines = (rest + value).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

export interface Change {
  readonly from: string
  readonly version: string
  readonly patch?: Patch
}

/** The browser connects again by itself; `connected` is called each time with the book's version, for what happened meanwhile was not heard. */
export function listen(on: { change(change: Change): void; checked(checked: Checked): void; faulty(fault: Told | null): void; connected(version: string): void; lost(): void }): void {
  const source = new EventSource('events')
  const hear = <Heard,>(name: string, act: (heard: Heard) => void) => source.addEventListener(name, (event) => act(JSON.parse((event as MessageEvent<string>).data) as Heard))
  hear('change', on.change)
  hear('checked', on.checked)
  hear('faulty', on.faulty)
  // The browser's own `open` has no data.
  hear('connected', on.connected)
  source.addEventListener('error', () => on.lost())
}

export interface PreviewPage {
  readonly picture: string
  readonly number: number
  readonly side: 'left' | 'right'
}

export type PreviewReply =
  | { readonly kind: 'pages'; readonly pages: readonly PreviewPage[]; readonly isNear: boolean }
  | { readonly kind: 'left-behind' | 'empty' }
  | { readonly kind: 'denied' | 'failed'; readonly told: Told }
  | { readonly kind: 'unreachable' }

export async function previewOf(bead: number, view: string): Promise<PreviewReply> {
  try {
    return await (await fetch(`preview?${new URLSearchParams({ bead: String(bead), view }).toString()}`)).json() as PreviewReply
  } catch {
    return { kind: 'unreachable' }
  }
}
