/** What a picture's dictionary says. */

import type { Canvas } from './canvas.ts'
import type { Colours } from './colours.ts'
import type { Image } from './facts.ts'
import type { Stream } from './objects.ts'

/** Each once; pictures in the content itself may use short names. */
export function imageOf(stream: Stream, canvas: Canvas, colours: Colours, isInline: boolean): Image {
  const { file, ledger } = canvas
  const { dict } = stream
  const known = ledger.images.get(stream)
  if (known) return known
  const value = (long: string, short: string) => dict.get(long) ?? (isInline ? dict.get(short) : undefined)
  const isMask = file.get(value('ImageMask', 'IM')) === true
  const space = value('ColorSpace', 'CS')
  const image: Image = {
    stream, isMask, isInline, width: file.number(value('Width', 'W')) ?? 0, height: file.number(value('Height', 'H')) ?? 0,
    bits: isMask ? 1 : file.number(value('BitsPerComponent', 'BPC')) ?? 8, filters: file.filtersOf(stream),
    space: isMask || space === undefined ? undefined : colours.space(space),
  }
  ledger.images.set(stream, image)
  const intent = file.name(dict.get('Intent'))
  if (intent !== undefined) canvas.used(ledger.intents, intent)
  return image
}
