import { readFileSync } from 'node:fs'
import { deflateSync, inflateSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, type PDFContext } from '@cantoo/pdf-lib'
import { profileNamed } from '../../../pipeline/book/profile.ts'
import { inksOf } from '../../../pipeline/writers/pdf/press/colour.ts'
import { repaint, thinnedPicture } from '../../../pipeline/writers/pdf/press/pictures.ts'
import { convertShading } from '../../../pipeline/writers/pdf/press/shadings.ts'

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

test('a picture with a profile of its own goes into inks through that', async () => {
  const { context } = await PDFDocument.create()
  const icc = readFileSync(profileNamed('screen').condition.icc)
  // With red and green exchanged, so that what is called red is green.
  const [red, green] = ['rXYZ', 'gXYZ'].map((tag) => icc.indexOf(tag, 128)) as [number, number]
  icc.write('gXYZ', red, 'latin1')
  icc.write('rXYZ', green, 'latin1')
  const profile = context.register(PDFRawStream.of(context.obj({ N: 3, Length: icc.length }), icc))
  const reference = picture(context, [255, 0, 0, 255, 0, 0], { ColorSpace: ['ICCBased', profile] })
  expect(repaint(context, reference, { inks: await inksOf(profileNamed('offset-x1a')), flat: true })).toBeUndefined()
  const [cyan, magenta, yellow] = pixelsOf(context.lookup(reference) as PDFRawStream, 4) as [number, number, number]
  expect([cyan > 130, magenta < 60, yellow > 200]).toEqual([true, true, true])
})

test('a gradient goes from ink to ink, and one that is a program stays and is named', async () => {
  const { context } = await PDFDocument.create()
  const inks = await inksOf(profileNamed('offset-x1a'))
  const shading = context.obj({ ShadingType: 2, ColorSpace: 'DeviceRGB', Function: { FunctionType: 2, Domain: [0, 1], N: 1, C0: [1, 1, 1], C1: [1, 0, 0] } })
  expect(convertShading(context, shading, inks)).toBe(true)
  const of = shading.lookup(PDFName.of('Function'), PDFDict)
  expect([String(shading.get(PDFName.of('ColorSpace'))), String(of.get(PDFName.of('C0')))]).toEqual(['/DeviceCMYK', '[ 0 0 0 0 ]'])
  expect(of.lookup(PDFName.of('C1'), PDFArray).size()).toBe(4)
  const program = context.obj({ ShadingType: 1, ColorSpace: 'DeviceRGB', Function: { FunctionType: 4, Domain: [0, 1, 0, 1] } })
  expect(convertShading(context, program, inks)).toBe(false)
})

test('what is half seen through is half paper where transparency is forbidden, and keeps its mask where it is not', async () => {
  const flat = await painted('kdp', true, [255, 0, 0, 0, 0, 255], [128, 0])
  expect(flat.stream.dict.has(PDFName.of('SMask'))).toBe(false)
  expect(pixelsOf(flat.stream, 3)).toEqual([255, 127, 127, 255, 255, 255])
  expect((await painted('offset-x4', false, [255, 0, 0, 0, 0, 255], [128, 0])).stream.dict.has(PDFName.of('SMask'))).toBe(true)
})

test('a picture at a quarter of its strength is a quarter of its inks, or three quarters of the light', async () => {
  const { context } = await PDFDocument.create()
  const thin = (space: string, entries: Record<string, unknown> = {}) => {
    const reference = thinnedPicture(context, context.lookup(picture(context, [1, 2, 3], { ColorSpace: space, ...entries })) as PDFRawStream, 0.25)
    return reference && String((context.lookup(reference) as PDFRawStream).dict.get(PDFName.of('Decode')))
  }
  expect(thin('DeviceCMYK')).toBe('[ 0 0.25 0 0.25 0 0.25 0 0.25 ]')
  expect(thin('DeviceGray')).toBe('[ 0.75 1 ]')
  expect(thin('DeviceGray', { Decode: [1, 0] })).toBe('[ 1 0.75 ]')
  expect(thin('DeviceRGB', { Mask: [0, 0, 0, 0, 0, 0] })).toBeUndefined()
})

test('a picture that cannot be read is named, not guessed at', async () => {
  const { context } = await PDFDocument.create()
  const reference = picture(context, [1, 2, 3], { ColorSpace: 'DeviceRGB', Filter: 'JPXDecode' })
  expect(repaint(context, reference, { inks: await inksOf(profileNamed('offset-x1a')), flat: true })).toBe('colour')
})
