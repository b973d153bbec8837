/** The heaviest ink of a gradient, whose colours are functions (ISO 32000-1, 7.10). */

import { Budget } from './budget.ts'
import type { Shading } from './facts.ts'
import type { PdfFile } from './file.ts'
import type { Dict, PdfObject } from './objects.ts'
import { heavier, inkOf, type Ink } from './spaces.ts'

/** Functions of one gradient, with those that they are stitched of, and bytes of a table of colours. Our own choice: drawing programs write some dozens, and 65,536. */
const mostFunctions = 1000
const largestTable = 2 ** 20

const known = new WeakMap<Dict, Ink | 'none'>()

/** Undefined for meshes, for programs, and where colours are no inks. Once for each gradient, however often it is drawn. */
export function inkOfShading(shading: Shading, file: PdfFile): Ink | undefined {
  const there = known.get(shading.dict) ?? heaviest(shading, file) ?? 'none'
  known.set(shading.dict, there)
  return there === 'none' ? undefined : there
}

function heaviest({ dict, space }: Shading, file: PdfFile): Ink | undefined {
  const kind = file.number(dict.get('ShadingType')) ?? 0
  const colours = kind >= 1 && kind <= 3 ? coloursOf(dict.get('Function'), file, new Budget(mostFunctions)) : undefined
  const inks = colours?.map((values) => inkOf({ space, values }))
  return inks?.every((ink) => ink !== undefined) ? inks.reduce<Ink | undefined>(heavier, undefined) : undefined
}

/** Between these colours all others lie. */
function coloursOf(object: PdfObject | undefined, file: PdfFile, functions: Budget, depth = 0): number[][] | undefined {
  const of = file.dict(object)
  if (!of || depth > 8 || !functions.takes()) return undefined
  switch (file.number(of.get('FunctionType'))) {
    case 0: return samplesOf(object, of, file)
    case 2: return [endOf(of, 'C0', 0, file), endOf(of, 'C1', 1, file)]
    case 3: {
      const parts = file.array(of.get('Functions')).slice(0, mostFunctions).map((part) => coloursOf(part, file, functions, depth + 1))
      return parts.every((part) => part !== undefined) ? parts.flat() : undefined
    }
    default: return undefined
  }
}

function endOf(of: Dict, key: string, usual: number, file: PdfFile): number[] {
  const values = file.numbersIn(of.get(key))
  return values.length > 0 ? values : [usual]
}

/** Colours of a table of bytes. */
function samplesOf(object: PdfObject | undefined, of: Dict, file: PdfFile): number[][] | undefined {
  const stream = file.stream(object)
  const bytes = stream && file.decoded(stream, largestTable)
  const range = file.numbersIn(of.get('Range'))
  const told = file.numbersIn(of.get('Decode'))
  const decode = told.length === range.length ? told : range
  const components = decode.length / 2
  if (!bytes || components < 1 || file.number(of.get('BitsPerSample')) !== 8) return undefined
  return Array.from({ length: Math.floor(bytes.length / components) }, (_, entry) => Array.from({ length: components }, (_, at) => {
    const [least = 0, most = 1] = [decode[2 * at], decode[2 * at + 1]]
    return least + (most - least) * bytes[entry * components + at]! / 255
  }))
}
