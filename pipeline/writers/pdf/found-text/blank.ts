/** Empty glyphs of a TrueType font: what says something and draws nothing is written with them. */

export interface Blank {
  readonly glyph: number
  /** In thousandths of the size. */
  readonly width: number
}

/**
 * Empty glyphs of any width, taken from those that a font keeps the numbers of and no longer draws.
 *
 * The browser's subsets empty every glyph that isn't used, width and all; such a one is given the width that is asked for, in the
 * font itself, for archives allow no other in the file. After the tables `head`, `hhea`, `hmtx`, `loca` and `maxp` of OpenType.
 */
export class Blanks {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #tables: ReadonlyMap<string, Table>
  readonly #free: Iterator<number>
  readonly #zero: number | undefined
  readonly #known = new Map<number, Blank>()

  /** `isUsed` tells of glyphs that must stay as they are. */
  constructor(font: Uint8Array, isUsed: (glyph: number) => boolean) {
    this.#bytes = Uint8Array.from(font)
    this.#view = new DataView(this.#bytes.buffer)
    this.#tables = tablesOf(this.#view)
    const empty = this.#emptyGlyphs()
    this.#zero = empty[0]
    this.#free = empty.slice(1).filter((glyph) => !isUsed(glyph))[Symbol.iterator]()
  }

  /** Widths are rounded to the font's units; undefined where the font has no empty glyph left. */
  of(width: number): Blank | undefined {
    if (width === 0) return this.#zero === undefined ? undefined : { glyph: this.#zero, width: 0 }
    const units = Math.max(1, Math.min(0xFFFF, Math.round(width * this.#unitsPerEm / 1000)))
    const known = this.#known.get(units)
    if (known) return known
    const { value: glyph } = this.#free.next() as { value: number | undefined }
    if (glyph === undefined) return undefined
    this.#view.setUint16(this.#at('hmtx') + 4 * glyph, units)
    const blank = { glyph, width: Math.round(units * 1e6 / this.#unitsPerEm) / 1000 }
    this.#known.set(units, blank)
    return blank
  }

  /** The font with the widths that were given; undefined where it is as it was. */
  get font(): Uint8Array | undefined {
    if (this.#known.size === 0) return undefined
    const [head, hmtx] = [this.#tables.get('head')!, this.#tables.get('hmtx')!]
    this.#view.setUint32(hmtx.entry + 4, this.#sum(hmtx.at, hmtx.length))
    this.#view.setUint32(head.at + 8, 0)
    this.#view.setUint32(head.at + 8, (wholeSum - this.#sum(0, this.#bytes.length)) >>> 0)
    return this.#bytes
  }

  get #unitsPerEm(): number {
    return this.#view.getUint16(this.#at('head') + 18)
  }

  #at(table: string): number {
    return this.#tables.get(table)!.at
  }

  /** Without outline and without width, each with a place of its own in the table of widths. */
  #emptyGlyphs(): number[] {
    if (!['head', 'loca', 'hhea', 'hmtx', 'maxp'].every((name) => this.#tables.has(name))) return []
    const [view, loca, hmtx] = [this.#view, this.#at('loca'), this.#at('hmtx')]
    const isLong = view.getInt16(this.#at('head') + 50) === 1
    const offset = (glyph: number): number => (isLong ? view.getUint32(loca + 4 * glyph) : view.getUint16(loca + 2 * glyph))
    // The last width of the table is that of all glyphs after it.
    const measured = Math.min(view.getUint16(this.#at('maxp') + 4), view.getUint16(this.#at('hhea') + 34) - 1)
    const empty: number[] = []
    for (let glyph = 1; glyph < measured; glyph++) if (offset(glyph) === offset(glyph + 1) && view.getUint16(hmtx + 4 * glyph) === 0) empty.push(glyph)
    return empty
  }

  /** Of numbers of four bytes; what is missing of the last is 0. */
  #sum(from: number, length: number): number {
    let sum = 0
    const whole = from + length - length % 4
    for (let at = from; at < whole; at += 4) sum = (sum + this.#view.getUint32(at)) >>> 0
    for (let at = whole; at < from + length; at++) sum = (sum + this.#bytes[at]! * 2 ** (24 - 8 * (at - whole))) >>> 0
    return sum
  }
}

/** What all of a font sums up to, after OpenType's table `head`. */
const wholeSum = 0xB1B0AFBA

interface Table {
  readonly at: number
  readonly length: number
  /** Where the directory tells of it. */
  readonly entry: number
}

function tablesOf(view: DataView): Map<string, Table> {
  return new Map(Array.from({ length: view.getUint16(4) }, (_, index) => {
    const entry = 12 + 16 * index
    const name = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(entry + at)))
    return [name, { at: view.getUint32(entry + 8), length: view.getUint32(entry + 12), entry }] as const
  }))
}
