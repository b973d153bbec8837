/** Every rule by a book in which it fires and no other: a folder for each rule is the book `sound` with one fault. */

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { beadFindings, beadRuleNames, checkBook, findings, ruleNames } from '../../../pipeline/check/translation/index.ts'
import type { Acceptance, Finding } from '../../../pipeline/model/finding.ts'
import { bilingual } from '../../../pipeline/model/language.ts'
import { segmentsOf } from '../../../pipeline/model/manuscript.ts'
import { wordsIn } from '../../../pipeline/model/words.ts'
import { home, read } from './book.ts'

const folders = readdirSync(home).filter((name) => name !== 'sound' && statSync(join(home, name)).isDirectory())
const languages = ['en', 'ar'] as const

const rulesIn = (found: readonly Finding[]): string[] => [...new Set(found.map(({ rule }) => rule))]

test('the sound book breaks no rule', async () => {
  expect(findings(await read(join(home, 'sound')))).toEqual([])
})

test('no rule is without its example, and no example without its rule', () => {
  expect(folders.sort()).toEqual(ruleNames.map(({ name }) => name).sort())
  expect(new Set(ruleNames.map(({ name }) => name)).size).toBe(ruleNames.length)
})

test.each(folders)('%s', async (rule) => {
  const checked = await read(join(home, rule))
  const found = findings(checked)
  expect(rulesIn(found)).toEqual([rule])
  const segments = bilingual((language) => segmentsOf(checked.manuscripts[language]))
  for (const { bead, marks, values } of found) {
    for (const { language, segment, from, to } of marks) {
      const { from: first, to: last } = checked.alignment.beads[bead]![language]
      expect([segment >= first && segment < last, from < to, to <= segments[language][segment]!.text.length]).toEqual([true, true, true])
    }
    // A wording that lacks a value would show its name in braces.
    for (const language of languages) expect(wordsIn(language)(`checks:${rule}.what`, values)).not.toMatch(/\{\{|undefined/)
  }
})

test.each(languages)('every rule has a name, advice and a reason in %s', (language) => {
  const wordings = JSON.parse(readFileSync(`locales/${language}/checks.json`, 'utf8')) as Record<string, Record<string, string>>
  for (const { name } of ruleNames) {
    const { name: title, do: todo, why, ...what } = wordings[name] ?? {}
    expect([name, title, todo, why].every(Boolean) && Object.keys(what).length > 0).toBe(true)
  }
})

test('an accepted finding is named as such as long as the texts stand', async () => {
  const checked = await read(join(home, 'units-differ'))
  const [found] = findings(checked)
  const texts = bilingual((language) => segmentsOf(checked.manuscripts[language]).slice(checked.alignment.beads[found!.bead]![language].from, checked.alignment.beads[found!.bead]![language].to).map(({ text }) => text))
  const acceptance: Acceptance = { rule: 'units-differ', texts, reason: 'It is a tower clock.', by: 'Dalia', on: '2026-01-02' }
  expect(findings(checked, [acceptance])[0]?.accepted).toEqual(acceptance)
  expect(findings(checked, [{ ...acceptance, rule: 'numbers-differ' }])[0]?.accepted).toBeUndefined()
  expect(findings(checked, [{ ...acceptance, texts: { ...texts, en: ['Another text.'] } }])[0]?.accepted).toBeUndefined()
})

test('what somebody has marked as left out on purpose is not told', async () => {
  const checked = await read(join(home, 'sentence-omitted'))
  const [found] = findings(checked)
  const decided = { beads: new Map([[found!.bead, { status: 'omission' as const, before: undefined, comments: [], history: [], from: [0] }]]) }
  expect(findings({ ...checked, decided })).toEqual([])
})

test('one bead asked alone tells what the whole check tells of it', async () => {
  for (const rule of ['units-differ', 'tashkil-jump', 'names-vary']) {
    const checked = await read(join(home, rule))
    const { findings: all, norms } = checkBook(checked)
    const parts = checked.alignment.beads.flatMap((_, bead) => beadFindings(checked, { from: bead, to: bead + 1 }, [], norms))
    expect(parts).toEqual(all.filter((finding) => beadRuleNames.has(finding.rule)))
  }
})
