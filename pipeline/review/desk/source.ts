/** A segment as its manuscript writes it, with the markup, and without what only continues lines of a quotation or an item. */

import type { Segment } from '../../model/manuscript.ts'

/** What stands at the head of a line that goes on: indentation and marks of quotations. */
const continuation = /\n[ \t]*(?:>[ \t]*)*/g

/** `text` is the manuscript as decoded. A segment whose place is not known exactly shows its plain text. */
export function shownSource(text: string | undefined, { source, kind, text: plain }: Segment): string {
  if (text === undefined || !source) return plain
  const written = text.slice(source.from, source.to)
  return kind === 'code' ? written : written.replaceAll(continuation, '\n')
}

/** For each character of what is shown, and its end, the offset into the manuscript. */
export function shownOffsets(text: string, { source, kind }: Segment): number[] {
  if (!source) return []
  const written = text.slice(source.from, source.to)
  const offsets: number[] = []
  const heads = kind === 'code' ? [] : [...written.matchAll(continuation)]
  let from = 0
  for (const { index, 0: head } of heads) {
    for (let at = from; at <= index; at++) offsets.push(source.from + at)
    from = index + head.length
  }
  for (let at = from; at <= written.length; at++) offsets.push(source.from + at)
  return offsets
}
