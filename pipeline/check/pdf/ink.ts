/** How much ink lies on a page at its heaviest place. */

import { blended, blends } from './blend.ts'
import { isInside, shared, type Box } from './box.ts'
import type { Colour, Facts, Page, Thing } from './facts.ts'
import type { PdfFile } from './file.ts'
import { Stream } from './objects.ts'
import { inkOfPicture, type UnknownPicture } from './picture-ink.ts'
import { inkOfShading } from './shading-ink.ts'
import { bleedOf, shrunk } from './sheet.ts'
import { inkOf, totalInk, type Ink } from './spaces.ts'

/** Why the ink of something is not known: a conversion decides, it cannot be read, it blends as no ink does, or too much lies over each other. */
export type UnknownInk = UnknownPicture | 'shading' | 'blend' | 'crowd'

export interface PageInk {
  /** Share of all inks together; 1 is one ink in full. Undefined where nothing has ink that is known. */
  readonly most: number | undefined
  readonly box: Box | undefined
  /** So much there may be, where heavy places of pictures happen to meet what they are laid over. */
  readonly bound: number
  readonly unknown: ReadonlySet<UnknownInk>
}

const known = new WeakMap<Page, PageInk>()

/**
 * Colours and pixels, each alone, and what overprints or blends together with what lies under it.
 * Transparency without a blend mode only thins ink. What covers all that is under it is not looked at: this may be too much, never too little.
 */
export function inkOnPage(page: Page, { file }: Facts): PageInk {
  const there = known.get(page) ?? new Press(file, page).found
  known.set(page, there)
  return there
}

/** What lies on the sheet. */
interface Layer {
  readonly box: Box
  readonly ink: Ink
  readonly isPicture: boolean
  readonly isSure: boolean
}

/** Layers of a page that are held against each other. Our own choice: a map with a thousand areas that all overprint. */
const mostMeetings = 1_000_000

/** Lays a page's things one over the other. */
class Press {
  private readonly file: PdfFile
  private readonly grounds: Layer[] = []
  private readonly texts: Layer[] = []
  private readonly unknown = new Set<UnknownInk>()
  private heaviest: Layer | undefined
  private bound = 0
  private meetings = 0

  constructor(file: PdfFile, page: Page) {
    this.file = file
    // What is wholly outside the bleed is a mark of the press, and goes with the waste. It may touch the edge, half the width of its line over.
    const sheet = shrunk(bleedOf(page), { left: 1, bottom: 1, right: 1, top: 1 })
    for (const thing of page.things) if (thing.isVisible && shared(thing.box, sheet)) this.lay(thing)
  }

  get found(): PageInk {
    const { heaviest, bound, unknown } = this
    return { most: heaviest && totalInk(heaviest.ink), box: heaviest?.box, bound, unknown }
  }

  private lay(thing: Thing): void {
    const layer = layerOf(thing, this.file)
    if (layer === undefined) return
    if (typeof layer === 'string') return void this.unknown.add(layer)
    this.weigh(layer)
    const pile = this.pileUnder(layer, thing)
    const pot = thing.kind === 'text' ? this.texts : this.grounds
    if (thing.kind !== 'shading') pot.push(layer)
    if (pile) this.grounds.push(pile)
  }

  private weigh(layer: Layer): void {
    const total = totalInk(layer.ink)
    this.bound = Math.max(this.bound, total)
    if (layer.isSure && (!this.heaviest || total > totalInk(this.heaviest.ink))) this.heaviest = layer
  }

  /** The heaviest that comes of a layer with those under it, as it overprints or blends. */
  private pileUnder(layer: Layer, { kind, state }: Thing): Layer | undefined {
    const isBlending = blends(state.blend)
    if (!isBlending && !(kind === 'stroke' ? state.overprintsStroke : state.overprintsFill)) return undefined
    let heaviest: Layer | undefined
    // Letters under letters add nothing: both are black.
    for (const under of isBlending ? [...this.grounds, ...this.texts] : this.grounds) {
      if (++this.meetings > mostMeetings) return void this.unknown.add('crowd')
      const box = shared(layer.box, under.box)
      if (!box) continue
      const ink = isBlending ? blended(state.blend, layer.ink, under.ink) : overprinted(layer.ink, under.ink)
      if (!ink) return void this.unknown.add('blend')
      const pile = { box, ink, isPicture: layer.isPicture || under.isPicture, isSure: layer.isSure && under.isSure && meetSurely(layer, under) }
      this.weigh(pile)
      if (!heaviest || totalInk(ink) > totalInk(heaviest.ink)) heaviest = pile
    }
    return heaviest
  }
}

/** The heaviest pixel of a picture meets what lies under all of it. */
const meetSurely = (over: Layer, under: Layer): boolean =>
  (!over.isPicture || isInside(over.box, under.box)) && (!under.isPicture || isInside(under.box, over.box)) && !(over.isPicture && under.isPicture)

/** Of inks that both have, the upper holds. */
const overprinted = (upper: Ink, lower: Ink): Ink => upper.map((own, index) => (own > 0 ? own : lower[index] ?? 0)) as unknown as Ink

/** Undefined where it has no ink of its own: a tiling's cell is looked at by itself. */
function layerOf(thing: Thing, file: PdfFile): Layer | UnknownInk | undefined {
  const { kind, image, shading, state, box } = thing
  if (image && !image.isMask) {
    const found = inkOfPicture(image, file)
    return typeof found === 'string' ? found : { ...found, box, isPicture: true }
  }
  if (shading) return shaded(inkOfShading(shading, file), box)
  return painted(kind === 'stroke' ? state.stroke : state.fill, box, file)
}

const shaded = (ink: Ink | undefined, box: Box): Layer | UnknownInk => (ink ? { ink, box, isPicture: true, isSure: true } : 'shading')

function painted(colour: Colour, box: Box, file: PdfFile): Layer | UnknownInk | undefined {
  if (colour.pattern instanceof Stream && !colour.space.base) return undefined
  if (colour.shading) return shaded(inkOfShading(colour.shading, file), box)
  const ink = inkOf(colour)
  return ink ? { ink, box, isPicture: false, isSure: true } : 'rgb'
}
