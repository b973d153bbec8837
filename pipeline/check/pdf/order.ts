/** In which order a file holds its pages, without looking at what they show. */

import { PdfFile } from './file.ts'
import { labelsOf, orderOf, type Order } from './labels.ts'
import { pageDicts } from './pages.ts'

/** As page labels tell it; undefined where they do not. */
export function pageOrderOf(bytes: Uint8Array): Order | undefined {
  const file = new PdfFile(bytes)
  const catalog = file.dict(file.trailer.get('Root'))
  return catalog && orderOf(labelsOf({ file, catalog, pages: pageDicts(catalog, file) }))
}
