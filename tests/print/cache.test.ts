import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { cached } from '../../pipeline/print/cache.ts'

const parent = mkdtempSync(join(tmpdir(), 'tawazi-cache-'))
afterAll(() => rmSync(parent, { recursive: true, force: true }))

const later = () => new Promise((resolve) => setTimeout(resolve, 20))
const writing = (text: string) => async (folder: string) => {
  writeFileSync(join(folder, 'first'), text)
  await later()
  writeFileSync(join(folder, 'second'), text)
}

test('a folder is filled once', async () => {
  const home = await cached('once', writing('a'), parent)
  expect(await cached('once', writing('b'), parent)).toBe(home)
  expect(readFileSync(join(home, 'second'), 'utf8')).toBe('a')
})

test('several at once yield one whole folder, and nothing beside it', async () => {
  const homes = await Promise.all(['a', 'b', 'c'].map((text) => cached('together', writing(text), parent)))
  expect(new Set(homes)).toEqual(new Set([join(parent, 'together')]))
  const texts = ['first', 'second'].map((name) => readFileSync(join(parent, 'together', name), 'utf8'))
  expect(texts[0]).toBe(texts[1])
  expect(readdirSync(parent).filter((name) => name.startsWith('together'))).toEqual(['together'])
})

test('a filling that fails leaves nothing, and is a fault of the surroundings', async () => {
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC' })
  const failing = async (folder: string) => {
    writeFileSync(join(folder, 'first'), 'half')
    throw full
  }
  await expect(cached('failing', failing, parent)).rejects.toMatchObject({ rule: 'browser/cache', values: { folder: parent, fault: 'ENOSPC' }, cause: full })
  expect(readdirSync(parent).filter((name) => name.startsWith('failing'))).toEqual([])
})

test('what an unpacking that was cut short left behind is removed, unless it may still be going on', async () => {
  const [old, fresh] = ['again.old', 'again.new'].map((name) => join(parent, name)) as [string, string]
  for (const folder of [old, fresh]) mkdirSync(folder)
  utimesSync(old, new Date(0), new Date(0))
  await cached('again', writing('a'), parent)
  expect([existsSync(old), existsSync(fresh)]).toEqual([false, true])
})
