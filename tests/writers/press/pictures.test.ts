import { deflateSync, inflateSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import { PDFDocument, PDFName, PDFRawStream, type PDFContext } from '@cantoo/pdf-lib'
import { profileNamed } from '../../../pipeline/book/profile.ts'
import { inksOf } from '../../../pipeline/writers/pdf/press/colour.ts'
import { repaint } from '../../../pipeline/writers/pdf/press/pictures.ts'

function picture(context: PDFContext, pixels: number[], entries: Record<string, unknown> = {}) {
  const bytes = deflateSync(Uint8Array.from(pixels))
  const dictionary = context.obj({ Type: 'XObject', Subtype: 'Image', Width: 2, Height: 1, ColorSpace: 'DeviceRGB', BitsPerComponent: 8, Filter: 'FlateDecode', Length: bytes.length, ...entries as object })
  return context.register(PDFRawStream.of(dictionary, bytes))
}

/** Rows of differences, each behind the number of its filter, back to pixels. */
function pixelsOf(stream: PDFRawStream, components: number): number[] {
  expect(stream.dict.get(PDFName.of('Filter'))).toBe(PDFName.of('FlateDecode'))
  const [filter, ...row] = inflateSync(stream.contents)
  expect(filter).toBe(1)
  return row.reduce<number[]>((pixels, value, at) => [...pixels, (value + (pixels[at - components] ?? 0)) % 256], [])
}

const painted = async (profile: string, flat: boolean, pixels: number[], alpha?: number[]) => {
  const { context } = await PDFDocument.create()
  const mask = alpha && picture(context, alpha, { ColorSpace: 'DeviceGray' })
  const reference = picture(context, pixels, mask ? { SMask: mask } : {})
  const fault = repaint(context, reference, { inks: await inksOf(profileNamed(profile)), flat })
  return { fault, stream: context.lookup(reference) as PDFRawStream }
}

test('a grey picture has one component, in every colour space', async () => {
  const { fault, stream } = await painted('offset-x4', false, [9, 9, 9, 200, 201, 200])
  expect(fault).toBeUndefined()
  expect(stream.dict.get(PDFName.of('ColorSpace'))).toBe(PDFName.of('DeviceGray'))
  expect(pixelsOf(stream, 1)).toEqual([9, 201])
})

test('a picture in colours goes into inks', async () => {
  const { stream } = await painted('offset-x1a', true, [255, 0, 0, 255, 255, 255])
  expect(stream.dict.get(PDFName.of('ColorSpace'))).toBe(PDFName.of('DeviceCMYK'))
  const [cyan, magenta, yellow, black, ...paper] = pixelsOf(stream, 4)
  expect([cyan! < 13, magenta! > 230, yellow! > 230, black! < 13]).toEqual([true, true, true, true])
  expect(paper).toEqual([0, 0, 0, 0])
})

test('what is half seen through is half paper where transparency is forbidden, and keeps its mask where it is not', async () => {
  const flat = await painted('kdp', true, [255, 0, 0, 0, 0, 255], [128, 0])
  expect(flat.stream.dict.has(PDFName.of('SMask'))).toBe(false)
  expect(pixelsOf(flat.stream, 3)).toEqual([255, 127, 127, 255, 255, 255])
  expect((await painted('offset-x4', false, [255, 0, 0, 0, 0, 255], [128, 0])).stream.dict.has(PDFName.of('SMask'))).toBe(true)
})

test('a picture that cannot be read is named, not guessed at', async () => {
  const { context } = await PDFDocument.create()
  const reference = picture(context, [1, 2, 3], { ColorSpace: 'DeviceRGB', Filter: 'JPXDecode' })
  expect(repaint(context, reference, { inks: await inksOf(profileNamed('offset-x1a')), flat: true })).toBe('colour')
})
