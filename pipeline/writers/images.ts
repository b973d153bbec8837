/** Pictures that an edition shows, by their paths from the book's root. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RootContent } from 'hast'
import type { Edition } from '../model/edition.ts'
import type { Asset } from '../print/document.ts'
import { imageType } from '../readers/images.ts'

/** Each picture once, in the order of its first showing. The readers have checked that it is there and of a known kind. */
export function imagesOf(edition: Edition, root: string): Map<string, Asset> {
  const images = new Map<string, Asset>()
  const collect = (children: readonly RootContent[]): void => {
    for (const child of children) {
      if (child.type !== 'element') continue
      if (child.tagName !== 'img') collect(child.children)
      else {
        const path = decodeURI(String(child.properties['src']))
        if (!images.has(path)) images.set(path, asset(join(root, path)))
      }
    }
  }
  for (const { tree } of edition.sections) collect(tree.children)
  return images
}

/** The name of a file that holds a picture of our own making, with the ending of its kind. */
export const pictureName = (stem: string, bytes: Uint8Array): string => `${stem}.${imageType(bytes) === 'image/jpeg' ? 'jpg' : 'png'}`

/** A picture that the readers have checked. */
export function asset(path: string): Asset {
  const bytes = readFileSync(path)
  return { type: imageType(bytes) ?? 'application/octet-stream', bytes }
}
