/** `tawazi lint` on EPUBs that are sound, broken, or none. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { arabic, english, epubOf, withBook } from '../support/proved.ts'
import { unzipped, zipped } from '../support/zip.ts'
import { saidIn } from './said.ts'

const folder = mkdtempSync(join(tmpdir(), 'tawazi-lint-'))

beforeAll(async () => {
  const bytes = await withBook({ en: english, ar: arabic }, (read) => epubOf(read, 'columns-ar'))
  writeFileSync(join(folder, 'sound.epub'), bytes)
  const files = new Map([...await unzipped(bytes)].map(([name, content]) => [name, Buffer.from(content.toString('latin1').replace('page-progression-direction="rtl"', ''), 'latin1')]))
  writeFileSync(join(folder, 'broken.epub'), await zipped(files))
  writeFileSync(join(folder, 'none.epub'), 'no archive')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a sound book is told to be sound', async () => {
  expect(await saidIn(folder, ['lint', 'sound.epub'])).toMatchObject({ code: 0, out: 'Nothing is wrong that this linter knows of.\n' })
})

test('a fault is told with its file and line, in either language', async () => {
  const { code, err } = await saidIn(folder, ['lint', 'broken.epub'])
  expect(code).toBe(1)
  expect(err).toMatch(/broken\.epub, EPUB\/package\.opf:\d+: The direction in which pages turn is not stated\./)
  expect((await saidIn(folder, ['lint', '--language', 'ar', 'broken.epub'])).err).toContain('لم يُذكر اتجاه تقليب الصفحات.')
})

test('what is no EPUB, and what is not there, is told as such', async () => {
  expect((await saidIn(folder, ['lint', 'none.epub'])).err).toContain('none.epub is no EPUB that can be opened')
  expect((await saidIn(folder, ['lint', '--language', 'ar', 'none.epub'])).err).toMatch(/^خطأ: ليس none\.epub كتاب EPUB يمكن فتحه: [^a-z]+$/)
  expect(await saidIn(folder, ['lint', 'missing.epub'])).toMatchObject({ code: 2 })
})
