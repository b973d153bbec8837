/** Decisions in the pipeline: a book is aligned as people have decided, and told where their decisions no longer fit. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { bookOfFiles } from '../../pipeline/book/load.ts'
import { alignBook } from '../../pipeline/aligned.ts'
import { writeDecisions } from '../../pipeline/decisions/write.ts'
import { beadType } from '../../pipeline/model/alignment.ts'
import { noDecisions, type Cut, type Decision, type Decisions } from '../../pipeline/model/decisions.ts'
import { segmentsOf } from '../../pipeline/model/manuscript.ts'

const english = 'The river rose in March, and nobody crossed it for a week. The ferry lay on the bank.\n\nThe ferryman *mended his nets. He waited* for the water to fall.\n'
const arabic = 'ارتفع النهر في آذار. ولم يعبره أحد أسبوعًا. ورست العبّارة على الضفة.\n\nأصلح المعدّاوي شباكه. وانتظر أن ينحسر الماء.\n'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tawazi-decided-'))
  writeFileSync(join(root, 'ferry.en.md'), english)
  writeFileSync(join(root, 'ferry.ar.md'), arabic)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const nothing = { before: '', after: '' }
const decision = (en: string[], ar: string[], status: Decision['status']): Decision =>
  ({ texts: { en, ar }, around: { en: nothing, ar: nothing }, status, comments: [], history: [] })

async function aligned(decisions: Decisions | string) {
  writeFileSync(join(root, 'ferry.en+ferry.ar.decisions.yaml'), typeof decisions === 'string' ? decisions : writeDecisions(decisions))
  const { book } = await bookOfFiles(join(root, 'ferry.en.md'), join(root, 'ferry.ar.md'))
  const { aligned: made, messages } = await alignBook(book!, { step: () => undefined })
  return { types: made?.alignment.beads.map(beadType).join(' '), made, messages, rules: messages.map(({ rule }) => rule) }
}

test('a bead that was decided on is kept, whatever the aligner thinks', async () => {
  expect(await aligned(noDecisions)).toMatchObject({ types: '1:2 1:1 1:1 1:1', rules: [] })
  const apart = await aligned({ ...noDecisions, beads: [decision(['The river rose in March, and nobody crossed it for a week.'], ['ارتفع النهر في آذار.'], 'corrected'), decision([], ['ولم يعبره أحد أسبوعًا.'], 'omission')] })
  expect(apart).toMatchObject({ types: '1:1 0:1 1:1 1:1 1:1', rules: [] })
  expect(apart.made?.decisions?.beads.get(1)).toMatchObject({ status: 'omission', before: undefined, from: [1] })
})

test('a decision whose text has changed is told at the text, one whose text is gone at its line', async () => {
  const { rules, messages, made } = await aligned({ ...noDecisions, beads: [
    decision(['The river rose in May, and nobody crossed it for a week.'], ['ارتفع النهر في آذار.', 'ولم يعبره أحد أسبوعًا.'], 'confirmed'),
    decision(['A heron stood in the reeds all day.'], ['وقف مالك الحزين بين القصب.'], 'confirmed'),
  ] })
  expect(rules).toEqual(['decisions/again', 'decisions/lost'])
  expect(messages).toMatchObject([{ place: { file: 'ferry.en.md', line: 1 } }, { place: { file: 'ferry.en+ferry.ar.decisions.yaml', line: 14 } }])
  expect(made?.decisions).toMatchObject({ lost: [1] })
  expect(made?.decisions?.beads.get(0)).toMatchObject({ status: 'again', before: { en: ['The river rose in May, and nobody crossed it for a week.'] } })
})

test('a sentence left alone whose place on the other side is gone is told as adrift', async () => {
  const alone = decision([], ['وقف مالك الحزين بين القصب.'], 'omission')
  const around = { en: { before: 'A line that was taken out.', after: 'Another one.' }, ar: { before: 'ولم يعبره أحد أسبوعًا.', after: 'ورست العبّارة على الضفة.' } }
  writeFileSync(join(root, 'ferry.ar.md'), arabic.replace(' ورست', ' وقف مالك الحزين بين القصب. ورست'))
  const { rules, messages, made } = await aligned({ ...noDecisions, beads: [{ ...alone, around }] })
  expect({ rules, lost: made?.decisions?.lost }).toEqual({ rules: ['decisions/adrift'], lost: [] })
  expect(messages).toMatchObject([{ place: { file: 'ferry.ar.md', line: 1 } }])
})

test('sentences are cut and joined as decided, with the markup across', async () => {
  const cuts: Cut[] = [
    { kind: 'cut', language: 'en', before: 'The river rose in March,', after: 'and nobody crossed it for a week.' },
    { kind: 'join', language: 'en', before: 'The ferryman mended his nets.', after: 'He waited for the water to fall.' },
    { kind: 'cut', language: 'ar', before: 'ليس', after: 'هنا' },
  ]
  const { made, messages } = await aligned({ ...noDecisions, cuts })
  expect(segmentsOf(made!.manuscripts.en).map(({ text }) => text)).toEqual([
    'The river rose in March,', 'and nobody crossed it for a week.', 'The ferry lay on the bank.', 'The ferryman mended his nets. He waited for the water to fall.',
  ])
  const [paragraph] = made!.manuscripts.en.chapters[0]!.blocks.slice(1)
  expect(JSON.stringify(paragraph)).toContain('"type":"emphasis"')
  expect(messages).toMatchObject([{ rule: 'decisions/cut-lost', place: { line: 13 }, values: { before: 'ليس' } }])
})

test('a file with a fault stops the book', async () => {
  expect(await aligned('version: 1\nbeads: 3\n')).toMatchObject({ made: undefined, rules: ['configuration/wrong-value'] })
})
