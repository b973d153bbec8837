/** Whatever happens to a program that writes, the files are the old or the new ones, and no decision is lost. */

import { spawn, type ChildProcess } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { random } from '../support/random.ts'
import { english, folder, opened, type Folder } from './book.ts'

let book: Folder
beforeEach(async () => {
  book = folder()
  const desk = await opened(book.root)
  await desk.do({ kind: 'comment', bead: 1, text: 'the first' })
  await desk.do({ kind: 'confirm', beads: { from: 1, to: 2 } })
})
afterEach(() => book.remove())

const writer = (name: string, count: number): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', 'tests/review/writer.ts', book.root, name, String(count)], { stdio: ['ignore', 'pipe', 'inherit'] })

const said = (child: ChildProcess, word: string): Promise<void> => new Promise((resolve) => {
  let all = ''
  child.stdout?.on('data', (chunk: Buffer) => (all += String(chunk)).includes(word) && resolve())
})

const ended = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.on('exit', (code) => resolve(code)))

/** The manuscript with one sentence as the writers write it. */
const sentence = /^The river rose in March, (?:and nobody crossed it for a week|\w+ \d+)\.$/

/** Each takes the start of a program; `TAWAZI_KILLS=50` for a thorough look. */
const kills = Number(process.env['TAWAZI_KILLS'] ?? 3)

test('a program that is killed at any moment leaves old files or new ones', async () => {
  const chance = random(11)
  for (let round = 0; round < kills; round++) {
    const child = writer(`round${round}`, 100_000)
    const end = ended(child)
    await said(child, 'open')
    await new Promise((resolve) => setTimeout(resolve, 40 + chance() * 260))
    child.kill('SIGKILL')
    await end
    const [, written = ''] = /\n\n(The river[^\n]*\.) The ferry lay/.exec(book.read('en.md')) ?? []
    expect(written).toMatch(sentence)
    expect(book.read('en.md')).toBe(english.replace('The river rose in March, and nobody crossed it for a week.', written))
    const desk = await opened(book.root)
    const [row, ...others] = desk.state.rows.filter(({ comments }) => comments.length > 0)
    // Killed between the two files, the decision is found as one to look at again, with both texts.
    expect([others, desk.state.lost, row?.comments[0]?.text]).toEqual([[], [], 'the first'])
    expect(row?.status === 'confirmed' || (row?.status === 'again' && sentence.test(row.before?.en[0] ?? ''))).toBe(true)
    const { history = [] } = row ?? {}
    expect(history.filter(({ what }) => what === 'comment')).toHaveLength(row?.comments.length ?? 0)
  }
  // The next edit clears away what was left, and the lock of the dead.
  const desk = await opened(book.root)
  expect(await desk.do({ kind: 'comment', bead: 1, text: 'the last' })).toMatchObject({ kind: 'done' })
  expect(await desk.do({ kind: 'text', language: 'en', segment: 1, text: 'The river fell.' })).toMatchObject({ kind: 'done' })
  expect(readdirSync(book.root).filter((name) => !name.includes('lock.')).sort()).toEqual(['ar.md', 'decisions.yaml', 'en.md', 'tawazi.yaml'])
}, 60_000 + kills * 20_000)

test('two programs on one book lose no edit', async () => {
  const children = [writer('one', 12), writer('two', 12)]
  expect(await Promise.all(children.map(ended))).toEqual([0, 0])
  const desk = await opened(book.root)
  const [row] = desk.state.rows.filter(({ comments }) => comments.length > 0)
  const comments = ['one', 'two'].flatMap((name) => [0, 2, 4, 6, 8, 10].map((at) => `${name} ${at}`))
  expect(row?.comments.map(({ text }) => text).sort()).toEqual(['the first', ...comments].sort())
  expect(row?.history.filter(({ what }) => what === 'text')).toHaveLength(12)
}, 150_000)

test('a lock that a dead program left is taken over', async () => {
  writeFileSync(join(book.root, '.tawazi.lock'), `999999999 none ${(await import('node:os')).hostname()}\n`)
  const desk = await opened(book.root)
  expect(await desk.do({ kind: 'comment', bead: 2, text: 'still' })).toMatchObject({ kind: 'done' })
  expect(readdirSync(book.root)).not.toContain('.tawazi.lock')
})
