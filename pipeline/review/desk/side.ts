/** One side after its text or the ends of its sentences changed: only the block that changed is read again, or the whole where that is not enough. */

import { sourceFaults } from '../../check/source.ts'
import type { Cut } from '../../model/decisions.ts'
import type { Language } from '../../model/language.ts'
import { hasErrors } from '../../model/message.ts'
import type { ReadSide } from '../../readers/index.ts'
import { recut, reread } from '../../readers/reread.ts'
import type { Refused } from './edits.ts'
import type { BookFiles } from './files.ts'
import { listAfter, type ListChange } from './lists.ts'
import { faultsIn, readSide } from './opened.ts'
import type { Standing } from './standing.ts'
import { changedFile, type FileChange } from './writing.ts'

/** What is done to a side: a change of its file, or another list of cuts. */
export interface TextChange {
  readonly language: Language
  readonly file?: FileChange
  readonly cuts?: ListChange<Cut>
}

export interface Side {
  readonly language: Language
  readonly read: ReadSide
  readonly cuts: readonly Cut[]
  readonly manuscript?: WrittenFile
}

/** A file with new bytes, not yet on the disk. */
interface WrittenFile {
  readonly file: string
  readonly bytes: Buffer
}

/** One side as it will be read; refused where it could not be. */
export async function sideAfter(before: Standing, files: BookFiles, { language, file, cuts }: TextChange): Promise<Side | Refused> {
  const old = file && files.bytes(file.file)
  const bytes = file && (old ? changedFile(old, file) : { refused: 'desk/undo-gone' })
  if (bytes && 'refused' in bytes) return bytes
  const now = listAfter(before.decisions.cuts, cuts)
  const manuscript = file && bytes && { file: file.file, bytes }
  const read = inPart(before, language, now, manuscript) ?? await inWhole(before, files, language, now, manuscript)
  return read ? { language, read, cuts: now, ...(manuscript && { manuscript }) } : { refused: 'desk/text-breaks' }
}

function inPart({ book: { root }, read, decisions }: Standing, language: Language, cuts: readonly Cut[], manuscript: WrittenFile | undefined): ReadSide | undefined {
  if (!manuscript) return recut(read[language], otherThan(decisions.cuts, cuts), { root, language, cuts })
  const again = reread(read[language], manuscript.bytes, { root, file: manuscript.file, language, cuts })
  const isProven = again && sourceFaults(manuscript.file, again.proof.text, language, again.proof.segments, []).length === 0
  return isProven ? again.read : undefined
}

/** Cuts that are in one of two lists alone. */
function otherThan(before: readonly Cut[], after: readonly Cut[]): readonly Cut[] {
  const [old, now] = [before, after].map((cuts) => new Set(cuts.map((cut) => JSON.stringify(cut))))
  return [...before.filter((cut) => !now?.has(JSON.stringify(cut))), ...after.filter((cut) => !old?.has(JSON.stringify(cut)))]
}

async function inWhole({ book }: Standing, files: BookFiles, language: Language, cuts: readonly Cut[], manuscript: WrittenFile | undefined): Promise<ReadSide | undefined> {
  const read = await readSide(book, files, language, cuts, manuscript && new Map([[manuscript.file, manuscript.bytes]]))
  // Where sentences end changes no words.
  const isFaulty = hasErrors(read.messages) || (manuscript && hasErrors(faultsIn(read, manuscript.file)))
  return isFaulty ? undefined : read
}
