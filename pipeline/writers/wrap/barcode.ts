/** The barcode of an ISBN, as lines without a colour other than black. */

import bwip from 'bwip-js/node'

/** The module's width that the standard of these codes calls nominal, in millimetres. */
const module = 0.33

export interface Barcode {
  readonly svg: string
  /** Millimetres. */
  readonly width: number
  readonly height: number
}

/** Undefined for what is no ISBN: its last digit proves the others. */
export function barcodeOf(isbn: string): Barcode | undefined {
  try {
    // Two units for a module.
    const svg = bwip.toSVG({ bcid: 'isbn', text: hyphenated(isbn), includetext: true, guardwhitespace: true, scale: 2 })
    const [, width = 0, height = 0] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).map(Number)
    return { svg, width: width / 2 * module, height: height / 2 * module }
  } catch {
    return undefined
  }
}

/** The library wants hyphens; where they stand says nothing to a scanner. */
const hyphenated = (isbn: string): string =>
  /-/.test(isbn) ? isbn : isbn.replaceAll(/\s/g, '').replace(/^(97[89])(\d)(\d{4})(\d{4})(\d)$/, '$1-$2-$3-$4-$5')
