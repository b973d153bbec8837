/** Words, as the proof that nothing is lost counts them. */

/**
 * Runs of letters, digits and their marks; soft hyphens and joiners are no part of a word.
 * Digits count by their values, for a book may print either family.
 */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFC')
    .replaceAll(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}
