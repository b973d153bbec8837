/** What a book may give the aligner: a glossary, and a model of meanings. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { bookOfFiles, bookOfFolder } from '../../pipeline/book/load.ts'
import { run } from '../../pipeline/cli/main.ts'
import { retold, words } from '../align/invented.ts'

let folder = ''
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'tawazi-aligner-')) })
afterEach(() => {
  jest.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const load = (lines: string) => {
  write('tawazi.yaml', `chapters: [{en: en.md, ar: ar.md}]\n${lines}\n`)
  return bookOfFolder(folder)
}
const faults = async (lines: string) => (await load(lines)).messages.map(({ rule, place }) => `${place?.file}:${place?.line}:${place?.column} ${rule}`)

test('nothing unless it is asked for', async () => {
  const nothing = { glossary: [], model: undefined }
  expect((await bookOfFiles(join(folder, 'en.md'), join(folder, 'ar.md'))).book?.align).toEqual(nothing)
  expect((await load('original: ar')).book?.align).toEqual(nothing)
  expect((await load('align: {with: words, model: unused}')).book?.align).toEqual(nothing)
})

test('a glossary of the book’s folder, and a model wherever it lies', async () => {
  write('terms.csv', 'en,ar\nmould,قالب\n')
  const { book, messages } = await load('glossary: terms.csv\nalign: {with: embeddings, model: ../models/small}')
  expect(messages).toEqual([])
  expect(book?.align).toEqual({ glossary: [{ en: 'mould', ar: 'قالب' }], model: join(folder, '../models/small') })
})

test.each([
  ['a glossary that is not there', 'glossary: none.csv', ['none.csv:1:1 glossary/missing']],
  ['a glossary outside', 'glossary: ../terms.csv', ['tawazi.yaml:2:11 glossary/outside']],
  ['a fault in the glossary', 'glossary: bad.csv', ['bad.csv:2:7 glossary/no-term']],
  ['embeddings of no model', 'align: {with: embeddings}', ['tawazi.yaml:2:8 configuration/missing-key']],
  ['a backend that is none', 'align: {with: magic}', ['tawazi.yaml:2:15 configuration/unknown-value']],
  ['a model for nothing', 'align: {model: small}', ['tawazi.yaml:2:8 configuration/missing-key']],
])('%s', async (_, lines, expected) => {
  write('bad.csv', 'en,ar\nmould,\n')
  expect(await faults(lines)).toEqual(expected)
})

/** What `tawazi align` of the invented texts says, and its exit code. */
async function aligned(...options: string[]): Promise<{ code: number; out: string; err: string }> {
  const printed = { out: '', err: '' }
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((printed.out += String(text))))
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((printed.err += String(text))))
  const en = write('en.md', `${retold.en.map((text) => text.replace(/^./, (first) => first.toUpperCase())).join(' ')}\n`)
  const ar = write('ar.md', `${retold.ar.join(' ')}\n`)
  const code = await run(['align', en, ar, '--quiet', ...options])
  jest.restoreAllMocks()
  return { code, ...printed }
}
const types = (out: string): string[] => [...out.matchAll(/^\d+ {2}(\d:\d)/gm)].map(([, type = '']) => type)

test('the command takes a glossary', async () => {
  const terms = write('terms.csv', `en,ar,note\n${words.map(([en, ar]) => `${en},${ar},`).join('\n')}\n`)
  expect(types((await aligned()).out)).not.toContain('1:0')
  expect(types((await aligned('--glossary', terms)).out)).toEqual(['1:1', '1:0', '1:1', '1:1', '2:1', '0:1', '1:1', '1:1'])
  const bad = write('bad.csv', 'en,ar\nmould,\n')
  expect(await aligned('--glossary', bad)).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/bad\.csv:2:7: error: .* “ar”/) })
})

test.each([
  ['a model folder that is not there', ['--with', 'embeddings', '--model', 'no-such-model'], /no-such-model/],
  ['no model', ['--with', 'embeddings'], /--model/],
  ['a model for nothing', ['--model', 'small'], /--with embeddings/],
  ['a backend that is none', ['--with', 'magic'], /magic.*\n.*--with embeddings/],
])('%s ends the command with 2 and says what to do, in both languages', async (_, options, said) => {
  for (const language of ['en', 'ar']) {
    expect(await aligned(...options, '--language', language)).toEqual({ code: 2, out: '', err: expect.stringMatching(said) })
  }
})

test('a model’s folder that lacks a file names it', async () => {
  mkdirSync(join(folder, 'model'))
  write('model/config.json', '{}')
  const { code, err } = await aligned('--with', 'embeddings', '--model', join(folder, 'model'))
  expect([code, err]).toEqual([2, expect.stringContaining('tokenizer.json')])
})
