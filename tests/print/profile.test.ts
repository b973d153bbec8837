import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { afterAll, expect, test } from '@jest/globals'
import { makeProfile, removeProfile } from '../../pipeline/print/profile.ts'

const parent = mkdtempSync(join(tmpdir(), 'tawazi-profiles-'))
afterAll(() => rmSync(parent, { recursive: true, force: true }))

/** The number of a process that has ended. */
const dead = (): number => spawnSync(process.execPath, ['-e', '']).pid

test('each profile is a folder of its own, and goes with its files', () => {
  const [first, second] = [makeProfile(parent), makeProfile(parent)]
  expect(first).not.toBe(second)
  writeFileSync(join(first, 'file'), '')
  removeProfile(first)
  removeProfile(second)
  expect(readdirSync(parent)).toEqual([])
})

test('old folders of dead processes go; young ones, those of the living and those of others stay', () => {
  const gone = dead()
  const names = { old: `tawazi-browser-${gone}-old`, young: `tawazi-browser-${gone}-new`, living: `tawazi-browser-${process.pid}-old`, other: 'another-program' }
  for (const [name, folder] of Object.entries(names)) {
    mkdirSync(join(parent, folder))
    if (name !== 'young') utimesSync(join(parent, folder), new Date(0), new Date(0))
  }
  removeProfile(makeProfile(parent))
  expect(Object.keys(names).filter((name) => existsSync(join(parent, names[name as keyof typeof names])))).toEqual(['young', 'living', 'other'])
})

test('a program that ends without a word takes its folders with it', () => {
  const home = mkdtempSync(join(parent, 'ended-'))
  const program = `const { makeProfile } = await import(${JSON.stringify(join(process.cwd(), 'pipeline/print/profile.ts'))}); makeProfile(${JSON.stringify(home)}); throw new Error('a bug')`
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], { env: { ...process.env, NODE_OPTIONS: '' } })
  expect(status).toBe(1)
  expect(readdirSync(home)).toEqual([])
}, 20_000)
