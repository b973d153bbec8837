/** The glyphs of one text object as flat lists, and the pieces that they make; no object is made for a shape that is known. */

import { isSpaceText, shapeOf, type Cluster, type Glyph, type PageFace, type Piece, type Shape } from './clusters.ts'

/** Shapes that were met, by what is drawn; places of glyphs differ by what the browser rounds, or else make shapes of their own. */
export type Shapes = Map<string, Shape[]>

/** Points by which a glyph may stand elsewhere in a known shape: the browser counts with few digits. */
const leastMove = 0.005

export class GlyphLine {
  /** One for each glyph. */
  private readonly codes: number[] = []
  private readonly xs: number[] = []
  private readonly ys: number[] = []
  private readonly faces: PageFace[] = []
  private readonly sizes: number[] = []
  /** One for each cluster: its first glyph, its text, whether it is marked content's. */
  private readonly begins: number[] = []
  private readonly texts: string[] = []
  private readonly marked: boolean[] = []
  private readonly shapes: Shapes

  constructor(shapes: Shapes) {
    this.shapes = shapes
  }

  clear(): void {
    for (const list of [this.codes, this.xs, this.ys, this.faces, this.sizes, this.begins, this.texts, this.marked]) list.length = 0
  }

  /** The glyphs that follow say `text` together. */
  begin(text: string, isMarked: boolean): void {
    this.begins.push(this.codes.length)
    this.texts.push(text)
    this.marked.push(isMarked)
  }

  add(code: number, font: PageFace, size: number, x: number, y: number): void {
    this.codes.push(code)
    this.xs.push(x)
    this.ys.push(y)
    this.faces.push(font)
    this.sizes.push(size)
  }

  /** Parted at spaces. */
  pieces(): Piece[] {
    const pieces: Piece[] = []
    const { texts } = this
    for (let from = 0; from < texts.length;) {
      const isSpace = isSpaceText(texts[from]!)
      let to = from + 1
      while (to < texts.length && isSpaceText(texts[to]!) === isSpace) to++
      const first = this.begins[from]!
      pieces.push({ shape: this.shape(from, to), x: this.xs[first]!, y: this.ys[first]! })
      from = to
    }
    return pieces
  }

  /** Of clusters `from` to `to`. */
  private shape(from: number, to: number): Shape {
    const first = this.begins[from]!
    const key = this.key(from, to)
    const known = this.shapes.get(key)
    const same = known?.find(({ clusters }) => this.isSame(clusters, first))
    if (same) return same
    const shape = shapeOf(Array.from({ length: to - from }, (_, index) => this.cluster(from + index, first)))
    if (known) known.push(shape)
    else this.shapes.set(key, [shape])
    return shape
  }

  /** The drawn glyphs, and what marked content says of them; of others that is theirs. */
  private key(from: number, to: number): string {
    let key = ''
    let font: PageFace | undefined
    let size = NaN
    for (let index = from; index < to; index++) {
      const last = this.begins[index + 1] ?? this.codes.length
      if (this.marked[index]) key += `\uFFFF${this.texts[index]!}\uFFFE`
      for (let at = this.begins[index]!; at < last; at++) {
        if (this.faces[at] !== font || this.sizes[at] !== size) {
          font = this.faces[at]!
          size = this.sizes[at]!
          key += `${font.name} ${size} `
        }
        key += String.fromCharCode(this.codes[at]!)
      }
      if (this.marked[index]) key += '\uFFFF'
    }
    return key
  }

  private isSame(clusters: readonly Cluster[], first: number): boolean {
    let at = first
    const [x, y] = [this.xs[first]!, this.ys[first]!]
    for (const { glyphs } of clusters) {
      for (const glyph of glyphs) {
        const isNear = Math.abs(this.xs[at]! - x - glyph.x) < leastMove && Math.abs(this.ys[at]! - y - glyph.y) < leastMove
        if (!isNear || glyph.font !== this.faces[at]) return false
        at++
      }
    }
    return true
  }

  private cluster(index: number, first: number): Cluster {
    const glyphs: Glyph[] = []
    const end = this.begins[index + 1] ?? this.codes.length
    for (let at = this.begins[index]!; at < end; at++) {
      glyphs.push({ font: this.faces[at]!, size: this.sizes[at]!, code: this.codes[at]!, x: this.xs[at]! - this.xs[first]!, y: this.ys[at]! - this.ys[first]! })
    }
    return { text: this.texts[index]!, glyphs }
  }
}
