/** The typesetter's part in the page: what the pipeline calls there, by name, with arguments and results that are JSON. */

import type { FilledFolio, Gauged, GaugeOptions, Sheet, SheetFault, Spot } from '../../pipeline/paginate/sheet.ts'
import { fillFolios } from './fill.ts'
import { gauge, type Laid } from './gauge.ts'
import { drawOut } from './kashida.ts'
import { setSheets } from './set.ts'
import { settlePages } from './verify.ts'

let laid: Laid | undefined

function laidOut(): Laid {
  if (!laid) throw new Error('Nothing is gauged yet')
  return laid
}

export const typesetter = {
  gauge(options: GaugeOptions): Gauged {
    const result = gauge(options, laid?.galleys ?? new Map())
    laid = result.laid
    return result.gauged
  },

  /** Of the chapters in each galley, together. */
  heights: (names: readonly string[]): number[] => names.map((name) =>
    [...document.querySelectorAll<HTMLElement>(`.galley[data-galley="${name}"] > .chapter`)].reduce((sum, chapter) => sum + chapter.offsetHeight, 0)),

  /** Sets custom properties of the whole document. */
  style(properties: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(properties)) document.documentElement.style.setProperty(name, value)
  },

  /** Where the elements with these ids begin, or end; null for what is not there. */
  spots({ ids, end }: { readonly ids: readonly string[]; readonly end: boolean }): (Spot | null)[] {
    const { spots } = laidOut()
    return ids.map((id) => {
      const element = document.getElementById(id)
      return (element && spots.at(element, end)) ?? null
    })
  },

  fill: ({ kind, folios }: { readonly kind: 'index' | 'lists'; readonly folios: readonly FilledFolio[] }): void => fillFolios(kind, folios),

  set(sheets: readonly Sheet[]): void {
    setSheets(sheets, laidOut().galleys)
    laid = undefined
  },

  verify: (sheets: readonly Sheet[]): SheetFault[] => settlePages(sheets),

  /** Arabic words of justified lines, where spaces are wide; the number of strokes. */
  drawOut: (): number => drawOut(),

  /** The pages as HTML, for the proof. */
  html: (): string => document.documentElement.outerHTML,
}

export type Typesetter = typeof typesetter
