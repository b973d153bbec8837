/** Readings kept by what was read: a word, for a book has far fewer words than running words; a text, so that a check after an edit costs little. */

/** So many are kept of each kind: the words, or the sentences, of a long book. */
const most = 100_000

export function kept<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined || known.has(text)) return found!
    if (known.size >= most) known.clear()
    const value = read(text)
    known.set(text, value)
    return value
  }
}
