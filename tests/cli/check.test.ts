/** `tawazi check` on the examples of its rules. */

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, jest, test } from '@jest/globals'
import { saidIn } from './said.ts'

const scratch = mkdtempSync(join(tmpdir(), 'tawazi-check-'))
const home = resolve('tests/check/translation')
const check = (rule: string, ...options: string[]) => saidIn(join(home, rule), ['check', 'en.md', 'ar.md', '--quiet', ...options])
const checkAloud = (rule: string, ...options: string[]) => saidIn(join(home, rule), ['check', 'en.md', 'ar.md', ...options])

// Each command reads the aligner's lexicon; on a busy machine that is seconds.
jest.setTimeout(60_000)

afterAll(() => rmSync(scratch, { recursive: true, force: true }))

test('a sound book is told to be sound', async () => {
  expect(await checkAloud('sound')).toMatchObject({ code: 0, out: 'Nothing was found.\n' })
})

test('an error is told with both places, in either language, and ends with 1', async () => {
  const { code, out } = await checkAloud('currencies-differ')
  expect(code).toBe(1)
  expect(out).toContain('en.md:9:71: error: English $400, Arabic ٤٠٠ جنيه. (ar.md:9:60)')
  expect(out).toContain('[currencies-differ]\n1 finding (errors: 1, warnings: 0, notes: 0).\n')
  expect((await checkAloud('currencies-differ', '--language', 'ar')).out).toContain('خطأ: في الإنجليزية $400، وفي العربية ٤٠٠ جنيه.')
})

test('the severity that ends with 1 can be chosen', async () => {
  expect((await check('sentence-omitted')).code).toBe(0)
  expect((await check('sentence-omitted', '--severity', 'warning')).code).toBe(1)
  expect((await check('emphasis-missing', '--severity', 'warning')).code).toBe(0)
  expect((await check('emphasis-missing', '--severity', 'note')).code).toBe(1)
})

test('one rule alone can be asked', async () => {
  expect((await check('currencies-differ', '--rule', 'times-differ')).code).toBe(0)
  expect((await check('currencies-differ', '--rule', 'times-differ', '--rule', 'currencies-differ')).code).toBe(1)
})

test('JSON has findings with places and words', async () => {
  const { out } = await check('dates-differ', '--json')
  const { ok, findings } = JSON.parse(out) as { ok: boolean; findings: { rule: string; place: { file: string }; what: string }[] }
  expect([ok, findings.length, findings[0]?.rule, findings[0]?.place.file, findings[0]?.what]).toEqual([false, 1, 'dates-differ', 'en.md', 'English March, Arabic أيار.'])
})

test('SARIF is written beside what is said', async () => {
  const path = join(scratch, 'ci.sarif')
  await check('times-differ', '--sarif', path)
  expect(existsSync(path) && readFileSync(path, 'utf8')).toContain('"ruleId": "times-differ"')
})

test('a glossary may be given for two files', async () => {
  expect((await check('term-not-followed', '--severity', 'warning')).code).toBe(0)
  expect((await check('term-not-followed', '--severity', 'warning', '--glossary', 'glossary.csv')).code).toBe(1)
})

test.each([
  [['--severity', 'grave'], 'There is no severity “grave”.'],
  [['--rule', 'frobnicate'], 'There is no rule “frobnicate”.'],
  [['--rule', 'xyz'], 'There is no rule “xyz”.'],
  [['--rule', 'tatwel'], 'There is no rule “tatwel”; the nearest is “tatweel”.'],
  [['--rule', 'numbr'], 'There is no rule “numbr”; the nearest is “numbers-differ”.'],
  [['--rule', 'number-differ'], 'There is no rule “number-differ”; the nearest is “numbers-differ”.'],
])('%s is not understood', async (options, said) => {
  const { code, err } = await check('sound', ...options)
  expect([code, err.split('\n')[0]]).toEqual([2, said])
})
