/** The book that a command is given by its arguments. */

import { stat } from 'node:fs/promises'
import { bookOfFiles, bookOfFolder, type Loaded } from '../book/load.ts'

/** A folder with its configuration, or two manuscripts without one. */
export async function loadBook(first: string, second: string | undefined): Promise<Loaded> {
  if (second !== undefined) return bookOfFiles(first, second)
  const found = await stat(first).catch(() => undefined)
  return found?.isFile() && !first.endsWith('tawazi.yaml')
    ? { book: undefined, root: '.', editions: undefined, messages: [{ rule: 'configuration/one-file', severity: 'error', values: { path: first } }] }
    : bookOfFolder(first)
}
