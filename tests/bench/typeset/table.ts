/** Tables of Markdown, printed row by row as the figures come. */

export const line = (...cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`)

export function head(...cells: readonly string[]): void {
  line(...cells)
  line(...cells.map(() => '---'))
}
