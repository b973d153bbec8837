/** From the bytes of a manuscript to its text, whatever encoding it was saved in, where that is certain. */

import iconv from 'iconv-lite'
import type { Language } from '../model/language.ts'
import type { Message } from '../model/message.ts'

export interface Decoded {
  /** Undefined where the bytes are no text, or none that is certain. Lines end in `\n`; there is no byte order mark. */
  readonly text: string | undefined
  readonly messages: readonly Message[]
}

/** Kinds of file that are often taken for manuscripts, by their first bytes. */
const signatures: readonly (readonly [name: string, start: string])[] = [
  ['ZIP (docx, odt, epub)', 'PK\u0003\u0004'],
  ['PDF', '%PDF-'],
  ['PNG', '\u0089PNG'],
  ['JPEG', '\u00FF\u00D8\u00FF'],
  ['RTF', '{\\rtf'],
  ['Word 97', '\u00D0\u00CF\u0011\u00E0'],
  ['gzip', '\u001F\u008B'],
]

export function decode(bytes: Uint8Array, file: string, language: Language): Decoded {
  const kind = kindOf(bytes)
  if (kind !== undefined) return fault('binary', file, language, { kind })
  const { text, encoding } = textOf(bytes, language)
  if (text === undefined) return fault(encoding === 'binary' ? 'not-text' : 'encoding-unknown', file, language)
  if (text.trim() === '') return fault('empty', file, language)
  const cleaned = withoutControls(text.replaceAll(/\r\n?/g, '\n'), file, language)
  return { text: cleaned.text, messages: [...conversion(encoding, file, language), ...cleaned.messages] }
}

/** What kind of file these bytes begin, where it is one of those that are often taken for text. An EPUB says so in its first entry. */
export function kindOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 100)).toString('latin1')
  if (head.startsWith('PK') && head.includes('application/epub+zip')) return 'EPUB'
  return signatures.find(([, start]) => head.startsWith(start))?.[0]
}

const fault = (rule: string, file: string, language: Language, values: Record<string, string> = {}): Decoded => ({
  text: undefined,
  messages: [{ rule: `reading/${rule}`, severity: 'error', language, place: { file, line: 1, column: 1 }, values: { file, ...values } }],
})

function textOf(bytes: Uint8Array, language: Language): { text: string | undefined; encoding: string } {
  const wide = wideEncoding(bytes)
  if (wide) return { text: iconv.decode(Buffer.from(bytes), wide), encoding: wide }
  if (bytes.includes(0)) return { text: undefined, encoding: 'binary' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return codePageText(bytes, language)
  }
}

/** UTF-16 by its mark, or by every other byte being zero, as in text that is mostly Latin, or by Arabic's high byte. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 4000)
  if (sample.length < 4) return undefined
  const high = { even: 0, odd: 0 }
  sample.forEach((byte, index) => { if (byte === 0 || byte === 6) high[index % 2 === 0 ? 'even' : 'odd']++ })
  const half = sample.length / 2
  if (high.odd > half * 0.9 && high.even < half * 0.1) return 'utf-16le'
  if (high.even > half * 0.9 && high.odd < half * 0.1) return 'utf-16be'
  return undefined
}

const codePages: Readonly<Record<Language, readonly string[]>> = { en: ['windows-1252'], ar: ['windows-1256', 'iso-8859-6'] }

/** Bytes that are not UTF-8: a code page is certain only where it yields the language that is expected. */
function codePageText(bytes: Uint8Array, language: Language): { text: string | undefined; encoding: string } {
  const tried = codePages[language].map((encoding) => ({ encoding, text: certainText(bytes, encoding, language) }))
  return tried.find(({ text }) => text !== undefined) ?? { encoding: codePages[language][0] ?? '', text: undefined }
}

/** Letters of both scripts in one word are none that anybody wrote: other code pages share most of their bytes with this one. */
const mixedWord = /[\u0621-\u0652][\u00C0-\u024F]|[\u00C0-\u024F][\u0621-\u0652]/

function certainText(bytes: Uint8Array, encoding: string, language: Language): string | undefined {
  const text = iconv.decode(Buffer.from(bytes), encoding)
  const letters = text.match(/\p{L}/gu) ?? []
  const own = text.match(language === 'ar' ? /[\u0621-\u0652]/g : /[A-Za-z]/g) ?? []
  const isCertain = letters.length > 0 && own.length >= letters.length * 0.85 && !mixedWord.test(text) && !/[\u0080-\u009F\uFFFD]/.test(text)
  return isCertain ? text : undefined
}

function conversion(encoding: string, file: string, language: Language): Message[] {
  if (encoding === 'utf-8') return []
  const severity = encoding.startsWith('utf-16') ? 'note' : 'warning'
  return [{ rule: 'reading/converted', severity, language, place: { file, line: 1, column: 1 }, values: { file, encoding: encoding.toUpperCase() } }]
}

/** A file's characters as they are, with its own line ends, and how they are encoded; undefined for bytes that are no text for certain. */
export function rawText(bytes: Uint8Array, language: Language): { readonly text: string; readonly encode: (text: string) => Buffer } | undefined {
  const { text, encoding } = textOf(bytes, language)
  if (text === undefined) return undefined
  const hasMark = (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) || (encoding.startsWith('utf-16') && /^(?:fffe|feff)/.test(Buffer.from(bytes.subarray(0, 2)).toString('hex')))
  return { text, encode: (changed) => iconv.encode(changed, encoding, { addBOM: hasMark }) }
}

/** Offset into a file's own characters of an offset into the text that `decode` makes of them. */
export function rawOffset(raw: string, offset: number): number {
  let at = 0
  for (let left = offset; at < raw.length; at++) {
    const isSilent = (raw[at] === '\r' && raw[at + 1] === '\n') || /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/.test(raw[at] ?? '')
    // What is left out stands before the next character that is not.
    if (!isSilent && left-- === 0) break
  }
  return at
}

/** Control characters have no place in a book and are invalid in an EPUB; the first is named. */
function withoutControls(text: string, file: string, language: Language): { text: string; messages: Message[] } {
  const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g
  const count = text.match(controls)?.length ?? 0
  if (count === 0) return { text, messages: [] }
  const index = text.search(controls)
  const before = text.slice(0, index).split('\n')
  const place = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
  const code = `U+${text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')}`
  return {
    text: text.replaceAll(controls, ''),
    messages: [{ rule: 'reading/control-characters', severity: 'warning', language, place, values: { count, code } }],
  }
}
