/** Readings kept by the text that was read, so that a book that is checked again after an edit costs little. */

/** So many texts are kept of each kind: a long book on both sides. */
const most = 60_000

export function keptByText<T>(read: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>()
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined) return known
    if (kept.size >= most) kept.clear()
    const made = read(text)
    kept.set(text, made)
    return made
  }
}
