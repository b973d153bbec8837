/** What the back says of the book and of its author, as large as fits. */

import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { counterpartOf, directionOf, type Bilingual, type Language } from '../../model/language.ts'
import type { PrintBrowser } from '../../print/browser.ts'
import type { PrintDocument } from '../../print/document.ts'

export interface Blurb {
  readonly description: Bilingual<string | undefined>
  readonly author: Bilingual<string | undefined>
}

/** Points, from a size that is read at arm's length to the least that a back bears. Our own choice. */
export const blurbSizes: readonly number[] = [12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8]

/** The leading language first; lines of a text that stand apart are its paragraphs. Empty where nothing is said. */
export function blurbOf({ description, author }: Blurb, language: Language, size: number): ElementContent[] {
  const sides = [language, counterpartOf(language)]
  const part = (name: string, side: Language, text: string | undefined): ElementContent[] => (text === undefined ? [] : [
    h('div', { className: [name], lang: side, dir: directionOf(side) }, text.trim().split(/\n\s*\n/).map((paragraph) => h('p', paragraph))),
  ])
  const parts = sides.flatMap((side) => [...part('description', side, description[side]), ...part('author', side, author[side])])
  return parts.length === 0 ? [] : [h('div', { className: ['blurb'], style: `--size:${size}pt` }, parts)]
}

/** The largest size at which all of the back has room; undefined where it has none even at the least. */
export const fittingSize = (document: PrintDocument, browser: PrintBrowser): Promise<number | undefined> =>
  browser.measure(document, largestFit, blurbSizes).then((size) => size ?? undefined)

/** Runs in the page, so it stands alone. */
function largestFit(sizes: readonly number[]): number | null {
  const back = document.querySelector<HTMLElement>('.back')
  const blurb = document.querySelector<HTMLElement>('.blurb')
  if (!back || !blurb) return sizes[0] ?? null
  for (const size of sizes) {
    blurb.style.setProperty('--size', `${size}pt`)
    if (back.scrollHeight <= back.clientHeight && blurb.scrollWidth <= blurb.clientWidth) return size
  }
  return null
}
