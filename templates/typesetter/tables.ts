/** Tables keep the widths that they have as one, for parted rows would find others. */

/**
 * Makes tables smaller that are wider than the measure, down to `least` of their size, and fixes the widths of
 * their columns. Yields for each the share at which it would have fitted, and the id of a segment inside.
 */
export function freezeTables(root: Element, least: number): { fit: number; segment: string }[] {
  const tables = [...root.querySelectorAll('table')]
  const fits = tables.map((table) => Math.min(1, (table.parentElement?.clientWidth ?? table.offsetWidth) / table.offsetWidth))
  tables.forEach((table, index) => {
    const fit = fits[index] ?? 1
    if (fit >= 1) return
    table.classList.add('tight')
    table.style.setProperty('--fit', Math.max(least, fit).toFixed(3))
  })
  const widths = tables.map((table) => [...(table.rows[0]?.cells ?? [])].map((cell) => cell.getBoundingClientRect().width))
  const sizes = tables.map((table) => table.getBoundingClientRect().width)
  tables.forEach((table, index) => fix(table, widths[index] ?? [], sizes[index] ?? 0))
  return tables.map((table, index) => ({ fit: fits[index] ?? 1, segment: table.querySelector('.segment')?.id ?? '' }))
}

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
