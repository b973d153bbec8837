import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { maySave, save } from '../../pipeline/cli/save.ts'

let folder = ''
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'tawazi-save-')) })
afterEach(() => rm(folder, { recursive: true, force: true }))

const bytes = (text: string) => new TextEncoder().encode(text)

test('artifacts are written whole, folders made, and nothing is left beside them', async () => {
  await save([{ name: 'a.txt', bytes: bytes('one') }, { name: 'covers/b.png', bytes: bytes('two') }], folder)
  expect(await readdir(folder, { recursive: true })).toEqual(['a.txt', 'covers', 'covers/b.png'])
  expect(await readFile(join(folder, 'covers/b.png'), 'utf8')).toBe('two')
})

test('a view into a larger buffer is written as the view, not as the buffer', async () => {
  await save([{ name: 'a.txt', bytes: bytes('0123456789').subarray(2, 5) }], folder)
  expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('234')
})

test('a file in the way of the folder is named, and stays', async () => {
  await writeFile(join(folder, 'out'), 'mine')
  await expect(save([{ name: 'a.txt', bytes: bytes('one') }], join(folder, 'out'))).rejects.toMatchObject({ rule: 'cli/not-a-folder' })
  const inner = join(folder, 'out/deep/inner')
  await expect(save([{ name: 'a.txt', bytes: bytes('one') }], inner)).rejects.toMatchObject({ rule: 'cli/not-a-folder', values: { path: inner, folder: join(folder, 'out') } })
  expect(await readFile(join(folder, 'out'), 'utf8')).toBe('mine')
})

test('a folder where a file should stand is named, and no other file is changed or left', async () => {
  await mkdir(join(folder, 'b.pdf/inner'), { recursive: true })
  await writeFile(join(folder, 'c.pdf'), 'old')
  const files = ['c.pdf', 'b.pdf'].map((name) => ({ name, bytes: bytes('new') }))
  await expect(save(files.toReversed(), folder)).rejects.toMatchObject({ rule: 'cli/folder-in-the-way', values: { path: join(folder, 'b.pdf') } })
  expect(await readdir(folder)).toEqual(['b.pdf', 'c.pdf'])
  expect(await readFile(join(folder, 'c.pdf'), 'utf8')).toBe('old')
})

test('what cannot be written is known before a book is made', async () => {
  await writeFile(join(folder, 'out'), 'mine')
  await expect(maySave(join(folder, 'out/book'))).rejects.toMatchObject({ rule: 'cli/not-a-folder', values: { folder: join(folder, 'out') } })
  await expect(maySave(join(folder, 'new/book'))).resolves.toBeUndefined()
  expect(await readdir(folder)).toEqual(['out'])
})

const hasProc = await readdir('/proc').then(() => true, () => false)

;(hasProc ? test : test.skip)('a file system that takes no folders is told of, and does not hang', async () => {
  await expect(save([{ name: 'a.txt', bytes: bytes('one') }], '/proc/tawazi/book')).rejects.toMatchObject({ rule: 'cli/folder-not-made', values: { path: '/proc/tawazi/book', folder: '/proc' } })
})
