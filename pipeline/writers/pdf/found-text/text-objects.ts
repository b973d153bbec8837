/** Text objects of a content stream, as the browser writes them: what was read once is known wherever it stands. */

import type { PageFace, Piece } from './clusters.ts'
import type { Shapes } from './glyph-line.ts'
import { Reader } from './reader.ts'

export interface TextObject {
  /** Its place in the content, from `BT` to `ET`. */
  readonly from: number
  readonly to: number
  /** Operands of `Tm`. */
  readonly matrix: string
  /** From left to right; undefined for one that is written otherwise than the browser writes Arabic. */
  readonly pieces: readonly Piece[] | undefined
  /** Nothing at its height is Arabic, so that it was not read. */
  readonly isOnPlainLine?: true
}

/** The height at which a line stands. */
export const heightOf = ({ matrix }: { readonly matrix: string }): string => matrix.slice(matrix.lastIndexOf(' '))

/** What pages with the same fonts share: most words of a book stand in it many times. */
export interface Known {
  readonly shapes: Shapes
  /** Pieces of text objects by all that is written in them but their place, counted from it. */
  readonly objects: Map<string, readonly Piece[]>
}

export const nothingKnown = (): Known => ({ shapes: new Map(), objects: new Map() })

const start = /\((?:\\[^]|[^\\()])*\)|\bBT\b/g

/** In order; `fonts` by their names on the page. Linear. */
export function textObjects(content: string, fonts: ReadonlyMap<string, PageFace>, known: Known): TextObject[] {
  const objects: (TextObject | Begun)[] = []
  const reader = new Reader(content, fonts, known.shapes)
  // Lines that hold something in Arabic; of all others nothing need be known.
  const heights = new Set<string>()
  start.lastIndex = 0
  for (let match = start.exec(content); match; match = start.exec(content)) {
    if (match[0] !== 'BT') continue
    const begun = begunAt(match.index, content)
    const object = begun && isPlain(begun, fonts) ? begun : begun ? objectOf(begun, reader, known.objects) : reader.object(match.index)
    if (!('drawn' in object)) heights.add(heightOf(object))
    objects.push(object)
    start.lastIndex = object.to
  }
  return objects.map((object) => {
    if (!('drawn' in object)) return object
    return heights.has(heightOf(object)) ? objectOf(object, reader, known.objects) : { from: object.from, to: object.to, matrix: object.matrix, pieces: undefined, isOnPlainLine: true }
  })
}

/** As the browser begins a text object: how it is drawn, where, and how far from there its first glyph stands. */
const head = /BT\n((?:\/ReversedChars BMC\n)?\/(\S+) \S+ Tf\n)(\S+ \S+ \S+ \S+ \S+ \S+) Tm\n(?:(-?[\d.]+) 0 Td )?/y

interface Begun {
  readonly from: number
  readonly to: number
  readonly matrix: string
  /** Its first font. */
  readonly font: string
  /** All that is written in it but its place, counted from there. */
  readonly drawn: string
  readonly left: number
}

/** `from` is where `BT` stands. */
function begunAt(from: number, content: string): Begun | undefined {
  head.lastIndex = from
  const match = head.exec(content)
  if (!match) return undefined
  const at = head.lastIndex
  const end = content.indexOf('\nET', at)
  if (end < 0) return undefined
  const to = end + '\nET'.length
  const [, before = '', font = '', matrix = '', left = '0'] = match
  return { from, to, matrix, font, drawn: before + content.slice(at, to), left: Number(left) }
}

/** Whether nothing in it can be Arabic. */
const isPlain = ({ font, drawn }: Begun, fonts: ReadonlyMap<string, PageFace>): boolean =>
  fonts.get(font)?.face.isArabic === false && !/ActualText|\(|Tf[^]*Tf/.test(drawn)

/** An object is read if none that is written alike was. */
function objectOf({ from, to, matrix, drawn, left }: Begun, reader: Reader, known: Known['objects']): TextObject {
  const pieces = known.get(drawn)
  if (pieces) return { from, to, matrix, pieces: moved(pieces, left) }
  const object = reader.object(from)
  if (object.to === to && object.pieces) known.set(drawn, moved(object.pieces, -left))
  return object
}

const moved = (pieces: readonly Piece[], right: number): Piece[] => pieces.map(({ shape, x, y }) => ({ shape, x: x + right, y }))
