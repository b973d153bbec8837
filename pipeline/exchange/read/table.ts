/** Reads a table of pairs, as spreadsheets and aligners write it: CSV or lines parted by tabs, a pair to a line. */

import { basename } from 'node:path'
import { parse } from 'csv-parse/sync'
import { bilingual, languages, type Bilingual } from '../../model/language.ts'
import type { Message, Place } from '../../model/message.ts'
import { languageNamed, type ReadFile, type ReadUnit } from './unit.ts'

interface Line {
  readonly fields: readonly string[]
  readonly place: Place
}

const separatorOf = (text: string): string | undefined => {
  const [first = ''] = text.split('\n', 1)
  return ['\t', ';', ','].find((separator) => first.includes(separator))
}

/** Whether a text may be a table; one of XML begins with a tag. */
export const isTable = (text: string): boolean => !/^\s*</.test(text) && separatorOf(text) !== undefined

/** Columns are those that a header names `en` and `ar`, or the first two where only one is written in Arabic letters. Linear. */
export function readTable(text: string, file: string): ReadFile {
  const lines = linesOf(text, file)
  const [first] = lines
  const named = first && columnsIn(first.fields.map((name) => languageNamed(name.trim())))
  const columns = named ?? columnsIn(lines.find(({ fields }) => fields.slice(0, 2).every((field) => field.trim() !== ''))?.fields.slice(0, 2).map((field) => (/[\u0621-\u064A]/.test(field) ? 'ar' : 'en')) ?? [])
  if (!columns) return { units: [], messages: [noColumns(file)] }
  return { units: lines.slice(named ? 1 : 0).map((line) => unitOf(line, columns)), messages: [] }
}

function columnsIn(names: readonly (string | undefined)[]): Bilingual<number> | undefined {
  const columns = bilingual((language) => names.indexOf(language))
  return languages.every((language) => columns[language] >= 0) ? columns : undefined
}

const noColumns = (file: string): Message =>
  ({ rule: 'exchange/no-columns', severity: 'error', place: { file, line: 1, column: 1 }, values: { file: basename(file) } })

/** Aligners quote nothing, so that a field may begin with a mark of speech; spreadsheets quote what needs it. */
function linesOf(text: string, file: string): Line[] {
  const options = { bom: true, delimiter: separatorOf(text) ?? ',', relax_column_count: true, skip_empty_lines: true, info: true } as const
  const read = (more: object) => parse(text, { ...options, ...more }) as unknown as { readonly info: { readonly lines: number }; readonly record: readonly string[] }[]
  const records = quietly(() => read({})) ?? read({ quote: null })
  return records.map(({ info, record }) => ({ fields: record, place: { file, line: Math.max(1, info.lines - record.join('').split('\n').length + 1), column: 1 } }))
}

function quietly<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}

/** A side without words is none; the apostrophe before what a spreadsheet would run is not the text's. */
function unitOf({ fields, place }: Line, columns: Bilingual<number>): ReadUnit {
  const given = languages.flatMap((language) => {
    const text = (fields[columns[language]] ?? '').replace(/^'(?=[=+\-@])/, '')
    return text.trim() === '' ? [] : [[language, [{ kind: 'text', text }]] as const]
  })
  return { id: undefined, place, isApproved: false, ...Object.fromEntries(given) }
}
