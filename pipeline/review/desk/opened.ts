/** Reads a book from the disk for the desk. */

import { join } from 'node:path'
import { settingsOf } from '../../align/embeddings/index.ts'
import { alignedFreely, type Free } from '../../align/index.ts'
import { sourceFaults } from '../../check/source.ts'
import { withSwapNamed } from '../../check/swap.ts'
import { decisionsOf, unreadable } from '../../decisions/read.ts'
import type { Book } from '../../model/book.ts'
import { noDecisions, type Cut, type Decisions } from '../../model/decisions.ts'
import { bilingual, languages, type Bilingual, type Language } from '../../model/language.ts'
import { segmentsOf, type Manuscript } from '../../model/manuscript.ts'
import { hasErrors, type Message } from '../../model/message.ts'
import { isInside } from '../../readers/images.ts'
import { readManuscript, type Read, type ReadSide } from '../../readers/index.ts'
import type { BookFiles } from './files.ts'
import { freeAfter } from './renewed.ts'
import { readTexts, standing, type ReadTexts, type Standing } from './standing.ts'

export interface Opened<T> {
  /** Undefined where the messages hold an error. */
  readonly value: T | undefined
  readonly messages: readonly Message[]
}

/** As the files were at the last look. `before`, the book as it stood, spares aligning what has not changed. */
export async function openedBook(book: Book, files: BookFiles, before?: ReadTexts): Promise<Opened<Standing>> {
  const decided = decisionsIn(book, files)
  if (!decided.value) return { value: undefined, messages: decided.messages }
  const texts = await openedTexts(book, files, decided.value.cuts, before)
  const messages = [...decided.messages, ...texts.messages]
  return { value: texts.value && standing(texts.value, decided.value), messages }
}

function decisionsIn(book: Book, files: BookFiles): Opened<Decisions> {
  const bytes = files.bytes(book.decisions)
  if (!bytes && !files.isThere(book.decisions)) return { value: noDecisions, messages: [] }
  const { decisions, messages } = bytes ? decisionsOf(bytes, book.decisions)
    : unreadable(book.decisions, isInside(book.root, join(book.root, book.decisions)) ? 'decisions/unreadable' : 'decisions/outside')
  return { value: decisions, messages }
}

async function openedTexts(book: Book, files: BookFiles, cuts: readonly Cut[], before: ReadTexts | undefined): Promise<Opened<ReadTexts>> {
  const [en, ar] = await Promise.all(languages.map((language) => readSide(book, files, language, cuts)))
  if (!en || !ar) throw new Error('A side was not read')
  const messages = withSwapNamed([...en.messages, ...ar.messages])
  if (hasErrors(messages)) return { value: undefined, messages }
  const read = { en, ar }
  const lost = languages.flatMap((language) => faultsIn(read[language]))
  if (hasErrors(lost)) return { value: undefined, messages: [...messages, ...lost] }
  const manuscripts = bilingual((language) => read[language].manuscript)
  const isSameBook = before && JSON.stringify(before.book.parts) === JSON.stringify(book.parts)
  const free = isSameBook ? freeAfter(before.free, manuscripts, book.parts.length) : await freshlyAligned(book, manuscripts)
  return { value: hasErrors(free.unrelated) ? undefined : readTexts(book, read, free), messages: [...messages, ...free.unrelated] }
}

/** Words of the files, or of one, that stand in no segment. */
export const faultsIn = ({ manuscript, source }: ReadSide, only?: string): Message[] => source.filter(({ file }) => only === undefined || file === only)
  .flatMap(({ file, text }) => sourceFaults(file, text, manuscript.language, segmentsOf(manuscript), manuscript.removed))

/** One side as the known bytes of its files say, or as `instead` does. */
export function readSide(book: Book, files: BookFiles, language: Language, cuts: readonly Cut[], instead: ReadonlyMap<string, Buffer> = new Map()): Promise<Read> {
  const names = book.parts.map((part) => part[language])
  const known = names.flatMap((name) => {
    const bytes = name === undefined ? undefined : instead.get(name) ?? files.bytes(name)
    return name !== undefined && bytes ? [[name, bytes] as const] : []
  })
  return readManuscript(book.root, names, language, { cuts, instead: new Map(known), before: files.read[language], matters: book.parts.map((part) => part.as) })
}

async function freshlyAligned(book: Book, manuscripts: Bilingual<Manuscript>): Promise<Free> {
  const segments = bilingual((language) => segmentsOf(manuscripts[language]))
  return alignedFreely(manuscripts, book.parts.length, await settingsOf(book.align, segments))
}
