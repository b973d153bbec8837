/** A number with what is counted or told by it, as it stands in one of the texts. */

export type QuantityKind = 'number' | 'date' | 'time' | 'percentage' | 'currency' | 'unit'

export interface Quantity {
  readonly kind: QuantityKind
  /** Half-open, in code units of the segment's text. */
  readonly from: number
  readonly to: number
  /** Readings of it, such as `3000000`; two quantities that share one are the same. The first is the plain one. */
  readonly keys: readonly string[]
  /** The plain value, where there is one. */
  readonly value: number | undefined
  /** Written in words, or told by another word, such as a dual or a month: it may answer another, but is seldom missed. */
  readonly soft: boolean
  /** Soft ones of a family, such as centuries, are missed where one of it is open on either side. */
  readonly family?: 'century' | 'month' | 'hijri-month' | 'fraction' | 'time' | 'decade' | 'ordinal'
  /** Names what is counted: a currency or a unit, such as `usd` or `km`. */
  readonly unit?: string
  /** Its digits alone, which stand for it where separators are doubtful. */
  readonly digits?: string
}

export const numberKey = (value: number): string => String(Math.round(value * 1e6) / 1e6)
