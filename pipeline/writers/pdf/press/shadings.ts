/** Gradients, whose colours are functions. */

import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFContext } from '@cantoo/pdf-lib'
import type { Inks, Rgb } from './colour.ts'

const name = (text: string): PDFName => PDFName.of(text)

const spaces = { rgb: 'DeviceRGB', cmyk: 'DeviceCMYK', grey: 'DeviceGray' } as const

/** Changes a shading of red, green and blue; false where its function can't be given in inks, and it stays. */
export function convertShading(context: PDFContext, shading: PDFDict, inks: Inks): boolean {
  if (shading.lookup(name('ColorSpace')) !== name('DeviceRGB')) return true
  const of = shading.lookup(name('Function'))
  if (!(of instanceof PDFDict) || !isConvertible(of)) return false
  convert(context, of, inks)
  shading.set(name('ColorSpace'), name(spaces[inks.space]))
  shading.delete(name('Background'))
  return true
}

const typeOf = (of: PDFDict): number | undefined => of.lookupMaybe(name('FunctionType'), PDFNumber)?.asNumber()

const partsOf = (of: PDFDict): PDFDict[] =>
  (of.lookupMaybe(name('Functions'), PDFArray)?.asArray() ?? []).flatMap((part) => of.context.lookupMaybe(part, PDFDict) ?? [])

/** From one colour to another, or such steps one after the other. */
function isConvertible(of: PDFDict): boolean {
  const type = typeOf(of)
  return type === 2 || (type === 3 && partsOf(of).every(isConvertible))
}

function convert(context: PDFContext, of: PDFDict, inks: Inks): void {
  if (typeOf(of) === 3) return partsOf(of).forEach((part) => convert(context, part, inks))
  for (const key of ['C0', 'C1']) {
    const numbers = of.lookupMaybe(name(key), PDFArray)?.asArray().map((value) => (value instanceof PDFNumber ? value.asNumber() : 0)) ?? []
    if (numbers.length === 3) of.set(name(key), context.obj(inks.components(numbers as unknown as Rgb)))
  }
}
