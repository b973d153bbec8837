/** Reads a finished PDF back: a page without fonts loses its text in silence, and this is where that is heard. */

import { getDocumentProxy } from 'unpdf'
import type { Message } from '../model/message.ts'
import type { FoundSegment } from './edition.ts'

/** Least share of letters that must be readable; ligatures and marks of Arabic keep extraction below one. */
const leastShare = 0.9

/**
 * Counts base letters, in no order, in the pages and in the text that was set.
 *
 * Order and words are proved on the set text; an extractor's idea of either is its own, above all in Arabic.
 */
export async function pdfTextFaults(edition: string, bytes: Uint8Array, set: readonly FoundSegment[]): Promise<Message[]> {
  const due = lettersOf(set.map(({ text }) => text).join(''))
  const there = lettersOf(await textOf(bytes))
  let expected = 0
  let found = 0
  for (const [letter, count] of due) {
    expected += count
    found += Math.min(count, there.get(letter) ?? 0)
  }
  if (found >= expected * leastShare) return []
  return [{ rule: 'check/pdf-text', severity: 'error', values: { edition, expected, found } }]
}

async function textOf(bytes: Uint8Array): Promise<string> {
  // The reader takes the buffer over, so it gets one of its own.
  const document = await getDocumentProxy(bytes.slice())
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    for (const item of items) if ('str' in item) pages.push(item.str)
  }
  await document.destroy()
  return pages.join(' ')
}

/** Presentation forms count as their letters; marks are left out, for extractors place them freely. */
function lettersOf(text: string): Map<string, number> {
  const letters = new Map<string, number>()
  for (const letter of text.normalize('NFKC').match(/\p{L}/gu) ?? []) letters.set(letter, (letters.get(letter) ?? 0) + 1)
  return letters
}
