/** Steps: what an edit did, so that it can be taken back and done again, however much was read anew in between. */

import type { Edit } from '../../model/desk.ts'
import { replacement, type Author, type BeadEdit, type Refused } from './edits.ts'
import type { BookFiles } from './files.ts'
import { exchanged, exchangeOf, reversed, type Exchange } from './replaced.ts'
import type { Standing } from './standing.ts'
import type { TextChange } from './side.ts'
import { changedBack, textChanged } from './texts.ts'

export interface Step {
  readonly exchange: Exchange
  /** What was done to a manuscript, or to where its sentences end. */
  readonly text?: TextChange
}

export interface Stepped {
  readonly after: Standing
  /** A file that is to be written before the decisions. */
  readonly manuscript?: { readonly file: string; readonly bytes: Buffer }
  readonly step: Step
}

export type TextEdit = Exclude<Edit, BeadEdit>

export const isOfTexts = (edit: Edit): edit is TextEdit => edit.kind === 'cut' || edit.kind === 'join' || edit.kind === 'text'

export function beadStep(before: Standing, edit: BeadEdit, author: Author): Stepped | Refused {
  const change = replacement(before, edit, author)
  if ('refused' in change) return change
  const exchange = exchangeOf(before, change)
  const after = exchanged(before, exchange)
  return after ? { after, step: { exchange } } : { refused: 'desk/not-there' }
}

/** The step that leads back; refused where what it did is not there any more. */
export async function takenBack(before: Standing, files: BookFiles, { exchange, text }: Step): Promise<Stepped | Refused> {
  const back = reversed(exchange)
  if (text) return textChanged(before, files, back, changedBack(text))
  const after = exchanged(before, back)
  return after ? { after, step: { exchange: back } } : { refused: 'desk/undo-gone' }
}
