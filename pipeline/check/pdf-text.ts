/** Reads a finished PDF back: a page without fonts loses its text in silence, and this is where that is heard. */

import { decodePDFRawStream, PDFArray, PDFDocument, PDFRawStream } from '@cantoo/pdf-lib'
import { getDocumentProxy } from 'unpdf'
import type { Message } from '../model/message.ts'
import type { Token } from './token.ts'

/**
 * Least share of each script's letters that must be readable. Of Latin all letters come back; of Arabic a few ligatures have
 * been seen to lose one (3 of 12,032); what neither face draws is a matter of chance. Our own choice, on the safe side of that.
 */
const leastShares: readonly (readonly [script: RegExp, share: number])[] = [
  [/\p{Script=Latin}/u, 0.995], [/\p{Script=Arabic}/u, 0.97], [/\P{Script=Latin}/u, 0.9],
]

/**
 * Counts base letters, in no order, in the pages and in the text that was set; each script for itself,
 * so that a few lines of the one are not made up for by the other.
 *
 * Order and words are proved on the set text; an extractor's idea of either is its own, above all in Arabic.
 */
export async function pdfTextFaults(edition: string, bytes: Uint8Array, set: readonly Token[]): Promise<Message[]> {
  const due = lettersOf(set.flatMap(({ kind, text }) => (kind === 'word' ? [text] : [])).join(''))
  // Reading the replacements takes a second parser, which most books do not need.
  const short = shortage(due, await shownText(bytes, false)) && shortage(due, `${await shownText(bytes, true)}${await replacedText(bytes)}`)
  return short ? [{ rule: 'check/pdf-text', severity: 'error', values: { edition, ...short } }] : []
}

/** Letters expected and found of a script of which too few are there. */
function shortage(due: ReadonlyMap<string, number>, text: string): { expected: number; found: number } | undefined {
  const there = lettersOf(text)
  const counts = leastShares.map(([, share]) => ({ share, expected: 0, found: 0 }))
  for (const [letter, count] of due) {
    const own = counts[leastShares.findIndex(([script]) => script.test(letter))]
    if (!own) continue
    own.expected += count
    own.found += Math.min(count, there.get(letter) ?? 0)
  }
  // Of a few letters, one may be a ligature's.
  const short = counts.find(({ share, expected, found }) => found + 1 < expected * share)
  return short && { expected: short.expected, found: short.found }
}

/** What the glyphs say; with `isPlain`, without those for which the page gives a text in their place. */
async function shownText(bytes: Uint8Array, isPlain: boolean): Promise<string> {
  // The reader takes the buffer over, so it gets one of its own.
  const document = await getDocumentProxy(bytes.slice())
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent({ includeMarkedContent: isPlain })
    let replaced = 0
    for (const item of items) {
      if ('str' in item) pages.push(replaced > 0 ? '' : item.str)
      // Content with a number belongs to the structure; a span without one has its text in its properties.
      else if (item.type === 'endMarkedContent') replaced = Math.max(0, replaced - 1)
      else if (replaced > 0 || (item.tag === 'Span' && !item.id)) replaced++
    }
  }
  await document.destroy()
  return pages.join(' ')
}

/** Letters with vowel marks are drawn as glyphs that mean nothing by themselves; beside them the page says what they stand for. */
async function replacedText(bytes: Uint8Array): Promise<string> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const texts: string[] = []
  for (const page of pdf.getPages()) {
    const contents = page.node.Contents()
    const streams = contents instanceof PDFArray ? contents.asArray().map((part) => pdf.context.lookup(part)) : [contents]
    for (const stream of streams) {
      if (!(stream instanceof PDFRawStream)) continue
      const content = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
      for (const [, digits = ''] of content.matchAll(/\/ActualText\s*<FEFF((?:[0-9A-Fa-f]{4})*)>/g)) texts.push(Buffer.from(digits, 'hex').swap16().toString('utf16le'))
    }
  }
  return texts.join('')
}

/** Presentation forms count as their letters; marks are left out, for extractors place them freely. */
function lettersOf(text: string): Map<string, number> {
  const letters = new Map<string, number>()
  for (const letter of text.normalize('NFKC').match(/\p{L}/gu) ?? []) letters.set(letter, (letters.get(letter) ?? 0) + 1)
  return letters
}
