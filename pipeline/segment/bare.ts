/** A text without the marks that say nothing about its sentences, and the way back. */

/** `offsets[i]` is where `text[i]` stands in the whole text; one more stands for its length. */
export interface Bare {
  readonly text: string
  readonly offsets: Uint32Array
}

/** Vowel marks, tatweel, joiners and marks of direction; a rule that had to allow for each between any two letters could not be read. */
const silent = /[\p{Mn}\p{Cf}\u0640]+/gu

/** Marks that open what follows them; they go with the next sentence. */
const leading = /[\u061C\u200E\u200F\u202A\u202B\u202D\u202E\u2066-\u2068\uFEFF]/u

export function bareOf(whole: string): Bare {
  const offsets = new Uint32Array(whole.length + 1)
  const kept: string[] = []
  let count = 0
  let from = 0
  const keep = (to: number) => {
    kept.push(whole.slice(from, to))
    for (let at = from; at < to; at++) offsets[count++] = at
  }
  for (const { index, 0: marks } of whole.matchAll(silent)) {
    keep(index)
    from = index + marks.length
  }
  keep(whole.length)
  offsets[count] = whole.length
  return { text: kept.join(''), offsets: offsets.subarray(0, count + 1) }
}

/** Where an end in the bare text stands in the whole one. */
export function wholeEnd({ offsets }: Bare, end: number, whole: string): number {
  let at = offsets[end] ?? whole.length
  if (at === whole.length) return at
  const first = (offsets[end - 1] ?? -1) + 1
  while (at > first && leading.test(whole.charAt(at - 1))) at--
  return at
}
