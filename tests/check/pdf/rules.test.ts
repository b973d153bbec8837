/** Each rule passes on a good file and, after one change, fails alone. */

import { expect, test } from '@jest/globals'
import { preflight, rules } from '../../../pipeline/check/pdf/index.ts'
import { pdfWith, profiles, type Kind } from './press.ts'
import { faults } from './faults.ts'

const brokenIn = (bytes: Uint8Array, profile = profiles.x4): string[] =>
  preflight(bytes, 'book.pdf', profile).requirements.filter(({ verdict }) => verdict === 'broken' || verdict === 'doubtful').map(({ rule }) => rule).sort()

test.each<Kind>(['x4', 'x1a', 'screen'])('the good file %s keeps every rule', async (kind) => {
  const found = preflight(await pdfWith(kind), 'book.pdf', profiles[kind])
  expect(found.requirements.filter(({ verdict }) => verdict !== 'kept').map(({ rule, faults: own, found: said }) => [rule, own, said])).toEqual([])
  expect(found.requirements.length).toBeGreaterThan(30)
})

test.each(faults.map((fault) => [fault.rule, fault.story, fault] as const))('%s: %s', async (rule, _, { kind, change, along = [], profile = {} }) => {
  const bytes = await pdfWith(kind, change)
  expect(brokenIn(bytes, { ...profiles[kind], ...profile })).toEqual([rule, ...along].sort())
})

test('no rule lacks a broken file', () => {
  const broken = new Set(faults.map(({ rule }) => rule))
  expect(rules.map(({ name }) => name).filter((name) => !broken.has(name))).toEqual([])
})
