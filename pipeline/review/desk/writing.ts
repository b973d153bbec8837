/** A segment's new words as a change of its file: nothing else in it moves, whatever its encoding and its line ends. */

import type { Language } from '../../model/language.ts'
import type { Segment } from '../../model/manuscript.ts'
import { rawOffset, rawText } from '../../readers/decode.ts'
import type { Refused } from './edits.ts'
import { shownOffsets, shownSource } from './source.ts'

/** Characters of a file that give way to others, as the file itself writes them. */
export interface FileChange {
  readonly file: string
  readonly language: Language
  readonly at: number
  readonly removed: string
  readonly inserted: string
}

/** `text` is the file as decoded, `wanted` the segment's text with its markup. */
export function fileChange(bytes: Buffer, text: string, language: Language, segment: Segment, wanted: string): FileChange | Refused {
  const { source, place: { file } } = segment
  const raw = rawText(bytes, language)
  if (!source || !raw) return { refused: 'desk/text-unreachable' }
  const shown = shownSource(text, segment)
  const asked = segment.kind === 'cell' ? wanted.replaceAll(/(?<!\\)((?:\\\\)*)\|/g, '$1\\|') : wanted
  const [from, tail] = common(shown, asked)
  const offsets = shownOffsets(text, segment)
  const [start, end] = [offsets[from] ?? source.from, offsets[shown.length - tail] ?? source.to]
  const written = asked.slice(from, asked.length - tail).replaceAll('\n', `\n${headOf(text, segment)}`)
  const at = rawOffset(raw.text, start)
  const inserted = raw.text.includes('\r\n') ? written.replaceAll('\n', '\r\n') : written
  return { file, language, at, removed: raw.text.slice(at, start === end ? at : rawOffset(raw.text, end)), inserted }
}

/** Lengths of what two texts begin and end with alike; no pair of surrogates is parted. */
function common(one: string, other: string): [number, number] {
  const shorter = Math.min(one.length, other.length)
  let from = 0
  while (from < shorter && one[from] === other[from]) from++
  if (/[\uD800-\uDBFF]/.test(one[from - 1] ?? '')) from--
  let tail = 0
  while (tail < shorter - from && one.at(-1 - tail) === other.at(-1 - tail)) tail++
  if (tail > 0 && /[\uDC00-\uDFFF]/.test(one.at(-tail) ?? '')) tail--
  return [from, tail]
}

/** What a new line of the segment begins with: the marks of quotations stay, those of items and notes become spaces. */
function headOf(text: string, { source, kind }: Segment): string {
  if (!source || kind === 'code') return ''
  const line = text.slice(text.lastIndexOf('\n', source.from - 1) + 1, source.from)
  const [marks = ''] = /^(?:[ \t]*(?:>[ \t]?|(?:[-*+]|\d{1,9}[.)])[ \t]+|\[\^[^\]\n]+\]:[ \t]*))*[ \t]*/.exec(line) ?? []
  return marks.replaceAll(/\[\^[^\]\n]+\]:[ \t]*/g, '    ').replaceAll(/[^>\s]/g, ' ')
}

/** The file after a change; refused where it does not say there what the change saw, or cannot hold the new characters. */
export function changedFile(bytes: Buffer, { language, at, removed, inserted }: FileChange): Buffer | Refused {
  const raw = rawText(bytes, language)
  if (!raw || !raw.encode(raw.text).equals(bytes)) return { refused: 'desk/text-unreachable' }
  if (raw.text.slice(at, at + removed.length) !== removed) return { refused: 'desk/undo-gone' }
  const changed = raw.text.slice(0, at) + inserted + raw.text.slice(at + removed.length)
  const written = raw.encode(changed)
  return rawText(written, language)?.text === changed ? written : { refused: 'desk/text-encoding' }
}
