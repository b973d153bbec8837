/** Every rule of the linter by a book that breaks it: a folder for each rule says what is changed in the book `sound`, which breaks none. */

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { ZipFile } from 'yazl'
import { lintBytes, rules } from '../../../pipeline/check/epub/index.ts'
import { languages } from '../../../pipeline/model/language.ts'
import type { Message } from '../../../pipeline/model/message.ts'
import { wordingOf, wordsIn } from '../../../pipeline/model/words.ts'

/** One way of breaking a rule. */
interface Change {
  readonly what: string
  /** Of each file: a stretch of it and what stands in its place, once or, with `all`, wherever it stands. */
  readonly files?: Readonly<Record<string, readonly (readonly [from: string, to: string, all?: 'all'])[]>>
  readonly add?: Readonly<Record<string, string>>
  readonly remove?: readonly string[]
  readonly mimetype?: 'deflated' | 'extra' | 'last'
  /** Rules that are broken with it, for one cannot be without the other. */
  readonly also?: readonly string[]
}

const home = 'tests/check/epub'
const folders = readdirSync(home).filter((name) => name !== 'sound' && statSync(join(home, name)).isDirectory())
const changes = folders.flatMap((rule) => (JSON.parse(readFileSync(join(home, rule, 'changes.json'), 'utf8')) as Change[]).map((change) => ({ rule, ...change })))

function sound(): Map<string, string> {
  const root = join(home, 'sound')
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(root, name)).isFile()).sort()
  return new Map(['mimetype', ...names.filter((name) => name !== 'mimetype')].map((name) => [name, readFileSync(join(root, name), 'utf8')]))
}

function changed({ files = {}, add = {}, remove = [] }: Change): Map<string, string> {
  const book = sound()
  for (const [name, replacements] of Object.entries(files)) {
    for (const [from, to, all] of replacements) {
      const text = book.get(name) ?? ''
      if (!text.includes(from)) throw new Error(`${name} has no ${from}`)
      book.set(name, all ? text.replaceAll(from, () => to) : text.replace(from, () => to))
    }
  }
  for (const [name, content] of Object.entries(add)) book.set(name, content)
  for (const name of remove) book.delete(name)
  return book
}

async function zipped(files: ReadonlyMap<string, string>, mimetype?: Change['mimetype']): Promise<Uint8Array> {
  const zip = new ZipFile()
  const plain = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true }
  const names = mimetype === 'last' ? [...files.keys()].filter((name) => name !== 'mimetype').concat('mimetype') : [...files.keys()]
  for (const name of names) {
    const options = name !== 'mimetype' ? plain : mimetype === 'deflated' ? { ...plain, compress: true } : { ...plain, compress: false, forceDosTimestamp: mimetype !== 'extra' }
    zip.addBuffer(Buffer.from(files.get(name) ?? ''), name, options)
  }
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
}

const names = (messages: readonly Message[]): string[] => [...new Set(messages.map(({ rule }) => rule.replace('lint/', '')))].sort()

test('the sound book breaks no rule', async () => {
  expect(await lintBytes(await zipped(sound()), 'sound.epub')).toEqual([])
})

test('no rule is without its broken book, and no book without its rule', () => {
  expect(folders.sort()).toEqual(rules.map(({ name }) => name).sort())
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length)
})

test.each(changes)('$rule: $what', async (change) => {
  const messages = await lintBytes(await zipped(changed(change), change.mimetype), 'it.epub')
  expect(names(messages)).toEqual([change.rule, ...(change.also ?? [])].sort())
})

test('a place is a file of the archive and a line in it', async () => {
  const book = changed({ what: '', files: { 'EPUB/two.xhtml': [['كان الدلو', 'كان \u202Eالدلو']] } })
  expect(await lintBytes(await zipped(book), 'it.epub')).toEqual([{ rule: 'lint/bidi-control', severity: 'error', values: { edition: 'it.epub', where: 'EPUB/two.xhtml:8', value: 'U+202E' } }])
})

test('what stands in many places is told five times and then counted', async () => {
  const lines = Array.from({ length: 9 }, (_, index) => `<p id="same">سطر ${'أ'.repeat(index + 1)}</p>`).join('\n')
  const messages = await lintBytes(await zipped(changed({ what: '', files: { 'EPUB/two.xhtml': [['</section>', `${lines}</section>`]] } })), 'it.epub')
  expect(messages.map(({ rule }) => rule)).toEqual([...Array.from({ length: 5 }, () => 'lint/id-twice'), 'lint/more'])
  expect(messages.at(-1)?.values?.['count']).toBe(3)
})

test('what is no archive, and one that was cut short or changed, are told apart', async () => {
  expect(names(await lintBytes(Buffer.from('PK, but not really'), 'it.epub'))).toEqual(['no-archive'])
  const bytes = await zipped(sound())
  expect(names(await lintBytes(bytes.subarray(0, bytes.length - 200), 'it.epub'))).toEqual(['archive-broken'])
  const changed = Buffer.from(bytes)
  changed.fill(0, 300, 330)
  expect(names(await lintBytes(changed, 'it.epub'))).toEqual(['archive-broken'])
})

test('digits that the book has chosen count for more than those that are most', async () => {
  const { lintEpub } = await import('../../../pipeline/check/epub/index.ts')
  const { openEpub } = await import('../../../pipeline/check/epub/open.ts')
  const epub = await openEpub(await zipped(sound()))
  expect(names(lintEpub(epub, 'it.epub', 'latn'))).toEqual(['digits'])
  expect(names(lintEpub(epub, 'it.epub', 'arab'))).toEqual([])
})

test.each([
  ['<circle', '\u0007<circle', 'character'], ['<circle', '&nbsp;<circle', 'entity'], ['<circle', '<circle r="1" r="2"', 'attribute-twice'],
  ['<circle', '<circle r=1', 'attribute'], ['<circle', '</g><circle', 'unopened'], ['</svg>', '', 'unclosed'], ['<circle', '<!-- -- --><circle', 'comment'], ['</svg>', '</svg><svg/>', 'root'],
])('a drawing with %s made %s says why it is no XML, in words of both languages', async (from, to, kind) => {
  const book = changed({ what: '', files: { 'EPUB/well.svg': [[from, to]] } })
  const [message] = await lintBytes(await zipped(book), 'it.epub')
  expect(message).toMatchObject({ rule: 'lint/not-well-formed', values: { where: expect.stringMatching(/^EPUB\/well\.svg:\d+$/), value: kind } })
  for (const language of languages) expect(wordingOf(message!, wordsIn(language)).what).toContain(wordsIn(language)(`lint:xml.${kind}`))
})
