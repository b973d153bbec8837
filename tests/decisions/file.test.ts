/** The file of decisions: what is written is read again, by the quick way and by the parser of YAML alike. */

import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { ownFile } from '../../pipeline/decisions/own.ts'
import { decisionsOf } from '../../pipeline/decisions/read.ts'
import { decisionFile, writeDecisions, type DecisionFile } from '../../pipeline/decisions/write.ts'
import { noDecisions, type Decision, type Decisions } from '../../pipeline/model/decisions.ts'
import { random } from '../support/random.ts'

const nothing = { before: '', after: '' }
const bead = (en: string[], ar: string[], more: Partial<Decision> = {}): Decision =>
  ({ texts: { en, ar }, around: { en: nothing, ar: nothing }, status: undefined, comments: [], history: [], ...more })

const at = '2026-05-01T08:30:00Z'
const small: Decisions = {
  beads: [
    bead(['The kiln was cold.', 'He said: "# no"'], ['كان الأتون باردًا.'], { status: 'corrected', around: { en: { before: '- a', after: 'b: c' }, ar: nothing }, history: [{ at, by: 'Rana', what: 'merge' }] }),
    bead(['null'], [], { status: 'omission', comments: [{ at, by: '{x}', text: 'Why?\nBecause, "so".\\' }] }),
  ],
  cuts: [{ kind: 'cut', language: 'ar', before: 'قال:', after: 'نعم.' }],
  accepted: [{ rule: 'numbers-differ', texts: { en: ['12'], ar: ['١٢'] }, reason: 'On purpose: yes', by: 'Rana', on: '2026-05-01' }],
}

const read = (text: string) => decisionsOf(Buffer.from(text), 'decisions.yaml')

test('what is written is read', () => {
  expect(read(writeDecisions(small))).toMatchObject({ decisions: small, messages: [] })
  expect(read(writeDecisions(noDecisions)).decisions).toEqual(noDecisions)
})

test('the quick way reads what the parser reads', () => {
  const chance = random(7)
  const signs = ['"', '\\', '\n', '\t', ': ', '# ', '- ', '{', '}', ',', "'", '&', '*', '!', '%', '@', '`', ' ', 'ع', 'a', '\u200F', '\u2028', '\u0085', '\uFEFF', '😀', '\uD800', '~', 'null', '1']
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T
  const word = () => Array.from({ length: 1 + Math.floor(chance() * 8) }, () => pick(signs)).join('')
  for (let round = 0; round < 300; round++) {
    const decisions: Decisions = {
      beads: [bead([word(), word()], [word()], { status: pick(['confirmed', undefined, 'again']), around: { en: { before: word(), after: '' }, ar: nothing }, comments: [{ at, by: word(), text: word() }], history: [{ at, by: word(), what: 'split' }] })],
      cuts: [{ kind: 'join', language: 'en', before: word(), after: word() }],
      accepted: [{ rule: word(), texts: { en: [], ar: [word()] }, reason: word(), by: word(), on: '2026-05-01' }],
    }
    const text = writeDecisions(decisions)
    expect(ownFile(text)?.decisions).toEqual(decisions)
    // A comment makes it another's file, which only the parser reads.
    expect(read(`${text}# seen\n`)).toMatchObject({ decisions, messages: [] })
  }
})

test('places are the same both ways', () => {
  const text = writeDecisions(small)
  const [own, parsed] = [read(text), read(`${text}# seen\n`)]
  for (const [list, index] of [['beads', 1], ['cuts', 0], ['accepted', 0]] as const) expect(own.placeOf(list, index)).toEqual(parsed.placeOf(list, index))
})

test('one decision changes only its own lines', () => {
  const [first, second] = small.beads as [Decision, Decision]
  const before = writeDecisions(small).split('\n')
  const after = writeDecisions({ ...small, beads: [first, { ...second, status: 'confirmed' }] }).split('\n')
  expect(after.filter((line) => !before.includes(line))).toEqual(['    status: confirmed'])
})

test('a file that grows out of the one before is the same as one written anew', () => {
  const chance = random(8)
  let [decisions, file]: [Decisions, DecisionFile | undefined] = [noDecisions, undefined]
  for (let round = 0; round < 200; round++) {
    const [from, gone, come] = [Math.floor(chance() * (decisions.beads.length + 1)), Math.floor(chance() * 3), Math.floor(chance() * 3)]
    const beads = decisions.beads.toSpliced(from, gone, ...Array.from({ length: come }, (_, index) => bead([`The kiln ${round}`], [`الأتون ${index}`])))
    decisions = { ...(chance() < 0.5 ? small : noDecisions), beads }
    file = decisionFile(decisions, file)
    expect(file.bytes.toString()).toBe(writeDecisions(decisions))
  }
})

describe('faults have a line and a column', () => {
  test.each([
    ['version: 1\nbeads:\n  - en: [a]\n', 'configuration/missing-key', 3],
    ['version: 1\nbeads:\n  - en: [a]\n    ar: []\n    status: done\n', 'configuration/unknown-value', 5],
    ['version: 1\nbeads:\n  - en: ["a]\n', 'configuration/yaml-unclosed', 4],
    ['version: 1\n<<<<<<< ours\nbeads:\n', 'configuration/yaml', 2],
    ['version: 1\ncuts:\n  - {kind: cut, language: fr, before: a, after: b}\n', 'configuration/unknown-value', 3],
  ])('%j', (text, rule, line) => {
    const { decisions, messages } = read(text)
    expect(decisions).toBeUndefined()
    expect(messages[0]).toMatchObject({ rule, severity: 'error', place: { file: 'decisions.yaml', line } })
  })

  test('bytes that are no text', () => {
    expect(decisionsOf(Buffer.from([0xff, 0xfe, 0x41]), 'd.yaml')).toMatchObject({ decisions: undefined, messages: [{ rule: 'decisions/not-text' }] })
  })
})

test('a file written with Windows lines, or by hand, is read', () => {
  expect(read(writeDecisions(small).replaceAll('\n', '\r\n')).decisions).toEqual(small)
  expect(read('version: 1\nbeads:\n- {en: [One.], ar: [واحد.], status: confirmed}\n').decisions?.beads).toEqual([bead(['One.'], ['واحد.'], { status: 'confirmed' })])
  // YAML parses JSON's strings as JSON does.
  expect(parse(writeDecisions(small))).toMatchObject({ version: 1, cuts: small.cuts })
})
