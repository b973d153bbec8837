/** `tawazi export` and `tawazi import`: a book goes to a translator and comes back corrected. */

import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { saidIn } from './said.ts'

let folder = ''
const name = '01-a-leaf-against-the-light.md'
const chapter = `road/ar/${name}`

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tawazi-exchange-'))
  for (const language of ['en', 'ar']) cpSync(resolve('samples/paper-road', language, name), join(folder, 'road', language, name))
  cpSync(resolve('samples/paper-road/images'), join(folder, 'road/images'), { recursive: true })
  writeFileSync(join(folder, 'road/tawazi.yaml'), `chapters: [{en: en/${name}, ar: ar/${name}}]\n`)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = (name: string): string => readFileSync(join(folder, name), 'utf8')

const exported = async (format: string, out: string) => {
  expect(await saidIn(folder, ['export', 'road', '--format', format, '--out', out, '--quiet'])).toEqual({ code: 0, out: '', err: '' })
}

test('corrections become pins that the next export shows, new words go into the manuscript', async () => {
  await exported('xliff-1.2', 'out/book.xlf')
  const [moved, old, fresh] = ['صعدت به صاحبته ثلاث طبقات من الدرج، ثم لم ترضَ عند الباب أن آخذه من يدها.', 'أنا أرمّم المخطوطات.', 'أنا مرمّم مخطوطات.']
  const text = read('out/book.xlf').replace(`${moved} `, '').replace('جاءني الكتاب في كيس وسادة.', `جاءني الكتاب في كيس وسادة. ${moved}`).replace(old, fresh)
  writeFileSync(join(folder, 'out/back.xlf'), text)
  const before = read(chapter)

  const rehearsed = await saidIn(folder, ['import', 'road', 'out/back.xlf', '--texts', '--dry-run'])
  expect(rehearsed.out).toBe('68 units stand as they were\n2 pairs would be kept in road/decisions.yaml\n1 text would be written into its manuscript\n')
  expect(rehearsed.err).toMatch(/road\/ar\/01-a-leaf-against-the-light\.md:11:1: warning.*أنا مرمّم مخطوطات.*\(out\/back\.xlf:\d+:1\)/)
  expect([existsSync(join(folder, 'road/decisions.yaml')), read(chapter)]).toEqual([false, before])

  const done = await saidIn(folder, ['import', 'road', 'out/back.xlf', '--texts', '--by', 'Layla', '--quiet'])
  expect(done).toMatchObject({ code: 0, out: '' })
  expect(read(chapter)).toBe(before.replace(old, fresh))
  expect(read('road/decisions.yaml').match(/by: "Layla", what: import/g)).toHaveLength(2)
  await exported('tmx', 'out/after.tmx')
  expect(read('out/after.tmx')).toContain(`<prop type="x-status">corrected</prop><tuv xml:lang="en"><seg>The book came to me in a pillowcase.</seg></tuv><tuv xml:lang="ar"><seg>جاءني الكتاب في كيس وسادة. ${moved}</seg>`)

  // The same file again finds nothing left to do.
  const again = JSON.parse((await saidIn(folder, ['import', 'road', 'out/back.xlf', '--json'])).out) as object
  expect(again).toMatchObject({ same: 71, beads: [], rewordings: [] })
}, 60_000)

test('a sentence that was parted inside is two in the book from then on', async () => {
  const pair = (en: string, ar: string) => `<tu><tuv xml:lang="en"><seg>${en}</seg></tuv><tuv xml:lang="ar"><seg>${ar}</seg></tuv></tu>`
  writeFileSync(join(folder, 'out/parted.tmx'), `<tmx version="1.4"><header/><body>${pair('The book came', 'جاءني الكتاب')}${pair('to me in a pillowcase.', 'في كيس وسادة.')}</body></tmx>`)
  rmSync(join(folder, 'road/decisions.yaml'), { force: true })
  const rehearsed = await saidIn(folder, ['import', 'road', 'out/parted.tmx', '--dry-run'])
  expect(rehearsed).toMatchObject({ code: 0, out: '0 units stand as they were\n2 sentences would be parted inside\n2 pairs would be kept in road/decisions.yaml\n' })
  expect(existsSync(join(folder, 'road/decisions.yaml'))).toBe(false)
  await saidIn(folder, ['import', 'road', 'out/parted.tmx', '--quiet'])
  expect(read('road/decisions.yaml')).toContain('  - kind: cut\n    language: ar\n    before: "جاءني الكتاب"\n    after: "في كيس وسادة."\n')
  await exported('tmx', 'out/parted-after.tmx')
  expect(read('out/parted-after.tmx')).toContain('<seg>The book came</seg></tuv><tuv xml:lang="ar"><seg>جاءني الكتاب</seg>')
}, 60_000)

test('what is wrong is said, in either language', async () => {
  writeFileSync(join(folder, 'out/broken.tmx'), '<tmx>\n<body></tmx>')
  expect(await saidIn(folder, ['import', 'road', 'out/broken.tmx'])).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/out\/broken\.tmx:2:7: error: broken.tmx is not sound XML: Missing end tag/) as unknown })
  expect(await saidIn(folder, ['import', 'road', 'out/none.tmx', '--language', 'ar'])).toMatchObject({ code: 2, err: expect.stringMatching(/تعذّرت قراءة/) as unknown })
  expect(await saidIn(folder, ['export', 'road', '--format', 'docx'])).toMatchObject({ code: 2, err: expect.stringMatching(/no format “docx”/) as unknown })
  expect(await saidIn(folder, ['export', 'road', '--language', 'ar'])).toMatchObject({ code: 2, err: expect.stringMatching(/بأي صيغة/) as unknown })
})
