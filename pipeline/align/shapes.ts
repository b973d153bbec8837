/** The shapes that a bead may have. */

import { mostMembers } from './odds.ts'

export interface Shape {
  readonly en: number
  readonly ar: number
}

const run = Array.from({ length: mostMembers - 1 }, (_, index) => index + 2)

/** Beads that leave a segment alone come first; then one for one, one for many, and the small many for many. */
export const shapes: readonly Shape[] = [
  { en: 1, ar: 0 }, { en: 0, ar: 1 }, { en: 1, ar: 1 },
  ...run.map((members) => ({ en: 1, ar: members })),
  ...run.map((members) => ({ en: members, ar: 1 })),
  { en: 2, ar: 2 }, { en: 2, ar: 3 }, { en: 3, ar: 2 }, { en: 3, ar: 3 }, { en: 2, ar: 4 }, { en: 4, ar: 2 },
]

export const nullEn = 0
export const nullAr = 1

export const shapeOf = (en: number, ar: number): number => shapes.findIndex((shape) => shape.en === en && shape.ar === ar)

/** Shapes that are counted and priced together, since large ones are rare. */
export const shapeClasses = ['1:0', '0:1', '1:1', '1:2', '2:1', '1:3', '3:1', '1:4+', '4+:1', '2:2', 'n:m'] as const

export const classOf: readonly number[] = shapes.map(({ en, ar }) => {
  const name = en + ar <= 4 ? `${en}:${ar}` : en === 1 ? '1:4+' : ar === 1 ? '4+:1' : 'n:m'
  return shapeClasses.indexOf(name as (typeof shapeClasses)[number])
})
