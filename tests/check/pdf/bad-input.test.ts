/** Files that are broken, locked, or made to harm: a finding, never a crash, never for long. */

import { deflateSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import { preflight } from '../../../pipeline/check/pdf/index.ts'
import { unlzw } from '../../../pipeline/check/pdf/lzw.ts'
import type { Preflight } from '../../../pipeline/model/preflight.ts'
import { pdfWith, profiles } from './press.ts'

const look = (bytes: Uint8Array): Preflight => preflight(bytes, 'book.pdf', profiles.x4)

const defectsOf = (bytes: Uint8Array): (string | number | undefined)[] =>
  look(bytes).requirements.filter(({ rule }) => rule === 'soundness').flatMap(({ faults }) => faults.map(({ values }) => String(values['defect']).split('.')[1]))

/** A file of these objects, numbered from 1; the first is the catalogue. */
function fileOf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  let file = Buffer.from('%PDF-1.6\n%\xE2\xE3\xCF\xD3\n', 'latin1')
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file = Buffer.concat([file, Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')])
    return offset
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.concat([file, Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${file.length}\n%%EOF\n`)])
}

const stream = (bytes: Uint8Array, entries = ''): Buffer => Buffer.concat([Buffer.from(`<</Length ${bytes.length}${entries}>>\nstream\n`), bytes, Buffer.from('\nendstream')])

const catalogue = '<</Type/Catalog/Pages 2 0 R>>'
const onePage = (content: Buffer | string, more: readonly (string | Buffer)[] = [], resources = '<<>>') =>
  fileOf([catalogue, '<</Type/Pages/Kids[3 0 R]/Count 1>>', `<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents 4 0 R/Resources ${resources}>>`, content, ...more])

test.each([
  ['an empty file', Buffer.alloc(0), 'empty'],
  ['a text', Buffer.from('Once upon a time'), 'not-a-pdf'],
  ['a picture', Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'), 'not-a-pdf'],
  ['a head without a body', Buffer.from('%PDF-1.4\n'), 'no-pages'],
  ['a catalogue without pages', fileOf(['<</Type/Catalog>>']), 'no-pages'],
])('%s cannot be read, and that is the finding', (_, bytes, reason) => {
  const { requirements, pages } = look(bytes)
  expect(requirements.map(({ rule, verdict, found }) => [rule, verdict, found.key])).toEqual([['readable', 'broken', `preflight:found.${reason}`]])
  expect(pages).toEqual([])
})

test('an encrypted file is looked at from outside, and the rest is not known', async () => {
  const bytes = await pdfWith('x4', (draft) => {
    draft.trailer['Encrypt'] = draft.object({ Filter: 'Standard', V: 1 } as never)
  })
  const { requirements } = look(bytes)
  expect(requirements.find(({ rule }) => rule === 'encryption')?.verdict).toBe('broken')
  expect(requirements.find(({ rule }) => rule === 'embedded-fonts')?.verdict).toBe('unknown')
})

test('streams of an encrypted file are not called broken', () => {
  const objects = [catalogue, '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>', stream(Buffer.from('noise'), '/Type/ObjStm/N 1/First 4/Filter/FlateDecode')]
  // Without its references, a reader looks into every stream of objects.
  const found = (trailer: string) => defectsOf(Buffer.from(fileOf(objects, trailer).toString('latin1').replace('xref\n0 5', 'noise'), 'latin1'))
  expect(found('')).toContain('stream')
  expect(found('/Encrypt <</Filter/Standard>>')).not.toContain('stream')
})

test('a file whose pages are encrypted themselves is said to be encrypted', () => {
  const bytes = Buffer.from('%PDF-1.7\ntrailer <</Root 1 0 R/Encrypt <</Filter/Standard>>>>\nstartxref\n0\n%%EOF\n')
  expect(look(bytes).requirements.map(({ rule, found }) => [rule, found.key])).toEqual([['readable', 'preflight:found.encrypted']])
})

test('a tree of pages that turns back on itself is walked once', () => {
  expect(defectsOf(fileOf([catalogue, '<</Type/Pages/Kids[3 0 R 2 0 R]/Count 1>>', '<</Type/Page/MediaBox[0 0 9 9]>>']))).toEqual(['page-cycle'])
})

test('an object that is its own length, and one that refers to itself, lead nowhere', () => {
  expect(defectsOf(onePage('<</Length 4 0 R>>\nstream\n0 g\nendstream'))).toContain('stream-length')
  expect(defectsOf(fileOf([catalogue, '<</Kids[3 0 R]/Count 1>>', '<</Type/Page/MediaBox 4 0 R>>', '4 0 R']))).toEqual([])
})

test('a stream that unpacks to more than a page can have is refused, and told of by its number', () => {
  const bomb = deflateSync(Buffer.alloc(70 * 2 ** 20))
  const { requirements } = look(onePage(stream(bomb, '/Filter/FlateDecode')))
  expect(requirements.find(({ rule }) => rule === 'soundness')?.faults).toEqual([{ object: 4, values: { defect: '$preflight:defect.stream-too-large' } }])
})

test('packed twice, it is refused as well', () => {
  const bomb = deflateSync(deflateSync(Buffer.alloc(70 * 2 ** 20)))
  expect(defectsOf(onePage(stream(bomb, '/Filter[/FlateDecode/FlateDecode]')))).toEqual(['stream-too-large'])
})

test('forms that multiply each other end', () => {
  // Twelve forms, each of which shows the next ten times: ten to the power of twelve, were nothing to stop it.
  const forms = Array.from({ length: 12 }, (_, index) => stream(Buffer.from(`${`/X${index + 1} Do `.repeat(10)} 0 0 1 1 re f`), '/Type/XObject/Subtype/Form/BBox[0 0 9 9]'))
  const names = forms.map((_, index) => `/X${index} ${index + 5} 0 R`).join('')
  const start = performance.now()
  expect(defectsOf(onePage(stream(Buffer.from('/X0 Do')), forms, `<</XObject<<${names}>>>>`))).toContain('content-too-much')
  expect(performance.now() - start).toBeLessThan(60_000)
}, 90_000)

test('brackets inside each other a million times are no content', () => {
  expect(defectsOf(onePage(stream(Buffer.from('['.repeat(1_000_000)))))).toEqual(['content-syntax'])
  expect(defectsOf(onePage(stream(Buffer.from('0 g')), [`<</Odd ${'['.repeat(500_000)}>>`], '5 0 R'))).toEqual(['nesting'])
})

test('a trailer of a million brackets in a file without references is passed over', () => {
  const bytes = Buffer.concat([onePage(stream(Buffer.from('0 g'))).subarray(0, -40), Buffer.from(`\ntrailer ${'['.repeat(1_000_000)}`)])
  expect(() => look(bytes)).not.toThrow()
})

test('bytes that do not unpack, and filters that nobody knows, are told of', () => {
  expect(defectsOf(onePage(stream(Buffer.from('no deflate at all'), '/Filter/FlateDecode')))).toEqual(['stream'])
  expect(defectsOf(onePage(stream(Buffer.from('0 g'), '/Filter/OwnDecode')))).toEqual(['filter'])
})

test('a file whose table of references is lost is read all the same', async () => {
  const whole = Buffer.from(await pdfWith('x4'))
  const bytes = Buffer.from(whole.toString('latin1').replace(/startxref\n\d+/, 'startxref\n7'), 'latin1')
  const { requirements, pages } = look(bytes)
  expect(pages.length).toBe(2)
  expect(requirements.filter(({ verdict }) => verdict === 'broken').map(({ rule }) => rule)).toEqual(['soundness'])
  expect(defectsOf(bytes)).toEqual(['references'])
})

const flate = (content: string | Uint8Array, entries = ''): Buffer => stream(deflateSync(Buffer.from(content)), `/Filter/FlateDecode${entries}`)

const refsFrom = (first: number, count: number): string => Array.from({ length: count }, (_, index) => `${first + index} 0 R`).join(' ')

/** A composite font as object 5, with an object of its own for its widths and its table of characters. */
const fontOf = (widths: string, meanings: string): (string | Buffer)[] =>
  ['<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>', `<</Subtype/CIDFontType2/BaseFont/A/W ${widths}>>`, flate(meanings)]
const withFont = (widths: string, meanings: string): Buffer => onePage(stream(Buffer.from('BT /F 9 Tf <0041> Tj ET')), fontOf(widths, meanings), '<</Font<</F 5 0 R>>>>')

/** Each of these went on for ever, or took all memory there is, where nothing stopped it. */
test.each<[string, Buffer, string | undefined]>([
  ['a row of pixels of no width', onePage(flate('0 g', '/DecodeParms<</Predictor 2/Colors 0/Columns 0>>')), undefined],
  ['zeros that one letter stands for', onePage(stream(deflateSync(Buffer.alloc(40e6, 'z')), '/Filter[/FlateDecode/ASCII85Decode]')), 'stream-too-large'],
  ['runs of runs', onePage(stream(deflateSync(Buffer.alloc(3e6, '\x81 ', 'latin1')), '/Filter[/FlateDecode/RunLengthDecode]')), 'stream-too-large'],
  ['a stream in a hundred wrappings', onePage(stream(Buffer.alloc(9), `/Filter[${'/AHx'.repeat(100)}]`)), 'stream'],
  ['an array of a million dictionaries', onePage(flate(`[${'<<>>'.repeat(1e6)}] TJ`)), 'content-too-much'],
  ['a gradient of a function that is made of itself', onePage(flate('/S sh'), [`<</FunctionType 3/Functions[${'5 0 R '.repeat(1000)}]>>`, '<</ShadingType 2/ColorSpace/DeviceCMYK/Function 5 0 R>>'], '<</Shading<</S 6 0 R>>>>'), undefined],
  ['widths of all codes, ten thousand times', withFont(`[${'0 65535 500 '.repeat(1e4)}]`, ''), 'too-much-work'],
  ['meanings of all codes, ten thousand times', withFont('[]', `${'<0000> <FFFF> <0041> '.repeat(1e4)} endbfrange`), undefined],
  ['a list of ten thousand kids that each of them has', fileOf([catalogue, '<</Kids 3 0 R/Count 1>>', `[${refsFrom(4, 10_000)}]`, ...Array.from({ length: 10_000 }, () => '<</Kids 3 0 R>>')]), undefined],
  ['objects that begin inside each other', Buffer.from(`%PDF-1.4\n1 0 obj\n${catalogue}\nendobj\n${Array.from({ length: 50_000 }, (_, index) => `${index + 5} 0 obj (`).join('\n')}`), undefined],
])('%s: it ends', (_, bytes, defect) => {
  if (defect === undefined) expect(() => look(bytes)).not.toThrow()
  else expect(defectsOf(bytes)).toContain(defect)
}, 60_000)

/** So many pages, each with these entries; objects from the third on are `more`. */
const pagesWith = (count: number, entries: string, more: readonly (string | Buffer)[]): Buffer =>
  fileOf([catalogue, `<</Kids[${refsFrom(3 + more.length, count)}]/Count ${count}>>`, ...more, ...Array.from({ length: count }, () => `<</Type/Page/MediaBox[0 0 9 9]${entries}>>`)])

/** What a small file costs has an end, and the place where it ended is told. */
test.each<[string, Buffer, string, number]>([
  ['paths in hundreds of thousands', onePage(flate('0 0 1 1 re f '.repeat(3e5))), 'content-too-much', 1],
  ['pictures inside content', onePage(flate('BI ID x EI '.repeat(1.5e5))), 'content-too-much', 1],
  ['names before no operator', onePage(flate('/N '.repeat(1000))), 'content-syntax', 1],
  ['words that are no operators', onePage(flate('odd '.repeat(2e5))), 'content-too-much', 1],
  ['pages of sixty megabytes of space', pagesWith(5, '/Contents 3 0 R', [flate(Buffer.alloc(60e6, ' '))]), 'too-much-work', 4],
  ['annotations that all pages have', pagesWith(100, '/Annots 3 0 R', [`[${'4 0 R '.repeat(1000)}]`, '<</Subtype/Link/Rect[0 0 1 1]>>']), 'too-much-work', 53],
  ['parts of content that all pages have', pagesWith(100, '/Contents 3 0 R', [`[${'4 0 R '.repeat(1000)}]`, stream(Buffer.from(''))]), 'too-much-work', 53],
])('%s: it ends, and says at which page', (_, bytes, defect, page) => {
  const { faults } = look(bytes).requirements.find(({ rule }) => rule === 'soundness')!
  expect(faults).toContainEqual(expect.objectContaining({ page, values: { defect: `$preflight:defect.${defect}` } }))
}, 60_000)

test('a list of tags that a thousand elements share: it ends, and says at which object', () => {
  const elements = Array.from({ length: 1000 }, () => '<</Type/StructElem/S/P/K 5 0 R>>')
  const bytes = fileOf(['<</Type/Catalog/Pages 2 0 R/StructTreeRoot 3 0 R/MarkInfo<</Marked true>>>>', '<</Kids[4 0 R]/Count 1>>',
    '<</Type/StructTreeRoot/K 5 0 R>>', '<</Type/Page/MediaBox[0 0 9 9]>>', `[${refsFrom(6, 1000)}]`, ...elements])
  const { faults } = preflight(bytes, 'book.pdf', profiles.screen).requirements.find(({ rule }) => rule === 'soundness')!
  expect(faults).toContainEqual({ object: 5, values: { defect: '$preflight:defect.too-much-work' } })
})

/** Lists longer than a call of a function may have arguments. */
test.each<[string, Buffer]>([
  ['kids', fileOf([catalogue, `<</Kids[${'3 0 R '.repeat(150_000)}]/Count 1>>`, '<</Type/Page/MediaBox[0 0 9 9]>>'])],
  ['pictures', onePage(flate(`q 9 0 0 9 0 0 cm ${'/I Do '.repeat(150_000)}Q`), [flate(Buffer.alloc(4), '/Subtype/Image/Width 2/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray')], '<</XObject<</I 5 0 R>>>>')],
])('a hundred and fifty thousand %s are no crash', (_, bytes) => {
  expect(look(bytes).pages.length).toBe(1)
})

/** Names that every object of the language has. */
test.each(['__proto__', 'constructor', 'hasOwnProperty', 'toString'])('%s is a name like another', (word) => {
  const font = '<</Type/Font/Subtype/Type1/BaseFont/Times>>'
  const content = `${word} /${word} cs 1 scn /G gs 0 0 9 9 re f BT /F 9 Tf (a) Tj ET /${word} Do /${word} BMC EMC`
  const bytes = onePage(flate(content), [font, `<</Subtype/${word}/Rect[0 0 9 9]>>`], `<</Font<</F 5 0 R>>/ExtGState<</G<</BM/${word}>>>>>>`)
  for (const profile of [profiles.x4, profiles.x1a, profiles.screen]) expect(() => preflight(bytes, 'book.pdf', profile)).not.toThrow()
})

test('letters and grounds in thousands are not held against each other one by one', () => {
  const content = `1 0 0 0 k ${'0 0 9 9 re f '.repeat(5_000)} 0 0 0 1 k BT /F 9 Tf ${Array.from({ length: 5_000 }, (_, at) => `1 0 0 1 ${100 + at % 7} ${100 + at % 200} Tm (a) Tj`).join(' ')} ET`
  const { requirements } = look(onePage(flate(content), ['<</Type/Font/Subtype/Type1/BaseFont/Times>>'], '<</Font<</F 5 0 R>>>>'))
  expect(requirements.find(({ rule }) => rule === 'black-overprint')?.verdict).toBe('unknown')
}, 60_000)

test('LZW says what was said: `clear`, a letter, entries that are only just being made, the end', () => {
  expect(Buffer.from(unlzw(Buffer.from('801860503808', 'hex'), 1, 100)).toString()).toBe('aaaaaa')
})

/** A little of everything: each byte in turn is lost, doubled or turned about; seeded, so that a failure comes again. */
test('no damage of bytes crashes the reader', async () => {
  const whole = Buffer.from(await pdfWith('screen'))
  let seed = 7
  const chance = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
  for (let round = 0; round < 120; round++) {
    const bytes = Buffer.from(whole)
    for (let hit = 0; hit < 1 + chance(30); hit++) bytes[chance(bytes.length)] = chance(256)
    const cut = chance(4) === 0 ? bytes.subarray(0, chance(bytes.length)) : bytes
    expect(() => preflight(cut, 'book.pdf', profiles.screen)).not.toThrow()
  }
}, 60_000)
