/** What is wrong with a printer's profile although each of its values has the right form. */

import { basename } from 'node:path'
import type { ColourSpace } from '../model/profile.ts'
import { fileBytesNow, largest } from '../readers/file.ts'
import { millimetres } from './lengths.ts'
import type { Written } from './profile.ts'

interface ProfileFault {
  /** In the namespace `configuration`. */
  readonly rule: string
  readonly path: readonly (string | number)[]
  readonly values: Record<string, string | number>
}

/** The first; `icc` is the path of its ICC profile. */
export function faultIn(written: Written, icc: string): ProfileFault | undefined {
  const refusal = iccFault(icc, written.colour)
  if (refusal) return { rule: refusal, path: ['condition'], values: { file: basename(icc), colour: written.colour } }
  return limitFault(written) ?? sheetFault(written) ?? gutterFault(written)
}

/** Limits that leave nothing between them. */
function limitFault({ pages, resolution }: Written): ProfileFault | undefined {
  const crossed = (path: readonly string[], least: number, most: number): ProfileFault => ({ rule: 'crossed-limits', path, values: { least, most } })
  if (pages.least > pages.most) return crossed(['pages', 'most'], pages.least, pages.most)
  if (resolution.most !== undefined && resolution.least > resolution.most) return crossed(['resolution', 'most'], resolution.least, resolution.most)
  return undefined
}

/** Millimetres: a page of PDF has 14,400 points at the most (ISO 32000-1, annex C). */
const largestSheet = 5080

/** Millimetres by which a sheet may be too small: a trim that is rounded. Our own choice. */
const rounding = 0.5

/** Sheets larger than PDF has them, or smaller than two pages beside each other. */
function sheetFault({ trim, bleed, imposition }: Written): ProfileFault | undefined {
  const size = trim === 'book' ? [0, 0] : trim.map(millimetres)
  const [width = 0, height = 0] = size
  const beyond = Math.max(...(typeof bleed === 'string' ? [bleed] : Object.values(bleed)).map(millimetres))
  const side = Math.max(width, height)
  if (side + 2 * beyond > largestSheet) return { rule: 'sheet-too-large', path: [side > 2 * beyond ? 'trim' : 'bleed'], values: { most: largestSheet } }
  if (imposition === 'single') return undefined
  const [across = 0, up = 0] = imposition.map(millimetres)
  if (Math.max(across, up) > largestSheet) return { rule: 'sheet-too-large', path: ['imposition'], values: { most: largestSheet } }
  if (across + rounding >= 2 * width && up + rounding >= height) return undefined
  return { rule: 'sheet-too-small', path: ['imposition'], values: { width: 2 * width, height } }
}

function gutterFault({ gutter }: Written): ProfileFault | undefined {
  const disorder = gutter.findIndex(({ pages }, index) => pages <= (gutter[index - 1]?.pages ?? 0))
  return disorder > 0 ? { rule: 'gutter-order', path: ['gutter', disorder, 'pages'], values: { pages: gutter[disorder]?.pages ?? 0 } } : undefined
}

const spaces: Readonly<Record<ColourSpace, string>> = { rgb: 'RGB ', cmyk: 'CMYK', grey: 'GRAY' }

/** After the header of ICC profiles: its length at 0, `acsp` at 36, the class of device at 12, the space of its colours at 16; its tags are listed from 128 on (ICC.1:2010, 7.2 and 7.3). */
function iccFault(path: string, colour: ColourSpace): 'icc-unreadable' | 'icc-class' | undefined {
  let bytes: Buffer
  try {
    bytes = fileBytesNow(path, largest)
  } catch {
    return 'icc-unreadable'
  }
  const header = bytes.toString('latin1', 0, 128)
  if (header.slice(36, 40) !== 'acsp' || !hasItsTags(bytes)) return 'icc-unreadable'
  const allowed = colour === 'rgb' ? ['mntr', 'prtr'] : ['prtr']
  return allowed.includes(header.slice(12, 16)) && header.slice(16, 20) === spaces[colour] ? undefined : 'icc-class'
}

/** Whether every tag that a profile lists ends inside it: one that is broken off gives no colours. */
function hasItsTags(bytes: Buffer): boolean {
  if (bytes.length < 132 || bytes.readUInt32BE(0) > bytes.length) return false
  const count = bytes.readUInt32BE(128)
  if (132 + 12 * count > bytes.length) return false
  return Array.from({ length: count }, (_, tag) => bytes.readUInt32BE(136 + 12 * tag) + bytes.readUInt32BE(140 + 12 * tag)).every((end) => end <= bytes.length)
}
