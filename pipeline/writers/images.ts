/** Pictures that an edition shows, by their paths from the book's root. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { visit } from 'unist-util-visit'
import type { Edition } from '../model/edition.ts'
import type { Asset } from '../print/document.ts'
import { imageType } from '../readers/images.ts'

/** Each picture once, in the order of its first showing. The readers have checked that it is there and of a known kind. */
export function imagesOf(edition: Edition, root: string): Map<string, Asset> {
  const images = new Map<string, Asset>()
  for (const { tree } of edition.sections) {
    visit(tree, 'element', (element) => {
      const path = element.tagName === 'img' ? decodeURI(String(element.properties['src'])) : undefined
      if (path === undefined || images.has(path)) return
      const bytes = readFileSync(join(root, path))
      images.set(path, { type: imageType(bytes) ?? 'application/octet-stream', bytes })
    })
  }
  return images
}
