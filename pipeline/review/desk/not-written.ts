/** What a person is told when a file of the book could not be written. */

import { SurroundingsError } from '../../model/message.ts'
import { codeOf } from '../../readers/file.ts'

/** The disk, or the part of it that one person may fill. */
const full: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT'])

export const notWritten = (path: string, cause: unknown): SurroundingsError =>
  new SurroundingsError(full.has(codeOf(cause)) ? 'desk/disk-full' : 'desk/not-written', { path }, cause)
