/** What blend modes make of ink over ink (ISO 32000-1, 11.3.5). */

import type { Ink } from './spaces.ts'

/** Of light, from 0 to 1: ink is what light is not. */
const modes: Readonly<Record<string, (under: number, over: number) => number>> = {
  Multiply: (under, over) => under * over,
  Screen: (under, over) => under + over - under * over,
  Overlay: (under, over) => hardLight(over, under),
  Darken: Math.min,
  Lighten: Math.max,
  ColorDodge: (under, over) => (under === 0 ? 0 : over === 1 ? 1 : Math.min(1, under / (1 - over))),
  ColorBurn: (under, over) => (under === 1 ? 1 : over === 0 ? 0 : 1 - Math.min(1, (1 - under) / over)),
  HardLight: (under, over) => hardLight(under, over),
  SoftLight: (under, over) => (over <= 0.5 ? under - (1 - 2 * over) * under * (1 - under) : under + (2 * over - 1) * (softened(under) - under)),
  Difference: (under, over) => Math.abs(under - over),
  Exclusion: (under, over) => under + over - 2 * under * over,
}

const hardLight = (under: number, over: number): number => (over <= 0.5 ? under * 2 * over : 1 - (1 - under) * (2 - 2 * over))

const softened = (under: number): number => (under <= 0.25 ? ((16 * under - 12) * under + 4) * under : Math.sqrt(under))

/** Whether a mode makes something of what is below. */
export const blends = (mode: string): boolean => mode !== 'Normal' && mode !== 'Compatible'

/** Undefined for modes that mix hue and lightness of all inks together. Spots may be others below: they are added. */
export function blended(mode: string, over: Ink, under: Ink): Ink | undefined {
  const own = Object.hasOwn(modes, mode) ? modes[mode] : undefined
  if (!own) return undefined
  const plate = (at: number): number => 1 - own(1 - (under[at] ?? 0), 1 - (over[at] ?? 0))
  return [plate(0), plate(1), plate(2), plate(3), over[4] + under[4]]
}
