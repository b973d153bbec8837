/** Edits and steps that are shown before the program has answered: what this window can know of them. */

import type { Patch } from '../../pipeline/model/desk.ts'
import * as book from './book.ts'
import { foreseen, type Foreseen } from './foreseen.ts'
import { rowNow, type Line } from './lines.ts'
import type { Asked } from './server.ts'

/** What a step back or forward brings, by the step and the version that it is taken from. */
const known = { undo: new Map<string, Foreseen>(), redo: new Map<string, Foreseen>() }

/** Steps of each kind that are remembered; own choice, for each keeps its rows. */
const most = 200

/** Undefined where nothing is known before the answer. */
export function shownAhead(asked: Asked): book.Ahead | undefined {
  if ('edit' in asked) {
    const made = foreseen(book.lines.value, asked.edit, { by: asked.by.trim(), at: `${new Date().toISOString().slice(0, 19)}Z` })
    return made && book.showAhead(made, { canUndo: true, canRedo: false })
  }
  const made = known[asked.step].get(book.version.value)
  return made && book.showAhead(made, { ...book.about.value, [asked.step === 'undo' ? 'canRedo' : 'canUndo']: true })
}

/** What leads back from an edit or step that is done; `before` are the lines that it was asked for on. A version is a digest, so that one that comes again is the same book. */
export function remember(asked: Asked, before: readonly Line[], { version, from, to, rows, renumber }: Patch): void {
  if (renumber.en !== 0 || renumber.ar !== 0) return
  const back = known['step' in asked && asked.step === 'undo' ? 'redo' : 'undo']
  back.set(version, { from, to: from + rows.length, rows: before.slice(from, to).map(rowNow), renumber })
  for (const old of back.keys()) {
    if (back.size <= most) break
    back.delete(old)
  }
}
