/** `tawazi site`: books that can be read, those that cannot, and what it is told wrongly. */

import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { saidIn } from './said.ts'

const folder = mkdtempSync(join(tmpdir(), 'tawazi-site-'))

beforeAll(() => {
  for (const name of ['kiln', 'other/kiln']) {
    mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, name, 'tawazi.yaml'), 'title: {en: The Kiln, ar: الأتون}\nchapters: [{en: en.md, ar: ar.md}]\n')
    writeFileSync(join(folder, name, 'en.md'), '# The Kiln\n\nThe kiln was cold. Nobody lit it before winter.\n')
    writeFileSync(join(folder, name, 'ar.md'), '# الأتون\n\nكان الأتون باردًا. لم يوقده أحد قبل الشتاء.\n')
  }
  mkdirSync(join(folder, 'output/kiln'), { recursive: true })
  writeFileSync(join(folder, 'output/kiln/ar.epub'), 'finished')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a site of what was built, without a map as long as its address is unknown', async () => {
  const { code, out, err } = await saidIn(folder, ['site', 'kiln'])
  expect([code, err.includes('The address of the site is not known')]).toEqual([0, true])
  expect(out).toMatch(/^\d+ files in output\/site\n$/)
  expect(readdirSync(join(folder, 'output/site')).sort()).toEqual(['ar', 'assets', 'books', 'en', 'index.html'])
  expect(existsSync(join(folder, 'output/site/books/kiln/ar.epub'))).toBe(true)
  expect((await saidIn(folder, ['site', 'kiln', '--address', 'https://kiln.example', '--out', 'mapped', '--quiet'])).out).toBe('')
  expect(existsSync(join(folder, 'mapped/sitemap.xml'))).toBe(true)
})

test('faults write nothing and are told in either language', async () => {
  const twice = await saidIn(folder, ['site', 'kiln', 'other/kiln', '--out', 'none'])
  expect([twice.code, twice.err.includes('Two books have the folder name “kiln”.')]).toEqual([1, true])
  const missing = await saidIn(folder, ['site', 'kiln', 'nowhere', '--out', 'none', '--language', 'ar'])
  expect([missing.code, missing.err.includes('nowhere')]).toEqual([1, true])
  const address = await saidIn(folder, ['site', 'kiln', '--address', 'kiln.example', '--out', 'none'])
  expect([address.code, address.err.includes('“kiln.example” is not the address of a website.')]).toEqual([2, true])
  expect(existsSync(join(folder, 'none'))).toBe(false)
})
