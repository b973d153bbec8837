/** The report as a table: what a spreadsheet and a program read of it. */

import { expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import { manuscript } from '../support/manuscript.ts'
import { beads } from '../support/draw.ts'
import { writeReportCsv } from '../../pipeline/writers/report-csv/index.ts'
import { report, type Report } from '../../pipeline/writers/report-json/index.ts'
import { input, lookedAt } from './told.ts'

const textOf = (told: Report): string => Buffer.from(writeReportCsv(told).bytes).toString('utf8')
const rowsOf = (told: Report) => parse(textOf(told), { bom: true, columns: true }) as Record<string, string>[]

test('it begins with the mark by which spreadsheets know UTF-8, and each bead is one line', () => {
  expect(textOf(lookedAt).startsWith('\uFEFFbead,en,ar,')).toBe(true)
  expect(textOf(lookedAt).trimEnd().split('\r\n')).toHaveLength(1 + lookedAt.beads.length)
})

test('a bead has its texts, its state, and what was found and decided', () => {
  const [, second, third, , fifth] = rowsOf(lookedAt)
  expect(second).toMatchObject({ bead: '2', en_segments: '1', ar_segments: '2', ar: 'غادرت العبّارة عند الفجر. ولم يلوّح أحد.', findings: 'numbers-differ repeated-word', en_place: 'en.md:2:1', en_chapter: 'The Ferry' })
  expect(third).toMatchObject({ state: 'intended', status: 'omission', ar: '' })
  expect(fifth).toMatchObject({ findings: '(numbers-differ)', status: 'again', score: '0.8' })
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\uFF1D1+1'])('a text that begins as a formula is a text: %s', (text) => {
  const side = (language: 'en' | 'ar') => manuscript(language, [text])
  const [row] = rowsOf(report({ ...input, manuscripts: { en: side('en'), ar: side('ar') }, alignment: { beads: beads('1:1') } }))
  expect([row?.['en'], row?.['ar']]).toEqual([`'${text}`, `'${text}`])
})

test('tabs, quotation marks and commas of a text come back, tabs as spaces', () => {
  const side = (language: 'en' | 'ar') => manuscript(language, ['He said, "no"\tand "yes".'])
  const [row] = rowsOf(report({ ...input, manuscripts: { en: side('en'), ar: side('ar') }, alignment: { beads: beads('1:1') } }))
  expect(row?.['en']).toBe('He said, "no" and "yes".')
})
