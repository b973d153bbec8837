/** An empty glyph of a TrueType font: what says something and draws nothing is written with it. */

/**
 * Number of a glyph without outline and without width; undefined where there is none.
 * The browser's subsets keep the numbers of all glyphs and empty those that aren't used. After the tables `loca` and `hmtx` of OpenType.
 */
export function blankGlyph(font: Uint8Array): number | undefined {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const tables = new Map(Array.from({ length: view.getUint16(4) }, (_, index) => {
    const at = 12 + 16 * index
    return [String.fromCharCode(...font.subarray(at, at + 4)), view.getUint32(at + 8)] as const
  }))
  const [head, loca, hhea, hmtx, maxp] = ['head', 'loca', 'hhea', 'hmtx', 'maxp'].map((name) => tables.get(name))
  if (head === undefined || loca === undefined || hhea === undefined || hmtx === undefined || maxp === undefined) return undefined
  const isLong = view.getInt16(head + 50) === 1
  const offset = (glyph: number): number => (isLong ? view.getUint32(loca + 4 * glyph) : view.getUint16(loca + 2 * glyph))
  const measured = view.getUint16(hhea + 34)
  // The last width of the table is that of all glyphs after it.
  const width = (glyph: number): number => view.getUint16(hmtx + 4 * Math.min(glyph, measured - 1))
  for (let glyph = 1; glyph < view.getUint16(maxp + 4); glyph++) if (offset(glyph) === offset(glyph + 1) && width(glyph) === 0) return glyph
  return undefined
}
