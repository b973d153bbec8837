/** Families of digits, and numbers written in them. */

export type DigitFamily = 'latin' | 'arabic' | 'persian'

export interface WrittenNumber {
  readonly family: DigitFamily
  readonly from: number
  readonly to: number
}

/** Digits of other families as those of ASCII; offsets stay. */
export const withLatinDigits = (text: string): string => text.replaceAll(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))

/** Addresses, and whatever is written together with a Latin letter, such as `COVID-19`, keep their own digits. */
const foreign = /(?:https?:\/\/|www\.)\S+|\S*\p{Script=Latin}\S*/gu

/** Numbers of Arabic prose by family; a number of two families is told once for each. Digits inside Latin words are left out. */
export function digitFamilies(text: string): WrittenNumber[] {
  if (!/[0-9٠-٩۰-۹]/.test(text)) return []
  const own = text.replaceAll(foreign, (run) => ' '.repeat(run.length))
  return Array.from(own.matchAll(/([0-9]+)|([٠-٩]+)|[۰-۹]+/g), ({ 0: number, 1: latin, 2: arabic, index }) => ({
    family: latin ? 'latin' : arabic ? 'arabic' : 'persian', from: index, to: index + number.length,
  }))
}
