/** The whole product, driven as a person would: files in, files out, exit codes and what is said. */

import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

const folder = mkdtempSync(join(tmpdir(), 'tawazi-build-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function tawazi(argv: readonly string[], environment: Record<string, string> = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(process.cwd(), 'pipeline/cli/tawazi.mjs'), ...argv], {
    cwd: folder, encoding: 'utf8', env: { ...process.env, LANG: 'en_GB.UTF-8', NODE_OPTIONS: '', ...environment },
  })
  return { code: status, out: stdout, err: stderr }
}

/** Names in a folder that a listing shows. */
const seen = (path: string) => readdirSync(path).filter((name) => !name.startsWith('.'))

const file = (name: string, content: string | Buffer) => {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), content)
  return name
}

const english = `# The Well

The well was dug in 1911 by two brothers. They drew water from it for forty years.

## The rope

Nobody knows who cut the rope.[^rope] It lay in the yard until March, and then it was gone.

[^rope]: Some say it was never cut at all.

## The stone

A stone closed the well in 1951, and 3 families left the village.
`
const arabic = `# البئر

حفر البئرَ أخوان سنة ١٩١١. وظلّا يستقيان منها أربعين سنة.

## الحبل

لا أحد يعرف من قطع الحبل[^rope]. بقي في الفناء حتى آذار ثم اختفى.

[^rope]: يقول بعضهم إنه لم يُقطع قط.

## الحجر

سُدّت البئر بحجر سنة ١٩٥١، وغادرت القرية ٣ عائلات.
`

beforeAll(() => {
  file('en.md', english)
  file('ar.md', arabic)
})

const all = [
  'ar.epub', 'ar.pages.json', 'ar.pdf', 'columns.pages.json', 'columns.pdf', 'en.epub', 'en.pages.json', 'en.pdf', 'facing.pages.json', 'facing.pdf', 'index.html',
  'interlinear.pages.json', 'interlinear.pdf', 'parallel-ar.epub', 'parallel-en.epub', 'report.csv', 'report.html', 'report.json', 'tap.epub', 'two-cover.pages.json', 'two-cover.pdf',
]

test('two files without configuration become every edition, the report and the page that offers them', () => {
  const { code, err, out } = tawazi(['build', 'en.md', 'ar.md', '--out', 'all'])
  expect([code, err]).toEqual([0, expect.not.stringContaining('error')])
  expect(seen(join(folder, 'all')).filter((name) => name !== 'covers').sort()).toEqual(all)
  for (const name of all) expect(out).toContain(join('all', name))
  const report = JSON.parse(readFileSync(join(folder, 'all/report.json'), 'utf8')) as { beads: { en: unknown[]; ar: unknown[] }[] }
  expect(report.beads.flatMap(({ en }) => en)).toHaveLength(8)
  expect(report.beads.flatMap(({ ar }) => ar)).toHaveLength(8)
}, 120_000)

test('the same book gives the same bytes', () => {
  expect(tawazi(['build', 'en.md', 'ar.md', '--out', 'again', '--quiet'], { TZ: 'Asia/Tokyo', LANG: 'ar_EG.UTF-8' })).toEqual({ code: 0, out: '', err: '' })
  for (const name of all) expect([name, readFileSync(join(folder, 'again', name)).equals(readFileSync(join(folder, 'all', name)))]).toEqual([name, true])
}, 120_000)

test('--only makes just those, and --json says so', () => {
  const { code, out, err } = tawazi(['build', 'en.md', 'ar.md', '--out', 'some', '--only', 'en.epub, report.json', '--json'])
  expect([code, err]).toEqual([0, ''])
  expect(seen(join(folder, 'some')).sort()).toEqual(['en.epub', 'report.json'])
  expect((JSON.parse(out) as { ok: boolean; files: { path: string }[] }).files.map(({ path }) => path)).toEqual(['some/en.epub', 'some/report.json'])
}, 60_000)

test('a book folder is built into output/<book>', () => {
  for (const name of ['en.md', 'ar.md']) cpSync(join(folder, name), join(folder, `The Well/${name}`), { recursive: true })
  file('The Well/tawazi.yaml', 'title: {en: The Well, ar: البئر}\nchapters:\n  - {en: en.md, ar: ar.md}\neditions: [report.json]\n')
  expect(tawazi(['build', 'The Well']).code).toBe(0)
  expect(readdirSync(join(folder, 'output/the-well'))).toEqual(['report.json'])
}, 60_000)

test('a file for a printer has its preflight beside it, and what is not met is told; no reader is offered them', () => {
  for (const name of ['en.md', 'ar.md']) cpSync(join(folder, name), join(folder, `Printed/${name}`), { recursive: true })
  file('Printed/press.yaml', 'title: {en: Riverside Press, ar: مطبعة النهر}\nextends: offset-x4\npages: {least: 4, most: 400, multiple: 2}\n')
  const configuration = (date: string) => file('Printed/tawazi.yaml', `${date}chapters:\n  - {en: en.md, ar: ar.md}\neditions: [{name: ar.pdf, profile: press.yaml}, index.html]\n`)
  const build = () => {
    const { code, err } = tawazi(['build', 'Printed', '--out', 'printed'])
    const { accepted, requirements } = JSON.parse(readFileSync(join(folder, 'printed/ar.press.preflight.json'), 'utf8')) as { accepted: boolean; requirements: { verdict: string }[] }
    return { code, err, accepted, broken: requirements.filter(({ verdict }) => verdict === 'broken').length }
  }
  configuration('date: 2020-07-01\n')
  expect(build()).toEqual({ code: 0, err: expect.not.stringContaining('preflight'), accepted: true, broken: 0 })
  expect(seen(join(folder, 'printed')).sort()).toEqual(['ar.pages.json', 'ar.pdf', 'ar.press.pdf', 'ar.press.preflight.html', 'ar.press.preflight.json', 'covers', 'index.html'])
  expect(readFileSync(join(folder, 'printed/ar.press.preflight.html'), 'utf8')).toContain('مطبعة النهر')
  expect(readFileSync(join(folder, 'printed/index.html'), 'utf8')).not.toContain('press')
  // Without a date the standard is not claimed, which this printer asks for.
  configuration('')
  const undated = build()
  expect(undated).toMatchObject({ code: 0, accepted: false })
  expect(undated.err).toMatch(new RegExp(`warning: ar\\.press\\.pdf does not meet (?:one|${undated.broken}) requirements? of its printer\\.\n +ar\\.press\\.preflight\\.html tells`))
}, 180_000)

const faults: [string, () => string[], number, RegExp][] = [
  ['a file that is not there', () => ['en.md', 'nowhere.md'], 1, /nowhere\.md/],
  ['an empty file', () => ['en.md', file('empty.md', ' \n')], 1, /empty\.md:1:1: error:/],
  ['a binary', () => ['en.md', file('binary.md', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 1, 2, 3]))], 1, /binary\.md/],
  ['the two languages exchanged', () => ['ar.md', 'en.md'], 1, /each other’s place/],
  ['the same text twice', () => ['en.md', file('copy.md', english)], 1, /copy\.md/],
  ['a missing image', () => [file('image.md', `${english}\n![A well](images/well.png "The well.")\n`), 'ar.md'], 1, /image\.md:\d+:\d+: error:.*well\.png/],
  ['an unknown key', () => [file('book/tawazi.yaml', 'titel: {en: A}\nchapters:\n  - {en: a.md, ar: b.md}\n').replace('/tawazi.yaml', '')], 1, /tawazi\.yaml:1:1: error:.*“titel”.*“title”/],
  ['a folder without configuration', () => [file('bare/a.md', 'A.').replace('/a.md', '')], 1, /tawazi\.yaml/],
  ['one manuscript alone', () => ['en.md'], 1, /needs two/],
  ['an option that is not known', () => ['en.md', 'ar.md', '--fast'], 2, /--fast/],
  ['an artifact that is not known', () => ['en.md', 'ar.md', '--only', 'cover.pdf'], 2, /cover\.pdf/],
]

test.each(faults)('%s: a message, the right exit code, no trace and no files', (name, argv, code, said) => {
  const out = `bad-${name.replaceAll(' ', '-')}`
  const run = tawazi(['build', ...argv(), '--out', out])
  expect([run.code, run.err]).toEqual([code, expect.stringMatching(said)])
  expect(run.err).not.toMatch(/^\s+at /m)
  expect(existsSync(join(folder, out))).toBe(false)
}, 60_000)

test('other encodings are read, and the editor is told', () => {
  file('utf16.md', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(arabic, 'utf16le')]))
  const { code, err } = tawazi(['build', 'en.md', 'utf16.md', '--out', 'utf16', '--only', 'report.json'])
  expect([code, err]).toEqual([0, expect.stringMatching(/utf16\.md.*UTF-16/)])
}, 60_000)

test('two texts that have nothing to do with each other are refused', () => {
  const other = Array.from({ length: 12 }, (_, index) => `تغلق المكتبة أبوابها في الساعة ${index + 2}. يحتاج الطباخ إلى ملعقة من الملح وكوب من الدقيق، ثم يخفق البيض جيدًا.`).join('\n\n')
  const longer = Array.from({ length: 12 }, (_, index) => `Trains ran on Tuesday number ${index + 40}. The committee in Geneva voted against the treaty, although Mr. Anders had asked for delay.`).join('\n\n')
  const { code, err } = tawazi(['build', file('trains.md', longer), file('cook.md', other), '--out', 'unrelated', '--only', 'report.json'])
  expect([code, err]).toEqual([1, expect.stringMatching(/translation/)])
}, 60_000)

test('messages come in Arabic to who asks for it', () => {
  const { err } = tawazi(['build', 'en.md', 'nowhere.md', '--language', 'ar'])
  expect(err).toMatch(/خطأ:/)
  expect(err).not.toMatch(/error/)
}, 60_000)

test('without a browser the exit code is 2, the way out is named, and nothing is written', () => {
  const { code, err } = tawazi(['build', 'en.md', 'ar.md', '--out', 'no-browser'], { PUPPETEER_EXECUTABLE_PATH: '/nowhere/chrome' })
  expect([code, err]).toEqual([2, expect.stringMatching(/\/nowhere\/chrome/)])
  expect(existsSync(join(folder, 'no-browser'))).toBe(false)
}, 60_000)
