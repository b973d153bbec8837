/** In which order a file holds its pages, and whether it has any, without looking at what they show. */

import { PdfFile } from './file.ts'
import { labelsOf, orderOf, type Order } from './labels.ts'
import { pageDicts } from './pages.ts'

/** As page labels tell it; undefined where they do not. */
export function pageOrderOf(bytes: Uint8Array): Order | undefined {
  const file = new PdfFile(bytes)
  const catalog = file.dict(file.trailer.get('Root'))
  return catalog && orderOf(labelsOf({ file, catalog, pages: pageDicts(catalog, file) }))
}

/** Why nobody could work with the pages of a file; undefined where nothing stands against it. Linear in its pages. */
export function soundnessOf(bytes: Uint8Array): 'not-a-pdf' | 'encrypted' | 'damaged' | 'no-pages' | undefined {
  const file = new PdfFile(bytes)
  if (file.headerVersion === undefined) return 'not-a-pdf'
  if (file.trailer.has('Encrypt')) return 'encrypted'
  const catalog = file.dict(file.trailer.get('Root'))
  if (!catalog) return 'damaged'
  const pages = pageDicts(catalog, file)
  if (file.damage.some(({ defect }) => defect === 'page-cycle' || defect === 'page-tree')) return 'damaged'
  return pages.length === 0 ? 'no-pages' : undefined
}
