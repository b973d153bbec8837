/** Boxes that only a laid-out page knows: tables wider than their measure, pictures that do not show. */

export interface MeasuredBoxes {
  /** For each table in document order, the measure divided by the table's least width; 1 where it fits. */
  readonly tables: number[]
  /** Paths of pictures that the browser could not decode. */
  readonly broken: string[]
}

/** Runs in the page, on its own, laid out at the measure of the printed page. */
export function measureBoxes(): MeasuredBoxes {
  const tables = [...document.querySelectorAll('table')].map((table) =>
    Math.min(1, (table.parentElement?.clientWidth ?? table.offsetWidth) / table.offsetWidth))
  const broken = [...document.images].filter((image) => image.complete && image.naturalWidth === 0).map((image) => image.getAttribute('src') ?? '')
  return { tables, broken: [...new Set(broken)] }
}
