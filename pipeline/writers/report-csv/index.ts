/** The report as a table: `report.csv`, one line for each bead, as spreadsheets read it. */

import { stringify } from 'csv-stringify/sync'
import type { Artifact } from '../../model/edition.ts'
import type { Language } from '../../model/language.ts'
import type { Report, ReportedBead } from '../report-json/index.ts'

/**
 * Named as in `report.json`, for programs. Segments are counted in two columns, for a spreadsheet takes `1:2` for a time of day.
 * Findings are rules' names, those that are accepted in parentheses; a fault that runs through the book is named at each of its places.
 */
const columns: Readonly<Record<string, (bead: ReportedBead, told: Report) => string | number>> = {
  en: (bead) => textOf(bead, 'en'),
  ar: (bead) => textOf(bead, 'ar'),
  state: ({ state }) => state,
  status: ({ status = '' }) => status,
  score: ({ score }) => score,
  findings: ({ findings = [], places = [] }) => [...findings.map(({ rule, accepted }) => (accepted ? `(${rule})` : rule)), ...places.map(({ rule }) => rule)].join(' '),
  comments: ({ comments = [] }) => comments.map(({ by, text }) => `${by}: ${text}`).join(' · '),
  kind: ({ kind }) => kind,
  en_segments: ({ en }) => en.length,
  ar_segments: ({ ar }) => ar.length,
  en_chapter: (bead, told) => told.chapters[bead.chapter]?.en?.title ?? '',
  ar_chapter: (bead, told) => told.chapters[bead.chapter]?.ar?.title ?? '',
  en_place: (bead) => placeOf(bead, 'en'),
  ar_place: (bead) => placeOf(bead, 'ar'),
}

/**
 * UTF-8 with a mark at its beginning, without which Excel reads Arabic as something else. What a spreadsheet would run as a formula
 * (`=`, `+`, `-`, `@` in front) begins with an apostrophe.
 */
export function writeReportCsv(told: Report): Artifact {
  const rows = told.beads.map((bead, index) => [index + 1, ...Object.values(columns).map((column) => oneLine(column(bead, told)))])
  const text = stringify([['bead', ...Object.keys(columns)], ...rows], { bom: true, record_delimiter: 'windows', escape_formulas: true })
  return { name: 'report.csv', bytes: Buffer.from(text) }
}

const textOf = (bead: ReportedBead, language: Language): string => bead[language].map(({ text }) => text).join(' ')

function placeOf(bead: ReportedBead, language: Language): string {
  const place = bead[language][0]?.place
  return place ? `${place.file}:${place.line}:${place.column}` : ''
}

/** A bead is a line of the file, whatever breaks its text. */
const oneLine = (value: string | number): string | number => (typeof value === 'string' ? value.replaceAll(/\s+/g, ' ').trim() : value)
