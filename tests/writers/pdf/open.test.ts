/** What is read faster than the library reads it says the same. */

import { expect, test } from '@jest/globals'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef, PDFString } from '@cantoo/pdf-lib'
import { opened } from '../../../pipeline/writers/pdf/open.ts'

const name = (text: string): PDFName => PDFName.of(text)

/** `objects` behind a catalog and an empty tree of pages, without a table of where they stand. */
const file = (...objects: readonly string[]): Uint8Array => Buffer.from([
  '%PDF-1.7', '1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj', '2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj', ...objects, 'trailer <</Root 1 0 R>>', '%%EOF',
].join('\n'), 'latin1')

async function read(text: string): Promise<string> {
  const { context } = await opened(file(`3 0 obj ${text} endobj`))
  return String(context.lookup(PDFRef.of(3)))
}

test.each([
  ['[0 12 -3 +4 .5 -.5 6. 7.25 007]', '[ 0 12 -3 4 0.5 -0.5 6 7.25 7 ]'],
  ['[999999999999999 9007199254740991]', '[ 999999999999999 9007199254740991 ]'],
  ['[1 0 R 1 1 R 4 5 6]', '[ 1 0 R 1 1 R 4 5 6 ]'],
  ['[/A/B#20C/#41 /]', '[ /A /B#20C /A / ]'],
  ['% a comment\n[1% another\n2\r%and another\r3]', '[ 1 2 3 ]'],
  ['<</A 1/B[(a)<41>]/C<<>>>>', '<<\n/A 1\n/B [ (a) <41> ]\n/C <<\n>>\n>>'],
])('%s is %s', async (text, said) => {
  expect(await read(text)).toBe(said)
})

test('a name is one object, however it is spelled', async () => {
  const { context } = await opened(file('3 0 obj [/Ab /#41b /A#62] endobj'))
  expect(new Set(context.lookup(PDFRef.of(3), PDFArray).asArray())).toEqual(new Set([name('Ab')]))
})

test('what stands between objects, or is none, is passed over', async () => {
  const { context } = await opened(file('noise 3', '3 0 obj (three) endobj', '4 0 obj <</A >> [', 'endobj', '5\t0\nobj(five)endobj 6 0 obj(six)'))
  expect([3, 5, 6].map((number) => context.lookup(PDFRef.of(number), PDFString).asString())).toEqual(['three', 'five', 'six'])
})

test('objects in streams of objects are read', async () => {
  const made = await PDFDocument.create()
  made.addPage([200, 300])
  made.catalog.set(name('Own'), made.context.register(made.context.obj({ Said: 'here' })))
  const pdf = await opened(await made.save({ useObjectStreams: true }))
  expect([pdf.getPageCount(), pdf.catalog.lookup(name('Own'), PDFDict).get(name('Said'))]).toEqual([1, name('here')])
})
