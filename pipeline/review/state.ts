/** The state of a desk as it is sent: in lines, so that a window shows the first rows of a long book before it has read the last. */

import type { DeskState } from '../model/desk.ts'

/** Rows in the first line, more than a screen holds, and in each after it. Own choices. */
const most = { first: 200, each: 500 }

/**
 * Lines of JSON: the state with its first rows, then lists of the others.
 *
 * Made once for each state, for every window that opens asks for the same: some megabytes of a long book.
 */
export function stateLines(state: DeskState): Uint8Array<ArrayBuffer> {
  const known = made.get(state) ?? Uint8Array.from(Buffer.from(linesOf(state).map((line) => `${JSON.stringify(line)}\n`).join('')))
  made.set(state, known)
  return known
}

const made = new WeakMap<DeskState, Uint8Array<ArrayBuffer>>()

function linesOf(state: DeskState): unknown[] {
  const lines: unknown[] = [{ ...state, rows: state.rows.slice(0, most.first) }]
  for (let from = most.first; from < state.rows.length; from += most.each) lines.push(state.rows.slice(from, from + most.each))
  return lines
}
