/** The book as pages: how many, in which order, and how near to the edge its text comes. */

import { gutterFor } from '../../../model/profile.ts'
import { isInside, millimetres, type Box } from '../box.ts'
import type { Facts, Page, Thing } from '../facts.ts'
import { languageOf, isBoundLeft, isImposed, isRightBound, shrunk, sidesOf, trimOf } from '../sheet.ts'
import { anyPress, inFile, onPage, said, type Rule } from '../rule.ts'
import { labelsOf, orderOf } from '../labels.ts'

const pageCount: Rule = {
  name: 'page-count', clauses: {}, field: 'pages', asks: anyPress,
  look: ({ pages: { length } }, { pages: { least, most } }) => ({
    found: said('pages', { count: length }), wanted: { least, most }, faults: length < least || length > most ? [inFile({ pages: length })] : [],
  }),
}

const pageMultiple: Rule = {
  name: 'page-multiple', clauses: {}, field: 'pages', asks: ({ links, pages }) => !links && pages.multiple > 1,
  look: (facts, profile) => {
    // A side of a sheet carries two pages.
    const [{ length }, { multiple }] = [facts.pages, profile.pages]
    const pages = isImposed(facts, profile) ? length * 2 : length
    return { found: said('pages', { count: pages }), wanted: { multiple }, faults: pages % multiple === 0 ? [] : [inFile({ pages, missing: multiple - pages % multiple })] }
  },
}

/** A file that speaks Arabic first is bound on the right. */
export const binding: Rule = {
  name: 'binding', clauses: {}, field: 'reversed', asks: () => true,
  look: (facts) => {
    const language = languageOf(facts)
    const found = said(isRightBound(facts) ? 'bound-right' : 'bound-left')
    if (language === undefined) return { found, faults: [], unknown: said('no-language') }
    const isArabic = /^(ar|fa|ur|he)\b/i.test(language)
    return { found, faults: isArabic === isRightBound(facts) ? [] : [inFile({ language })] }
  },
}

/** Page labels tell the order; a reversed file begins with the book's last page. */
const pageOrder: Rule = {
  name: 'page-order', clauses: {}, field: 'reversed', asks: anyPress,
  look: (facts, { reversed }) => {
    if (facts.pages.length < 2) return { faults: [] }
    const order = orderOf(labelsOf(facts))
    if (!order) return { faults: [], unknown: said('no-labels') }
    const wanted = reversed && isRightBound(facts) ? 'falling' : 'rising'
    // A book with two covers is the same from either side.
    return { found: said(order), faults: order === wanted || order === 'from-covers' ? [] : [inFile()] }
  },
}

/** What must not be cut off: text that is drawn. */
const isText = ({ kind, isVisible }: Thing): boolean => kind === 'text' && isVisible

/** Rounding of measures, in points. */
const slack = 0.3

const nearest = (box: Box, trim: Box): number => Math.min(box[0] - trim[0], box[1] - trim[1], trim[2] - box[2], trim[3] - box[3])

const safety: Rule = {
  name: 'safety', clauses: {}, field: 'safety', asks: ({ links, safety: least }) => !links && least > 0,
  look: (facts, profile) => {
    if (isImposed(facts, profile)) return { faults: [], unknown: said('imposed'), wanted: { length: profile.safety } }
    const edges = { inner: -1000, outer: profile.safety, top: profile.safety, bottom: profile.safety }
    return {
      wanted: { length: profile.safety },
      faults: outside(facts, (page, trim) => shrunk(trim, sidesOf(edges, isBoundLeft(page, facts, profile))), profile, (box, trim) => ({ length: millimetres(nearest(box, trim)) })),
    }
  },
}

const gutter: Rule = {
  name: 'gutter', clauses: {}, field: 'gutter', asks: anyPress,
  look: (facts, profile) => {
    const inner = gutterFor(profile, facts.pages.length)
    if (inner === undefined) return { faults: [], unknown: said('no-gutter', { count: facts.pages.length }), wanted: { length: profile.gutter.at(-1)?.inner ?? 0 } }
    if (isImposed(facts, profile)) return { faults: [], unknown: said('imposed'), wanted: { length: inner } }
    const edges = { inner, outer: -1000, top: -1000, bottom: -1000 }
    return {
      wanted: { length: inner },
      faults: outside(facts, (page, trim) => shrunk(trim, sidesOf(edges, isBoundLeft(page, facts, profile))), profile, (box, trim, page) => {
        const distance = isBoundLeft(page, facts, profile) ? box[0] - trim[0] : trim[2] - box[2]
        return { length: millimetres(distance) }
      }),
    }
  },
}

type Measure = (box: Box, trim: Box, page: Page) => Record<string, number>

function outside(facts: Facts, area: (page: Page, trim: Box) => Box, profile: Parameters<typeof trimOf>[2], measure: Measure) {
  return facts.pages.flatMap((page) => {
    const trim = trimOf(page, facts, profile)
    const inside = area(page, trim)
    // What lies wholly beyond the trim is a mark of the press.
    return page.things.filter((thing) => isText(thing) && overlaps(thing.box, trim) && !isInside(thing.box, inside, slack))
      .map(({ box }) => onPage(page.number, box, measure(box, trim, page)))
  })
}

const overlaps = (one: Box, other: Box): boolean => one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1]

const fileSize: Rule = {
  name: 'file-size', clauses: {}, field: 'mostMegabytes', asks: ({ mostMegabytes }) => mostMegabytes !== undefined,
  look: ({ file }, { mostMegabytes = Infinity }) => {
    const size = Math.round(file.bytes.length / 1e5) / 10
    return { found: said('megabytes', { size }), wanted: { most: mostMegabytes }, faults: size > mostMegabytes ? [inFile({ size })] : [] }
  },
}

export const pageRules: readonly Rule[] = [pageCount, pageMultiple, binding, pageOrder, safety, gutter, fileSize]

