/** Sizes at which both sides of facing pages fill the same room. */

import type { Bilingual } from '../../model/language.ts'
import { galleyName } from '../../paginate/names.ts'
import type { LoadedDocument } from '../../print/loaded.ts'
import type { Part } from './parts.ts'
import { sizeProperties, type TypeSizes } from './style.ts'

/**
 * How far the design lets Arabic go: its size as a multiple of the English, its leading as a multiple of its own size.
 * `preferred` is the leading that is kept while the size alone can do it. Our own choices: below 1.5 lines of Amiri touch.
 */
const limits = { size: [1.06, 1.22], leading: [1.5, 1.75], preferred: 1.6 } as const

const clamped = (value: number, [least, most]: readonly [number, number]): number => Math.min(most, Math.max(least, value))

/**
 * New Arabic size and leading, in points to a twentieth, from the heights of both texts at the sizes given.
 *
 * The number of lines grows with the size and their height with the leading, so the height of a text is taken to
 * grow with the product of both; headings and pictures make this an approximation.
 */
export function balanced(sizes: TypeSizes, heights: Bilingual<number>): TypeSizes {
  if (heights.en === 0 || heights.ar === 0) return sizes
  const product = sizes.ar * sizes.arLeading * heights.en / heights.ar
  const ar = rounded(clamped(Math.sqrt(product / limits.preferred) / sizes.en, limits.size) * sizes.en)
  return { ...sizes, ar, arLeading: rounded(clamped(product / ar / ar, limits.leading) * ar) }
}

const rounded = (points: number): number => Math.round(points * 20) / 20

/** Heights that differ by less than this share are equal. */
const even = 0.01

/**
 * Sets the Arabic of a page so that both sides of an opening are equally tall, as far as the design allows; twice where
 * once does not do, for headings, pictures and the ends of paragraphs do not grow as the sizes do. Yields the sizes.
 */
export async function balance(page: LoadedDocument, { number }: Part, first: TypeSizes): Promise<TypeSizes> {
  const names = (['en', 'ar'] as const).map((language) => galleyName(language, 'text', number))
  let sizes = first
  for (let round = 0; round < 2; round++) {
    const [en, ar] = await page.call<[number, number]>('tawazi.typesetter.heights', names)
    if (Math.abs(ar / en - 1) < even) break
    sizes = balanced(sizes, { en, ar })
    await page.call('tawazi.typesetter.style', sizeProperties(sizes))
  }
  return sizes
}
