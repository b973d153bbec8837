/** How densely an Arabic text is vocalised. */

/** A text of fewer letters tells nothing: our own choice. */
const fewest = 30

/** Marks to a letter, 0 to about 1; undefined where there are too few letters. Shadda is left out, for unvocalised prose writes it too. */
export function densityOf(text: string): number | undefined {
  const own = text.replaceAll(/﴿[^﴾]*﴾/g, '')
  const letters = own.match(/[\u0621-\u064A]/g)?.length ?? 0
  return letters < fewest ? undefined : (own.match(/[\u064B-\u0650\u0652\u0670]/g)?.length ?? 0) / letters
}
