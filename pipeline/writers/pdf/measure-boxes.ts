/** Boxes that only a laid-out page knows: tables wider than their measure, heights of figures, pictures that do not show. */

/** Figures that stand side by side, or one alone; lengths in CSS pixels. */
export type FigureRow = readonly {
  /** Among all figures, from 0 in document order. */
  readonly ordinal: number
  /** With caption and margins. */
  readonly height: number
  readonly picture: number
}[]

/** In document order. */
export interface MeasuredTable {
  /** The measure divided by the table's least width; 1 where it fits. */
  readonly fit: number
  /** Id of its first segment, empty where it has none. */
  readonly segment: string
}

export interface MeasuredBoxes {
  readonly tables: MeasuredTable[]
  readonly figures: FigureRow[]
  /** Paths of pictures that the browser could not decode. */
  readonly broken: string[]
}

/** Runs in the page, on its own, laid out at the measure of the printed page. */
export function measureBoxes(): MeasuredBoxes {
  const tables = [...document.querySelectorAll('table')].map((table) => ({
    fit: Math.min(1, (table.parentElement?.clientWidth ?? table.offsetWidth) / table.offsetWidth),
    segment: table.querySelector('.segment')?.id ?? '',
  }))
  const rows = new Map<Element, { ordinal: number; height: number; picture: number }[]>()
  for (const [ordinal, figure] of [...document.querySelectorAll('figure')].entries()) {
    const row = figure.closest('.passage') ?? figure
    const { marginBlockStart, marginBlockEnd } = getComputedStyle(figure)
    const height = figure.offsetHeight + parseFloat(marginBlockStart) + parseFloat(marginBlockEnd)
    const picture = Math.max(0, ...[...figure.querySelectorAll('img')].map((image) => image.offsetHeight))
    rows.set(row, [...(rows.get(row) ?? []), { ordinal, height, picture }])
  }
  const broken = [...document.images].filter((image) => image.complete && image.naturalWidth === 0).map((image) => image.getAttribute('src') ?? '')
  return { tables, figures: [...rows.values()], broken: [...new Set(broken)] }
}
