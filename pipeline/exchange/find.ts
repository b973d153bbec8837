/** Where a text stands in a manuscript: runs of whole sentences that, joined, say it. */

import type { Span } from '../model/alignment.ts'
import type { Segment } from '../model/manuscript.ts'

export interface Index {
  /** Runs of neighbouring segments whose joined text is `text`, in order; none for empty text. */
  find(text: string): readonly Span[]
}

/** Letters by which a text's first sentence is looked up. Own choice. */
const prefix = 12

/**
 * `streams` says which stream (running text or notes of a part) a segment belongs to; a run stays in one.
 * Building is linear; finding looks only where the first letters are the same.
 */
export function indexOf(segments: readonly Pick<Segment, 'text'>[], streams: readonly string[], fold: (text: string) => string): Index {
  const texts = segments.map(({ text }) => fold(text))
  const starts = new Map<string, number[]>()
  for (const [index, text] of texts.entries()) {
    if (text === '') continue
    const key = text.slice(0, prefix)
    const known = starts.get(key)
    if (known) known.push(index)
    else starts.set(key, [index])
  }
  const keys = [...new Set([...starts.keys()].map(({ length }) => length))]
  const runFrom = (from: number, text: string): Span | undefined => {
    let at = 0
    let to = from
    while (at < text.length && to < texts.length && streams[to] === streams[from] && text.startsWith(texts[to] ?? '', at)) at += texts[to++]?.length ?? 0
    return at === text.length ? { from, to } : undefined
  }
  return {
    find(written) {
      const text = fold(written)
      if (text === '') return []
      const candidates = keys.flatMap((length) => (text.length < length ? [] : starts.get(text.slice(0, length)) ?? [])).sort((one, other) => one - other)
      return candidates.flatMap((from) => runFrom(from, text) ?? [])
    },
  }
}
