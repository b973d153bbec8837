/** A page while it is painted: everything on it, in order. */

import { around, shared, type Box } from './box.ts'
import type { Mark, State, Thing, ThingKind, Use } from './facts.ts'
import type { PdfFile } from './file.ts'
import type { Font } from './fonts.ts'
import type { Ledger } from './ledger.ts'

/** Text grows while glyphs follow each other; whoever reads it later cannot change it. */
type Growing = { -readonly [Key in keyof Thing]: Thing[Key] }

/** Whoever paints, in a state and inside marks. */
interface Painter {
  readonly state: State
  readonly mark: Mark
}

/** Resources of one kind that are kept. Our own choice: a book of a picture on each page has some thousands. */
const mostUses = 100_000

/** Things are kept with their boxes in points, until the ledger, which all pages share, is full. */
export class Canvas {
  readonly things: Growing[] = []
  readonly file: PdfFile
  readonly ledger: Ledger
  readonly page: number
  constructor(file: PdfFile, ledger: Ledger, page: number) {
    this.file = file
    this.ledger = ledger
    this.page = page
  }

  /** From here on nothing more is looked at, on any page. */
  stop(): void {
    if (!this.ledger.isFull) this.file.tell({ defect: 'content-too-much', page: this.page })
    this.ledger.isFull = true
  }

  used<T>(known: Map<T, Use<T>>, thing: T, box?: Box): void {
    if (known.size < mostUses && !known.has(thing)) known.set(thing, { thing, page: this.page, ...(box && { box }) })
  }

  note({ state, mark }: Painter, kind: ThingKind, box: Box, size: number, more: Partial<Thing> = {}): void {
    const seen = shared(box, state.clip)
    this.add({ kind, box: seen ?? box, isVisible: seen !== undefined, state, mark, size, ...more })
  }

  /** Glyphs that follow each other on a line are one thing. */
  noteText(painter: Painter, box: Box, size: number, font: Font, isDrawn: boolean): void {
    const { state, mark } = painter
    const seen = shared(box, state.clip)
    const isVisible = isDrawn && seen !== undefined
    const last = this.things[this.things.length - 1]
    if (last && last.isVisible === isVisible && isSameLine(last, painter, seen ?? box, font)) last.box = around(last.box, seen ?? box)
    else this.add({ kind: 'text', box: seen ?? box, isVisible, state, mark, size, font })
  }

  private add(thing: Thing): void {
    if (this.ledger.things.takes()) this.things.push(thing)
    else this.stop()
  }
}

const isSameLine = (last: Thing, { state, mark }: Painter, box: Box, font: Font): boolean =>
  last.kind === 'text' && last.font === font && last.mark === mark && last.state === state
  && Math.abs(last.box[1] - box[1]) < 0.01 && Math.abs(last.box[3] - box[3]) < 0.01
