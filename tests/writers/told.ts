/** A report of an invented book in which every kind of thing happens once, for the tests of its writers. */

import type { Alignment } from '../../pipeline/model/alignment.ts'
import { noDecisions, type Decided, type DecidedBook, type Event } from '../../pipeline/model/decisions.ts'
import type { Finding } from '../../pipeline/model/finding.ts'
import { bilingual, type Bilingual, type Language } from '../../pipeline/model/language.ts'
import type { Manuscript, Removal, RemovalReason } from '../../pipeline/model/manuscript.ts'
import { report, type Report, type ReportInput } from '../../pipeline/writers/report-json/index.ts'
import { beads } from '../support/draw.ts'
import { book } from '../support/edition.ts'
import { manuscript } from '../support/manuscript.ts'

const none = bilingual(() => undefined)

const removal = (reason: RemovalReason, language: Language, line: number, text: string): Removal =>
  ({ reason, language, place: { file: `${language}.md`, line, column: 1 }, text })

/** Seven sentences a side: 1:1 1:2 1:0 1:1 2:1 0:1 1:1, the fourth of them doubtful. */
export const manuscripts: Bilingual<Manuscript> = {
  en: {
    ...manuscript('en',
      '# The Ferry',
      ['The ferry left at dawn, and nobody waved.', 'It carried salt.', 'The pilot <b>slept</b> & dreamt in the ABC cabin.'],
      ['The river was low.', 'We went round the sandbank.', 'A heron followed us.[1]'], '^ Herons fish alone.'),
    removed: [removal('printed-url', 'en', 9, 'https://ferry.example/salt'), removal('navigation', 'en', 2, 'Home <script>alert(1)</script>')],
  },
  ar: {
    ...manuscript('ar',
      '# العبّارة',
      ['غادرت العبّارة عند الفجر.', 'ولم يلوّح أحد.', 'ونام الربّان في مقصورة ABC، وحلم.'],
      ['كان النهر ضحلًا فدرنا حول الكثيب.', 'هكذا قال لنا.', 'وتبعنا مالك الحزين.[1]'], '^ يصطاد مالك الحزين وحده.'),
    removed: [removal('navigation', 'ar', 2, 'الرئيسية')],
  },
}

export const alignment: Alignment = {
  beads: beads('1:1 1:2 1:0 1:1 2:1 0:1 1:1 1:1').map((bead, index) => ({ ...bead, score: [1, 0.91234, 0.7, 0.42, 0.8, 0.65, 0.99, 0.97][index] ?? 1 })),
}

export const input: ReportInput = {
  book,
  imprint: { title: { en: 'The Ferry', ar: 'العبّارة' }, subtitle: none, creators: [], publisher: none, rights: none, date: undefined, isbn: undefined },
  manuscripts,
  alignment,
  messages: [
    { rule: 'check/pdf-text', severity: 'warning', values: { found: 3, expected: 12345, edition: 'en.pdf' } },
    { severity: 'error', values: { word: 'salt' }, language: 'en', place: { file: 'en.md', line: 3, column: 1 }, rule: 'check/lost-word' },
  ],
  proof: [{ edition: 'columns.pdf', words: { en: 39, ar: 30 } }, { edition: 'ar.pdf', words: { en: undefined, ar: 30 } }],
}

export const told: Report = report(input)

/** In bead 2 two findings whose marks cross; in bead 4 one on the whole bead; in bead 5 one that is accepted. */
export const findings: readonly Finding[] = [
  { rule: 'numbers-differ', severity: 'warning', bead: 1, values: { en: '1', ar: '2' }, marks: [{ language: 'en', segment: 1, from: 4, to: 14 }, { language: 'ar', segment: 2, from: 0, to: 3 }] },
  { rule: 'repeated-word', severity: 'error', bead: 1, values: { word: 'left at' }, marks: [{ language: 'en', segment: 1, from: 10, to: 17 }] },
  { rule: 'untranslated', severity: 'note', bead: 3, values: { text: 'ABC' }, marks: [{ language: 'ar', segment: 3, from: 23, to: 25 }] },
  {
    rule: 'numbers-differ', severity: 'warning', bead: 4, values: { en: '3', ar: '4' }, marks: [],
    accepted: { rule: 'numbers-differ', texts: { en: [], ar: [] }, reason: '<i>As counted</i>', by: 'Salma', on: '2026-03-01' },
  },
]

const event = (what: Event['what']): Event => ({ at: '2026-03-01T10:05:00Z', by: 'سلمى', what })

const decided = (decision: Partial<Decided>): Decided => ({ status: undefined, before: undefined, comments: [], history: [], from: [], ...decision })

/** Bead 1 confirmed, bead 3 left out on purpose, bead 5 to look at again, bead 8 with a comment alone; one decision is lost. */
export const decisions: DecidedBook = {
  decisions: { ...noDecisions, beads: [{ texts: { en: ['It rained.'], ar: [] }, around: bilingual(() => ({ before: '', after: '' })), status: 'confirmed', comments: [{ at: '2026-03-01T10:05:00Z', by: 'Omar', text: 'Why?' }], history: [] }] },
  lost: [0],
  beads: new Map([
    [0, decided({ status: 'confirmed', history: [event('confirm')] })],
    [2, decided({ status: 'omission', history: [event('omission')] })],
    [4, decided({ status: 'again', before: { en: ['The river was high.'], ar: [] }, history: [event('merge')] })],
    [7, decided({ comments: [{ at: '2026-03-02T08:00:00Z', by: 'Omar', text: '<b>Which</b> heron?' }] })],
  ]),
}

export const lookedAt: Report = report({ ...input, findings, decisions })
