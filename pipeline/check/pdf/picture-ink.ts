/** The heaviest ink of a picture. */

import type { Image } from './facts.ts'
import type { PdfFile } from './file.ts'
import { pictureFilters } from './filters.ts'
import { jpegSamples } from './jpeg/index.ts'
import type { Stream } from './objects.ts'
import { heavier, innermost, inkOf, kindOf, paletteEntry, type Ink, type Space } from './spaces.ts'
import { limits } from './streams.ts'

/** Why a picture's ink is not known: a conversion decides, or it cannot be read here. */
export type UnknownPicture = 'rgb' | 'picture'

export interface PictureInk {
  readonly ink: Ink
  /** False where a mask, which is not looked at, may hide the heaviest place. */
  readonly isSure: boolean
}

const known = new WeakMap<Image, PictureInk | UnknownPicture>()

/** Linear in pixels, once for each picture. */
export function inkOfPicture(image: Image, file: PdfFile): PictureInk | UnknownPicture {
  const there = known.get(image) ?? heaviest(image, file)
  known.set(image, there)
  return there
}

function heaviest(image: Image, file: PdfFile): PictureInk | UnknownPicture {
  const { space } = image
  if (!space) return 'picture'
  const kind = kindOf(space)
  if (kind === 'rgb' || kind === 'lab') return 'rgb'
  if (kind !== 'gray' && kind !== 'cmyk' && kind !== 'spot') return 'picture'
  // Black alone is no more than one ink in full, whatever its pixels are.
  if (kind === 'gray') return { ink: [0, 0, 0, 1, 0], isSure: true }
  const { stream } = image
  const mask = file.stream(stream.dict.get('SMask'))
  const weights = mask && weightsOf(mask, image, file)
  const ink = space.family === 'Indexed' ? heaviestEntry(space) : heaviestPixel(image, space, file, weights)
  return ink ? { ink, isSure: mask === undefined && !stream.dict.has('Mask') || weights !== undefined } : 'picture'
}

function heaviestEntry(space: Space): Ink | undefined {
  const { base } = space
  if (!base) return undefined
  const count = Math.floor((space.palette?.length ?? 0) / base.components)
  return Array.from({ length: count }, (_, index) => inkOf({ space: base, values: paletteEntry(space, index) })).reduce(heavier, undefined)
}

/** How much each pixel covers, a byte each; undefined where the mask has other pixels than its picture. */
function weightsOf(mask: Stream, { width, height }: Image, file: PdfFile): Uint8Array | undefined {
  const value = (key: string) => file.number(mask.dict.get(key))
  if (value('Width') !== width || value('Height') !== height || value('BitsPerComponent') !== 8 || file.array(mask.dict.get('Decode')).length > 0) return undefined
  const last = file.filtersOf(mask).at(-1)
  if (width * height > limits.image || (last !== undefined && pictureFilters.has(last))) return undefined
  const bytes = file.pixels(mask, width * height + height + 65_536)
  return bytes && bytes.length >= width * height ? bytes : undefined
}

function heaviestPixel(image: Image, space: Space, file: PdfFile, weights: Uint8Array | undefined): Ink | undefined {
  const { components } = innermost(space)
  const bytes = samplesOf(image, components, file)
  if (!bytes) return undefined
  const ranges = rangesOf(image, components, file)
  let [most, at] = [-1, 0]
  for (let start = 0, pixel = 0; start + components <= bytes.length; start += components, pixel++) {
    let sum = 0
    for (let index = 0; index < components; index++) sum += ranges[2 * index]! + ranges[2 * index + 1]! * bytes[start + index]!
    if (weights) sum *= (weights[pixel] ?? 255) / 255
    if (sum > most) [most, at] = [sum, start]
  }
  const weight = weights ? weights[at / components]! / 255 : 1
  const values = Array.from({ length: components }, (_, index) => (ranges[2 * index]! + ranges[2 * index + 1]! * bytes[at + index]!) * weight)
  return inkOf({ space: innermost(space), values })
}

/** For each component what a byte of 0 stands for, and what each step adds: Photoshop writes inks inside out, and says so. */
function rangesOf({ stream }: Image, components: number, file: PdfFile): Float64Array {
  const decode = file.numbersIn(stream.dict.get('Decode') ?? stream.dict.get('D'))
  return Float64Array.from({ length: 2 * components }, (_, at) => {
    const [least = 0, most = 1] = decode.length >= 2 * components ? [decode[at & ~1], decode[at | 1]] : []
    return (at & 1) === 0 ? least : (most - least) / 255
  })
}

/** A byte for each component; undefined for what is not read here (JPEG 2000, other depths than 8 and 16 bits). */
function samplesOf(image: Image, components: number, file: PdfFile): Uint8Array | undefined {
  const { stream, filters, width, height, bits } = image
  const size = width * height * components
  if (size <= 0 || size > limits.image) return undefined
  const last = filters.at(-1)
  const isJpeg = last === 'DCTDecode' || last === 'DCT'
  if (last !== undefined && pictureFilters.has(last) && !isJpeg) return undefined
  const bytes = file.pixels(stream, size * 2 + height + 65_536)
  if (!bytes || isJpeg) return bytes && jpegOf(bytes, stream, components, file)
  // The upper byte of two is near enough.
  return bits === 8 ? bytes.subarray(0, size) : bits === 16 ? Uint8Array.from({ length: size }, (_, at) => bytes[2 * at] ?? 0) : undefined
}

function jpegOf(bytes: Uint8Array, stream: Stream, components: number, file: PdfFile): Uint8Array | undefined {
  const parameters = file.get(stream.dict.get('DecodeParms') ?? stream.dict.get('DP'))
  const own = file.dict(Array.isArray(parameters) ? parameters.at(-1) : parameters)
  const samples = jpegSamples(bytes, file.number(own?.get('ColorTransform')))
  return samples?.components === components ? samples.bytes : undefined
}
