/** What the workbench's page works out by itself: lines after an edit, edits of a wish, an edit that came too late, what a filter shows. */

import { expect, test } from '@jest/globals'
import type { Edit, Row } from '../../pipeline/model/desk.ts'
import { merge, runsOf, shift, split } from '../../templates/review/edits.ts'
import { everything, matching } from '../../templates/review/filter.ts'
import { foreseen } from '../../templates/review/foreseen.ts'
import { checkedLines, linesOf, patchedLines, segmentAt, typeOf } from '../../templates/review/lines.ts'
import { lineAt } from '../../templates/review/place.ts'
import { retargeted } from '../../templates/review/retarget.ts'
import { row } from './desk.ts'

/** Rows as pictures: `a b : x` has two English segments and one Arabic. */
function rows(...pictures: string[]): Row[] {
  const next = { en: 0, ar: 0 }
  return pictures.map((picture, index) => {
    const [en = [], ar = []] = picture.split(':').map((side) => side.trim().split(/\s+/).filter(Boolean))
    const side = (language: 'en' | 'ar', texts: readonly string[]) => texts.map((text) => ({ ...row(next[language], text, text)[language][0]!, segment: next[language]++ }))
    return { ...row(index, '', ''), en: side('en', en), ar: side('ar', ar) }
  })
}

const lines = (...pictures: string[]) => linesOf(rows(...pictures))

test('what stands after an edit keeps its number and is counted anew', () => {
  const before = lines('a : x', 'b c : y', 'd : z')
  const after = patchedLines(before, { from: 1, to: 2, rows: rows('b : y', 'c :'), renumber: { en: 1, ar: 0 } })
  expect(after.map(typeOf)).toEqual(['1:1', '1:1', '1:0', '1:1'])
  expect([after[0], after[1]?.id, after[3]?.id]).toEqual([before[0], before[1]?.id, before[2]?.id])
  expect([segmentAt(after[3]!, 'en', 0), segmentAt(after[3]!, 'ar', 0)]).toEqual([4, 2])
})

test('findings that come later are counted as their row is', () => {
  const moved = patchedLines(lines('a : x', 'b : y'), { from: 0, to: 1, rows: rows('a c : x'), renumber: { en: 1, ar: 0 } })
  const found = { rule: 'names-vary', severity: 'warning', bead: 1, marks: [{ language: 'en', segment: 2, from: 0, to: 1 }] } as const
  const after = checkedLines(moved, { version: '', rows: [{ row: 1, findings: [found] }] })
  expect([after[0], after[1]?.row.findings[0]?.marks[0]?.segment, segmentAt(after[1]!, 'en', 0)]).toEqual([moved[0], 1, 2])
})

test.each([
  ['where the person is', { line: 0, language: 'en', at: 1 }, { en: 1, ar: 1 }],
  ['behind the first sentence where they are on it', { line: 0, language: 'en', at: 0 }, { en: 1, ar: 1 }],
  ['on the other side where this has one sentence', { line: 1, language: 'en', at: 0 }, { en: 1, ar: 1 }],
] as const)('a bead is split %s', (_, spot, at) => {
  expect(split(lines('aaaa bbbb : xxxx yyyy', 'c : x y'), spot)).toMatchObject({ kind: 'split', at })
})

test('what makes no sense is not asked for', () => {
  const all = lines('a : x', 'b :')
  expect([split(all, { line: 0, language: 'en', at: 0 }), merge(all, { from: 1, to: 2 }, 1), merge(all, { from: 0, to: 1 }, -1), shift(all, { line: 0, language: 'ar' }, 'lower', 1), shift(all, { line: 0, language: 'en' }, 'upper', 1)]).toEqual(Array(5).fill(undefined))
  expect(shift(all, { line: 1, language: 'en' }, 'upper', -1)).toEqual({ kind: 'shift', bead: 0, language: 'en', by: -1 })
})

test('stretches of neighbours', () => {
  expect(runsOf([1, 2, 3, 7, 9, 10])).toEqual([{ from: 1, to: 4 }, { from: 7, to: 8 }, { from: 9, to: 11 }])
})

test('an edit that came too late finds its texts where they stand now', () => {
  const before = lines('a : x', 'b : y', 'c : z')
  const now = lines('new : new', 'a : x', 'b : y', 'c : z')
  expect(retargeted({ kind: 'confirm', beads: { from: 1, to: 3 } }, before, now)).toMatchObject({ edit: { beads: { from: 2, to: 4 } }, line: 2 })
  expect(retargeted({ kind: 'text', language: 'ar', segment: 2, text: 'w' }, before, now)).toMatchObject({ edit: { segment: 3 }, line: 3 })
})

test('an edit whose text has changed is not done to another: the person is brought to the likest', () => {
  const before = lines('a : x', 'the old well : y', 'c : z')
  const now = lines('a : x', 'more : more', 'the new well : y', 'c : z')
  expect(retargeted({ kind: 'text', language: 'en', segment: 3, text: 'mine' }, before, now)).toMatchObject({ line: 2 })
  expect(retargeted({ kind: 'reopen', bead: 1 }, before, now)).toMatchObject({ edit: undefined, line: 2 })
})

test('who comes back is brought to the words where they were, the nearest of equals, or to the number', () => {
  const all = lines('a : x', 'b : y', 'a : x', 'c : z')
  const at = (line: number, texts: string) => lineAt({ line, texts }, all)
  expect([at(3, 'a\tx'), at(0, 'a\tx'), at(0, 'c\tz'), at(2, 'gone\t'), at(9, 'gone\t'), lineAt({ line: 0, texts: '' }, [])]).toEqual([2, 0, 3, 2, 3, undefined])
})

test('filters look at states, scores, findings and words, without vowel marks', () => {
  const all = linesOf([
    row(0, 'The well', 'البئر'), row(1, 'A rope', 'حَبْلٌ', { status: 'confirmed' }), row(2, 'A stone', 'حجر', { score: 0.2 }),
    row(3, 'Water', 'ماء', { findings: [{ rule: 'numbers-differ', severity: 'warning', bead: 3, marks: [] }] }),
  ])
  const shown = (filter: object) => all.flatMap(({ id }, index) => (matching(all, { ...everything, ...filter }).has(id) ? [index] : []))
  expect([shown({ state: 'undecided' }), shown({ state: 'doubtful' }), shown({ finding: 'any' }), shown({ score: 0.3 }), shown({ query: 'حبل' }), shown({ query: 'stone حجر' })])
    .toEqual([[0, 2, 3], [2], [3], [2], [1], [2]])
})

const author = { by: 'Salma', at: '2026-01-02T03:04:05Z' }

const drawn = ({ en, ar, status }: Row): string => `${en.map(({ text }) => text).join(' ')} : ${ar.map(({ text }) => text).join(' ')} ${status ?? '-'}`

test.each<[string, Edit, string[] | undefined]>([
  ['a merge', { kind: 'merge', beads: { from: 0, to: 2 } }, ['a b c : x y corrected']],
  ['a split', { kind: 'split', bead: 1, at: { en: 1, ar: 0 } }, ['b :  corrected', 'c : y corrected']],
  ['a split of nothing', { kind: 'split', bead: 1, at: { en: 0, ar: 0 } }, undefined],
  ['an edge moved', { kind: 'shift', bead: 0, language: 'en', by: 1 }, ['a b : x corrected', 'c : y corrected']],
  ['an edge that takes a whole bead', { kind: 'shift', bead: 1, language: 'en', by: 1 }, ['b c d : y corrected']],
  ['an edge of an empty side', { kind: 'shift', bead: 1, language: 'ar', by: 1 }, undefined],
  ['a link of whole beads', { kind: 'link', en: { from: 1, to: 4 }, ar: { from: 1, to: 2 } }, ['b c d : y corrected']],
  ['a link of parts, whose rest is aligned anew', { kind: 'link', en: { from: 2, to: 4 }, ar: { from: 1, to: 2 } }, undefined],
  ['a confirmed range', { kind: 'confirm', beads: { from: 1, to: 3 } }, ['b c : y confirmed', 'd :  omission']],
  ['an omission, whose finding goes', { kind: 'omission', bead: 2 }, undefined],
  ['other words', { kind: 'text', language: 'en', segment: 1, text: 'z z ' }, ['z z c : y -']],
  ['other words with markup', { kind: 'text', language: 'en', segment: 0, text: 'a *z*' }, undefined],
  ['a cut', { kind: 'cut', language: 'en', segment: 4, at: 2 }, ['ef gh : z -']],
  ['a cut at the end', { kind: 'cut', language: 'en', segment: 4, at: 4 }, undefined],
  ['two sentences joined', { kind: 'join', language: 'en', segment: 1 }, ['b c : y -']],
  ['a sentence joined with that of another bead', { kind: 'join', language: 'en', segment: 2 }, undefined],
])('what a window foresees of %s', (_, edit, expected) => {
  expect(foreseen(lines('a : x', 'b c : y', 'd :', 'efgh : z'), edit, author)?.rows.map(drawn)).toEqual(expected)
})

test('what is foreseen counts its segments as they are now', () => {
  const moved = patchedLines(lines('a : x', 'b : y', 'c : z'), { from: 0, to: 1, rows: rows('a n : x'), renumber: { en: 1, ar: 0 } })
  const made = foreseen(moved, { kind: 'merge', beads: { from: 1, to: 3 } }, author)
  expect(made?.rows[0]?.en.map(({ segment }) => segment)).toEqual([2, 3])
})
