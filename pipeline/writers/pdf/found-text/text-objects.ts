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
}

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
  const objects: TextObject[] = []
  const reader = new Reader(content, fonts, known.shapes)
  start.lastIndex = 0
  for (let match = start.exec(content); match; match = start.exec(content)) {
    if (match[0] !== 'BT') continue
    const object = objectAt(match.index, content, reader, known.objects)
    objects.push(object)
    start.lastIndex = object.to
  }
  return objects
}

/** As the browser begins a text object: how it is drawn, where, and how far from there its first glyph stands. */
const head = /BT\n((?:\/ReversedChars BMC\n)?\/\S+ \S+ Tf\n)(\S+ \S+ \S+ \S+ \S+ \S+) Tm\n(?:(-?[\d.]+) 0 Td )?/y

/** `from` is where `BT` stands. An object is read if none that is written alike was. */
function objectAt(from: number, content: string, reader: Reader, known: Known['objects']): TextObject {
  head.lastIndex = from
  const match = head.exec(content)
  if (!match) return reader.object(from)
  const to = content.indexOf('\nET', head.lastIndex) + '\nET'.length
  const [, drawn = '', matrix = '', move = '0'] = match
  const left = Number(move)
  const key = drawn + content.slice(from + match[0].length, to)
  const pieces = known.get(key)
  if (pieces) return { from, to, matrix, pieces: moved(pieces, left) }
  const object = reader.object(from)
  if (object.to === to && object.pieces) known.set(key, moved(object.pieces, -left))
  return object
}

const moved = (pieces: readonly Piece[], right: number): Piece[] => pieces.map(({ shape, x, y }) => ({ shape, x: x + right, y }))
