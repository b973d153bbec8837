/** The report as data: its shape, its order, and that both manuscripts are in it whole. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Finding } from '../../pipeline/model/finding.ts'
import type { Message } from '../../pipeline/model/message.ts'
import { segmentsOf } from '../../pipeline/model/manuscript.ts'
import { readManuscript } from '../../pipeline/readers/index.ts'
import { report, writeReportJson, type Report } from '../../pipeline/writers/report-json/index.ts'
import { manuscript } from '../support/manuscript.ts'
import { beads } from '../support/draw.ts'
import { input, lookedAt, manuscripts, told } from './told.ts'

const schema = JSON.parse(readFileSync('pipeline/writers/report-json/report.schema.json', 'utf8')) as object
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema)
const faults = (given: unknown) => (validate(given) ? [] : validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`))
const text = Buffer.from(writeReportJson(told).bytes).toString('utf8')
const parsed = JSON.parse(text) as Report

test('it fits its schema, and so does the report of a book without a word', () => {
  expect(faults(parsed)).toEqual([])
  const empty = report({ ...input, manuscripts: { en: { ...manuscripts.en, chapters: [], removed: [] }, ar: { ...manuscripts.ar, chapters: [], removed: [] } }, alignment: { beads: [] }, messages: [], proof: [] })
  expect(faults(JSON.parse(Buffer.from(writeReportJson(empty).bytes).toString('utf8')))).toEqual([])
})

test('with a fault that runs through the book it fits its schema', () => {
  const mark = (segment: number) => [{ language: 'ar' as const, segment, from: 0, to: 3 }]
  const through = report({ ...input, findings: [{ rule: 'tatweel', severity: 'warning', bead: 0, marks: mark(0), isHabit: true, others: [{ bead: 1, marks: mark(1) }, { bead: 3, marks: mark(3) }] }] })
  expect(faults(JSON.parse(JSON.stringify(through)))).toEqual([])
  expect(through.beads.map(({ places = [] }) => places.map(({ previous, next }) => [previous, next]))).toEqual([[], [[1, 4]], [], [[2, undefined]], [], [], [], []])
})

test('with findings and decisions it fits its schema too', () => {
  expect(faults(JSON.parse(Buffer.from(writeReportJson(lookedAt).bytes).toString('utf8')))).toEqual([])
})

test.each([
  ['a finding of no severity', { ...lookedAt, beads: [{ ...lookedAt.beads[1], findings: [{ ...lookedAt.beads[1]?.findings?.[0], severity: 'grave' }] }] }],
  ['a status that nobody knows', { ...lookedAt, beads: [{ ...lookedAt.beads[0], status: 'perhaps' }] }],
  ['a chapter on neither side', { ...lookedAt, chapters: [{ bead: 1 }] }],
  ['a key that it does not know', { ...parsed, author: 'nobody' }],
  ['a bead with nothing on either side', { ...parsed, beads: [{ ...parsed.beads[0], en: [], ar: [] }] }],
  ['a score above one', { ...parsed, beads: [{ ...parsed.beads[0], score: 1.2 }] }],
  ['a place before the first line', { ...parsed, removed: [{ ...parsed.removed[0], place: { file: 'en.md', line: 0, column: 1 } }] }],
  ['a reason that nobody can word', { ...parsed, removed: [{ ...parsed.removed[0], reason: 'whim' }] }],
])('the schema refuses %s', (_, given) => {
  expect(faults(given)).not.toEqual([])
})

test.each(['en', 'ar'] as const)('the beads hold every segment of the %s side, in order, once', (language) => {
  expect(parsed.beads.flatMap((bead) => bead[language])).toEqual(segmentsOf(manuscripts[language]).map(({ id, text, place }) => ({ id, text, place })))
})

test('beads say their type, their kind and their score', () => {
  expect(parsed.beads.map(({ type, kind, score }) => `${type} ${kind} ${score}`)).toEqual([
    '1:1 heading 1', '1:2 paragraph 0.912', '1:0 paragraph 0.7', '1:1 paragraph 0.42', '2:1 paragraph 0.8', '0:1 paragraph 0.65', '1:1 paragraph 0.99', '1:1 note 0.97',
  ])
})

test('the summary counts segments, words, types, and what asks for a look', () => {
  expect(parsed.summary).toEqual({
    segments: { en: 8, ar: 8 }, words: { en: 39, ar: 30 }, beads: 8,
    types: { '0:1': 1, '1:0': 1, '1:1': 4, '1:2': 1, '2:1': 1 },
    omissions: 1, additions: 1, intended: 0, doubtful: 1, meanScore: 0.805,
    decided: { confirmed: 0, corrected: 0, omission: 0, again: 0 }, findings: { error: 0, warning: 0, note: 0, accepted: 0 },
  })
})

test('where Arabic is the original, what only English has is an addition', () => {
  const onlyEnglish = { ...input, book: { ...input.book, original: 'ar' as const }, alignment: { beads: input.alignment.beads.map((bead) => ({ ...bead, ar: bead.ar.to - bead.ar.from > 0 && bead.en.to === bead.en.from ? { from: 0, to: 0 } : bead.ar })).filter((bead) => bead.en.to > bead.en.from) } }
  expect(report(onlyEnglish).summary).toMatchObject({ omissions: 0, additions: 1 })
})

test('a person\'s word stands above a score, and what has changed since is doubtful', () => {
  expect(lookedAt.beads.map(({ state, status = '-' }) => `${state} ${status}`)).toEqual([
    'paired confirmed', 'paired -', 'intended omission', 'doubtful -', 'doubtful again', 'alone -', 'paired -', 'paired -',
  ])
  expect(lookedAt.beads[4]?.before).toEqual({ en: ['The river was high.'], ar: [] })
  expect(lookedAt.summary).toMatchObject({ omissions: 0, additions: 1, intended: 1, doubtful: 2, decided: { confirmed: 1, corrected: 0, omission: 1, again: 1 } })
  expect(lookedAt.lost).toEqual([{ texts: { en: ['It rained.'], ar: [] }, status: 'confirmed', comments: [{ at: '2026-03-01T10:05:00Z', by: 'Omar', text: 'Why?' }] }])
})

test('findings stand in their beads, worded, with marks that count within the bead', () => {
  const [first, second] = lookedAt.beads[1]?.findings ?? []
  expect(first?.marks).toEqual([{ language: 'en', segment: 0, from: 4, to: 14 }, { language: 'ar', segment: 1, from: 0, to: 3 }])
  expect(second?.wording.en.what).toContain('left at')
  expect(lookedAt.beads[4]?.findings?.[0]?.accepted).toEqual({ reason: '<i>As counted</i>', by: 'Salma', on: '2026-03-01' })
  expect(lookedAt.summary.findings).toEqual({ error: 1, warning: 1, note: 1, accepted: 1 })
})

test('who accepts that a sentence is left out has said that it is meant, until it changes', () => {
  const accepted = { rule: 'sentence-omitted', texts: { en: [], ar: [] }, reason: 'Known to all', by: 'Salma', on: '2026-03-01' }
  const omitted = { rule: 'sentence-omitted', severity: 'warning', bead: 2, values: { text: 'It carried salt' }, marks: [] } as const
  const stateOf = (finding: Finding) => report({ ...input, findings: [finding] }).beads[2]?.state
  expect([stateOf({ ...omitted, accepted }), stateOf(omitted), stateOf({ ...omitted, rule: 'tatweel', values: { word: 'salt' }, accepted })]).toEqual(['intended', 'alone', 'alone'])
})

test('every word of a chapter is counted once, as paired, doubtful, alone or meant so', () => {
  expect(lookedAt.chapters).toHaveLength(1)
  expect(lookedAt.chapters[0]?.en).toMatchObject({ title: 'The Ferry', file: 'en.md', segments: { paired: 4, doubtful: 3, alone: 0, intended: 1 } })
  for (const language of ['en', 'ar'] as const) {
    const words = lookedAt.chapters.flatMap((row) => Object.values(row[language]?.words ?? {})).reduce((sum, one) => sum + one, 0)
    expect(words).toBe(lookedAt.summary.words[language])
  }
})

test('a chapter stands beside the one that shares most with it, one that is missing stands alone, and one that moved names where it is', () => {
  const en = manuscript('en', '# One', ['a', 'b'], '# Two', ['c', 'd'], '# Three', ['e', 'f'], '# Four', ['g'])
  const ar = manuscript('ar', '# أول', ['ا', 'ب'], '# ثالث', ['ج', 'د'], '# ثان', ['ه', 'و'])
  const place = (side: typeof en, title: string) => segmentsOf(side).find(({ text }) => text === title)?.place
  const moved = { rule: 'align/moved-chapter', severity: 'warning' as const, place: place(en, 'Two'), counterpart: place(ar, 'ثان'), values: { en: '', ar: '', segments: 6, paired: 5 } }
  const drawing = '1:1 1:1 1:1 1:0 1:0 1:0 1:1 1:1 1:1 0:1 0:1 0:1 1:0 1:0'
  const { chapters, beads: reported } = report({ ...input, manuscripts: { en, ar }, alignment: { beads: beads(drawing) }, messages: [moved as Message] })
  expect(chapters.map(({ bead, en: left, ar: right }) => `${bead} ${left?.title ?? '-'}>${left?.elsewhere ?? ''} ${right?.title ?? '-'}>${right?.elsewhere ?? ''}`)).toEqual([
    '1 One> أول>', '4 Two>ar-chapter-3 ->', '7 Three> ثالث>', '10 -> ثان>en-chapter-2', '13 Four> ->',
  ])
  expect(reported.map(({ chapter }) => chapter).join('')).toBe('00011122233344')
})

test('removals stand by language, file and line', () => {
  expect(parsed.removed.map(({ place, reason }) => `${place.file}:${place.line} ${reason}`)).toEqual(['en.md:2 navigation', 'en.md:9 printed-url', 'ar.md:2 navigation'])
})

test('messages are worded in both languages, their keys in one order', () => {
  expect(Object.keys(parsed.messages[1] ?? {})).toEqual(['rule', 'severity', 'language', 'place', 'values', 'wording'])
  expect(parsed.messages[1]?.wording.en.what).toContain('“salt”')
  expect(parsed.messages[1]?.wording.ar.what).toContain('«salt»')
  expect(parsed.messages[0]?.wording.ar.what).toContain('١٢٬٣٤٥')
})

test('an edition names the words of the languages that it carries', () => {
  expect(parsed.editions).toEqual([{ name: 'columns.pdf', words: { en: 39, ar: 30 } }, { name: 'ar.pdf', words: { ar: 30 } }])
})

test('each bead has a line of its own, and the same book gives the same bytes', () => {
  expect(text.split('\n').filter((line) => line.startsWith('    {"type":'))).toHaveLength(8)
  expect(Buffer.from(writeReportJson(report(input)).bytes).toString('utf8')).toBe(text)
})

test('places are those of the file as the editor sees it, whatever ends its lines and begins it, and whatever was left out before them', async () => {
  const text = 'Intro **one**. Two.\n\n<!-- a remark -->\n\n# Head\n\n- item\n\nLast[^n]. The  *end*.\n\n[^n]: Note.\n'
  const placesOf = async (content: string) => {
    const root = mkdtempSync(join(tmpdir(), 'tawazi-places-'))
    try {
      writeFileSync(join(root, 'en.md'), content)
      const { manuscript } = await readManuscript(root, ['en.md'], 'en')
      const en = segmentsOf(manuscript).length
      const empty = { ...manuscript, language: 'ar' as const, chapters: [], removed: [] }
      const { beads, removed } = report({ ...input, manuscripts: { en: manuscript, ar: empty }, alignment: { beads: Array.from({ length: en }, (_, from) => ({ en: { from, to: from + 1 }, ar: { from: 0, to: 0 }, score: 1 })) } })
      return [...beads.flatMap((bead) => bead.en), ...removed].map(({ text: said, place }) => `${place.line}:${place.column} ${said}`)
    } finally {
      rmSync(root, { recursive: true, force: true })
    }
  }
  const places = await placesOf(text)
  expect(places).toEqual(['1:1 Intro one.', '1:16 Two.', '5:3 Head', '7:3 item', '9:1 Last.', '9:11 The  end.', '11:7 Note.', '3:1 <!-- a remark -->'])
  expect(await placesOf(text.replaceAll('\n', '\r\n'))).toEqual(places)
  expect(await placesOf(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual(places)
})
