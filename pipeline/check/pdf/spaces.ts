/** Colour spaces, and what ink a colour lays down. */

import { readProfile, type Icc } from './icc.ts'
import type { Colour } from './facts.ts'
import type { PdfFile } from './file.ts'
import { Name, PdfString, Stream, type Dict, type PdfObject } from './objects.ts'

export type Family =
  | 'DeviceGray' | 'DeviceRGB' | 'DeviceCMYK' | 'CalGray' | 'CalRGB' | 'Lab' | 'ICCBased' | 'Indexed' | 'Separation' | 'DeviceN' | 'Pattern' | 'unknown'

export interface Space {
  readonly family: Family
  readonly components: number
  /** Of Indexed its base, of Separation and DeviceN the alternate, of Pattern what uncoloured ones are painted in. */
  readonly base?: Space
  /** Of Separation and DeviceN. */
  readonly colorants?: readonly string[]
  /** Of Indexed: the palette, `base.components` bytes for each entry. */
  readonly palette?: Uint8Array
  /** Of ICCBased; undefined where its stream cannot be read. */
  readonly profile?: Icc | undefined
  readonly object: PdfObject
}

const device = (family: Family, components: number): Space => ({ family, components, object: null })

export const gray = device('DeviceGray', 1)
export const rgb = device('DeviceRGB', 3)
export const cmyk = device('DeviceCMYK', 4)
const pattern = device('Pattern', 0)
const unknown = device('unknown', 1)

const plain: ReadonlyMap<string, Space> = new Map([
  ['DeviceGray', gray], ['G', gray], ['DeviceRGB', rgb], ['RGB', rgb], ['DeviceCMYK', cmyk], ['CMYK', cmyk], ['Pattern', pattern],
])
const defaults: Readonly<Record<string, string>> = { DeviceGray: 'DefaultGray', DeviceRGB: 'DefaultRGB', DeviceCMYK: 'DefaultCMYK' }

/** Spaces that were read, by the object that describes them. */
export type KnownSpaces = Map<PdfObject, Space>

/** A name in the resources, a device's name (for which the resources may give another space), or an array. */
export function spaceOf(object: PdfObject | undefined, file: PdfFile, resources: Dict, known: KnownSpaces, depth = 0): Space {
  const found = file.get(object)
  if (found instanceof Name) {
    const own = plain.get(found.value)
    const spaces = file.dict(resources.get('ColorSpace'))
    const named = spaces?.get(own ? defaults[own.family] ?? '' : found.value)
    return named !== undefined && depth < 8 ? spaceOf(named, file, named instanceof Name ? new Map() : resources, known, depth + 1) : own ?? unknown
  }
  if (!Array.isArray(found) || depth > 8) return unknown
  const there = known.get(found)
  if (there) return there
  const made = { ...arraySpace(found as readonly PdfObject[], file, resources, known, depth), object: found as PdfObject }
  known.set(found, made)
  return made
}

function arraySpace(array: readonly PdfObject[], file: PdfFile, resources: Dict, known: KnownSpaces, depth: number): Space {
  const inner = (object: PdfObject | undefined) => spaceOf(object, file, resources, known, depth + 1)
  switch (file.name(array[0])) {
    case 'ICCBased': return iccSpace(file.stream(array[1]), file)
    case 'Indexed': case 'I': return { ...device('Indexed', 1), base: inner(array[1]), palette: paletteOf(array[3], file) }
    case 'Separation': return { ...device('Separation', 1), base: inner(array[2]), colorants: [file.name(array[1]) ?? ''] }
    case 'DeviceN': {
      const colorants = file.array(array[1]).map((name) => file.name(name) ?? '')
      return { ...device('DeviceN', colorants.length), base: inner(array[2]), colorants }
    }
    case 'Pattern': return array[1] === undefined ? pattern : { ...pattern, base: inner(array[1]) }
    case 'CalGray': return device('CalGray', 1)
    case 'CalRGB': return device('CalRGB', 3)
    case 'Lab': return device('Lab', 3)
    default: return array.length === 1 && file.name(array[0]) !== undefined ? inner(array[0]) : unknown
  }
}

function iccSpace(stream: Stream | undefined, file: PdfFile): Space {
  const components = (stream && file.number(stream.dict.get('N'))) ?? 3
  const bytes = stream && file.decoded(stream, undefined, true)
  return { ...device('ICCBased', components), profile: bytes && readProfile(bytes) }
}

function paletteOf(object: PdfObject | undefined, file: PdfFile): Uint8Array {
  const found = file.get(object)
  if (found instanceof PdfString) return Buffer.from(found.value, 'latin1')
  return found instanceof Stream ? file.decoded(found, 65_536, true) ?? new Uint8Array() : new Uint8Array()
}

/** What is under an index, a pattern without colour of its own. */
export const innermost = (space: Space): Space =>
  (space.family === 'Indexed' || space.family === 'Pattern') && space.base ? innermost(space.base) : space

/** A colour's kind as a printer speaks of it. */
export type Kind = 'gray' | 'rgb' | 'cmyk' | 'spot' | 'lab' | 'pattern' | 'unknown'

/** Of an indexed space, that of its entries; inks of the press by name are no spots. */
export function kindOf(space: Space): Kind {
  const inner = innermost(space)
  switch (inner.family) {
    case 'DeviceGray': case 'CalGray': return 'gray'
    case 'DeviceRGB': case 'CalRGB': return 'rgb'
    case 'DeviceCMYK': return 'cmyk'
    case 'ICCBased': return inner.components === 1 ? 'gray' : inner.components === 4 ? 'cmyk' : inner.profile?.space === 'Lab' ? 'lab' : 'rgb'
    case 'Separation': case 'DeviceN': return inner.colorants?.every((name) => process.has(name)) ? 'cmyk' : 'spot'
    case 'Lab': return 'lab'
    case 'Pattern': return 'pattern'
    case 'Indexed': case 'unknown': return 'unknown'
  }
}

/** Colorants that need no plate of their own; `All` is on every plate. */
const process = new Set(['Cyan', 'Magenta', 'Yellow', 'Black', 'All', 'None'])

export type Ink = readonly [cyan: number, magenta: number, yellow: number, black: number, spots: number]

/** Shares of ink from 0 to 1, all spot colours summed; undefined where that is for a conversion to decide (RGB, Lab, patterns). */
export function inkOf({ space, values }: Colour): Ink | undefined {
  const [first = 0, second = 0, third = 0, fourth = 0] = values.map((value) => Math.min(1, Math.max(0, value)))
  switch (space.family) {
    case 'DeviceGray': case 'CalGray': return [0, 0, 0, 1 - first, 0]
    case 'DeviceCMYK': return [first, second, third, fourth, 0]
    case 'ICCBased': return space.components === 4 ? [first, second, third, fourth, 0] : space.components === 1 ? [0, 0, 0, 1 - first, 0] : undefined
    case 'Separation': case 'DeviceN': return colorantInk(space.colorants ?? [], values)
    case 'Indexed': return space.base && inkOf({ space: space.base, values: paletteEntry(space, values[0] ?? 0) })
    case 'Pattern': return space.base && inkOf({ space: space.base, values })
    case 'DeviceRGB': case 'CalRGB': case 'Lab': case 'unknown': return undefined
  }
}

/** Components of the base, from 0 to 1; 0 for what the palette lacks. */
export function paletteEntry({ base, palette }: Space, index: number): number[] {
  const components = base?.components ?? 1
  return Array.from({ length: components }, (_, at) => (palette?.[index * components + at] ?? 0) / 255)
}

const plates = ['Cyan', 'Magenta', 'Yellow', 'Black']

function colorantInk(colorants: readonly string[], tints: readonly number[]): Ink {
  const ink = [0, 0, 0, 0, 0]
  for (const [index, colorant] of colorants.entries()) {
    const tint = Math.min(1, Math.max(0, tints[index] ?? 0))
    if (colorant === 'All') for (let plate = 0; plate < 4; plate++) ink[plate] = Math.max(ink[plate] ?? 0, tint)
    else if (plates.includes(colorant)) ink[plates.indexOf(colorant)] = tint
    else if (colorant !== 'None') ink[4] = (ink[4] ?? 0) + tint
  }
  return ink as unknown as Ink
}

/** Share of all inks together; 1 is one ink in full. */
export const totalInk = (ink: Ink): number => ink[0] + ink[1] + ink[2] + ink[3] + ink[4]

/** The one with more of all inks together. */
export const heavier = (one: Ink | undefined, other: Ink | undefined): Ink | undefined => (one && (!other || totalInk(one) >= totalInk(other)) ? one : other)
