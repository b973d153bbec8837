/** How densely an Arabic text is vocalised. */

/** A text of fewer letters tells nothing: our own choice. */
const fewest = 30

/** Marks to a letter, 0 to about 1; undefined where there are too few letters. Shadda is left out, for unvocalised prose writes it too. */
export function densityOf(text: string): number | undefined {
  const own = text.includes('﴿') ? text.replaceAll(/﴿[^﴾]*﴾/g, '') : text
  let [letters, marks] = [0, 0]
  for (let at = 0; at < own.length; at++) {
    const code = own.charCodeAt(at)
    if (code < 0x621 || code > 0x670) continue
    if (code <= 0x64A) letters++
    else if (code <= 0x652 ? code !== 0x651 : code === 0x670) marks++
  }
  return letters < fewest ? undefined : marks / letters
}
