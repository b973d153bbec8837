/** Boxes of a page, its content moved to where the trim is, and marks outside the bleed. */

import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef, type PDFContext, type PDFDocument, type PDFPage } from '@cantoo/pdf-lib'
import type { Edges, Profile } from '../../../model/profile.ts'
import { packed } from '../stream.ts'
import type { Placed } from './arrange.ts'

/** Points from the lower left corner of the sheet: left, bottom, right, top. */
export type Box = readonly [number, number, number, number]

export interface Boxes {
  readonly media: Box
  readonly bleed: Box
  readonly trim: Box
}

const point = 72 / 25.4

/** Points: from the trim to a mark at the least, its length, and what is left beyond it. Our own choice, as most printers have it. */
const mark = { gap: 3 * point, length: 5 * point, margin: point }

/** Boxes of a page of `trim` millimetres, whose binding is on its left or on its right. */
export function boxesOf(trim: { readonly width: number; readonly height: number }, { bleed, marks }: Pick<Profile, 'bleed' | 'marks'>, isRight: boolean): Boxes {
  const slug = marks ? Math.max(mark.gap, widest(bleed) * point) + mark.length + mark.margin : 0
  const [left, right] = (isRight ? [bleed.inner, bleed.outer] : [bleed.outer, bleed.inner]).map((edge) => edge * point) as [number, number]
  const [bottom, top] = [bleed.bottom * point, bleed.top * point]
  const [width, height] = [trim.width * point, trim.height * point]
  const [x, y] = [Math.max(slug, left), Math.max(slug, bottom)]
  return {
    media: rounded([0, 0, x + width + Math.max(slug, right), y + height + Math.max(slug, top)]),
    bleed: rounded([x - left, y - bottom, x + width + right, y + height + top]),
    trim: rounded([x, y, x + width, y + height]),
  }
}

const widest = ({ inner, outer, top, bottom }: Edges): number => Math.max(inner, outer, top, bottom)

const rounded = (box: Box): Box => box.map(number) as unknown as Box

const number = (value: number): number => Math.round(value * 1000) / 1000

/** Gives each page its boxes; what the browser printed, a hair larger or smaller than the trim, is laid on the middle of it. Changes `pdf`. */
export function box(pdf: PDFDocument, placed: readonly Placed[], trim: { readonly width: number; readonly height: number }, profile: Pick<Profile, 'bleed' | 'marks' | 'colour'>): void {
  const { context } = pdf
  const sides = [false, true].map((isRight) => ({ isRight, boxes: boxesOf(trim, profile, isRight) }))
  const after = sides.map(({ boxes }) => context.register(packed(context, Buffer.from(`Q\n${profile.marks ? marksOf(boxes) : ''}`, 'latin1'))))
  const shifts = new Map<string, PDFRef>()
  for (const { page, isRight } of placed) {
    const { boxes } = sides[isRight ? 1 : 0]!
    const [x, y] = [(boxes.trim[0] + boxes.trim[2] - page.getWidth()) / 2, (boxes.trim[1] + boxes.trim[3] - page.getHeight()) / 2]
    const shift = `q\n1 0 0 1 ${number(x)} ${number(y)} cm`
    const before = shifts.get(shift) ?? context.register(packed(context, Buffer.from(shift, 'latin1')))
    shifts.set(shift, before)
    wrap(context, page, before, after[isRight ? 1 : 0]!)
    movePatterns(context, page, x, y)
    if (profile.marks) addRegistration(context, page, profile.colour)
    for (const [key, value] of [['MediaBox', boxes.media], ['CropBox', boxes.media], ['BleedBox', boxes.bleed], ['TrimBox', boxes.trim]] as const) {
      page.node.set(PDFName.of(key), context.obj([...value]))
    }
  }
}

function wrap(context: PDFContext, page: PDFPage, before: PDFRef, after: PDFRef): void {
  const contents = page.node.get(PDFName.of('Contents'))
  const own = contents instanceof PDFArray ? contents.asArray() : contents ? [contents] : []
  page.node.set(PDFName.of('Contents'), context.obj([before, ...own, after]))
}

/** Gradients of a page lie on the page itself, and do not follow what its content is moved by. */
function movePatterns(context: PDFContext, page: PDFPage, x: number, y: number): void {
  const patterns = page.node.Resources()?.lookupMaybe(PDFName.of('Pattern'), PDFDict)
  for (const [key, value] of patterns?.entries() ?? []) {
    const pattern = context.lookup(value)
    const dictionary = pattern instanceof PDFRawStream ? pattern.dict : pattern
    if (!(dictionary instanceof PDFDict)) continue
    const written = dictionary.lookupMaybe(PDFName.of('Matrix'), PDFArray)?.asArray().map((item) => (item instanceof PDFNumber ? item.asNumber() : 0))
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = written ?? []
    const own = dictionary.clone(context)
    own.set(PDFName.of('Matrix'), context.obj([a, b, c, d, e + x, f + y]))
    // Another page may draw the same pattern elsewhere.
    patterns?.set(key, context.register(pattern instanceof PDFRawStream ? PDFRawStream.of(own, pattern.contents) : own))
  }
}

/** Lines at the corners, and a cross in the middle of each side, in all inks. */
function marksOf({ trim, bleed, media }: Boxes): string {
  const [left, bottom, right, top] = trim
  const gap = Math.max(mark.gap, left - bleed[0], bleed[2] - right, bottom - bleed[1], bleed[3] - top)
  const lines: string[] = []
  const line = (x: number, y: number, toX: number, toY: number) => lines.push(`${number(x)} ${number(y)} m ${number(toX)} ${number(toY)} l S`)
  for (const x of [left, right]) {
    line(x, bottom - gap, x, bottom - gap - mark.length)
    line(x, top + gap, x, top + gap + mark.length)
  }
  for (const y of [bottom, top]) {
    line(left - gap, y, left - gap - mark.length, y)
    line(right + gap, y, right + gap + mark.length, y)
  }
  const half = mark.length / 2
  const [middle, centre] = [(left + right) / 2, (bottom + top) / 2]
  for (const [x, y] of [[middle, (media[1] + bottom - gap) / 2], [middle, (top + gap + media[3]) / 2], [(left - gap + media[0]) / 2, centre], [(right + gap + media[2]) / 2, centre]] as const) {
    line(x - half, y, x + half, y)
    line(x, y - half, x, y + half)
  }
  return `q\n/TwAll CS 1 SCN 0.25 w\n${lines.join('\n')}\nQ\n`
}

const registrations = new WeakMap<PDFContext, PDFRef>()

/** The colour of marks: all inks at once. */
function addRegistration(context: PDFContext, page: PDFPage, colour: Profile['colour']): void {
  const known = registrations.get(context) ?? context.register(registration(context, colour))
  registrations.set(context, known)
  const resources = page.node.Resources() ?? context.obj({})
  const spaces = resources.lookupMaybe(PDFName.of('ColorSpace'), PDFDict) ?? context.obj({})
  spaces.set(PDFName.of('TwAll'), known)
  resources.set(PDFName.of('ColorSpace'), spaces)
  page.node.set(PDFName.of('Resources'), resources)
}

const full = { rgb: [[1, 1, 1], [0, 0, 0], 'DeviceRGB'], cmyk: [[0, 0, 0, 0], [1, 1, 1, 1], 'DeviceCMYK'], grey: [[1], [0], 'DeviceGray'] } as const

function registration(context: PDFContext, colour: Profile['colour']): PDFArray {
  const [none, all, space] = full[colour]
  return context.obj(['Separation', 'All', space, { FunctionType: 2, Domain: [0, 1], C0: [...none], C1: [...all], N: 1 }]) as PDFArray
}
