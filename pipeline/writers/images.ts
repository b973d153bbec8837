/** Pictures that an edition shows, by their paths from the book's root. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Element, RootContent } from 'hast'
import type { Edition } from '../model/edition.ts'
import type { Asset } from '../print/document.ts'
import { imageType } from '../readers/images.ts'

/** The readers have checked that each is there and of a known kind. */
export function imagesOf(edition: Edition, root: string): Map<string, Asset> {
  const pictures: Element[] = []
  const collect = (children: readonly RootContent[]): void => {
    for (const child of children) {
      if (child.type !== 'element') continue
      if (child.tagName === 'img') pictures.push(child)
      else collect(child.children)
    }
  }
  for (const { tree } of edition.sections) collect(tree.children)
  return assetsOf(pictures, root)
}

/** Each file once, in the order of its first showing. */
export function assetsOf(pictures: readonly Element[], root: string): Map<string, Asset> {
  const paths = new Set(pictures.map(({ properties: { src } }) => decodeURI(String(src))))
  return new Map([...paths].map((path) => [path, asset(join(root, path))]))
}

/** The name of a file that holds a picture of our own making, with the ending of its kind. */
export const pictureName = (stem: string, bytes: Uint8Array): string => `${stem}.${imageType(bytes) === 'image/jpeg' ? 'jpg' : 'png'}`

/** A picture that the readers have checked. */
export function asset(path: string): Asset {
  const bytes = readFileSync(path)
  return { type: imageType(bytes) ?? 'application/octet-stream', bytes }
}
