/** The typesetter's part in the page: what the pipeline calls there, by name, with arguments and results that are JSON. */

import type { FilledFolio, Gauged, GaugeOptions, SetSheets, Sheet, SheetFault, Spot, Spotted } from '../../pipeline/paginate/sheet.ts'
import { bare } from './bare.ts'
import { fillFolios } from './fill.ts'
import { gauge, type Laid } from './gauge.ts'
import { fitHeads } from './heads.ts'
import { drawOut } from './kashida.ts'
import { setSheets } from './set.ts'
import { settlePages } from './verify.ts'

let laid: Laid | undefined

function laidOut(): Laid {
  if (!laid) throw new Error('Nothing is gauged yet')
  return laid
}

export const typesetter = {
  gauge({ begins, ends, ...options }: GaugeOptions): { gauged: Gauged; spotted: Spotted } {
    // What stood here before other content was put in its place is known no longer.
    const before = [...laid?.galleys ?? []].filter(([, { root }]) => root.isConnected)
    const result = gauge(options, new Map(before))
    laid = result.laid
    return { gauged: result.gauged, spotted: { begins: begins.map((id) => spotOf(id, false)), ends: ends.map((id) => spotOf(id, true)) } }
  },

  /** Of the chapters in each galley, together. */
  heights: (names: readonly string[]): number[] => names.map((name) =>
    [...document.querySelectorAll<HTMLElement>(`.galley[data-galley="${name}"] > .chapter`)].reduce((sum, chapter) => sum + chapter.offsetHeight, 0)),

  /** Sets custom properties of the whole document. */
  style(properties: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(properties)) document.documentElement.style.setProperty(name, value)
  },

  fill: ({ kind, folios }: { readonly kind: 'index' | 'lists'; readonly folios: readonly FilledFolio[] }): void => fillFolios(kind, folios),

  /** In one call, for between two the browser would lay out and draw what is not ready yet. */
  set(sheets: readonly Sheet[]): SetSheets {
    setSheets(sheets, laidOut().galleys)
    laid = undefined
    // As XML, which is read back several times as fast; readers of HTML understand it as well.
    const serializer = new XMLSerializer()
    const html = Array.from(document.body.children, (child) => serializer.serializeToString(child)).join('')
    bare()
    const faults = settlePages(sheets)
    fitHeads()
    return { html, faults }
  },

  /** Draws Arabic words out in justified lines whose spaces are wide. */
  drawOut(sheets: readonly Sheet[]): SheetFault[] {
    drawOut()
    return settlePages(sheets)
  },
}

function spotOf(id: string, end: boolean): Spot | null {
  const element = document.getElementById(id)
  return (element && laidOut().spots.at(element, end)) ?? null
}

export type Typesetter = typeof typesetter
