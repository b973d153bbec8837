/** `tawazi site`: books that can be read, those that cannot, and what it is told wrongly. */

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { saidIn } from './said.ts'

// Each builds or reads whole books, on whatever machine.
jest.setTimeout(120_000)

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
  expect(readdirSync(join(folder, 'output/site')).sort()).toEqual(['.tawazi-site.json', 'ar', 'assets', 'books', 'en', 'index.html'])
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

test('pages of a chapter that is gone are deleted, and nothing that is not the product\'s own', async () => {
  const chapter = '\n# Ash\n\nThe ash was grey.\n'
  const written = (text: string) => writeFileSync(join(folder, 'kiln/en.md'), `# The Kiln\n\nThe kiln was cold. Nobody lit it before winter.\n${text}`)
  const page = (name: string) => join(folder, 'swept/en/kiln', name)
  written(chapter)
  writeFileSync(join(folder, 'kiln/ar.md'), '# الأتون\n\nكان الأتون باردًا. لم يوقده أحد قبل الشتاء.\n\n# الرماد\n\nكان الرماد رماديًّا.\n\n# الطين\n\nكان الطين أحمر.\n')
  written(`${chapter}\n# Clay\n\nThe clay was red.\n`)
  expect((await saidIn(folder, ['site', 'kiln', '--out', 'swept'])).code).toBe(0)
  expect(existsSync(page('chapter-3.html'))).toBe(true)
  writeFileSync(page('mine.html'), 'somebody else\'s')
  writeFileSync(page('chapter-3.html'), 'changed by hand')
  written('')
  writeFileSync(join(folder, 'kiln/ar.md'), '# الأتون\n\nكان الأتون باردًا. لم يوقده أحد قبل الشتاء.\n')
  const { out } = await saidIn(folder, ['site', 'kiln', '--out', 'swept'])
  expect(out).toMatch(/^3 files deleted that the site no longer has\n/)
  expect(['chapter-1.html', 'chapter-2.html', 'chapter-3.html', 'mine.html'].map((name) => existsSync(page(name)))).toEqual([true, false, true, true])
})

test('a list that names what lies outside the site deletes nothing there', async () => {
  const precious = join(folder, 'precious.txt')
  writeFileSync(precious, 'precious')
  const digest = createHash('sha256').update('precious').digest('hex')
  writeFileSync(join(folder, 'swept/.tawazi-site.json'), JSON.stringify({ '../precious.txt': digest, 'en/../../precious.txt': digest, [precious]: digest }))
  expect((await saidIn(folder, ['site', 'kiln', '--out', 'swept'])).code).toBe(0)
  expect(existsSync(precious)).toBe(true)
})

test('editions that were built into a folder of any name are found there, where the site has but one book', async () => {
  expect((await saidIn(folder, ['build', 'kiln', '--only', 'ar.epub,report.json', '--out', 'elsewhere'])).code).toBe(0)
  const { code, err } = await saidIn(folder, ['site', 'kiln', '--from', 'elsewhere', '--out', 'found'])
  expect([code, err.includes('no finished editions'), err.includes('was not made from')]).toEqual([0, false, false])
  expect(readFileSync(join(folder, 'found/books/kiln/ar.epub'))).toEqual(readFileSync(join(folder, 'elsewhere/ar.epub')))
  // No library page was made, which would have a picture of it: the EPUB has its own.
  expect(readdirSync(join(folder, 'found/books/kiln/covers'))).toEqual(['ar.epub.png'])
})

test('a folder of editions that is not there is a fault of the command, one without any is told of', async () => {
  mkdirSync(join(folder, 'bare'))
  expect(await saidIn(folder, ['site', 'kiln', '--from', 'bare', '--out', 'empty'])).toMatchObject({ code: 0, err: expect.stringContaining('no finished editions') })
  expect(await saidIn(folder, ['site', 'kiln', '--from', 'nowhere', '--out', 'unmade', '--language', 'en'])).toEqual({ code: 2, out: '', err: expect.stringMatching(/^There is no folder “nowhere”.*\n    Check its name/) })
  expect(await saidIn(folder, ['site', 'kiln', '--from', 'nowhere', '--out', 'unmade', '--language', 'ar'])).toMatchObject({ code: 2, err: expect.stringMatching(/^لا يوجد مجلد باسم «nowhere»/) })
  expect(existsSync(join(folder, 'unmade'))).toBe(false)
})

test('an edition that is older than its book is told of, until it is built anew', async () => {
  const message = 'ar.epub of “kiln” was not made from the book as it is now'
  expect((await saidIn(folder, ['site', 'kiln'])).err).toContain(message)
  expect((await saidIn(folder, ['site', 'kiln', '--language', 'ar'])).err).toContain('لم يُصنع')
  expect((await saidIn(folder, ['build', 'kiln', '--only', 'ar.epub,report.json'])).code).toBe(0)
  expect((await saidIn(folder, ['site', 'kiln'])).err).not.toContain('was not made from')
  const text = readFileSync(join(folder, 'kiln/ar.md'), 'utf8')
  writeFileSync(join(folder, 'kiln/ar.md'), text.replace('باردًا', 'ساخنًا'))
  expect((await saidIn(folder, ['site', 'kiln'])).err).toContain(message)
  writeFileSync(join(folder, 'kiln/ar.md'), text)
  expect((await saidIn(folder, ['site', 'kiln'])).err).not.toContain('was not made from')
})
