/** Where a page's trim, bleed and binding are. */

import type { Profile } from '../../model/profile.ts'
import { height, width, type Box } from './box.ts'
import type { Facts, Page } from './facts.ts'
import { textOf } from './objects.ts'

/** Of millimetres. */
export const points = (millimetres: number): number => millimetres / 25.4 * 72

/** Whether the book is bound on the right, as its viewer preferences say. */
export const isRightBound = ({ file, catalog }: Facts): boolean =>
  file.name(file.dict(catalog.get('ViewerPreferences'))?.get('Direction')) === 'R2L'

/** Place of a page in the order of reading, counted from 1. */
const readingNumber = (page: Page, facts: Facts, profile: Profile): number =>
  profile.reversed && isRightBound(facts) ? facts.pages.length + 1 - page.number : page.number

/** Whether the binding is on the left of this page. */
export const isBoundLeft = (page: Page, facts: Facts, profile: Profile): boolean =>
  (readingNumber(page, facts, profile) % 2 === 1) !== isRightBound(facts)

export interface Sides {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** `inner` and `outer` as left and right of this page, in points. */
export function sidesOf(edges: { inner: number; outer: number; top: number; bottom: number }, isLeft: boolean): Sides {
  const [left, right] = isLeft ? [edges.inner, edges.outer] : [edges.outer, edges.inner]
  return { left: points(left), bottom: points(edges.bottom), right: points(right), top: points(edges.top) }
}

/** `by` in points; a box that is smaller than that is turned inside out. */
export const shrunk = ([left, bottom, right, top]: Box, by: Sides): Box => [left + by.left, bottom + by.bottom, right - by.right, top - by.top]

/** The TrimBox, or what is left of the sheet without the profile's bleed where a page has none. */
export function trimOf(page: Page, facts: Facts, profile: Profile): Box {
  const { trim, art, bleed, crop, media } = page.boxes
  if (trim ?? art) return (trim ?? art) as Box
  const sheet = bleed ?? crop ?? media
  const inside = shrunk(sheet, sidesOf(profile.bleed, isBoundLeft(page, facts, profile)))
  return width(inside) > 0 && height(inside) > 0 ? inside : sheet
}

/** Where a page has no BleedBox its CropBox counts, and then its MediaBox (ISO 32000-1, 14.11.2). */
export const bleedOf = ({ boxes: { bleed, crop, media } }: Page): Box => bleed ?? crop ?? media

/** Language of the whole file, as its catalog says. */
export const languageOf = ({ file, catalog }: Facts): string | undefined => textOf(file.get(catalog.get('Lang')))

/** Whether the file's pages are sheets that carry several pages each, as the profile wants them. */
export function isImposed({ pages }: Facts, { imposition }: Profile): boolean {
  const media = pages[0]?.boxes.media
  return imposition !== 'single' && media !== undefined && Math.abs(width(media) - points(imposition.width)) < 3 && Math.abs(height(media) - points(imposition.height)) < 3
}
