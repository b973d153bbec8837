/** The desk: every edit is on the disk when it is answered, leaves the rest alone, and can be taken back. */

import { execFileSync } from 'node:child_process'
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { sourceOf, type Checked, type Edit, type Row } from '../../pipeline/model/desk.ts'
import { languages } from '../../pipeline/model/language.ts'
import { wordingOf, wordsIn } from '../../pipeline/model/words.ts'
import { notWritten } from '../../pipeline/review/desk/not-written.ts'
import type { FaultyBook } from '../../pipeline/review/desk/faulty.ts'
import { random } from '../support/random.ts'
import { arabic, english, folder, opened, type Folder, type Window } from './book.ts'

let book: Folder
let desk: Window
beforeEach(async () => {
  book = folder()
  desk = await opened(book.root)
})
afterEach(() => book.remove())

const start = '1:1 1:2 1:1 1:1 1:1 1:1 1:1 1:1 1:1 1:1 1:1 1:1 1:1 1:1 1:1'
const decisions = () => parse(book.read('decisions.yaml')) as { beads: { en: string[]; ar: string[]; status?: string }[] }
/** Places move with the text, and scores hang a little on the whole of it. */
const withoutPlaces = (rows: readonly Row[]) => rows.map(({ en, ar, score: _score, ...row }) => ({
  ...row, en: en.map(({ place: _, ...one }) => one), ar: ar.map(({ place: _, ...one }) => one), findings: row.findings.map(({ rule, bead }) => [rule, bead]),
}))

/** What a second window sees, which has read everything anew, is what the first has followed. */
async function expectSame(): Promise<void> {
  const other = await opened(book.root)
  expect(other.drawing).toBe(desk.drawing)
  expect(withoutPlaces(other.state.rows)).toEqual(withoutPlaces(desk.state.rows))
  expect(other.state.version).toBe(desk.state.version)
}

test('a book is opened as it is aligned', () => {
  expect(desk.drawing).toBe(start)
  expect(desk.state.title).toEqual({ en: 'The ferry', ar: 'العبّارة' })
  expect(desk.state.rows[1]).toMatchObject({ decidedBy: 'machine', status: undefined, comments: [], history: [], chapter: { en: 0, ar: 0 } })
  expect(desk.state.rows[3]?.en[0]).toMatchObject({ text: 'The ferryman mended his nets.', source: 'The ferryman *mended his nets.', segment: 3 })
  expect(desk.state.rows[6]?.en[0]).toMatchObject({ text: 'He lit the lamp & sang\nan old song.', kind: 'quote' })
  // A book is sent whole: what is written as it reads is sent once.
  expect(desk.state.rows[6]?.en[0]).not.toHaveProperty('source')
})

describe('edits of beads', () => {
  test.each<[Edit['kind'], Edit, string, string[]]>([
    ['merge', { kind: 'merge', beads: { from: 1, to: 3 } }, '1:1 2:3c 1:1', ['merge']],
    ['split', { kind: 'split', bead: 1, at: { en: 1, ar: 1 } }, '1:1 1:1c 0:1c 1:1', ['split']],
    ['shift', { kind: 'shift', bead: 1, language: 'ar', by: -1 }, '1:1 1:1c 1:2c 1:1', ['shift']],
    ['link', { kind: 'link', en: { from: 1, to: 2 }, ar: { from: 1, to: 2 } }, '1:1 1:1c', ['link']],
    ['confirm', { kind: 'confirm', beads: { from: 1, to: 2 } }, '1:1 1:2c 1:1', ['confirm']],
  ])('%s', async (_, edit, drawing, history) => {
    expect(await desk.do(edit)).toMatchObject({ kind: 'done' })
    expect(desk.drawing.startsWith(drawing)).toBe(true)
    expect(desk.state.rows[1]).toMatchObject({ decidedBy: 'person', history: history.map((what) => ({ at: '2026-05-01T08:30:00Z', by: 'Rana', what })) })
    await expectSame()
    expect(await desk.undo()).toMatchObject({ kind: 'done' })
    expect(desk.drawing).toBe(start)
    await expectSame()
    expect(await desk.redo()).toMatchObject({ kind: 'done' })
    expect(desk.drawing.startsWith(drawing)).toBe(true)
    expect([book.read('en.md'), book.read('ar.md')]).toEqual([english, arabic])
  })

  test('an omission, its comment, and its opening again', async () => {
    await desk.do({ kind: 'split', bead: 1, at: { en: 1, ar: 1 } })
    expect(await desk.do({ kind: 'omission', bead: 1 })).toEqual({ kind: 'refused', rule: 'desk/omission-two-sided' })
    await desk.do({ kind: 'omission', bead: 2 })
    await desk.do({ kind: 'comment', bead: 2, text: ' The translator’s own. ' })
    expect(desk.state.rows[2]).toMatchObject({ status: 'omission', comments: [{ by: 'Rana', text: 'The translator’s own.' }], history: [{ what: 'split' }, { what: 'omission' }, { what: 'comment' }] })
    await expectSame()
    await desk.do({ kind: 'reopen', bead: 1 })
    await desk.do({ kind: 'reopen', bead: 2 })
    expect(desk.drawing).toBe(start)
    expect(desk.state.rows[1]).toMatchObject({ decidedBy: 'machine', comments: [{ text: 'The translator’s own.' }] })
    for (let steps = 0; steps < 5; steps++) expect(await desk.undo()).toMatchObject({ kind: 'done' })
    expect([desk.drawing, desk.state.canUndo, desk.state.canRedo]).toEqual([start, false, true])
    expect(decisions().beads ?? []).toEqual([])
  })

  test.each<[string, Edit]>([
    ['desk/merge-one', { kind: 'merge', beads: { from: 1, to: 2 } }],
    ['desk/parts', { kind: 'merge', beads: { from: 13, to: 15 } }],
    ['desk/split-nowhere', { kind: 'split', bead: 0, at: { en: 1, ar: 1 } }],
    ['desk/no-bead', { kind: 'confirm', beads: { from: 90, to: 91 } }],
    ['desk/parts', { kind: 'link', en: { from: 1, to: 2 }, ar: { from: 15, to: 16 } }],
    ['desk/link-nothing', { kind: 'link', en: { from: 1, to: 1 }, ar: { from: 1, to: 1 } }],
    ['desk/reopen-undecided', { kind: 'reopen', bead: 1 }],
    ['desk/comment-empty', { kind: 'comment', bead: 1, text: ' ' }],
    ['desk/not-accepted', { kind: 'unaccept', bead: 1, rule: 'numbers-differ' }],
  ])('%s is refused, and nothing written', async (rule, edit) => {
    expect(await desk.do(edit)).toMatchObject({ kind: 'refused', rule })
    expect(() => book.read('decisions.yaml')).toThrow()
  })

  test('a link over what somebody decided in between is refused', async () => {
    await desk.do({ kind: 'confirm', beads: { from: 4, to: 5 } })
    expect(await desk.do({ kind: 'link', en: { from: 3, to: 4 }, ar: { from: 6, to: 7 } })).toMatchObject({ rule: 'desk/link-crosses' })
  })

  test('a finding is accepted with a reason, and no longer', async () => {
    book.write('ar.md', arabic.replace('وانحسر في اليوم التاسع.', 'وانحسر في اليوم 17 منه.'))
    desk = new (desk.constructor as typeof Window)(desk.desk, await desk.desk.state())
    const row = desk.state.rows.findIndex(({ findings }) => findings.length > 0)
    const { rule } = desk.state.rows[row]!.findings[0]!
    expect(await desk.do({ kind: 'accept', bead: row, rule, reason: 'On purpose.' })).toMatchObject({ kind: 'done' })
    expect(desk.state.rows[row]?.findings.find((one) => one.rule === rule)?.accepted).toMatchObject({ reason: 'On purpose.', by: 'Rana', on: '2026-05-01' })
    await expectSame()
    await desk.do({ kind: 'unaccept', bead: row, rule })
    expect(desk.state.rows[row]?.findings.find((one) => one.rule === rule)?.accepted).toBeUndefined()
    await expectSame()
  })
})

describe('edits of texts', () => {
  const written = (find: string, put: string, text = english) => text.replace(find, put)

  test.each<[string, number, string, string, string]>([
    ['words', 1, 'The river rose in May, and nobody crossed it.', 'The river rose in March, and nobody crossed it for a week.', 'The river rose in May, and nobody crossed it.'],
    ['markup that another sentence goes on with', 3, 'The ferryman *dried his nets.', '*mended his', '*dried his'],
    ['a line of a quotation', 6, 'He lit the lamp & sang\na very old\nsong.', '> an old song.', '> a very old\n> song.'],
    ['a cell', 11, 'nothing | none', '| none |', '| nothing \\| none |'],
    ['a note', 14, 'The lamp burned *olive* oil.', 'whale oil', '*olive* oil'],
    ['two sentences for one', 2, 'The ferry lay there. It was old.', 'The ferry lay on the bank.', 'The ferry lay there. It was old.'],
  ])('%s', async (_, segment, text, find, put) => {
    const before = desk.drawing
    expect(await desk.do({ kind: 'text', language: 'en', segment, text })).toMatchObject({ kind: 'done' })
    expect(book.read('en.md')).toBe(written(find, put))
    const row = desk.state.rows.find(({ en }) => en.some((one) => one.segment === segment))
    expect(row?.en.map(sourceOf).join(' ').replace('\\|', '|')).toBe(text)
    expect(row?.history).toMatchObject([{ what: 'text' }])
    await expectSame()
    await desk.undo()
    expect([book.read('en.md'), desk.drawing]).toEqual([english, before])
    await desk.redo()
    expect(book.read('en.md')).toBe(written(find, put))
  })

  test('a bead that was decided on stays decided, with its new words', async () => {
    await desk.do({ kind: 'confirm', beads: { from: 1, to: 2 } })
    await desk.do({ kind: 'text', language: 'ar', segment: 2, text: 'فلم يعبره أحد أسبوعًا.' })
    expect(desk.state.rows[1]).toMatchObject({ status: 'confirmed', before: undefined, history: [{ what: 'confirm' }, { what: 'text' }] })
    await expectSame()
  })

  test.each<[string, number, string]>([
    ['desk/text-empty', 1, ' '],
    ['desk/text-same', 1, 'The river rose in March, and nobody crossed it for a week.'],
    ['desk/text-elsewhere', 1, 'One.\n\nAnother paragraph.'],
    ['desk/text-elsewhere', 1, '```'],
    ['desk/text-elsewhere', 4, 'He waited for the water to fall.'],
    ['desk/text-elsewhere', 3, 'The ferryman <!-- mended his nets.'],
    ['desk/text-lines', 0, 'The\nferry'],
    ['desk/text-breaks', 2, 'The ferry ![lay](nowhere.png) on the bank.'],
  ])('%s is refused, and nothing written', async (rule, segment, text) => {
    expect(await desk.do({ kind: 'text', language: 'en', segment, text })).toMatchObject({ kind: 'refused', rule })
    expect([book.read('en.md'), desk.state.canUndo]).toEqual([english, false])
  })

  test('Windows lines, a byte order mark and another encoding stay', async () => {
    const windows = Buffer.from(`\uFEFF${english.replaceAll('\n', '\r\n')}`)
    book.write('en.md', windows)
    desk = await opened(book.root)
    await desk.do({ kind: 'text', language: 'en', segment: 6, text: 'He lit the lamp & sang\na very old\nsong.' })
    expect(book.read('en.md')).toBe(windows.toString().replace('> an old song.', '> a very old\r\n> song.'))
    await desk.undo()
    expect(book.read('en.md')).toBe(windows.toString())
  })

  test('a manuscript in a code page of Windows stays in it, and takes no letter that it lacks', async () => {
    const bytes = iconv.encode(arabic, 'windows-1256')
    book.write('ar.md', bytes)
    desk = await opened(book.root)
    expect(await desk.do({ kind: 'text', language: 'ar', segment: 2, text: 'لم يعبره أحد 🙂 أسبوعًا.' })).toMatchObject({ kind: 'refused', rule: 'desk/text-encoding' })
    expect(await desk.do({ kind: 'text', language: 'ar', segment: 2, text: 'لم يعبره أحد شهرًا.' })).toMatchObject({ kind: 'done' })
    expect(readFileSync(join(book.root, 'ar.md'))).toEqual(iconv.encode(iconv.decode(bytes, 'windows-1256').replace('ولم يعبره أحد أسبوعًا', 'لم يعبره أحد شهرًا'), 'windows-1256'))
  })

  test('a sentence is cut, its bead split, and both taken back', async () => {
    expect(await desk.do({ kind: 'cut', language: 'en', segment: 1, at: 24 })).toMatchObject({ kind: 'done' })
    expect(desk.text(1)).toBe('The river rose in March, / and nobody crossed it for a week. | ارتفع النهر في آذار. / ولم يعبره أحد أسبوعًا.')
    await desk.do({ kind: 'split', bead: 1, at: { en: 1, ar: 1 } })
    expect(desk.drawing.startsWith('1:1 1:1c 1:1c 1:1')).toBe(true)
    await expectSame()
    expect(await desk.do({ kind: 'join', language: 'en', segment: 1 })).toMatchObject({ kind: 'done' })
    expect(desk.drawing.startsWith('1:1 1:2c 1:1')).toBe(true)
    expect(book.read('decisions.yaml')).not.toContain('cuts:')
    for (let steps = 0; steps < 3; steps++) await desk.undo()
    expect([desk.drawing, english]).toEqual([start, book.read('en.md')])
  })

  test('the words of a cut or joined sentence are edited, and it stays cut or joined; all is taken back', async () => {
    const files = ['en.md', 'ar.md'].map((name) => book.read(name))
    await desk.do({ kind: 'cut', language: 'en', segment: 1, at: 24 })
    await desk.do({ kind: 'join', language: 'ar', segment: 1 })
    const before = desk.text(1)
    const texts = [['en', 1, 'The great river rose in March,'], ['en', 2, 'and nobody at all crossed it for a week.'], ['ar', 1, 'ارتفع النهر يومًا في آذار. ولم يعبره أحد أسبوعًا.']] as const
    for (const [language, segment, text] of texts) expect(await desk.do({ kind: 'text', language, segment, text })).toMatchObject({ kind: 'done' })
    const after = `${texts[0][2]} / ${texts[1][2]} | ${texts[2][2]}`
    expect([desk.text(1), (await opened(book.root)).text(1)]).toEqual([after, after])
    // What was cut or joined as it stood before says nothing any more.
    expect(book.read('decisions.yaml').match(/kind: (?:cut|join)/g)).toEqual(['kind: cut', 'kind: join'])
    for (let step = 0; step < 3; step++) await desk.undo()
    expect(desk.text(1)).toBe(before)
    for (let step = 0; step < 2; step++) await desk.undo()
    expect(['en.md', 'ar.md'].map((name) => book.read(name))).toEqual(files)
  })

  test.each<[string, Edit]>([
    ['desk/cut-word', { kind: 'cut', language: 'en', segment: 1, at: 6 }],
    ['desk/cut-end', { kind: 'cut', language: 'en', segment: 1, at: 0 }],
    ['desk/cut-whole', { kind: 'cut', language: 'en', segment: 0, at: 4 }],
    ['desk/join-paragraph', { kind: 'join', language: 'en', segment: 2 }],
  ])('%s is refused', async (rule, edit) => {
    expect(await desk.do(edit)).toMatchObject({ kind: 'refused', rule })
  })
})

describe('links that lead out of the book', () => {
  const words = 'Not of this book.\n'
  let outside: string
  beforeEach(() => {
    outside = mkdtempSync(join(tmpdir(), 'tawazi-outside-'))
    writeFileSync(join(outside, 'file'), words)
  })
  afterEach(() => rmSync(outside, { recursive: true }))

  test.each(['.decisions.yaml.part', '.en.md.part'])('%s is never written through', async (name) => {
    symlinkSync(join(outside, 'file'), join(book.root, name))
    expect(await desk.do({ kind: 'text', language: 'en', segment: 1, text: 'The river rose in May, and nobody crossed it.' })).toMatchObject({ kind: 'done' })
    expect([readFileSync(join(outside, 'file'), 'utf8'), lstatSync(join(book.root, 'en.md')).isFile(), lstatSync(join(book.root, 'decisions.yaml')).isFile()]).toEqual([words, true, true])
    await expectSame()
  })

  test('decisions that lie outside are neither read nor written', async () => {
    symlinkSync(join(outside, 'file'), join(book.root, 'decisions.yaml'))
    await expect(desk.do({ kind: 'confirm', beads: { from: 1, to: 2 } })).rejects.toMatchObject({ rule: 'desk/faulty', fault: { rule: 'decisions/outside' } })
    expect(readFileSync(join(outside, 'file'), 'utf8')).toBe(words)
  })

  test('a manuscript that lies outside is not read', async () => {
    renameSync(join(book.root, 'en.md'), join(outside, 'en.md'))
    symlinkSync(join(outside, 'en.md'), join(book.root, 'en.md'))
    await expect(desk.desk.state()).rejects.toMatchObject({ rule: 'desk/faulty' })
    await expect(desk.do({ kind: 'text', language: 'en', segment: 1, text: 'The river rose.' })).rejects.toMatchObject({ rule: 'desk/faulty' })
    expect(readFileSync(join(outside, 'en.md'), 'utf8')).toBe(english)
  })
})

describe('what stands in the place of a file of the book', () => {
  const kinds: readonly [what: string, put: (path: string) => void, fault: string][] = [
    ['a folder', (path) => mkdirSync(path), 'reading/folder'],
    ['a pipe', (path) => execFileSync('mkfifo', [path]), 'reading/unreadable'],
    ['an empty file', (path) => writeFileSync(path, ''), 'reading/empty'],
    ['a file of 300 MB', (path) => { writeFileSync(path, ''); truncateSync(path, 300_000_000) }, 'reading/too-large'],
    ['a file of 60 MB', (path) => { writeFileSync(path, ''); truncateSync(path, 60_000_000) }, 'reading/too-large'],
  ]

  test.each(kinds)('%s is told of in both languages, nothing is written, and when the file is back work goes on', async (_, put, fault) => {
    const aside = join(book.root, '.en.md.aside')
    const before = book.read('ar.md')
    renameSync(join(book.root, 'en.md'), aside)
    put(join(book.root, 'en.md'))
    const error = await desk.do({ kind: 'text', language: 'ar', segment: 1, text: 'فاض النهر.' }).catch((thrown: unknown) => thrown) as FaultyBook
    expect(error).toMatchObject({ rule: 'desk/faulty', fault: { rule: fault, place: { file: 'en.md', line: 1 } } })
    expect(languages.map((language) => wordingOf({ rule: error.rule, values: error.valuesIn(language) }, wordsIn(language)).what.replaceAll(/[\u2066\u2069]/g, ''))).toEqual(languages.map(() => expect.stringMatching(/en\.md:1: .{10}/)))
    expect([book.read('ar.md'), existsSync(join(book.root, 'decisions.yaml'))]).toEqual([before, false])
    rmSync(join(book.root, 'en.md'), { recursive: true })
    renameSync(aside, join(book.root, 'en.md'))
    expect(await desk.do({ kind: 'confirm', beads: { from: 1, to: 2 } })).toMatchObject({ kind: 'done' })
  })

  test.each(kinds.filter(([what]) => !/empty|60/.test(what)))('%s instead of the decisions is not taken for none, nor written over', async (_, put) => {
    put(join(book.root, 'decisions.yaml'))
    const { ino } = lstatSync(join(book.root, 'decisions.yaml'))
    await expect(desk.do({ kind: 'confirm', beads: { from: 1, to: 2 } })).rejects.toMatchObject({ rule: 'desk/faulty', fault: { rule: 'decisions/unreadable' } })
    expect(lstatSync(join(book.root, 'decisions.yaml')).ino).toBe(ino)
  })

  test('a configuration that is a pipe is a fault, and does not keep anybody waiting', async () => {
    rmSync(join(book.root, 'tawazi.yaml'))
    execFileSync('mkfifo', [join(book.root, 'tawazi.yaml')])
    await expect(desk.desk.state()).rejects.toMatchObject({ rule: 'desk/faulty' })
  })
})

test.each([['ENOSPC', 'disk-full'], ['EDQUOT', 'disk-full'], ['EROFS', 'not-written'], ['EACCES', 'not-written']])('%s is told of as %s', (code, rule) => {
  expect(notWritten('en.md', Object.assign(new Error(code), { code }))).toMatchObject({ rule: `desk/${rule}`, values: { path: 'en.md' } })
})

describe('two windows', () => {
  test('a stale edit is refused with the book as it is, and neither is lost', async () => {
    const other = await opened(book.root)
    await desk.do({ kind: 'confirm', beads: { from: 0, to: 1 } })
    const late = await other.do({ kind: 'confirm', beads: { from: 2, to: 3 } })
    expect(late).toMatchObject({ kind: 'stale', state: { version: desk.state.version } })
    if (late.kind === 'stale') other.state = late.state
    expect(other.state.rows[0]).toMatchObject({ status: 'confirmed' })
    await other.do({ kind: 'confirm', beads: { from: 2, to: 3 } })
    expect(decisions().beads).toHaveLength(2)
    // The first window can still take back its own step, and only that.
    desk.state = await desk.desk.state()
    await desk.undo()
    expect(decisions().beads.map(({ en }) => en)).toEqual([['The ferry lay on the bank.']])
  })

  test('a step is taken back without what others did meanwhile', async () => {
    await desk.do({ kind: 'cut', language: 'en', segment: 1, at: 24 })
    const other = await opened(book.root)
    await other.do({ kind: 'cut', language: 'en', segment: 4, at: 23 })
    desk.state = await desk.desk.state()
    expect(await desk.undo()).toMatchObject({ kind: 'done' })
    expect(desk.text(1)).toMatch(/^The river rose in March, and nobody/)
    expect(desk.text(3)).toMatch(/^The ferryman mended his \/ nets\./)
    expect(parse(book.read('decisions.yaml'))).toMatchObject({ cuts: [{ before: 'The ferryman mended his' }] })
  })

  test('what is edited in the manuscript meanwhile comes back to be looked at again', async () => {
    await desk.do({ kind: 'confirm', beads: { from: 1, to: 3 } })
    book.write('en.md', english.replace('The ferry lay on the bank.', 'The old ferry lay on the bank.'))
    const answer = await desk.do({ kind: 'confirm', beads: { from: 3, to: 4 } })
    expect(answer).toMatchObject({ kind: 'stale' })
    const { rows } = await desk.desk.state()
    expect(rows[1]).toMatchObject({ status: 'confirmed' })
    expect(rows[2]).toMatchObject({ status: 'again', decidedBy: 'machine', before: { en: ['The ferry lay on the bank.'] } })
    desk.state = await desk.desk.state()
    await desk.do({ kind: 'confirm', beads: { from: 2, to: 3 } })
    expect(desk.state.rows[2]).toMatchObject({ status: 'confirmed', before: undefined, history: [{ what: 'confirm' }, { what: 'confirm' }] })
    await expectSame()
  })

  test('a file of decisions that cannot be read is never written over', async () => {
    await desk.do({ kind: 'confirm', beads: { from: 1, to: 3 } })
    book.write('decisions.yaml', '<<<<<<< ours\n')
    await expect(desk.do({ kind: 'confirm', beads: { from: 4, to: 5 } })).rejects.toMatchObject({ rule: 'desk/faulty' })
    expect(book.read('decisions.yaml')).toBe('<<<<<<< ours\n')
  })
})

test('after any edits the rows are what a fresh look sees, and all can be taken back and done again', async () => {
  const chance = random(99)
  const pick = (count: number) => Math.floor(chance() * count)
  for (let edits = 0; edits < 40; edits++) {
    const rows = desk.state.rows.length
    const bead = pick(rows)
    const language = chance() < 0.5 ? 'en' : 'ar'
    const size = { en: desk.state.rows[bead]!.en.length, ar: desk.state.rows[bead]!.ar.length }
    const edit: Edit = [
      { kind: 'merge', beads: { from: bead, to: bead + 2 } } as const,
      { kind: 'split', bead, at: { en: pick(size.en + 1), ar: pick(size.ar + 1) } } as const,
      { kind: 'shift', bead, language, by: chance() < 0.5 ? 1 : -1 } as const,
      { kind: 'link', en: { from: bead, to: bead + pick(2) }, ar: { from: bead, to: bead + pick(3) } } as const,
      { kind: 'confirm', beads: { from: bead, to: bead + 2 } } as const,
      { kind: 'omission', bead } as const,
      { kind: 'reopen', bead } as const,
      { kind: 'comment', bead, text: `note ${edits}` } as const,
    ][pick(8)]!
    await desk.do(edit)
  }
  const first = desk.state.rows
  const end = desk.drawing
  const file = book.read('decisions.yaml')
  const fresh = await opened(book.root)
  expect(fresh.drawing).toBe(end)
  let steps = 0
  for (; desk.state.canUndo; steps++) expect(await desk.undo()).toMatchObject({ kind: 'done' })
  expect(desk.drawing).toBe(start)
  for (let again = 0; again < steps; again++) await desk.redo()
  expect([desk.drawing, book.read('decisions.yaml')]).toEqual([end, file])
  expect(withoutPlaces(desk.state.rows)).toEqual(withoutPlaces(first))
})

test('what the whole book must be asked for is found a moment after an edit, as whoever opens it then finds it', async () => {
  const [en, ar] = ['The boat came up the river at night.', 'صعد القارب النهر في الليل.']
  const repeated = folder({ en: `# Boats\n\n${en}\n\nIt had no oars.\n\n${en}\n\n${en}\n`, ar: `# قوارب\n\n${ar}\n\nلم تكن له مجاذيف.\n\n${ar}\n\n${ar}\n` })
  try {
    const own = await opened(repeated.root)
    expect(own.state.isChecked).toBe(true)
    const found = new Promise<Checked>((resolve) => { own.desk.follow(resolve) })
    await own.do({ kind: 'text', language: 'ar', segment: 3, text: 'جاء قارب من أسفل النهر ليلًا.' })
    expect([own.state.isChecked, own.state.rows[3]?.findings]).toEqual([false, []])
    const { version, rows } = await found
    expect([version, rows.map(({ row, findings }) => [row, findings.map(({ rule }) => rule)])]).toEqual([own.state.version, [[3, ['same-source']]]])
    const fresh = await opened(repeated.root)
    expect(fresh.state).toMatchObject({ isChecked: true, rows: (await own.desk.state()).rows.map(({ findings }) => ({ findings })) })
    // Who only confirms changes nothing that would have to be asked again.
    own.state = await own.desk.state()
    await own.do({ kind: 'confirm', beads: { from: 1, to: 2 } })
    expect(own.state.isChecked).toBe(true)
  } finally {
    repeated.remove()
  }
}, 120_000)
