/** `tawazi align` as a translator calls it. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { featureNames } from '../../pipeline/align/features.ts'
import { keyOf } from '../../pipeline/cli/align.ts'
import { wordsIn } from '../../pipeline/model/words.ts'
import { lighthouse } from '../align/sides.ts'

const command = resolve('pipeline/cli/tawazi.mjs')
let folder = ''

function tawazi(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'align', ...args], { cwd: folder, encoding: 'utf8', env: { ...process.env, LANG: 'C' } })
  return { code: status, out: stdout, err: stderr }
}

const text = (sentences: readonly string[]): string => sentences.map((sentence) => sentence.replace('¶', '\n\n')).join(' ').trim()

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tawazi-align-'))
  writeFileSync(join(folder, 'en.md'), text(lighthouse.en))
  // The Arabic leaves the sixth sentence out.
  writeFileSync(join(folder, 'ar.md'), text(lighthouse.ar.filter((_, index) => index !== 5)))
  mkdirSync(join(folder, 'documents'))
  const document = { id: 'story', en: lighthouse.en, ar: lighthouse.ar, enParagraphStarts: [0, 3, 6] }
  writeFileSync(join(folder, 'documents/story.json'), JSON.stringify(document))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('prints the beads as JSON, with places', () => {
  const { code, out } = tawazi('en.md', 'ar.md', '--json')
  const { ok, beads } = JSON.parse(out) as { ok: boolean; beads: { bead: number; type: string; score: number; en: { text: string; place: { line: number } }[] }[] }
  expect([code, ok]).toEqual([0, true])
  expect(beads.map(({ type }) => type).join(' ')).toBe('1:1 1:1 1:1 1:1 1:1 1:0 1:1 1:1 1:1 1:1')
  expect(beads[5]?.en[0]).toMatchObject({ text: lighthouse.en[5], place: { line: 3 } })
  for (const { score } of beads) expect(score > 0 && score <= 1).toBe(true)
})

test('says what spoke for and against a bead, in both languages', () => {
  const english = tawazi('en.md', 'ar.md', '--explain', '2', '--quiet')
  expect([english.code, english.out]).toEqual([0, expect.stringMatching(/English words whose counterpart is there/)])
  expect(english.out).toMatch(/1874 = 1874/)
  const arabic = tawazi('en.md', 'ar.md', '--explain', '2', '--quiet', '--language', 'ar')
  expect(arabic.out).toMatch(/كلمات إنجليزية وُجد مقابلها/)
})

test('every feature has a name in both languages', () => {
  for (const language of ['en', 'ar'] as const) {
    const words = wordsIn(language)
    for (const name of featureNames) expect(words(`features:${keyOf(name)}`).length).toBeGreaterThan(3)
  }
})

test('a bead that is not there is a fault of the command', () => {
  const { code, err } = tawazi('en.md', 'ar.md', '--explain', '99')
  expect([code, err]).toEqual([2, expect.stringMatching(/no bead 99[^]*1 to 10/)])
})

test('aligns a folder of segmented documents without cutting them again', () => {
  expect(tawazi('--segmented', 'documents', '--out', 'beads').code).toBe(0)
  const { id, pairs, scores } = JSON.parse(readFileSync(join(folder, 'beads/story.json'), 'utf8')) as { id: string; pairs: [number[], number[]][]; scores: number[] }
  expect([id, pairs.length, scores.length]).toEqual(['story', 10, 10])
  expect(pairs).toEqual(lighthouse.en.map((_, index) => [[index], [index]]))
})

test('a document of another shape is named, and what is wrong with it', () => {
  mkdirSync(join(folder, 'wrong'), { recursive: true })
  writeFileSync(join(folder, 'wrong/odd.json'), '{"en": "one string", "ar": []}')
  const { code, err } = tawazi('--segmented', 'wrong', '--out', 'beads')
  expect([code, err]).toEqual([1, expect.stringMatching(/odd\.json[^]*\/en must be array/)])
})
