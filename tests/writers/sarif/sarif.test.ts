/** SARIF of the examples, held against the public schema. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { expect, test } from '@jest/globals'
import { findings } from '../../../pipeline/check/translation/index.ts'
import type { Acceptance } from '../../../pipeline/model/finding.ts'
import { bilingual } from '../../../pipeline/model/language.ts'
import { segmentsOf } from '../../../pipeline/model/manuscript.ts'
import { writeSarif } from '../../../pipeline/writers/sarif/index.ts'
import { home, read } from '../../check/translation/book.ts'

interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly help: { readonly text: string } }[] } }
    readonly results: readonly {
      readonly ruleId: string; readonly ruleIndex: number; readonly level: string; readonly message: { readonly text: string }
      readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: { readonly startLine: number; readonly snippet: { readonly text: string } } } }[]
      readonly partialFingerprints: Readonly<Record<string, string>>
      readonly suppressions?: readonly { readonly kind: string; readonly justification: string }[]
    }[]
  }[]
}

/** The schema is of an older draft, which differs in nothing that it uses but its own address and the kind of its patterns. */
const validate = (() => {
  const path = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
  addFormats.default(ajv)
  return ajv.compile(schema)
})()

const schemaFaults = (log: unknown): unknown => (validate(log) ? [] : validate.errors)

async function logOf(rule: string, accepted: readonly Acceptance[] = [], language: 'en' | 'ar' = 'en'): Promise<Log> {
  const checked = await read(join(home, rule))
  const { name, bytes } = writeSarif({ ...checked, findings: findings(checked, accepted), version: '0.1.0', language })
  expect(name).toBe('report.sarif')
  return JSON.parse(Buffer.from(bytes).toString('utf8')) as Log
}

test.each(['sound', 'currencies-differ', 'sentence-omitted', 'names-vary', 'image-missing'])('%s is valid', async (rule) => {
  expect(schemaFaults(await logOf(rule))).toEqual([])
  expect(schemaFaults(await logOf(rule, [], 'ar'))).toEqual([])
})

test('the other places of a fault that runs through the book stand with it', async () => {
  const checked = await read(join(home, 'tatweel'))
  const [finding] = findings(checked).filter(({ rule }) => rule === 'tatweel')
  const log: unknown = JSON.parse(Buffer.from(writeSarif({ ...checked, findings: [{ ...finding!, others: [{ bead: finding!.bead, marks: finding!.marks }] }], version: '1.0.0' }).bytes).toString('utf8'))
  expect(schemaFaults(log)).toEqual([])
  expect(log).toMatchObject({ runs: [{ results: [{ occurrenceCount: 2 }] }] })
})

test('the schema refuses what is no SARIF', () => {
  expect(schemaFaults({ version: '2.1.0', runs: [{ tool: {} }] })).not.toEqual([])
})

test('a result tells rule, place, words and help', async () => {
  const { runs: [run] } = await logOf('currencies-differ')
  const [result] = run!.results
  expect(result).toMatchObject({ ruleId: 'currencies-differ', level: 'error' })
  expect(run!.tool.driver.rules[result!.ruleIndex]?.id).toBe('currencies-differ')
  expect(run!.tool.driver.rules[result!.ruleIndex]?.help.text).toMatch(/sum/)
  expect(result!.message.text).toContain('$400')
  const { artifactLocation, region } = result!.locations[0]!.physicalLocation
  expect([artifactLocation.uri, region.startLine, region.snippet.text]).toEqual(['en.md', 9, '$400'])
})

test('a fingerprint stays where lines move, and falls where the text changes', async () => {
  const printOf = (log: Log) => log.runs[0]!.results[0]!.partialFingerprints['texts/v1']
  const checked = await read(join(home, 'currencies-differ'))
  const moved = { ...checked, manuscripts: bilingual((language) => movedDown(checked.manuscripts[language])) }
  const log = JSON.parse(Buffer.from(writeSarif({ ...moved, findings: findings(moved), version: '0.1.0' }).bytes).toString('utf8')) as Log
  expect(printOf(log)).toBe(printOf(await logOf('currencies-differ')))
  expect(printOf(log)).not.toBe(printOf(await logOf('times-differ')))
})

const movedDown = <T>(value: T): T => JSON.parse(JSON.stringify(value), (key, own: unknown) => (key === 'line' ? Number(own) + 7 : own)) as T

test('an accepted finding is suppressed, with its reason', async () => {
  const checked = await read(join(home, 'currencies-differ'))
  const bead = checked.alignment.beads[findings(checked)[0]!.bead]!
  const texts = bilingual((language) => segmentsOf(checked.manuscripts[language]).slice(bead[language].from, bead[language].to).map(({ text }) => text))
  const log = await logOf('currencies-differ', [{ rule: 'currencies-differ', texts, reason: 'As in the first edition.', by: 'Dalia', on: '2026-01-02' }])
  expect(log.runs[0]!.results[0]!.suppressions).toEqual([{ kind: 'external', status: 'accepted', justification: 'As in the first edition.' }])
  expect(schemaFaults(log)).toEqual([])
})
