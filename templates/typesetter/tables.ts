/** Tables keep the widths that they have as one, for parted rows would find others. */

/** Share of the size at which the longest words just fit: where these alone decide, a column of sentences would be a word wide. Our own choice. */
const slack = 0.87

/**
 * Sets tables closer that are wider than the measure, and smaller, down to `least` of their size; words are broken only in those
 * that are wider still. Fixes the widths of their columns. Yields for each the share at which it would have fitted, and the id of a segment inside.
 */
export function freezeTables(root: Element, least: number): { fit: number; segment: string }[] {
  const tables = [...root.querySelectorAll('table')]
  const wide = tables.filter((table) => fitOf(table) < 1)
  for (const table of wide) table.classList.add('tight')
  const fits = new Map(wide.map((table) => [table, fitOf(table)]))
  for (const [table, fit] of fits) table.style.setProperty('--fit', Math.max(least, slack * fit).toFixed(3))
  for (const table of wide.filter((table) => fitOf(table) < 1)) table.classList.add('broken')
  const widths = tables.map((table) => [...(table.rows[0]?.cells ?? [])].map((cell) => cell.getBoundingClientRect().width))
  const sizes = tables.map((table) => table.getBoundingClientRect().width)
  tables.forEach((table, index) => fix(table, widths[index] ?? [], sizes[index] ?? 0))
  return tables.map((table) => ({ fit: fits.get(table) ?? 1, segment: table.querySelector('.segment')?.id ?? '' }))
}

/** Share of its width that the measure holds; 1 for what fits. The browser tells widths rounded. */
const fitOf = (table: HTMLTableElement): number => Math.min(1, (table.parentElement?.clientWidth ?? table.offsetWidth) / table.offsetWidth)

function fix(table: HTMLTableElement, widths: readonly number[], size: number): void {
  const columns = document.createElement('colgroup')
  for (const width of widths) {
    const column = document.createElement('col')
    column.style.width = `${width}px`
    columns.append(column)
  }
  table.prepend(columns)
  table.style.width = `${size}px`
  table.style.tableLayout = 'fixed'
}
