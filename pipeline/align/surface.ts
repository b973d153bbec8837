/** What a segment shows without being understood: its length, how it ends, what marks it holds, where it stands. */

import type { Segment, SegmentKind } from '../model/manuscript.ts'
import type { Language } from '../model/language.ts'

/** How a segment ends; those that stop a sentence come first. */
export const endings = ['stop', 'question', 'exclamation', 'ellipsis', 'colon', 'semicolon', 'comma', 'none'] as const

/** One side, by segment. Sums stand at boundaries: `letters[i]` is the length of the first `i` segments. */
export interface Surface {
  readonly letters: Float64Array
  readonly questions: Int32Array
  readonly exclamations: Int32Array
  readonly quotes: Int32Array
  /** Opening brackets. */
  readonly brackets: Int32Array
  /** Commas, semicolons, colons and dashes inside the segment, and stops that are not at its end. */
  readonly clauses: Int32Array
  /** Index into `endings`. */
  readonly ending: Uint8Array
  /** 1 where it begins in the middle: in lower case, or in Arabic with و or ف. */
  readonly continues: Uint8Array
  /** 1 where it looks like a remark from outside the text: wholly in brackets, or a short label and a colon before it. */
  readonly remarks: Uint8Array
  /** 1 where a paragraph begins. */
  readonly opens: Uint8Array
  readonly kinds: readonly SegmentKind[]
  readonly paragraphs: number
}

export function surfaceOf(segments: readonly Segment[], language: Language): Surface {
  const count = (pattern: RegExp) => sums(segments, ({ text }) => text.match(pattern)?.length ?? 0)
  const opens = Uint8Array.from(segments, (segment, index) => Number(index === 0 || segment.paragraph !== segments[index - 1]?.paragraph))
  return {
    letters: Float64Array.from(sums(segments, ({ text }) => lettersIn(text))),
    questions: count(/[?؟]/g),
    exclamations: count(/!/g),
    quotes: count(/["“”«»„‟]/g),
    brackets: count(/[([]/g),
    clauses: count(language === 'en' ? /[,;:—–.!?](?=\s)/g : /[،؛:—–.!؟,;](?=\s)/g),
    ending: Uint8Array.from(segments, ({ text, kind }) => endingOf(text, kind)),
    continues: Uint8Array.from(segments, ({ text }) => Number(language === 'en' ? /^\W*(?:[a-z]|And |But |Or )/.test(text) : /^[^\p{L}]*[وف]/u.test(text))),
    remarks: Uint8Array.from(segments, ({ text }) => Number(remark.test(text.trim()))),
    opens,
    kinds: segments.map(({ kind }) => kind),
    paragraphs: opens.reduce((sum, open) => sum + open, 0),
  }
}

/** Code units without white space, tashkil and tatweel, which Arabic texts write or leave out. */
const lettersIn = (text: string): number => text.replaceAll(/[\s\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06ED]/g, '').length

function sums(segments: readonly Segment[], value: (segment: Segment) => number): Int32Array {
  const result = new Int32Array(segments.length + 1)
  segments.forEach((segment, index) => { result[index + 1] = result[index]! + value(segment) })
  return result
}

const remark = /^(?:[([].*[)\]][.]?|[^\s:.؟?!،,]+(?: [^\s:.؟?!،,]+){0,2}: .*)$/su

const closers = /[\s"'”’»«)\]}›*_\u200E\u200F\u061C]+$/u
const marks: Readonly<Record<string, (typeof endings)[number]>> = {
  '.': 'stop', '۔': 'stop', '?': 'question', '؟': 'question', '!': 'exclamation', '…': 'ellipsis', ':': 'colon', ';': 'semicolon', '؛': 'semicolon', ',': 'comma', '،': 'comma',
}

/** A line of verse ends like a sentence where no mark stands, for its end is heard without one. */
function endingOf(text: string, kind: SegmentKind): number {
  const bare = text.replace(closers, '')
  return endings.indexOf(bare.endsWith('...') ? 'ellipsis' : marks[bare.at(-1) ?? ''] ?? (kind === 'verse' ? 'stop' : 'none'))
}
