/** What a text object of the browser's draws: clusters of glyphs with the text that each stands for, in shapes that many places share. */

import type { Face } from './face.ts'

/** A font and its name on the page. */
export interface PageFace {
  readonly name: string
  readonly face: Face
}

export interface Glyph {
  readonly font: PageFace
  readonly size: number
  readonly code: number
  /** Where it is drawn, from the first glyph of its shape. */
  readonly x: number
  readonly y: number
}

/** Glyphs from left to right, and what they say together. */
export interface Cluster {
  readonly text: string
  readonly glyphs: readonly Glyph[]
}

export type Way = 'right-to-left' | 'left-to-right'

/** A word with its signs, a foreign one, or spaces: as it is drawn wherever it stands. */
export interface Shape {
  readonly clusters: readonly Cluster[]
  readonly isSpace: boolean
  /** Whether a letter of Arabic script is in it. */
  readonly isArabic: boolean
  /** Letters of it, and those that run from right to left. */
  readonly letters: number
  readonly reversed: number
  /** Undefined for signs alone. */
  readonly way: Way | undefined
  /** Both ways are in it, or signs at its edges that what stands beside them decides. */
  readonly isMixed: boolean
  /** Signs at its edges. */
  readonly isOpen: boolean
}

/** A shape and where its first glyph stands, from the origin of its text object. */
export interface Piece {
  readonly shape: Shape
  readonly x: number
  readonly y: number
}

/** Digits run left to right in either script; signs of numbers go with them. */
const leftToRight = /[\p{Nd}\u066A-\u066C]|(?![\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC])\p{L}/u
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u

/** What a text is made of; a book has some hundred clusters of many thousand words. */
interface Sort {
  readonly way: Way | undefined
  readonly hasLetter: boolean
  readonly isArabic: boolean
  readonly isSpace: boolean
}

const sorts = new Map<string, Sort>()

function sortOf(text: string): Sort {
  const known = sorts.get(text)
  if (known) return known
  const sort = { way: wayOfText(text), hasLetter: /\p{L}/u.test(text), isArabic: /\p{Script=Arabic}/u.test(text), isSpace: isSpaceText(text) }
  sorts.set(text, sort)
  return sort
}

/** Undefined for signs and spaces, which go with what is round them. */
function wayOfText(text: string): Way | undefined {
  // Arabic stops and brackets are signs as well, though they stand among the letters.
  if (!/[\p{L}\p{M}\p{Nd}\u066A-\u066C]/u.test(text)) return undefined
  return leftToRight.test(text) ? 'left-to-right' : rightToLeft.test(text) ? 'right-to-left' : undefined
}

export const isSpaceText = (text: string): boolean => text === ' ' || /^\s+$/.test(text)

/** `clusters` from left to right, at least one. */
export function shapeOf(clusters: readonly Cluster[]): Shape {
  const own = clusters.map(({ text }) => sortOf(text))
  const hasLeft = own.some(({ way }) => way === 'left-to-right')
  const hasRight = own.some(({ way }) => way === 'right-to-left')
  const isOpen = own[0]?.way === undefined || own.at(-1)?.way === undefined
  const letters = own.filter(({ hasLetter }) => hasLetter)
  return {
    clusters, isOpen,
    isSpace: own.every(({ isSpace }) => isSpace),
    isArabic: own.some(({ isArabic }) => isArabic),
    letters: letters.length,
    reversed: letters.filter(({ way }) => way === 'right-to-left').length,
    way: hasLeft ? 'left-to-right' : hasRight ? 'right-to-left' : undefined,
    isMixed: hasLeft && (hasRight || isOpen),
  }
}

/** Each cluster as a piece of its own. */
export const apart = ({ shape, x, y }: Piece): Piece[] => shape.clusters.map((cluster) => {
  const [{ x: dx, y: dy } = { x: 0, y: 0 }] = cluster.glyphs
  return { shape: shapeOf([{ ...cluster, glyphs: cluster.glyphs.map((glyph) => ({ ...glyph, x: glyph.x - dx, y: glyph.y - dy })) }]), x: x + dx, y: y + dy }
})

/** Glyphs of a piece where it stands. */
export const placed = ({ shape, x, y }: Piece): Cluster[] => shape.clusters.map((cluster) =>
  ({ ...cluster, glyphs: cluster.glyphs.map((glyph) => ({ ...glyph, x: glyph.x + x, y: glyph.y + y })) }))
