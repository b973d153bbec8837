/** How much ink lies on a page at its heaviest place. */

import { shared, type Box } from './box.ts'
import type { Facts, Image, Page, Thing } from './facts.ts'
import { limits, type PdfFile } from './file.ts'
import { pictureFilters } from './filters.ts'
import { bleedOf, shrunk } from './sheet.ts'
import { innermost, inkOf, kindOf, paletteEntry, totalInk, type Ink, type Space } from './spaces.ts'

export interface PageInk {
  /** Share of all inks together; 1 is one ink in full. Undefined where nothing has ink that is known. */
  readonly most: number | undefined
  readonly box: Box | undefined
  /** Whether something is painted whose ink a conversion decides. */
  readonly isPartial: boolean
}

const known = new WeakMap<Page, PageInk>()

/**
 * Vector colours and pixels, each alone, and what overprints together with what lies under it.
 * Transparency only thins ink, so that this is never too little but where something multiplies.
 */
export function inkOnPage(page: Page, { file }: Facts): PageInk {
  const there = known.get(page) ?? heaviest(page, file)
  known.set(page, there)
  return there
}

/** What is wholly outside the bleed is a mark of the press, and goes with the waste. */
function heaviest(page: Page, file: PdfFile): PageInk {
  // A mark may touch the edge of the bleed, half the width of its line over.
  const sheet = shrunk(bleedOf(page), { left: 1, bottom: 1, right: 1, top: 1 })
  let found: PageInk = { most: undefined, box: undefined, isPartial: false }
  const grounds: { box: Box; ink: Ink }[] = []
  for (const thing of page.things) {
    if (!thing.isVisible || !shared(thing.box, sheet)) continue
    const ink = inkOfThing(thing, file)
    if (!ink) {
      found = { ...found, isPartial: true }
      continue
    }
    const under = overprints(thing) ? grounds.filter(({ box }) => shared(box, thing.box)).map((ground) => added(ink, ground.ink)) : []
    const most = Math.max(totalInk(ink), ...under)
    if (found.most === undefined || most > found.most) found = { ...found, most, box: thing.box }
    if (thing.kind === 'fill' || thing.kind === 'image') grounds.push({ box: thing.box, ink })
  }
  return found
}

const overprints = ({ kind, state }: Thing): boolean => (kind === 'stroke' ? state.overprintsStroke : state.overprintsFill)

/** Of inks that both have, the upper holds. */
const added = (upper: Ink, lower: Ink): number => totalInk(upper.map((own, index) => (own > 0 ? own : lower[index] ?? 0)) as unknown as Ink)

function inkOfThing(thing: Thing, file: PdfFile): Ink | undefined {
  if (thing.kind === 'shading') return undefined
  if (thing.kind !== 'image') return inkOf(thing.kind === 'stroke' ? thing.state.stroke : thing.state.fill)
  if (!thing.image || thing.image.isMask) return inkOf(thing.state.fill)
  return inkOfImage(thing.image, file)
}

const knownImages = new WeakMap<Image, { readonly ink: Ink | undefined }>()

/** The heaviest pixel of a picture; undefined where its colours are no inks, or cannot be read here. */
function inkOfImage(image: Image, file: PdfFile): Ink | undefined {
  const there = knownImages.get(image) ?? { ink: heaviestPixel(image, file) }
  knownImages.set(image, there)
  return there.ink
}

function heaviestPixel(image: Image, file: PdfFile): Ink | undefined {
  const { space } = image
  if (!space || !['gray', 'cmyk', 'spot'].includes(kindOf(space))) return undefined
  if (kindOf(space) === 'gray') return [0, 0, 0, 1, 0]
  if (space.family === 'Indexed') return heaviestEntry(space)
  const bytes = image.bits === 8 ? pixelsOf(image, file) : undefined
  return bytes && heaviestSample(bytes, space, isInverted(image, file))
}

function pixelsOf({ stream, filters, width, height, space }: Image, file: PdfFile): Uint8Array | undefined {
  const size = width * height * (space?.components ?? 1)
  if (size <= 0 || size > limits.image) return undefined
  const bytes = file.decoded(stream, size + height + 65_536)
  const last = filters.at(-1)
  return last !== undefined && pictureFilters.has(last) ? undefined : bytes
}

/** Photoshop's CMYK pictures are written inside out, and say so. */
const isInverted = ({ stream }: Image, file: PdfFile): boolean => {
  const decode = file.numbersIn(stream.dict.get('Decode') ?? stream.dict.get('D'))
  return decode[0] === 1 && decode[1] === 0
}

function heaviestSample(bytes: Uint8Array, space: Space, inverted: boolean): Ink {
  const { components } = innermost(space)
  let [most, at] = [-1, 0]
  for (let start = 0; start + components <= bytes.length; start += components) {
    let sum = 0
    for (let index = 0; index < components; index++) sum += bytes[start + index] ?? 0
    if (inverted) sum = 255 * components - sum
    if (sum > most) [most, at] = [sum, start]
  }
  const values = Array.from({ length: components }, (_, index) => (bytes[at + index] ?? 0) / 255)
  return inkOf({ space: innermost(space), values: inverted ? values.map((value) => 1 - value) : values }) ?? [0, 0, 0, 0, 0]
}

function heaviestEntry(space: Space): Ink | undefined {
  const base = space.base
  if (!base) return undefined
  const count = Math.floor((space.palette?.length ?? 0) / base.components)
  const inks = Array.from({ length: count }, (_, index) => inkOf({ space: base, values: paletteEntry(space, index) }))
  return inks.reduce<Ink | undefined>((best, ink) => (ink && (!best || totalInk(ink) > totalInk(best)) ? ink : best), undefined)
}
