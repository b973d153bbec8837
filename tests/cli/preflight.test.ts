/** `tawazi preflight` on files that a printer takes, on others, and on what is no file. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { faults } from '../check/pdf/faults.ts'
import { pdfWith, trim } from '../check/pdf/press.ts'
import { saidIn } from './said.ts'

const folder = mkdtempSync(join(tmpdir(), 'tawazi-preflight-'))
const changed = (rule: string) => pdfWith('x4', faults.find((fault) => fault.rule === rule)!.change)

/** As the good file of `press.ts` is made. */
const profile = `extends: offset-x4
title: {en: Weir Press, ar: مطبعة السد}
trim: [${trim.width / 72 * 25.4}mm, ${trim.height / 72 * 25.4}mm]
marks: false
gutter: [{pages: 100, inner: 12mm}]
pages: {least: 2, most: 100, multiple: 2}
`

beforeAll(async () => {
  writeFileSync(join(folder, 'weir.yaml'), profile)
  writeFileSync(join(folder, 'wrong.yaml'), 'extends: offset-x4\nbleed: {inner: 1 furlong}\n')
  writeFileSync(join(folder, 'lost.yaml'), 'extends: offset-x4\ncondition: {identifier: Own, description: Own paper, icc: none.icc}\n')
  writeFileSync(join(folder, 'good.pdf'), await pdfWith('x4'))
  writeFileSync(join(folder, 'boxless.pdf'), await pdfWith('x4', ({ pages }) => pages.forEach((page) => page.delete([...page.keys()].find((key) => key.decodeText() === 'TrimBox')!))))
  writeFileSync(join(folder, 'locked.pdf'), await changed('encryption'))
  writeFileSync(join(folder, 'screen-profile.pdf'), await changed('output-profile'))
  writeFileSync(join(folder, 'forbidden.pdf'), await changed('font-permission'))
  writeFileSync(join(folder, 'cut.pdf'), (await pdfWith('x4')).slice(0, 900))
  writeFileSync(join(folder, 'text.pdf'), 'Once upon a time')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const look = (file: string, ...more: string[]) => saidIn(folder, ['preflight', file, '--profile', 'weir.yaml', ...more])

test('a file that keeps everything is accepted, and reports stand beside it', async () => {
  const { code, out } = await look('good.pdf')
  expect([code, out]).toEqual([0, expect.stringContaining('Nothing speaks against printing this file.')])
  expect(readFileSync(join(folder, 'good.preflight.html'), 'utf8')).toContain('<html')
  expect(JSON.parse(readFileSync(join(folder, 'good.preflight.json'), 'utf8'))).toMatchObject({ accepted: true, profile: 'weir' })
})

test('a fault that pages have alike is one, with their numbers, in either language', async () => {
  const { code, err } = await look('boxless.pdf')
  expect(code).toBe(1)
  expect(err).toMatch(/not met: Each page says where it is cut.* \[trim-box\]\n {4}pages 1–2: The page has no TrimBox/)
  expect((await look('boxless.pdf', '--lang', 'ar')).err).toContain('الصفحات ١–٢: ليس للصفحة TrimBox')
})

test('JSON is printed alone', async () => {
  const { code, out } = await look('boxless.pdf', '--json')
  const told = JSON.parse(out) as { accepted: boolean; requirements: { rule: string; faults: { page: number; pages: number[][] }[] }[] }
  expect([code, told.accepted, told.requirements.find(({ rule }) => rule === 'trim-box')?.faults[0]]).toMatchObject([1, false, { page: 1, pages: [[1, 2]] }])
})

test.each([
  ['locked.pdf', 'encryption'], ['screen-profile.pdf', 'output-profile'], ['forbidden.pdf', 'font-permission'], ['cut.pdf', 'readable'], ['text.pdf', 'readable'],
])('%s is a finding, not a crash: %s', async (file, rule) => {
  const { code, err } = await look(file)
  expect([code, err]).toEqual([1, expect.stringContaining(`[${rule}]`)])
})

test('a printer that takes books of 24 pages at the least refuses one of two', async () => {
  const { code, err } = await saidIn(folder, ['preflight', 'good.pdf', '--profile', 'kdp'])
  expect([code, err]).toEqual([1, expect.stringContaining('[page-count]')])
})

test.each([
  [['preflight', 'good.pdf'], 2, 'A preflight needs a profile.'],
  [['preflight', 'good.pdf', '--profile', 'nobody'], 1, 'nobody'],
  [['preflight', 'good.pdf', '--profile', 'missing.yaml'], 1, 'missing.yaml'],
  [['preflight', 'good.pdf', '--profile', 'wrong.yaml'], 1, 'wrong.yaml'],
  [['preflight', 'good.pdf', '--profile', 'lost.yaml'], 1, 'none.icc'],
  [['preflight', 'missing.pdf', '--profile', 'kdp'], 2, 'missing.pdf cannot be read'],
  [['preflight', 'good.pdf', '--profile', 'screen', '--cover'], 2, 'screen'],
])('%j ends with %i', async (argv, code, said) => {
  const told = await saidIn(folder, argv)
  expect([told.code, told.err]).toEqual([code, expect.stringContaining(said)])
})
