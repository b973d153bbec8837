/** Where beads lie in the picture of the alignment: heights of a thousand from the beginning of each text. */

import { bilingual, languages, type Bilingual, type Language } from '../../model/language.ts'
import type { Report, ReportedBead, State } from '../report-json/index.ts'

export const height = 1000

type Extent = readonly [from: number, to: number]

/** For each bead, where it lies on each side; of no height where the side has nothing. */
export type Extents = readonly Bilingual<Extent>[]

/** By letters, for the page's script measures the same from the texts that it shows. */
export function extentsOf(beads: readonly ReportedBead[]): Extents {
  const length = (bead: ReportedBead, language: Language) => bead[language].reduce((sum, { text }) => sum + text.length, 0)
  const all = bilingual((language) => Math.max(1, beads.reduce((sum, bead) => sum + length(bead, language), 0)))
  const at = { en: 0, ar: 0 }
  return beads.map((bead) => bilingual((language) => {
    const from = at[language]
    at[language] += length(bead, language)
    return [from / all[language] * height, at[language] / all[language] * height]
  }))
}

/** Stretches that say the same, as they are drawn. */
export interface Band extends Bilingual<Extent> {
  readonly state: 'paired' | 'doubtful' | 'elsewhere'
  /** Index into the chapters. */
  readonly row: number
}

/** Stretches without a counterpart that are lower than this part no band; they show on the bar. */
const leastGap = 4

/** Beads in order, as few bands as show every gap; then chapters that stand elsewhere, which lie over them. */
export function bandsOf({ beads, chapters }: Report, extents: Extents): Band[] {
  const bands: { en: [number, number]; ar: [number, number]; row: number; doubtful: number; size: number }[] = []
  for (const [index, bead] of beads.entries()) {
    const extent = extents[index]
    if (!extent || bead.en.length === 0 || bead.ar.length === 0) continue
    const size = extent.en[1] - extent.en[0]
    const doubt = bead.state === 'doubtful' ? size : 0
    const last = bands.at(-1)
    if (last && last.row === bead.chapter && languages.every((language) => extent[language][0] - last[language][1] < leastGap)) {
      for (const language of languages) last[language][1] = extent[language][1]
      last.doubtful += doubt
      last.size += size
    } else {
      bands.push({ en: [...extent.en], ar: [...extent.ar], row: bead.chapter, doubtful: doubt, size })
    }
  }
  return [
    ...bands.map(({ en, ar, row, doubtful, size }): Band => ({ en: rounded(en), ar: rounded(ar), row, state: doubtful > size / 2 ? 'doubtful' : 'paired' })),
    ...movedBands(chapters, beads, extents),
  ]
}

function movedBands(chapters: Report['chapters'], beads: readonly ReportedBead[], extents: Extents): Band[] {
  const extentOf = (row: number, language: Language): Extent => {
    const own = beads.flatMap((bead, index) => (bead.chapter === row && bead[language].length > 0 ? [extents[index]?.[language] ?? [0, 0] as const] : []))
    return rounded([own[0]?.[0] ?? 0, own.at(-1)?.[1] ?? 0])
  }
  return chapters.flatMap(({ en }, row) => {
    const other = chapters.findIndex(({ ar }) => ar !== undefined && ar.id === en?.elsewhere)
    return other < 0 ? [] : [{ en: extentOf(row, 'en'), ar: extentOf(other, 'ar'), row, state: 'elsewhere' as const }]
  })
}

const rounded = ([from, to]: readonly number[]): Extent => [tenths(from ?? 0), tenths(to ?? 0)]

const tenths = (value: number): number => Math.round(value * 10) / 10

export interface Cell {
  readonly at: number
  readonly size: number
  /** Of what lies in the cell, 0 to 1; what is there at all is wide enough to be seen. */
  readonly shares: Readonly<Record<Exclude<State, 'paired'>, number>>
}

const cells = 250
const leastShare = 0.3

/** Cells of one side in which something is not simply paired. */
export function cellsOf(beads: readonly ReportedBead[], extents: Extents, language: Language): Cell[] {
  const size = height / cells
  const found = Array.from({ length: cells }, () => ({ doubtful: 0, alone: 0, intended: 0 }))
  for (const [index, { state }] of beads.entries()) {
    const [from, to] = extents[index]?.[language] ?? [0, 0]
    if (state === 'paired' || from === to) continue
    for (let at = Math.floor(from / size); at < Math.min(cells, to / size); at++) {
      const cell = found[at]
      if (cell) cell[state] += (Math.min(to, (at + 1) * size) - Math.max(from, at * size)) / size
    }
  }
  return found.flatMap((own, index) => {
    const seen = (share: number) => (share > 0 ? Math.min(1, Math.max(leastShare, share)) : 0)
    const shares = { doubtful: seen(own.doubtful), alone: seen(own.alone), intended: seen(own.intended) }
    const sum = shares.doubtful + shares.alone + shares.intended
    if (sum === 0) return []
    const scale = Math.max(1, sum)
    return [{ at: index * size, size, shares: { doubtful: shares.doubtful / scale, alone: shares.alone / scale, intended: shares.intended / scale } }]
  })
}
