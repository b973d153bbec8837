/** Pictures and lines: fine enough for print, and in forms that every reader knows. */

import type { Profile } from '../../../model/profile.ts'
import type { Facts, Thing } from '../facts.ts'
import { inkOnPage, type PageInk } from '../ink.ts'
import { amongThings, anyPress, atUse, bothX, everyA, listed, onPage, said, type Rule, x1a } from '../rule.ts'

const placed = ({ pages }: Facts): Thing[] => pages.flatMap(({ things }) => things.filter(({ kind, isVisible }) => kind === 'image' && isVisible))

const lowest = ({ resolution }: Thing): number => Math.round(Math.min(...(resolution ?? [Infinity])))

/** A picture of one bit a pixel has edges like letters. */
const isLineArt = ({ image }: Thing): boolean => image?.bits === 1

/** One pixel is a patch of colour, which no resolution makes better. */
const isPicture = ({ image }: Thing): boolean => (image?.width ?? 0) > 1 && (image?.height ?? 0) > 1

function range(facts: Facts): ReturnType<typeof said> {
  const all = placed(facts).filter(isPicture).map(lowest)
  return all.length === 0 ? said('no-images') : said('resolutions', { least: all.reduce((one, other) => Math.min(one, other)), most: all.reduce((one, other) => Math.max(one, other)) })
}

/** Rounding of pixels may cost one in a hundred. */
const isBelow = (thing: Thing, limit: number): boolean => isPicture(thing) && lowest(thing) < limit * 0.99

const lowResolution: Rule = {
  name: 'low-resolution', clauses: {}, field: 'resolution', asks: anyPress,
  look: (facts, { resolution }) => ({
    found: range(facts), wanted: { least: resolution.least, lineArt: resolution.lineArt },
    faults: amongThings(facts, (thing) => {
      if (thing.kind !== 'image' || !thing.isVisible) return undefined
      return isBelow(thing, isLineArt(thing) ? resolution.lineArt : resolution.least) ? { resolution: lowest(thing) } : undefined
    }),
  }),
}

const highResolution: Rule = {
  name: 'high-resolution', clauses: {}, field: 'resolution', asks: ({ links, resolution }) => !links && resolution.most !== undefined, isDoubt: true,
  look: (facts, { resolution }) => ({
    found: range(facts), wanted: { most: resolution.most ?? 0 },
    faults: amongThings(facts, (thing) =>
      (thing.kind === 'image' && thing.isVisible && isPicture(thing) && !isLineArt(thing) && lowest(thing) > (resolution.most ?? Infinity) * 1.01 ? { resolution: lowest(thing) } : undefined)),
  }),
}

const thinLine: Rule = {
  name: 'thin-line', clauses: {}, field: 'leastLine', asks: ({ links, leastLine }) => !links && leastLine > 0,
  look: (facts, { leastLine }) => ({
    wanted: { least: leastLine },
    faults: amongThings(facts, (thing) => {
      const isLine = thing.isVisible && (thing.kind === 'stroke' || thing.kind === 'fill')
      return isLine && thing.size < leastLine - 0.005 ? { width: Math.round(thing.size * 1000) / 1000 } : undefined
    }),
  }),
}

const percent = (share: number): number => Math.round(share * 100)

const inkLimit: Rule = {
  name: 'ink-limit', clauses: {}, field: 'inkLimit', asks: ({ inkLimit: limit }: Profile) => limit !== undefined,
  look: (facts, { inkLimit: limit = Infinity }) => {
    const inks = facts.pages.map((page) => inkOnPage(page, facts))
    const most = Math.max(0, ...inks.map((ink) => percent(ink.most ?? 0)))
    const why = unknownInk(inks, limit)
    const faults = inks.flatMap((ink, index) => (percent(ink.most ?? 0) > limit ? [onPage(index + 1, ink.box, { most: percent(ink.most ?? 0) })] : []))
    const found = why.length === 0 ? said('ink', { most }) : said('ink-partial', { most, why: `$${why.map((reason) => `preflight:ink.${reason}`).join(' ')}` })
    return { found, wanted: { limit }, faults, ...(why.length > 0 && faults.length === 0 && { unknown: found }) }
  },
}

/** What keeps a file from being said to keep the limit. */
const unknownInk = (inks: readonly PageInk[], limit: number): string[] =>
  [...new Set(inks.flatMap(({ unknown, bound, most = 0 }) => [...unknown, ...(percent(bound) > limit && percent(most) <= limit ? ['laid-over'] : [])]))].sort()

const alternateImages: Rule = {
  name: 'alternate-images', clauses: { ...bothX('alternate images and OPI'), ...everyA('6.2.8') },
  look: ({ uses }) => ({
    faults: [...uses.images.filter(({ thing }) => thing.stream.dict.has('Alternates') || thing.stream.dict.has('OPI')),
      ...uses.forms.filter(({ thing }) => thing.dict.has('OPI'))].map((use) => atUse(use)),
  }),
}

export const interpolation: Rule = {
  name: 'interpolation', clauses: everyA('6.2.8'),
  look: ({ uses, file }) => ({
    faults: uses.images.filter(({ thing: { stream } }) => file.get(stream.dict.get('Interpolate') ?? stream.dict.get('I')) === true).map((use) => atUse(use)),
  }),
}

/** Filters are looked at in whatever pages use; PDF 1.3 knows neither JBIG2 nor JPEG 2000. */
const forbidden = { 'pdf-x-1a': ['LZWDecode', 'LZW', 'JBIG2Decode', 'JPXDecode', 'Crypt'], 'pdf-a': ['LZWDecode', 'LZW', 'Crypt'] } as const

export const filters: Rule = {
  name: 'filters', clauses: { 'pdf-x-1a': x1a('compression'), ...everyA('6.1.7.2') },
  look: ({ uses, file }, { standards }) => {
    const outlawed: readonly string[] = standards.includes('pdf-x-1a') ? forbidden['pdf-x-1a'] : forbidden['pdf-a']
    const used = [...uses.images.map((use) => ({ use, names: use.thing.filters })), ...uses.forms.map((use) => ({ use, names: file.filtersOf(use.thing) }))]
    return {
      found: listed(used.flatMap(({ names }) => names)),
      faults: used.flatMap(({ use, names }) => names.filter((name) => outlawed.includes(name)).map((name) => atUse(use, { name }))),
    }
  },
}

export const imageRules: readonly Rule[] = [lowResolution, highResolution, thinLine, inkLimit, alternateImages, interpolation, filters]
