/** Words, as the proof that nothing is lost counts them. */

/** Runs of letters, digits and their marks; soft hyphens and joiners are no part of a word. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFC').replaceAll(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}
