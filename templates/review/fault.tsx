/** What is wrong with the book on the disk: it stands above the list, where it covers nothing, until the book is mended. */

import { fault } from './desk.ts'
import { language } from './words.ts'

/** The empty region stays, for only a change in one that is there is read aloud. */
export function Fault() {
  const told = fault.value?.[language.value]
  return <div class="fault" role="status">{told && <p><strong>{told.what}</strong> {told.todo}</p>}</div>
}
