/** Pages of a file in order, with what the nodes above them say, and what each shows. */

import type { PdfFile } from './file.ts'
import { Ref, Stream, type Dict, type PdfObject } from './objects.ts'

/** Pages of a book; a tree with more was made to harm. */
const mostPages = 50_000

export interface Inherited {
  readonly object: number
  readonly dict: Dict
  /** With what nodes above say taken in. */
  readonly all: Dict
}

const inheritable = ['Resources', 'MediaBox', 'CropBox', 'Rotate']

/** Leaves of the tree; a node that was there before is passed over and told of. */
export function pageDicts(catalog: Dict, file: PdfFile): Inherited[] {
  const pages: Inherited[] = []
  const seen = new Set<Dict>()
  const waiting: { node: PdfObject; above: Dict }[] = [{ node: catalog.get('Pages') ?? null, above: new Map() }]
  for (let next = waiting.pop(); next && pages.length < mostPages; next = waiting.pop()) {
    const dict = file.dict(next.node)
    const object = next.node instanceof Ref ? next.node.number : 0
    if (!dict || seen.has(dict)) {
      file.tell({ defect: dict ? 'page-cycle' : 'page-tree', object })
      continue
    }
    seen.add(dict)
    const all = new Map([...inheritable.flatMap((key) => (next.above.has(key) ? [[key, next.above.get(key) ?? null] as const] : [])), ...dict])
    const kids = file.array(dict.get('Kids'))
    if (dict.has('Kids')) {
      // Last in, first out, so that children wait in reverse.
      for (let at = file.walks(kids.length, object) ? kids.length - 1 : -1; at >= 0; at--) waiting.push({ node: kids[at] ?? null, above: all })
    } else pages.push({ object, dict, all })
  }
  const told = file.number(file.dict(catalog.get('Pages'))?.get('Count'))
  if (told !== undefined && told !== pages.length) file.tell({ defect: 'page-count' })
  return pages
}

/** What a part of a page's content costs, however short it is, in entries of lists. */
const partCost = 10

/** Parts of a page's content are one text, with white space between. */
export function contentOf(dict: Dict, file: PdfFile): Uint8Array {
  const contents = file.get(dict.get('Contents'))
  if (contents instanceof Stream) return file.decoded(contents) ?? new Uint8Array()
  const all = Array.isArray(contents) ? contents as PdfObject[] : []
  const parts = (file.walks(partCost * all.length) ? all : []).flatMap((part) => {
    const stream = file.stream(part)
    const bytes = stream && file.decoded(stream)
    return bytes ? [bytes, Buffer.from('\n')] : []
  })
  return parts.length === 2 ? parts[0] ?? new Uint8Array() : Buffer.concat(parts)
}
