/** The worst of input makes a valid EPUB, or a message with its place and none at all. */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { linkFaults } from '../../pipeline/check/links.ts'
import { lintBytes } from '../../pipeline/check/epub/index.ts'
import { readManuscript } from '../../pipeline/readers/index.ts'
import type { View } from '../../pipeline/model/edition.ts'
import { epubOf, withBook } from '../support/proved.ts'
import { unzipped } from '../support/zip.ts'

const views: readonly View[] = ['en', 'ar', 'columns-en', 'columns-ar', 'tap-en', 'tap-ar']

/** What the linter says of every edition, each fault once. */
const linted = (en: string, ar: string): Promise<string[]> => withBook({ en, ar }, async (read) => {
  const said = []
  for (const view of views) said.push(...(await lintBytes(await epubOf(read, view), view)).map(({ rule }) => rule))
  return [...new Set(said)]
})

const text = (en: string, view: View): Promise<string> => withBook({ en, ar: '# أ\n\nكلمات.\n' }, async (read) =>
  (await unzipped(await epubOf(read, view))).get('EPUB/en-chapter-1.xhtml')?.toString('utf8') ?? '')

test('a link to nowhere keeps its words, and is told with its place', async () => {
  const en = '# A\n\nSee [the next chapter](02.md) and [here](#nowhere) and [there](https://a.example/).\n'
  expect((await text(en, 'en')).match(/<(?:a|span)[^>]*>(?:the next|here|there)[^<]*<\/\w+>/g)).toEqual(['<span>the next chapter</span>', '<span>here</span>', '<a href="https://a.example/">there</a>'])
  expect(await linted(en, '# أ\n\nكلمات.\n')).toEqual([])
  await withBook({ en, ar: '# أ\n\nكلمات.\n' }, ({ manuscripts }) => {
    expect(linkFaults(manuscripts).map(({ rule, place, values }) => [rule, place, values])).toEqual(
      ([['02.md', 5], ['#nowhere', 35]] as const).map(([link, column]) => ['check/link-nowhere', { file: 'en.md', line: 3, column }, { link }]))
    return Promise.resolve()
  })
})

test('marks of direction that force are left out, those that only help stay, and no word is lost', async () => {
  const en = '# A\n\nThe word \u202Bنور\u202C is \u2067light\u2069, and \u200Eso on.\n'
  expect((await text(en, 'en')).match(/[\u200E\u202A-\u202E\u2066-\u2069]/g)).toEqual(['\u200E'])
  expect(await linted(en, '# أ\n\n\u202Eكلمات\u202C \u202ALatin\u202C.\n')).toEqual([])
})

test('a chapter with nothing in one language is a valid book', async () => {
  expect(await linted('# A\n\nWords.\n\n# B\n\nMore of them.\n\n# C\n\nAnd more.\n', '# أ\n\nكلمات.\n')).toEqual([])
  expect(await linted('# A\n\nWords.\n', '# أ\n\nكلمات.\n\n# ب\n\nوكلمات أخرى.\n\n# ت\n\nوغيرها.\n')).toEqual([])
})

test('headings of one name, notes of one label and pictures shown twice make no id twice', async () => {
  const twice = (head: string, words: string) => `# ${head}\n\n${words}[^1]\n\n![${head}](tower.svg)\n\n![${head}](tower.svg)\n\n[^1]: ${words} ${words}\n\n`
  expect(await linted(twice('Clay', 'Red earth.') + twice('Clay', 'Red earth.').replaceAll('[^1]', '[^2]'), twice('الطين', 'تراب أحمر.') + twice('الطين', 'تراب أحمر.').replaceAll('[^1]', '[^2]'))).toEqual([])
})

test('a note that is too long for a pop-up is read in its place, with a way there and back', async () => {
  const en = `# A\n\nWords.[^1] More.[^2]\n\n[^1]: ${'Long it is. '.repeat(500)}\n\n[^2]: Short.\n`
  const ar = `# أ\n\nكلمات.[^1] وأخرى.[^2]\n\n[^1]: ${'إنها طويلة. '.repeat(500)}\n\n[^2]: قصيرة.\n`
  expect(await linted(en, ar)).toEqual([])
  const written = await text(en, 'en')
  expect(written.match(/<a [^>]*id="en-chapter-1-ref-\d"[^>]*>/g)).toEqual([
    '<a id="en-chapter-1-ref-1" href="#en-chapter-1-note-1" class="note-reference" dir="ltr">',
    expect.stringContaining('epub:type="noteref"'),
  ])
  expect(written.match(/<(?:div|aside) [^>]*class="note"[^>]*>/g)?.map((tag) => tag.slice(1, 6))).toEqual(['div i', 'aside'])
  expect(written).toMatch(/<a [^>]*href="#en-chapter-1-ref-1"[^>]*epub:type="backlink"/)
})

test.each([
  ['missing', '![a](nowhere.png)', 'reading/image-missing'], ['of an unknown kind', '![a](odd.tiff)', 'reading/image-unknown'],
  ['cut short', '![a](short.png)', 'reading/image-damaged'], ['huge', '![a](huge.gif)', 'reading/image-huge'], ['with a script', '![a](active.svg)', 'reading/image-active'],
])('a picture that is %s is told with its place', async (_, picture, rule) => {
  await withBook({ en: '# A\n\nWords.\n', ar: '# أ\n\nكلمات.\n' }, async ({ root }) => {
    writeFileSync(join(root, 'odd.tiff'), 'II*\0')
    writeFileSync(join(root, 'short.png'), Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB', 'base64'))
    // Only its head says how large it is.
    writeFileSync(join(root, 'huge.gif'), Buffer.concat([Buffer.from('GIF89a', 'latin1'), Buffer.from([0x88, 0x13, 0x89, 0x13]), Buffer.alloc(20)]))
    writeFileSync(join(root, 'active.svg'), '<svg xmlns="http://www.w3.org/2000/svg"><script>run()</script><rect onclick="run()"/></svg>')
    writeFileSync(join(root, 'bad.md'), `# A\n\nWords.\n\n${picture}\n`)
    const { messages } = await readManuscript(root, ['bad.md'], 'en')
    expect(messages.map(({ rule: told, place }) => [told, place?.file, place?.line])).toEqual([[rule, 'bad.md', 5]])
  })
})

test('control characters go, and are told with their place', async () => {
  await withBook({ en: '# A\n\nWords.\n', ar: '# أ\n\nكلمات.\n' }, async ({ root }) => {
    writeFileSync(join(root, 'bad.md'), '# A\n\nWo\u0007rds.\n')
    const { messages } = await readManuscript(root, ['bad.md'], 'en')
    expect(messages.map(({ rule, place }) => [rule, place])).toEqual([['reading/control-characters', { file: 'bad.md', line: 3, column: 3 }]])
  })
  expect(await linted('# A\n\nWo\u0007rds.\n', '# أ\n\nكلمات.\n')).toEqual([])
})
