/** `tawazi cover` before it needs a browser: what is asked for wrongly is said, and nothing is written. */

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { saidIn } from './said.ts'

const folder = mkdtempSync(join(tmpdir(), 'tawazi-cover-'))

beforeAll(() => {
  writeFileSync(join(folder, 'en.md'), '# The Weir\n\nThe river is low.\n')
  writeFileSync(join(folder, 'ar.md'), '# السد\n\nالنهر منخفض.\n')
  writeFileSync(join(folder, 'text.pdf'), 'no PDF')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each([
  [['--pages', '100'], 2, 'profile'],
  [['--profile', 'nobody', '--pages', '100'], 1, 'nobody'],
  [['--profile', 'screen', '--pages', '100'], 2, 'screen'],
  [['--profile', 'kdp'], 2, 'pages'],
  [['--profile', 'kdp', '--pages', 'many'], 2, 'many'],
  [['--profile', 'kdp', '--pages', '-3'], 2, '-3'],
  [['--profile', 'kdp', '--pages', '4'], 1, '24'],
  [['--profile', 'kdp', '--interior', 'text.pdf'], 2, 'text.pdf'],
  [['--profile', 'kdp', '--interior', 'missing.pdf'], 2, 'missing.pdf'],
  [['--profile', 'kdp', '--pages', '100', '--paper', 'silk'], 2, 'silk'],
  [['--profile', 'kdp', '--pages', '100', '--lead', 'fr'], 2, 'fr'],
  [['--profile', 'kdp', '--pages', '100', '--binding', 'top'], 2, 'top'],
  [['--profile', 'kdp', '--pages', '100', '--colour', 'blue'], 2, 'blue'],
])('%j ends with %i', async (options, code, said) => {
  const told = await saidIn(folder, ['cover', 'en.md', 'ar.md', ...options, '--out', 'refused'])
  expect([told.code, told.err]).toEqual([code, expect.stringContaining(said)])
  expect(existsSync(join(folder, 'refused'))).toBe(false)
})

test('in Arabic as well', async () => {
  expect((await saidIn(folder, ['cover', 'en.md', 'ar.md', '--profile', 'kdp', '--language', 'ar'])).err).toMatch(/[\u0600-\u06FF]/)
})
