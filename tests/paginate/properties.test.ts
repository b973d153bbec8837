/** What holds of any pages, on galleys made by chance. */

import { describe, expect, test } from '@jest/globals'
import { languages, type Bilingual, type Language } from '../../pipeline/model/language.ts'
import { isSameBreak, notesHeight, tableHeadHeight, textHeight } from '../../pipeline/paginate/height.ts'
import type { Galley, PageRoom, SegmentEnd, SetPage } from '../../pipeline/paginate/model.ts'
import { chooseOpenings, openingSteps } from '../../pipeline/paginate/openings.ts'
import { choosePages, columnsOf, pageSteps } from '../../pipeline/paginate/pages.ts'
import { pairsOf } from '../../pipeline/paginate/pairs.ts'
import { cheapestPath, type Steps } from '../../pipeline/paginate/path.ts'
import type { Tie } from '../../pipeline/paginate/places.ts'
import { weights } from '../../pipeline/paginate/weights.ts'
import { random } from '../support/random.ts'
import { room } from './draw.ts'
import { galley, leading, noNotes, notes } from './galleys.ts'

type Chance = () => number

const upTo = (chance: Chance, most: number): number => 1 + Math.floor(chance() * most)

/** A row of any kind; every line may call a note if `calls`. */
function row(chance: Chance, cells: number, calls: boolean): string {
  const count = upTo(chance, chance() < 0.1 ? 40 : 7)
  const lengths = Array.from({ length: cells }, (_, cell) => cell === 0 ? count : Math.floor(count * chance() * 1.5))
  const kind = 'pppppphfvr'[Math.floor(chance() * 10)]!
  if (kind === 'f') return `f${count}~${Math.floor(chance() * count)}${calls && chance() < 0.2 ? '*0' : ''}`
  const hyphens = lengths[0]! > 1 && chance() < 0.3 ? `=${Math.floor(chance() * (count - 1))}` : ''
  const group = chance() < 0.3 ? `/${upTo(chance, 3)}` : ''
  return `${kind}${lengths.join('-')}${hyphens}${group}${calls ? callsOf(chance, count) : ''}`
}

const callsOf = (chance: Chance, lines: number): string =>
  Array.from({ length: lines }, (_, line) => chance() < 0.08 ? `*${line}` : '').join('')

const drawing = (chance: Chance, rows: number, cells = 1, calls = false): string =>
  Array.from({ length: rows }, () => (chance() < 0.1 ? '| ' : chance() < 0.2 ? '_ ' : '') + row(chance, cells, calls)).join(' ')

function notesFor(text: Galley, chance: Chance): Galley {
  const count = text.rows.flatMap(({ cells }) => cells.flat()).flatMap((line) => line.notes).length
  return count === 0 ? { rows: [] } : notes(Array.from({ length: count }, () => upTo(chance, chance() < 0.1 ? 30 : 4)).join(chance() < 0.5 ? ' _ ' : ' '))
}

/** `row.line` of each line in a cell on a page, in order. */
function linesOn({ rows }: Galley, { from, to }: SetPage, cell: number): string[] {
  const found: string[] = []
  for (let at = from.row; at <= to.row && at < rows.length; at++) {
    const lines = rows[at]!.cells[cell] ?? []
    const end = at === to.row ? to.cuts[cell] ?? 0 : lines.length
    for (let line = at === from.row ? from.cuts[cell] ?? 0 : 0; line < end; line++) found.push(`${at}.${line}`)
  }
  return found
}

const allLines = ({ rows }: Galley, cell: number): string[] =>
  rows.flatMap(({ cells }, at) => (cells[cell] ?? []).map((_, line) => `${at}.${line}`))

const noteLinesOn = (page: SetPage, language: Language): string[] =>
  page.notes[language].flatMap(({ note, from, to }) => Array.from({ length: to - from }, (_, line) => `${note}.${from + line}`))

function expectWhole(text: Galley, pages: readonly SetPage[], allNotes: Bilingual<Galley>, languagesOf: readonly Language[]): void {
  for (const cell of [0, 1, 2]) expect(pages.flatMap((page) => linesOn(text, page, cell))).toEqual(allLines(text, cell))
  for (const language of languagesOf) {
    expect(pages.flatMap((page) => noteLinesOn(page, language))).toEqual(allLines(allNotes[language], 0))
  }
}

/** The page is as high as it says, and fits unless it says that it doesn't. */
function expectFits(text: Galley, page: SetPage, allNotes: Bilingual<Galley>, { height, noteGap }: PageRoom): void {
  const head = page.repeats === undefined ? 0 : tableHeadHeight(text, page.repeats)
  const below = Math.max(...languages.map((language) => notesHeight(allNotes[language], page.notes[language])))
  expect(page.height).toBeCloseTo(textHeight(text, page.from, page.to) + head - page.shrink)
  expect(page.notesHeight).toBeCloseTo(below > 0 ? below + noteGap : 0)
  expect(page.blank).toBeCloseTo(height - page.height - page.notesHeight)
  expect(page.blank < -0.1).toBe(page.faults.includes('overfull'))
}

describe.each(Array.from({ length: 25 }, (_, seed) => seed))('one galley, chance %i', (seed) => {
  const chance = random(seed)
  const cells = upTo(chance, 2)
  const text = galley(drawing(chance, 30, cells, true))
  const allNotes = { ...noNotes, en: notesFor(text, chance) }
  const space = room(upTo(chance, 30))
  const pages = choosePages(text, allNotes, space)

  test('has every line and note on one page, in order', () => expectWhole(text, pages, allNotes, ['en']))

  test('has pages as high as they say', () => {
    for (const page of pages) expectFits(text, page, allNotes, space)
  })

  test('is overfull only where one thing is taller than the page', () => {
    for (const page of pages.filter(({ faults }) => faults.includes('overfull'))) {
      const things = linesOn(text, page, 0).length + linesOn(text, page, 1).length + page.notes.en.length
      expect(things).toBeLessThanOrEqual(Math.max(1, cells))
    }
  })

  test('has sections begin pages, and end their last', () => {
    pages.forEach((page, index) => expect(page.ends === 'section').toBe(pages[index + 1]?.section !== page.section))
  })
})

/** Of all ways whatever. */
function leastCost<State>(steps: Steps<State>, from = 0, state = steps.start): number {
  if (from === steps.count - 1) return 0
  let best = Infinity
  for (let to = from + 1; to < steps.count; to++) {
    const cost = steps.cost(from, to, state, Infinity)
    if (cost < best) best = Math.min(best, cost + leastCost(steps, to, steps.carried(from, to, state)))
  }
  return best
}

describe.each(Array.from({ length: 25 }, (_, seed) => seed))('the cheapest of all ways, chance %i', (seed) => {
  const chance = random(1_000 + seed)

  test('is found in one galley', () => {
    const text = galley(Array.from({ length: 5 }, () => row(() => chance() * 0.85, upTo(chance, 2), false)).join(' '))
    const [column] = columnsOf(text, noNotes, room(2 + upTo(chance, 6)), [0])
    const count = column!.places.breaks.length
    if (count > 14) return
    const steps = pageSteps(column!, new Float64Array(count))
    expect(cheapestPath(steps).cost).toBeCloseTo(leastCost(steps))
  })

  test('is found in facing pages', () => {
    const galleys = { en: galley('p4 p2', 'en'), ar: galley(chance() < 0.5 ? 'p5' : 'p2 f4~1', 'ar') }
    const space = room(2 + upTo(chance, 4))
    const [en, ar] = languages.map((language) => columnsOf(galleys[language], noNotes, space, [0])[0]!)
    const pairs = pairsOf({ en: en!.places, ar: ar!.places }, chanceTies(galleys, 4, chance))
    const steps = openingSteps({ en: en!, ar: ar! }, pairs)
    const least = leastCost(steps)
    // Of openings that are too full whatever is done, only the shortest is looked at.
    if (least < weights.overfull) expect(cheapestPath(steps).cost).toBeCloseTo(least)
  })
})

/** Beads that end anywhere, in order; one in ten is empty on a side. */
function chanceTies(galleys: Bilingual<Galley>, count: number, chance: Chance): Tie[] {
  const ends = (side: Galley): (SegmentEnd | undefined)[] => {
    const lines = side.rows.flatMap(({ cells }, at) => cells.flatMap((cell, index) => cell.map((_, line) => ({ row: at, cell: index, line }))))
    const places = Array.from({ length: count }, () => chance() * lines.length).sort((one, other) => one - other)
    return places.map((place) => lines.length === 0 || chance() < 0.1 ? undefined : { ...lines[Math.floor(place)]!, share: place % 1 })
  }
  const [en, ar] = [ends(galleys.en), ends(galleys.ar)]
  return en.map((end, index) => ({ en: end, ar: ar[index] }))
}

describe.each(Array.from({ length: 25 }, (_, seed) => seed))('facing pages, chance %i', (seed) => {
  const chance = random(2_000 + seed)
  const side = (language: Language): Galley => seed % 13 === 0 && language === 'ar' ? { rows: [] } : galley(drawing(chance, 25, 1, true), language)
  const galleys = { en: side('en'), ar: side('ar') }
  const ties = chanceTies(galleys, 60, chance)
  const allNotes = { en: notesFor(galleys.en, chance), ar: notesFor(galleys.ar, chance) }
  const space = room(8 + upTo(chance, 30))
  const openings = chooseOpenings(galleys, ties, allNotes, space)

  test.each(languages)('have every line and note on one page, in order: %s', (language) =>
    expectWhole(galleys[language], openings.map((opening) => opening[language]), allNotes, [language]))

  test('have pages as high as they say', () => {
    for (const opening of openings) {
      for (const language of languages) expectFits(galleys[language], opening[language], { ...noNotes, [language]: allNotes[language] }, space)
    }
  })

  test('belong to the same section', () => {
    for (const { en, ar } of openings) expect(en.section).toBe(ar.section)
  })
})

/** Prose, without what is never cut, and beads all over it in step. */
function prose(chance: Chance): { galleys: Bilingual<Galley>; ties: Tie[] } {
  const paragraphs = Array.from({ length: 20 }, () => ({ en: upTo(chance, 14), ar: upTo(chance, 14), beads: upTo(chance, 7) }))
  const text = (language: Language): Galley => galley(paragraphs.map((one) => `p${one[language]}`).join(' '), language)
  const ties = paragraphs.flatMap(({ beads, ...lines }, at) => Array.from({ length: beads }, (_, bead) => {
    const end = (count: number): SegmentEnd => {
      const place = count * (bead + 1) / beads
      const line = Math.min(count - 1, Math.floor(place))
      return { row: at, cell: 0, line, share: place - line }
    }
    return { en: end(lines.en), ar: end(lines.ar) }
  }))
  return { galleys: { en: text('en'), ar: text('ar') }, ties }
}

/** Lines of a galley above a place. */
const depth = ({ rows }: Galley, at: number, cut: number): number =>
  rows.slice(0, at).reduce((sum, { cells }) => sum + cells[0]!.length, 0) + cut

describe.each(Array.from({ length: 20 }, (_, seed) => seed))('facing prose, chance %i', (seed) => {
  const { galleys, ties } = prose(random(3_000 + seed))
  const openings = chooseOpenings(galleys, ties, noNotes, room(24))
  const ends = (language: Language): number[] => ties.map((tie) => depth(galleys[language], tie[language]!.row, tie[language]!.line + tie[language]!.share))
  const beads = { en: ends('en'), ar: ends('ar') }

  test('carries the same beads on both pages, but for a line', () => {
    for (const opening of openings) {
      const at = { en: depth(galleys.en, opening.en.to.row, opening.en.to.cuts[0] ?? 0), ar: depth(galleys.ar, opening.ar.to.row, opening.ar.to.cuts[0] ?? 0) }
      beads.en.forEach((end, bead) => {
        if (at.en >= end + 1) expect(at.ar).toBeGreaterThan(beads.ar[bead]! - 1)
        if (at.ar >= beads.ar[bead]! + 1) expect(at.en).toBeGreaterThan(end - 1)
      })
    }
  })

  test('differs by less than half a line on the mean', () => {
    expect(openings.reduce((sum, { overhang }) => sum + overhang, 0) / openings.length).toBeLessThan(0.5)
  })

  test('has neither widows nor orphans', () => {
    expect(openings.flatMap(({ en, ar }) => [...en.faults, ...ar.faults])).toEqual([])
  })

  test('goes on from page to page', () => {
    openings.slice(1).forEach((opening, index) => {
      for (const language of languages) expect(isSameBreak(opening[language].from, openings[index]![language].to)).toBe(true)
    })
  })
})

test('work grows in proportion to the text', () => {
  const steps = (rows: number): number => {
    const [column] = columnsOf(galley('p30 '.repeat(rows)), noNotes, room(40), [0])
    const all = pageSteps(column!, new Float64Array(column!.places.breaks.length))
    let count = 0
    cheapestPath({ ...all, cost: (...of) => { count++; return all.cost(...of) } })
    return count / (rows * 30 * leading)
  }
  expect(steps(100) / steps(10)).toBeLessThan(1.2)
})
