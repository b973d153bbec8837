/** Numbers that page labels give to pages. */

import type { Facts } from './facts.ts'
import type { PdfObject } from './objects.ts'

/** Of the largest section with numbers; empty where the file has no labels, or only letters. */
export function labelsOf({ file, catalog, pages }: Facts): number[] {
  const ranges = leavesOf(file, catalog.get('PageLabels'))
  const sections = ranges.map(([start, label], index) => {
    const end = Math.min(ranges[index + 1]?.[0] ?? pages.length, pages.length)
    const dict = file.dict(label)
    const style = file.name(dict?.get('S'))
    const prefix = file.get(dict?.get('P'))
    const written = prefix !== null && typeof prefix === 'object' && 'value' in prefix ? numberIn(prefix.value) : undefined
    return { count: end - start, first: file.number(dict?.get('St')) ?? 1, style, written }
  })
  // Labels that are written out, one for each page, say their numbers in their prefix.
  const written = sections.filter(({ style, count }) => style === undefined && count === 1).map(({ written: number }) => number).filter((number) => number !== undefined)
  const counted = sections.filter(({ style }) => style === 'D').flatMap(({ first, count }) => Array.from({ length: Math.max(0, count) }, (_, index) => first + index))
  const single = sections.filter(({ style, count }) => style === 'D' && count === 1).map(({ first }) => first)
  if (written.length > 1) return written
  return single.length > 1 && single.length > counted.length / 2 ? single : counted
}

/** Eastern digits are digits as well. */
function numberIn(bytes: string): number | undefined {
  const text = bytes.startsWith('\xFE\xFF') ? Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le') : bytes
  const digits = text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(/\D/g, '')
  return digits === '' ? undefined : Number(digits)
}

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
    for (let at = 0; at + 1 < list.length; at += 2) pairs.push([file.number(list[at]) ?? 0, list[at + 1] ?? null])
    waiting.push(...[...file.array(node.get('Kids'))].reverse())
  }
  return pairs
}
