/** The picture of a front: how fine it is where it will stand, and whether its colours are those that were seen. */

import { imageSize } from 'image-size'
import type { Message } from '../../model/message.ts'
import type { Profile } from '../../model/profile.ts'
import type { Asset } from '../../print/document.ts'
import type { Area } from './measure.ts'

export interface FrontPicture extends Asset {
  /** From the book's root, as messages name it. */
  readonly path: string
}

/** Pixels to the inch of a picture that fills `area`, as much of it as is needed cut off; undefined for a drawing. */
function resolutionIn({ width, height }: Pick<Area, 'width' | 'height'>, { type, bytes }: Asset): number | undefined {
  if (type === 'image/svg+xml') return undefined
  const size = imageSize(bytes)
  // Cameras turn a picture by a note beside it, from the fifth of these notes on by a quarter.
  const [across, down] = (size.orientation ?? 1) >= 5 ? [size.height, size.width] : [size.width, size.height]
  return 25.4 * Math.min(across / width, down / height)
}

/** Warnings: fewer pixels to the inch, as it fills `area` (millimetres), than the printer asks, or inks of its own. */
export function pictureMessages(picture: FrontPicture, area: Area, { resolution: { least } }: Pick<Profile, 'resolution'>): Message[] {
  const { path: image } = picture
  const resolution = resolutionIn(area, picture)
  return [
    ...(resolution !== undefined && resolution < least ? [{ rule: 'cover/picture-coarse', severity: 'warning', values: { image, resolution: Math.floor(resolution), least } } as const] : []),
    ...(hasInks(picture) ? [{ rule: 'cover/picture-inks', severity: 'warning', values: { image } } as const] : []),
  ]
}

/** Whether a JPEG is in four inks: its frame, which any marker but those of tables may begin, tells of so many components. */
function hasInks({ type, bytes }: Asset): boolean {
  if (type !== 'image/jpeg') return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 2; at + 9 < bytes.length && view.getUint8(at) === 0xFF; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xC0 && marker <= 0xCF && ![0xC4, 0xC8, 0xCC].includes(marker)
    if (isFrame) return view.getUint8(at + 9) === 4
  }
  return false
}
