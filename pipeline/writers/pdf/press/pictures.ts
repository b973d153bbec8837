/** Pictures in the colours that a printer takes: greys in one component, all else through ICC profiles, transparency mixed with the paper. */

import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef, type PDFContext, type PDFObject } from '@cantoo/pdf-lib'
import jpeg from 'jpeg-js'
import { decoded, packed } from '../stream.ts'
import type { Inks } from './colour.ts'

export interface PictureRules {
  readonly inks: Inks
  readonly flat: boolean
}

/** What a picture could not be given as. */
export type PictureFault = 'colour' | 'transparency'

const name = (text: string): PDFName => PDFName.of(text)

interface Picture {
  readonly width: number
  readonly height: number
  /** Three bytes a pixel. */
  readonly rgb: Uint8Array
}

/** Replaces the picture at `reference`, if its rules ask for another; what stays as it was against them is named. */
export function repaint(context: PDFContext, reference: PDFRef, { inks, flat }: PictureRules): PictureFault | undefined {
  const stream = context.lookup(reference)
  if (!(stream instanceof PDFRawStream) || stream.dict.get(name('ImageMask')) !== undefined) return undefined
  const mask = stream.dict.get(name('SMask'))
  const masked = flat && mask instanceof PDFRef
  const space = spaceOf(stream)
  if (space.components === 1 && !masked) return ungauged(stream)
  if (space.components === 4 && !masked && inks.space === 'cmyk') return ungauged(stream)
  const picture = space.components === 3 ? read(stream) : undefined
  if (!picture) return masked ? 'transparency' : 'colour'
  const alpha = masked ? alphaOf(context, mask) : undefined
  if (masked && alpha?.length !== picture.width * picture.height) return 'transparency'
  if (alpha) mixWithPaper(picture.rgb, alpha)
  const grey = greyOf(picture.rgb)
  if (!grey && !inks.pixels && !alpha) return undefined
  const kept = new Map(stream.dict.entries().filter(([key]) => ['Width', 'Height', 'Interpolate', 'Intent'].includes(key.decodeText())).map(([key, value]) => [key.decodeText(), value]))
  if (mask && !masked) kept.set('SMask', mask)
  const [bytes, components, device] = grey ? [grey, 1, name('DeviceGray')] as const : inkedOf(picture, space, inks)
  context.assign(reference, written(context, bytes, components, picture.width, device, Object.fromEntries(kept)))
  return undefined
}

interface Space {
  /** Undefined for palettes and other kinds that the browser doesn't write. */
  readonly components: 1 | 3 | 4 | undefined
  /** Of the picture's own. */
  readonly icc: Uint8Array | undefined
  readonly object: PDFObject
}

const devices: Readonly<Record<string, Space['components']>> = { DeviceGray: 1, DeviceRGB: 3, DeviceCMYK: 4 }

function spaceOf({ dict }: PDFRawStream): Space {
  const object = dict.get(name('ColorSpace')) ?? name('DeviceGray')
  const space = dict.lookup(name('ColorSpace'))
  if (space instanceof PDFName) return { components: devices[space.decodeText()], icc: undefined, object }
  const icc = space instanceof PDFArray && space.lookup(0) === name('ICCBased') ? space.lookup(1) : undefined
  if (!(icc instanceof PDFRawStream)) return { components: undefined, icc: undefined, object }
  const components = icc.dict.lookupMaybe(name('N'), PDFNumber)?.asNumber()
  return { components: components === 1 || components === 3 || components === 4 ? components : undefined, icc: Uint8Array.from(decoded(icc)), object }
}

/** Greys and inks lose a profile of their own: they are those of the printer. */
function ungauged(stream: PDFRawStream): undefined {
  const { components, icc } = spaceOf(stream)
  if (icc) stream.dict.set(name('ColorSpace'), name(components === 1 ? 'DeviceGray' : 'DeviceCMYK'))
}

const spaces = { cmyk: [4, 'DeviceCMYK'], grey: [1, 'DeviceGray'] } as const

function inkedOf({ rgb }: Picture, { icc, object }: Space, { pixels, space }: Inks): readonly [Uint8Array, number, PDFObject] {
  if (!pixels || space === 'rgb') return [rgb, 3, object]
  const [components, device] = spaces[space]
  return [pixels(rgb, icc), components, name(device)]
}

/** Pixels of the two kinds that the browser writes; undefined for others. */
function read(stream: PDFRawStream): Picture | undefined {
  const [width, height] = ['Width', 'Height'].map((key) => stream.dict.lookup(name(key), PDFNumber).asNumber()) as [number, number]
  const filter = stream.dict.lookup(name('Filter'))
  const last = filter instanceof PDFArray ? filter.lookup(filter.size() - 1) : filter
  if (last === name('DCTDecode')) return filter instanceof PDFArray ? undefined : readJpeg(stream.contents)
  if (filter !== undefined && filter !== name('FlateDecode')) return undefined
  if (stream.dict.lookupMaybe(name('BitsPerComponent'), PDFNumber)?.asNumber() !== 8) return undefined
  const rgb = Uint8Array.from(decoded(stream))
  return rgb.length >= width * height * 3 ? { width, height, rgb: rgb.subarray(0, width * height * 3) } : undefined
}

/** Megabytes and megapixels above which a picture is left as it is; it would fill the memory. Our own choice. */
const limits = { maxMemoryUsageInMB: 1024, maxResolutionInMP: 100 }

function readJpeg(bytes: Uint8Array): Picture | undefined {
  try {
    const { width, height, data } = jpeg.decode(bytes, { useTArray: true, formatAsRGBA: false, ...limits })
    return { width, height, rgb: data }
  } catch {
    return undefined
  }
}

/** A byte a pixel. */
function alphaOf(context: PDFContext, reference: PDFRef): Uint8Array | undefined {
  const mask = context.lookup(reference)
  if (!(mask instanceof PDFRawStream) || mask.dict.lookupMaybe(name('BitsPerComponent'), PDFNumber)?.asNumber() !== 8) return undefined
  return mask.dict.get(name('Filter')) === name('DCTDecode') ? undefined : decoded(mask)
}

function mixWithPaper(rgb: Uint8Array, alpha: Uint8Array): void {
  for (let at = 0; at < rgb.length; at++) {
    const share = alpha[Math.floor(at / 3)]!
    rgb[at] = Math.round((rgb[at]! * share + 255 * (255 - share)) / 255)
  }
}

/** Steps of 8 bits by which the components of a grey may differ, as JPEG makes them. */
const greyNoise = 2

function greyOf(rgb: Uint8Array): Uint8Array | undefined {
  const grey = new Uint8Array(rgb.length / 3)
  for (let at = 0, pixel = 0; at < rgb.length; at += 3, pixel++) {
    const [red, green, blue] = [rgb[at]!, rgb[at + 1]!, rgb[at + 2]!]
    if (Math.abs(red - green) > greyNoise || Math.abs(green - blue) > greyNoise) return undefined
    grey[pixel] = green
  }
  return grey
}

/** Each row as differences from pixel to pixel, after the PNG specification's filter `Sub`: they pack better than pixels. */
function written(context: PDFContext, pixels: Uint8Array, components: number, width: number, space: PDFObject, entries: Parameters<typeof packed>[2] & object): PDFRawStream {
  const length = width * components
  const rows = pixels.length / length
  const bytes = new Uint8Array(rows * (length + 1))
  for (let row = 0; row < rows; row++) {
    const [from, to] = [row * length, row * (length + 1) + 1]
    bytes[to - 1] = 1
    for (let at = 0; at < length; at++) bytes[to + at] = pixels[from + at]! - (at < components ? 0 : pixels[from + at - components]!)
  }
  return packed(context, bytes, {
    ...entries, Type: name('XObject'), Subtype: name('Image'), ColorSpace: space, BitsPerComponent: PDFNumber.of(8),
    DecodeParms: context.obj({ Predictor: 15, Colors: components, BitsPerComponent: 8, Columns: width }),
  })
}

/** A copy that is mixed with white paper, by what its samples stand for; undefined for palettes and what a mask hides. */
export function thinnedPicture(context: PDFContext, picture: PDFRawStream, opacity: number): PDFRef | undefined {
  const { components } = spaceOf(picture)
  const { dict } = picture
  if (!components || dict.has(name('SMask')) || dict.has(name('Mask'))) return undefined
  // Paper is no ink, and all light.
  const onPaper = (value: number) => (components === 4 ? value * opacity : 1 - opacity + value * opacity)
  const own = dict.lookupMaybe(name('Decode'), PDFArray)?.asArray().map((value) => (value instanceof PDFNumber ? value.asNumber() : 0))
  const copy = PDFRawStream.of(dict.clone(context), picture.contents)
  copy.dict.set(name('Decode'), context.obj((own ?? Array.from({ length: 2 * components }, (_, at) => at % 2)).map(onPaper)))
  return context.register(copy)
}

/** Whether a dictionary of resources draws it. */
export const isPicture = (object: unknown): object is PDFRawStream => object instanceof PDFRawStream && object.dict.get(name('Subtype')) === name('Image')

export const isForm = (object: unknown): object is PDFRawStream => object instanceof PDFRawStream && object.dict.get(name('Subtype')) === name('Form')

export const entriesOf = (resources: PDFDict | undefined, kind: string): [string, unknown][] =>
  (resources?.lookupMaybe(name(kind), PDFDict)?.entries() ?? []).map(([key, value]) => [key.decodeText(), value])
