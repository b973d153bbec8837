/** Colours as a file gives them: black is black alone, greys stay grey, all else goes through ICC profiles. */

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { cmsFLAGS_BLACKPOINTCOMPENSATION, INTENT_RELATIVE_COLORIMETRIC, instantiate, TYPE_CMYK_8, TYPE_GRAY_8, TYPE_RGB_8 } from 'lcms-wasm'
import { SurroundingsError } from '../../../model/message.ts'
import type { ColourSpace, Profile } from '../../../model/profile.ts'

/** Red, green and blue from 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number]

/** Pixels of one space as those of another: 8 bits a component, no rows padded. `icc` is the profile of a picture's own lights; those of screens otherwise. */
export type Pixels = (rgb: Uint8Array, icc?: Uint8Array) => Uint8Array

export interface Inks {
  readonly space: ColourSpace
  /** Operators that set a colour, such as `0 0 0 1 k`, for filling or for strokes. */
  operator(rgb: Rgb, use: 'fill' | 'stroke'): string
  /** Components of the space, from 0 to 1. */
  components(rgb: Rgb): number[]
  /** Undefined for a file that keeps the lights of screens. */
  readonly pixels: Pixels | undefined
}

const screenProfile = fileURLToPath(new URL('../../../print/profiles/icc/sRGB.icc', import.meta.url))

/** Components closer than this to each other are a grey: less than half a step of 8 bits. */
const greyTolerance = 1 / 512

const isGrey = ([red, green, blue]: Rgb): boolean =>
  Math.abs(red - green) < greyTolerance && Math.abs(green - blue) < greyTolerance

/** Starts the colour library once for each call; it holds 16 MB. Throws a `SurroundingsError` where the ICC profile gives no colours. */
export async function inksOf({ colour, condition, inkLimit }: Pick<Profile, 'colour' | 'condition' | 'inkLimit'>): Promise<Inks> {
  const pixels = colour === 'rgb' ? undefined : await converter(condition.icc, colour, inkLimit)
  const known = new Map<string, number[]>()
  const components = (rgb: Rgb): number[] => {
    if (!pixels) return [...rgb]
    const bytes = Uint8Array.from(rgb, (value) => Math.round(value * 255))
    const found = known.get(bytes.join()) ?? [...pixels(bytes)].map((value) => value / 255)
    known.set(bytes.join(), found)
    return found
  }
  const grey = (value: number, use: 'fill' | 'stroke'): string => {
    // Black in inks is said as ink, for only so can it overprint.
    if (colour === 'cmyk' && value === 0) return `0 0 0 1 ${use === 'fill' ? 'k' : 'K'}`
    return `${number(value)} ${use === 'fill' ? 'g' : 'G'}`
  }
  const names = { rgb: ['rg', 'RG'], cmyk: ['k', 'K'], grey: ['g', 'G'] } as const
  return {
    space: colour, components, pixels,
    operator: (rgb, use) => isGrey(rgb) ? grey(rgb[1], use) : `${components(rgb).map(number).join(' ')} ${names[colour][use === 'fill' ? 0 : 1]}`,
  }
}

const number = (value: number): string => String(Math.round(value * 10_000) / 10_000)

/** Relative colorimetric with black point compensation, which keeps pictures' shadows apart. */
async function converter(icc: string, colour: 'cmyk' | 'grey', inkLimit: number | undefined): Promise<Pixels> {
  const lcms = await instantiate()
  const opened = (bytes: Uint8Array) => lcms.cmsOpenProfileFromMem(bytes, bytes.length)
  const to = opened(new Uint8Array(readFileSync(icc)))
  const format = colour === 'cmyk' ? TYPE_CMYK_8 : TYPE_GRAY_8
  const transformFrom = (bytes: Uint8Array): number => {
    const from = opened(bytes)
    return from && to ? lcms.cmsCreateTransform(from, TYPE_RGB_8, to, format, INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_BLACKPOINTCOMPENSATION) : 0
  }
  const usual = transformFrom(new Uint8Array(readFileSync(screenProfile)))
  // Loading a profile looks at its head and its list of tags alone.
  if (!usual) throw new SurroundingsError('press/icc-damaged', { file: icc })
  // Pictures share few profiles, which are told apart by their bytes.
  const others = new Map<string, number>()
  const transformOf = (own: Uint8Array | undefined): number => {
    if (!own) return usual
    const key = Buffer.from(own).toString('latin1')
    const known = others.get(key) ?? (transformFrom(own) || usual)
    others.set(key, known)
    return known
  }
  return (rgb, own) => {
    const inks = new Uint8Array(lcms.cmsDoTransform(transformOf(own), rgb, rgb.length / 3))
    return colour === 'cmyk' && inkLimit !== undefined ? limited(inks, inkLimit) : inks
  }
}

/** Takes from cyan, magenta and yellow alike what is beyond the limit, in percent; black stays. Changes `cmyk`. */
export function limited(cmyk: Uint8Array, percent: number): Uint8Array {
  const most = Math.floor(percent * 2.55)
  for (let at = 0; at < cmyk.length; at += 4) {
    const [cyan, magenta, yellow, black] = [cmyk[at]!, cmyk[at + 1]!, cmyk[at + 2]!, cmyk[at + 3]!]
    const colours = cyan + magenta + yellow
    if (colours + black <= most) continue
    const share = Math.max(0, most - black) / colours
    cmyk[at] = Math.floor(cyan * share)
    cmyk[at + 1] = Math.floor(magenta * share)
    cmyk[at + 2] = Math.floor(yellow * share)
  }
  return cmyk
}
