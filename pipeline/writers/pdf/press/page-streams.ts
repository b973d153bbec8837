/** Every page's content in one pass: what it says, its colours, its tags, its pictures; each stream is unpacked and packed once. */

import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { PDFDict, PDFName, PDFNumber, PDFPageLeaf, PDFRawStream, PDFRef, type PDFContext, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'
import type { Profile } from '../../../model/profile.ts'
import { contentsOf, packed, packedBeside, textOf } from '../stream.ts'
import type { Inks } from './colour.ts'
import { rewritten, type Opacity } from './content.ts'
import { entriesOf, isForm, isPicture, repaint, thinnedPicture } from './pictures.ts'
import { convertShading } from './shadings.ts'

/** Changes what the content of pages says, and nothing that shows. */
export interface TextLayer {
  /** The content of one page, a character a byte; `fonts` by their names in it. */
  page(content: string, fonts: ReadonlyMap<string, PDFRef>): string
  /** After the last page: what the fonts need. */
  finish(): void
}

/** What stood in the way of a claim. */
export interface Flaw {
  readonly fault: 'colour' | 'transparency' | 'private-use'
  /** Counted from 1, in the order in which the pages were printed. */
  readonly page: number
}

export interface Streams {
  /** Their number. */
  readonly pages: number
  readonly flaws: readonly Flaw[]
  /** Of all content, hexadecimal. */
  readonly digest: string
}

/** Changes `pdf`; linear in its content. Others may work between two pages. */
export function rewriteStreams(pdf: PDFDocument, profile: Profile, inks: Inks, layers: readonly TextLayer[]): Promise<Streams> {
  return new Rewriting(pdf, profile, inks, layers).run()
}

const name = (text: string): PDFName => PDFName.of(text)

const overprint = { on: 'TwOn', off: 'TwOff' }

class Rewriting {
  private readonly context: PDFContext
  private readonly isFlat: boolean
  private readonly overprintStates: ReadonlyMap<string, PDFRef> | undefined
  private readonly done = new Set<PDFRef>()
  private readonly opacities = new Map<PDFObject, Opacity>()
  private readonly privateCodes = new Map<PDFRef, readonly string[]>()
  private readonly flaws: Flaw[] = []
  private readonly hash = createHash('sha256')
  private page = 0

  private readonly pdf: PDFDocument
  private readonly profile: Profile
  private readonly inks: Inks
  private readonly layers: readonly TextLayer[]

  constructor(pdf: PDFDocument, profile: Profile, inks: Inks, layers: readonly TextLayer[]) {
    this.pdf = pdf
    this.profile = profile
    this.inks = inks
    this.layers = layers
    this.context = pdf.context
    this.isFlat = !profile.transparency
    this.overprintStates = profile.colour === 'cmyk' ? new Map([
      [overprint.on, this.context.register(this.context.obj({ Type: 'ExtGState', OP: true, op: true, OPM: 1 }))],
      [overprint.off, this.context.register(this.context.obj({ Type: 'ExtGState', OP: false, op: false, OPM: 0 }))],
    ]) : undefined
  }

  async run(): Promise<Streams> {
    const written: Promise<void>[] = []
    for (const page of pagesOf(this.pdf)) {
      await setImmediate()
      this.page++
      const resources = page.Resources()
      const streams = contentsOf(this.context, page.get(name('Contents')))
      const before = streams.map(textOf).join('\n')
      const fonts = new Map(entriesOf(resources, 'Font').filter((entry): entry is [string, PDFRef] => entry[1] instanceof PDFRef))
      this.lookForPrivate(before, fonts)
      for (const font of fonts.values()) this.rewriteGlyphs(font, resources)
      const said = this.layers.reduce((content, layer) => layer.page(content, fonts), before)
      const after = this.rewrite(said, resources, page.MediaBox().asRectangle().height, this.profile.tags, this.profile.leastLine)
      const bytes = Buffer.from(after, 'latin1')
      this.hash.update(bytes)
      if (after !== before || streams.length > 1) written.push(this.write(page, bytes))
      if (this.isFlat) page.delete(name('Group'))
    }
    await Promise.all(written)
    for (const layer of this.layers) layer.finish()
    return { pages: this.page, flaws: this.flaws, digest: this.hash.digest('hex') }
  }

  /** Where the content stands is settled at once; its bytes come when they are packed. */
  private async write(page: PDFDict, bytes: Uint8Array): Promise<void> {
    const contents = page.get(name('Contents'))
    const isOneStream = contents instanceof PDFRef && this.context.lookup(contents) instanceof PDFRawStream
    const place = isOneStream ? contents : this.context.nextRef()
    page.set(name('Contents'), place)
    this.context.assign(place, await packedBeside(this.context, bytes))
  }

  /** Content with its resources, which are changed alike. */
  private rewrite(content: string, resources: PDFDict | undefined, height: number, tags: boolean, leastLine = 0): string {
    const opacities = new Map(entriesOf(resources, 'ExtGState').flatMap(([key, state]) => {
      const opacity = this.opacityOf(state as PDFObject)
      return opacity ? [[key, opacity] as const] : []
    }))
    for (const [, object] of entriesOf(resources, 'XObject')) this.rewriteObject(object)
    for (const [, object] of [...entriesOf(resources, 'Pattern'), ...entriesOf(resources, 'Shading')]) this.rewritePaint(object)
    if (this.overprintStates) this.addStates(resources)
    return rewritten(content, { inks: this.inks, tags, flat: this.isFlat, overprint: this.overprintStates && overprint, opacities, height, leastLine,
      thinned: (drawn, opacity) => this.thinned(resources, drawn, opacity) })
  }

  /** A picture that is seen through everywhere alike is another on paper; a group of things, or a gradient, stays as it is. */
  private thinned(resources: PDFDict | undefined, drawn: string, opacity: number): string {
    const objects = resources?.lookupMaybe(name('XObject'), PDFDict)
    const picture = objects?.lookup(name(drawn))
    // What a stencil lets through is mixed already.
    if (isPicture(picture) && picture.dict.has(name('ImageMask'))) return drawn
    const thin = isPicture(picture) ? thinnedPicture(this.context, picture, opacity) : undefined
    if (!thin) {
      this.flaw('transparency')
      return drawn
    }
    const key = `${drawn}On${Math.round(opacity * 1000)}`
    if (!objects!.has(name(key))) objects!.set(name(key), thin)
    return key
  }

  private addStates(resources: PDFDict | undefined): void {
    const states = resources?.lookupMaybe(name('ExtGState'), PDFDict) ?? this.context.obj({})
    for (const [key, reference] of this.overprintStates ?? []) states.set(name(key), reference)
    resources?.set(name('ExtGState'), resources.get(name('ExtGState')) ?? states)
  }

  /** Where colours are mixed with the paper, a graphics state loses its opacity for good; what cannot be mixed is a flaw. */
  private opacityOf(object: PDFObject): Opacity | undefined {
    const known = this.opacities.get(object)
    if (known) return known
    const state = this.context.lookup(object)
    if (!(state instanceof PDFDict)) return undefined
    const value = (key: string) => state.lookupMaybe(name(key), PDFNumber)?.asNumber()
    const opacity = { fill: value('ca'), stroke: value('CA'), lineWidth: value('LW') }
    this.opacities.set(object, opacity)
    if (!this.isFlat) return opacity
    const mask = state.lookup(name('SMask'))
    const mode = state.lookup(name('BM'))
    if (mask instanceof PDFDict || (mode !== undefined && mode !== name('Normal') && mode !== name('Compatible'))) this.flaw('transparency')
    for (const key of ['ca', 'CA', 'SMask', 'BM', 'AIS']) state.delete(name(key))
    return opacity
  }

  private rewriteObject(reference: unknown): void {
    if (!(reference instanceof PDFRef) || this.done.has(reference)) return
    this.done.add(reference)
    const object = this.context.lookup(reference)
    if (isPicture(object)) {
      const fault = this.profile.links && !this.isFlat ? undefined : repaint(this.context, reference, { inks: this.inks, flat: this.isFlat })
      if (fault) this.flaw(fault)
    } else if (isForm(object)) this.rewriteForm(reference, object)
  }

  /** Of a font whose glyphs are drawn, as those in colours are; `around` serves where it has no resources of its own. */
  private rewriteGlyphs(reference: PDFRef, around: PDFDict | undefined): void {
    if (this.done.has(reference)) return
    this.done.add(reference)
    const font = this.context.lookup(reference)
    if (!(font instanceof PDFDict) || font.lookup(name('Subtype')) !== name('Type3')) return
    const resources = font.lookupMaybe(name('Resources'), PDFDict) ?? around
    for (const [, glyph] of font.lookupMaybe(name('CharProcs'), PDFDict)?.entries() ?? []) {
      const drawing = this.context.lookup(glyph)
      if (glyph instanceof PDFRef && drawing instanceof PDFRawStream && !this.done.has(glyph)) this.rewriteForm(glyph, drawing, resources)
      if (glyph instanceof PDFRef) this.done.add(glyph)
    }
  }

  private rewriteForm(reference: PDFRef, form: PDFRawStream, resources = form.dict.lookupMaybe(name('Resources'), PDFDict)): void {
    const content = textOf(form)
    // What is around the form says whether it is furniture, and how large its lines are.
    const after = this.rewrite(content, resources, 0, false)
    if (this.isFlat) form.dict.delete(name('Group'))
    if (after === content) return
    const kept = form.dict.entries().filter(([key]) => !['Length', 'Filter', 'DecodeParms'].includes(key.decodeText()))
    this.context.assign(reference, packed(this.context, Buffer.from(after, 'latin1'), Object.fromEntries(kept.map(([key, value]) => [key.decodeText(), value]))))
  }

  private rewritePaint(reference: unknown): void {
    if (reference instanceof PDFRef) {
      if (this.done.has(reference)) return
      this.done.add(reference)
    }
    const object = reference instanceof PDFRef ? this.context.lookup(reference) : reference
    if (object instanceof PDFRawStream && object.dict.get(name('PatternType')) !== undefined && reference instanceof PDFRef) return this.rewriteForm(reference, object)
    const dictionary = object instanceof PDFRawStream ? object.dict : object
    if (!(dictionary instanceof PDFDict)) return
    const shading = dictionary.lookup(name('Shading')) ?? dictionary
    const own = shading instanceof PDFRawStream ? shading.dict : shading
    if (this.inks.pixels && own instanceof PDFDict && !convertShading(this.context, own, this.inks)) this.flaw('colour')
  }

  /** A glyph whose text is a code of private use says nothing; the highest level of archives forbids it. */
  private lookForPrivate(content: string, fonts: ReadonlyMap<string, PDFRef>): void {
    for (const font of fonts.values()) {
      const codes = this.privateCodes.get(font) ?? privateCodesOf(this.context, font)
      this.privateCodes.set(font, codes)
      if (codes.some((code) => content.includes(`<${code}>`))) this.flaw('private-use')
    }
  }

  private flaw(fault: Flaw['fault']): void {
    this.flaws.push({ fault, page: this.page })
  }
}

/** The library would keep them, and not see those that a document gets when another is joined to it. */
function pagesOf({ catalog }: PDFDocument): PDFPageLeaf[] {
  const pages: PDFPageLeaf[] = []
  catalog.Pages().traverse((node) => { if (node instanceof PDFPageLeaf) pages.push(node) })
  return pages
}

function privateCodesOf(context: PDFContext, font: PDFRef): string[] {
  const map = context.lookupMaybe(font, PDFDict)?.lookup(name('ToUnicode'))
  if (!(map instanceof PDFRawStream)) return []
  return [...textOf(map).matchAll(/<([0-9A-Fa-f]{4})>\s*<(?:E[0-9A-F]{3}|F[0-8][0-9A-F]{2})>/gi)].map(([, code = '']) => code)
}

