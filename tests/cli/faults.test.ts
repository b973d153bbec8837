/** Faults of the disk and of the command, worded for whoever meets them, with no file half written. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { lineOf } from '../../pipeline/cli/messages.ts'
import { save } from '../../pipeline/cli/save.ts'
import { wordingOf, wordsIn } from '../../pipeline/model/words.ts'
import { saidIn } from './said.ts'

let folder = ''
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'tawazi-faults-')) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const bytes = (text: string) => new TextEncoder().encode(text)

test.each([
  ['ENOSPC', 'cli/disk-full', /disk is full/], ['EDQUOT', 'cli/disk-full', /disk is full/], ['EACCES', 'cli/no-permission', /may not be written/],
  ['EROFS', 'cli/no-permission', /may not be written/], ['EIO', 'cli/not-written', /could not be written/],
])('%s in the middle of writing: the old files, and %s', async (code, rule, wording) => {
  writeFileSync(join(folder, 'b.pdf'), 'old')
  const refuse = (path: string) => {
    writeFileSync(path, 'ne')
    return path.includes('b.pdf') ? Promise.reject(Object.assign(new Error(`${code}: no`), { code })) : Promise.resolve()
  }
  const fault = await save([{ name: 'a.pdf', bytes: bytes('new') }, { name: 'b.pdf', bytes: bytes('new') }], folder, refuse).catch((error: unknown) => error)
  expect(fault).toMatchObject({ rule, values: { path: join(folder, 'b.pdf'), folder } })
  expect(readdirSync(folder)).toEqual(['b.pdf'])
  expect(readFileSync(join(folder, 'b.pdf'), 'utf8')).toBe('old')
  const told = fault as { rule: string; values: Record<string, string> }
  expect(wordingOf(told, wordsIn('en')).what).toMatch(wording)
  expect(wordingOf(told, wordsIn('ar')).what).toMatch(/[\u0621-\u064A]/)
})

const said = (...argv: string[]) => saidIn(folder, argv)

test.each([['en', /tawazi build en\.md ar\.md/, /Usage:/], ['ar', /tawazi build en\.md ar\.md/, /الاستعمال:/]] as const)('help shows an example in %s', async (language, example, title) => {
  for (const argv of [['--help'], ['build', '--help']]) {
    const { code, out } = await said(...argv, '--language', language)
    expect([code, out, out]).toEqual([0, expect.stringMatching(example), expect.stringMatching(title)])
  }
})

test('a command that lacks something points to its own help, and each help has an example', async () => {
  for (const [name, argument] of [['lint', 'epub'], ['impose', 'file'], ['export', 'book']] as const) {
    expect(await said(name, '--language', 'en')).toEqual({ code: 2, out: '', err: `The command lacks its argument “${argument}”.\n    “tawazi ${name} --help” shows what it takes, with an example.\n` })
    expect((await said(name, '--help', '--language', 'en')).out).toMatch(new RegExp(`Examples?:\\n  tawazi ${name} `))
  }
})

test('help is a command too, of all and of one', async () => {
  expect(await said('help', '--language', 'en')).toEqual(await said('--help', '--language', 'en'))
  expect(await said('help', 'lint', '--language', 'en')).toEqual(await said('lint', '--help', '--language', 'en'))
})

test.each([
  [['biuld', 'x'], /^The command biuld is not known; the nearest is “build”\.\n/], [['frobnicate'], /^The command frobnicate is not known\.\n/],
  [['build', 'x', '--qiet'], /^The option --qiet is not known; the nearest is --quiet\.\n/], [['build', 'my', 'own', 'book'], /^There are more words behind “build” than it takes\.\n/],
])('%j is met with what is near to it', async (argv, wording) => {
  expect(await said(...argv, '--language', 'en')).toEqual({ code: 2, out: '', err: expect.stringMatching(wording) })
})

test('a language that is not spoken is told', async () => {
  expect(await said('doctor', '--language', 'fr')).toEqual({ code: 2, out: '', err: expect.stringMatching(/“fr”/) })
})

test('an edition that is not known is met with the nearest name', async () => {
  writeFileSync(join(folder, 'en.md'), 'A.')
  const { code, err } = await said('build', 'en.md', 'en.md', '--only', 'colums.pdf', '--language', 'en')
  expect([code, err]).toEqual([2, expect.stringMatching(/“colums\.pdf”.*“columns\.pdf”/)])
  expect((await said('build', 'en.md', 'en.md', '--only', 'columns', '--language', 'en')).err).toMatch(/the nearest is “columns\.pdf”/)
  expect((await said('build', 'en.md', 'en.md', '--only', 'frobnicate', '--language', 'en')).err).toMatch(/^There is no edition “frobnicate”\.\n/)
})

test('a missing file is one message with its place, in either language, and as JSON', async () => {
  writeFileSync(join(folder, 'en.md'), 'A.')
  expect(await said('build', 'en.md', 'no.md', '--language', 'en', '--quiet')).toEqual({ code: 1, out: '', err: 'no.md:1:1: error: There is no file “no.md”.\n    Check its name and its path.\n' })
  expect((await said('build', 'en.md', 'no.md', '--language', 'ar', '--quiet')).err).toMatch(/^no\.md:1:1: خطأ: لا يوجد ملف باسم «no\.md»\.\n/)
  const { code, out, err } = await said('build', 'en.md', 'no.md', '--json', '--language', 'en')
  expect([code, err, JSON.parse(out)]).toEqual([1, '', { ok: false, files: [], messages: [expect.objectContaining({ rule: 'reading/missing', place: { file: 'no.md', line: 1, column: 1 }, what: 'There is no file “no.md”.' })] }])
})

test('places are named as they are reached from where the command runs', () => {
  const message = { rule: 'reading/empty', severity: 'error', place: { file: 'en/1.md', line: 3, column: 2 }, values: { file: 'en/1.md' } } as const
  expect(lineOf(message, wordsIn('en'), 'books/well')).toMatch(/^books\/well\/en\/1\.md:3:2: error: /)
})
