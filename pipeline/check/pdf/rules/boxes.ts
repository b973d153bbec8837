/** Boxes of pages: trim, bleed, and what lies outside. */

import { height, isInside, millimetres, width, type Box } from '../box.ts'
import type { Facts, Page } from '../facts.ts'
import { anyPress, bothX, onPage, said, type Rule } from '../rule.ts'
import { bleedOf, isBoundLeft, isImposed, points, sidesOf, trimOf } from '../sheet.ts'

/** Browsers round pages to 1/300 in; a printer's cutter is no more exact than half a millimetre. Our own choice between them. */
const tolerance = points(0.3)

const trimBox: Rule = {
  name: 'trim-box', clauses: bothX('page boxes: TrimBox or ArtBox, not both'), field: 'bleed', asks: ({ links, bleed }) => !links && bleed.outer > 0,
  look: ({ pages }) => ({
    found: said('boxes', { count: pages.filter(({ boxes }) => boxes.trim ?? boxes.art).length }),
    faults: pages.filter(({ boxes }) => (boxes.trim === undefined) === (boxes.art === undefined)).map(({ number }) => onPage(number)),
  }),
}

const nestedBoxes: Rule = {
  name: 'nested-boxes', clauses: bothX('page boxes: TrimBox inside BleedBox inside MediaBox'), field: 'bleed', asks: anyPress,
  look: ({ pages }) => ({
    faults: pages.flatMap((page) => {
      const { media, crop, bleed, trim, art } = page.boxes
      const finished = trim ?? art
      const pairs: [string, Box | undefined, string, Box | undefined][] = [
        ['TrimBox', finished, 'BleedBox', bleed], ['BleedBox', bleed, 'MediaBox', media], ['TrimBox', finished, 'MediaBox', media], ['TrimBox', finished, 'CropBox', crop],
      ]
      return pairs.flatMap(([inner, one, outer, other]) => (one && other && !isInside(one, other) ? [onPage(page.number, one, { inner, outer })] : []))
    }),
  }),
}

const sizeOf = (box: Box): { width: number; height: number } => ({ width: millimetres(width(box)), height: millimetres(height(box)) })
const differs = (one: number, other: number): boolean => Math.abs(one - other) > tolerance

/** Where the profile names no trim, that of the first page is held against the rest. */
const trimSize: Rule = {
  name: 'trim-size', clauses: {}, field: 'trim', asks: anyPress,
  look: (facts, profile) => {
    const first = trimOf(facts.pages[0] as Page, facts, profile)
    const wanted = isImposed(facts, profile) && profile.imposition !== 'single' ? profile.imposition : profile.trim ?? sizeOf(first)
    return {
      found: said('size', sizeOf(first)), wanted: { width: wanted.width, height: wanted.height },
      faults: facts.pages.flatMap((page) => {
        const trim = trimOf(page, facts, profile)
        const fits = !differs(width(trim), points(wanted.width)) && !differs(height(trim), points(wanted.height))
        return fits ? [] : [onPage(page.number, trim, sizeOf(trim))]
      }),
    }
  },
}

/** How far the bleed reaches beyond the trim on each side; the smallest of all pages is told. */
export const bleed: Rule = {
  name: 'bleed', clauses: {}, field: 'bleed', asks: ({ links, bleed: { inner, outer, top, bottom } }) => !links && Math.max(inner, outer, top, bottom) > 0,
  look: (facts, profile) => {
    let least = Infinity
    const faults = facts.pages.flatMap((page) => {
      const [trim, outside] = [trimOf(page, facts, profile), bleedOf(page)]
      const wanted = sidesOf(profile.bleed, isBoundLeft(page, facts, profile))
      const there = { left: trim[0] - outside[0], bottom: trim[1] - outside[1], right: outside[2] - trim[2], top: outside[3] - trim[3] }
      const sides = (['left', 'bottom', 'right', 'top'] as const).filter((side) => wanted[side] > 0)
      const smallest = Math.min(...sides.map((side) => there[side]))
      least = Math.min(least, smallest)
      return sides.some((side) => there[side] < wanted[side] - points(0.05)) ? [onPage(page.number, trim, { found: millimetres(Math.max(0, smallest)) })] : []
    })
    return { found: said('millimetres', { length: millimetres(Math.max(0, least)) }), wanted: { length: Math.max(profile.bleed.outer, profile.bleed.top) }, faults }
  },
}

/** Printers that take no marks take no room for them either. */
export const marks: Rule = {
  name: 'marks', clauses: {}, field: 'marks', asks: ({ links, marks: wanted }) => !links && !wanted,
  look: (facts) => ({
    faults: facts.pages.flatMap((page) => {
      const inside = bleedOf(page)
      const outside = page.things.find(({ box, isVisible }) => isVisible && !isInside(box, inside, points(0.5)) && !overlaps(box, inside))
      return outside ? [onPage(page.number, outside.box)] : []
    }),
  }),
}

const overlaps = (one: Box, other: Box): boolean => one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1]

const wantedMarks: Rule = {
  name: 'wanted-marks', clauses: {}, field: 'marks', asks: ({ links, marks: wanted }) => !links && wanted,
  look: (facts) => ({
    faults: facts.pages.flatMap((page) => {
      const inside = bleedOf(page)
      const outside = page.things.filter(({ box, isVisible }) => isVisible && !overlaps(box, inside))
      // Four corners have two marks each, or one shape drawn for both.
      return outside.length >= 4 ? [] : [onPage(page.number)]
    }),
  }),
}

const rotation: Rule = {
  name: 'rotation', clauses: {}, field: 'trim', asks: anyPress,
  look: ({ pages, file }: Facts) => ({
    faults: pages.filter(({ rotation: turned, dict }) => turned !== 0 || (file.number(dict.get('UserUnit')) ?? 1) !== 1)
      .map(({ number, rotation: degrees }) => onPage(number, undefined, { degrees })),
  }),
}

const pageLimits: Rule = {
  name: 'page-limits', clauses: { 'pdf-a-2a': 'ISO 19005-2:2011, 6.1.13', 'pdf-a-2u': 'ISO 19005-2:2011, 6.1.13' },
  look: ({ pages }) => ({
    faults: pages.flatMap(({ number, boxes: { media } }) => {
      const sides = [width(media), height(media)]
      return sides.some((side) => side < 3 || side > 14_400) ? [onPage(number, undefined, sizeOf(media))] : []
    }),
  }),
}

export const boxRules: readonly Rule[] = [trimBox, nestedBoxes, trimSize, bleed, marks, wantedMarks, rotation, pageLimits]

