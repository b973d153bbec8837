/** A glossary file: CSV with a header `en,ar`, a term to a line, whose further columns, such as a note, are for people alone; or TBX. */

import { resolve } from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'
import type { GlossaryEntry } from '../model/glossary.ts'
import { bilingual, languages, type Bilingual } from '../model/language.ts'
import type { Message, Place } from '../model/message.ts'
import { decode } from '../readers/decode.ts'
import { codeOf, fileBytes, largest, unreadFault } from '../readers/file.ts'
import { tbxGlossary } from './tbx.ts'

export interface ReadGlossary {
  /** Those without faults. */
  readonly entries: readonly GlossaryEntry[]
  readonly messages: readonly Message[]
}

/** `file` is relative to `root`, or absolute; a file that cannot be read is an error among the messages. */
export async function readGlossary(root: string, file: string): Promise<ReadGlossary> {
  try {
    const { text, messages } = decode(await fileBytes(resolve(root, file), largest), file, 'ar')
    if (text === undefined) return { entries: [], messages }
    const read = /^\s*<[?!a-z]/i.test(text) ? tbxGlossary(text, file) : glossaryOf(text, file)
    return { entries: read.entries, messages: [...messages, ...read.messages] }
  } catch (error) {
    if (codeOf(error) === undefined) throw error
    return { entries: [], messages: [fault(`glossary/${unreadFault(error)}`, { file, line: 1, column: 1 }, { file })] }
  }
}

/** One record of the file with where it begins. */
interface Line {
  readonly fields: readonly string[]
  /** As written, from its first character on. */
  readonly raw: string
  readonly line: number
}

/** Entries of a glossary's text, whose lines end in `\n`; fields are parted by commas, or by the semicolons or tabs that spreadsheets write. */
export function glossaryOf(text: string, file: string): ReadGlossary {
  const separator = separatorOf(text)
  const lines = linesOf(text, separator, file)
  if (!Array.isArray(lines)) return { entries: [], messages: [lines] }
  const [header, ...rest] = lines
  const names = header?.fields.map((name) => name.toLowerCase()) ?? []
  const columns = bilingual((language) => names.indexOf(language))
  const absent = languages.find((language) => columns[language] < 0)
  if (absent) return { entries: [], messages: [fault('glossary/no-column', { file, line: header?.line ?? 1, column: 1 }, { column: absent })] }
  const read = rest.map((line) => entryOf(line, columns, separator, file))
  return {
    entries: read.flatMap((one) => ('rule' in one ? [] : [one])),
    messages: read.flatMap((one) => ('rule' in one ? [one] : [])),
  }
}

const separatorOf = (text: string): string => /[,;\t]/.exec(text.split('\n', 1)[0] ?? '')?.[0] ?? ','

/** The message is an error: what follows a quotation mark out of place cannot be told apart. */
function linesOf(text: string, delimiter: string, file: string): Line[] | Message {
  try {
    const records = parse(text, { delimiter, info: true, raw: true, bom: true, trim: true, relax_column_count: true, skip_empty_lines: true }) as unknown as Written[]
    return records.filter(({ record }) => record.some((field) => field !== '')).map(({ record, raw, info: { lines } }) => {
      const written = raw.replace(/^\n+/, '').replace(/\n$/, '')
      return { fields: record, raw: written, line: lines - (written.split('\n').length - 1) }
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return fault('glossary/quotation', quotationPlace(text, error, file))
  }
}

/** What the library yields with `info` and `raw`; its own types know only the record. */
interface Written {
  readonly record: readonly string[]
  readonly raw: string
  /** `lines`: number of the record's last line. */
  readonly info: { readonly lines: number }
}

/** The first quotation mark of the record that could not be read; the library counts the bytes before that record. */
function quotationPlace(text: string, error: CsvError, file: string): Place {
  const start = Buffer.from(text).subarray(0, Number(error['bytes'] ?? 0)).toString('utf8').length
  const before = text.slice(0, Math.max(start, text.indexOf('"', start))).split('\n')
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

function entryOf(line: Line, columns: Bilingual<number>, separator: string, file: string): GlossaryEntry | Message {
  const entry = bilingual((language) => line.fields[columns[language]] ?? '')
  const at = (language: 'en' | 'ar'): Place => ({ file, line: line.line, column: columnOf(line.raw, columns[language], separator) })
  const absent = languages.find((language) => entry[language] === '')
  if (absent) return fault('glossary/no-term', at(absent), { column: absent })
  if (/\p{Script=Arabic}/u.test(entry.en) && !/\p{Script=Arabic}/u.test(entry.ar)) return fault('glossary/swapped', at('en'), { term: entry.en })
  const mute = languages.find((language) => !/\p{L}/u.test(entry[language]))
  return mute ? fault('glossary/no-letter', at(mute), { term: entry[mute] }) : entry
}

/** Where a field begins in the record's first line, from 1; the end of the line where the record has fewer fields. */
function columnOf(raw: string, field: number, separator: string): number {
  const [first = ''] = raw.split('\n')
  let [left, isQuoted] = [field, false]
  for (let index = 0; index < first.length; index++) {
    if (left === 0) return index + 1
    if (first[index] === '"') isQuoted = !isQuoted
    else if (first[index] === separator && !isQuoted) left--
  }
  return first.length + 1
}

const fault = (rule: string, place: Place, values: Record<string, string> = {}): Message => ({ rule, severity: 'error', place, values })
