/** Words and signs, as the proof that nothing is lost counts them. */

const word = String.raw`\p{M}*[\p{L}\p{N}][\p{L}\p{N}\p{M}]*`
const words = new RegExp(word, 'gu')
const units = new RegExp(String.raw`${word}|\S`, 'gu')

/** Runs of letters, digits and their marks; soft hyphens and joiners are no part of a word. */
export const wordsOf = (text: string): string[] => levelled(text).match(words) ?? []

/** Words, and between them each mark of punctuation, symbol or part of an emoji for itself. */
export const unitsOf = (text: string): string[] => levelled(text).match(units) ?? []

/** The same as one text, with a space between each: texts of the same words and signs are equal. */
export function spacedUnits(text: string): string {
  const spaced = known.get(text) ?? unitsOf(text).join(' ')
  if (known.size >= most) known.clear()
  known.set(text, spaced)
  return spaced
}

/** A word where it begins, among units with spaces between. */
const beginning = /(?<![^ ])\p{M}*[\p{L}\p{N}]/gu

/** How many of `wordsOf` there are. */
export const countWords = (text: string): number => spacedUnits(text).match(beginning)?.length ?? 0

/** Every edition of a book holds the same sentences. */
const known = new Map<string, string>()

/** Texts that are kept: our own choice, two sides of a long book. */
const most = 30_000

/**
 * Characters without a shape of their own go, and numbers are levelled with their separators, for a book may print either family.
 * The number and verse signs of Arabic are shapes, although Unicode counts them among the formats.
 */
const levelled = (text: string): string => (isPlain.test(text) ? text : plain(text))

/** Nothing to level in most English. */
const isPlain = /^[\x00-\x7F]*$/

const plain = (text: string): string => text
  .normalize('NFC')
  .replaceAll(/(?![\u0600-\u0605\u06DD\u08E2])\p{Cf}/gu, '')
  .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
  .replaceAll(/[٬٫٪]/g, (sign) => ({ '٬': ',', '٫': '.', '٪': '%' })[sign] ?? sign)
