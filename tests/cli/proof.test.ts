/** `tawazi proof` of a PDF that is there already: its contact sheet, its summary, and what is said where its file lacks. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { page, pages } from '../writers/pages.ts'
import { saidIn } from './said.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tawazi-proof-'))
  const told = pages([page(1), page(2, { blank: 0.2, faults: ['widow'] }), page(3)])
  writeFileSync(join(folder, 'en.pages.json'), JSON.stringify(told))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const said = (...argv: string[]) => saidIn(folder, ['proof', ...argv])

test('the sheet stands beside the PDF, in the language of the interface', async () => {
  expect(await said('en.pdf', '--language', 'en')).toEqual({ code: 0, out: 'en.proof.html  3 pages, 1 opening with a fault\n', err: '' })
  expect(readFileSync(join(folder, 'en.proof.html'), 'utf8')).toContain('<html lang=en dir=ltr>')
  expect((await said('en.pages.json', '--language', 'ar')).out).toBe('en.proof.html  ٣ صفحات، عيب في زوج واحد من الصفحات المتقابلة\n')
  expect(readFileSync(join(folder, 'en.proof.html'), 'utf8')).toContain('<html lang=ar dir=rtl>')
})

test('--out puts it elsewhere, --json prints the summary', async () => {
  const { code, out } = await said('en.pdf', '--out', 'sheets', '--json')
  expect([code, readdirSync(join(folder, 'sheets'))]).toEqual([0, ['en.proof.html']])
  expect(JSON.parse(out)).toMatchObject({ ok: true, messages: [], proofs: [{ file: join('sheets', 'en.proof.html'), edition: 'en.pdf', pages: 3, openings: 2, faults: { widow: 1 }, look: [{ page: 2 }] }] })
})

test.each([
  ['en', /fr\.pages\.json is not there[^]*tawazi proof my-book --only fr\.pdf/, /old\.pages\.json was written by an earlier version[^]*--only old\.pdf/, /torn\.pages\.json is damaged/],
  ['ar', /fr\.pages\.json غير موجود[^]*tawazi proof my-book --only fr\.pdf/, /old\.pages\.json بإصدار سابق/, /torn\.pages\.json تالف/],
] as const)('a file that is missing, of an earlier version or damaged is told with what to do (%s)', async (language, missing, older, damaged) => {
  writeFileSync(join(folder, 'old.pages.json'), '{"pages": [{"page": 1, "blank": 0.1}]}')
  writeFileSync(join(folder, 'torn.pages.json'), '{"pages": [\n {"pa')
  for (const [name, wording] of [['fr.pdf', missing], ['old.pdf', older], ['torn.pdf', damaged]] as const) {
    expect(await said(name, '--language', language)).toEqual({ code: 2, out: '', err: expect.stringMatching(wording) })
  }
  expect(readdirSync(folder).filter((name) => name.endsWith('.html'))).toEqual([])
})

test('what cannot be meant is refused before anything is set', async () => {
  writeFileSync(join(folder, 'en.md'), 'A.')
  expect(await said('en.md', 'en.md', '--only', 'en.epub', '--language', 'en')).toMatchObject({ code: 2, err: expect.stringMatching(/“en\.epub” has no pages[^]*facing\.pdf/) })
  expect(await said('en.pdf', '--only', 'en.pdf', '--language', 'en')).toMatchObject({ code: 2, err: expect.stringMatching(/en\.pdf is one already/) })
  expect(await said('en.pdf', 'ar.pdf', '--language', 'en')).toMatchObject({ code: 2, err: expect.stringMatching(/“ar\.pdf” came after en\.pdf/) })
})

test.each([['en', /Examples:[^]*tawazi proof output\/paper-road\/facing\.pdf/], ['ar', /أمثلة:[^]*tawazi proof output\/paper-road\/facing\.pdf/]] as const)('help shows an example in %s', async (language, example) => {
  expect(await said('--help', '--language', language)).toMatchObject({ code: 0, out: expect.stringMatching(example) })
})
