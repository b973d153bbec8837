/** Numbers that page labels give to pages. */

import type { Facts } from './facts.ts'
import type { PdfObject } from './objects.ts'

/** In the order of the file; empty where it has no labels, only letters, or ranges that do not rise. */
export function labelsOf({ file, catalog, pages }: Pick<Facts, 'file' | 'catalog'> & { readonly pages: { readonly length: number } }): number[] {
  const ranges = leavesOf(file, catalog.get('PageLabels'))
  // Ranges that turn back would number the same pages for ever.
  const isRising = ranges.every(([start], index) => start > (ranges[index - 1]?.[0] ?? -1))
  return (isRising ? ranges : []).flatMap(([start, label], index) => {
    const count = Math.max(0, Math.min(ranges[index + 1]?.[0] ?? pages.length, pages.length) - start)
    const dict = file.dict(label)
    const style = file.name(dict?.get('S'))
    const first = file.number(dict?.get('St')) ?? 1
    if (style === 'D') return Array.from({ length: count }, (_, page) => first + page)
    // Labels that are written out, one for each page, say their numbers in their prefix.
    const written = style === undefined && count === 1 ? writtenNumber(file.get(dict?.get('P'))) : undefined
    return written === undefined ? [] : [written]
  })
}

/** Eastern digits are digits as well. */
function writtenNumber(prefix: PdfObject): number | undefined {
  if (prefix === null || typeof prefix !== 'object' || !('value' in prefix)) return undefined
  const bytes = prefix.value
  const text = bytes.startsWith('\xFE\xFF') ? Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le') : bytes
  const digits = text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(/\D/g, '')
  return digits === '' ? undefined : Number(digits)
}

/** A book that begins from both covers runs to its middle from either. */
export type Order = 'rising' | 'falling' | 'from-covers' | 'from-middle'

/** Share of the steps from page to page that goes the other way in a book of one cover, where numbers begin anew. Our own choice. */
const fewSteps = 0.2

/** Undefined where fewer than two pages have numbers. */
export function orderOf(numbers: readonly number[]): Order | undefined {
  if (numbers.length < 2) return undefined
  const rises: number[] = []
  const falls: number[] = []
  for (let at = 1; at < numbers.length; at++) (numbers[at]! > numbers[at - 1]! ? rises : falls).push(at)
  if (Math.min(rises.length, falls.length) < fewSteps * (numbers.length - 1)) return rises.length > falls.length ? 'rising' : 'falling'
  return mean(rises) < mean(falls) ? 'from-covers' : 'from-middle'
}

const mean = (places: readonly number[]): number => places.reduce((sum, place) => sum + place, 0) / places.length

/** A number tree's pairs, in order. */
function leavesOf(file: Facts['file'], root: PdfObject | undefined): [number, PdfObject][] {
  const pairs: [number, PdfObject][] = []
  const seen = new Set<unknown>()
  const waiting = [root]
  for (let next = waiting.pop(); next !== undefined && pairs.length < 100_000; next = waiting.pop()) {
    const node = file.dict(next)
    if (!node || seen.has(node)) continue
    seen.add(node)
    const list = file.array(node.get('Nums'))
    const kids = file.array(node.get('Kids'))
    if (!file.walks(list.length + kids.length)) break
    for (let at = 0; at + 1 < list.length; at += 2) pairs.push([file.number(list[at]) ?? 0, list[at + 1] ?? null])
    for (let at = kids.length - 1; at >= 0; at--) waiting.push(kids[at])
  }
  return pairs
}
