/** Readings kept by what was read: a word, for a book has far fewer words than running words; a text, so that a check after an edit costs little. */

/** So many are kept of each kind: the words, or the sentences, of a long book. */
const most = 100_000

export function kept<T>(read: (text: string) => T): (text: string) => T {
  // Boxed, so that one look tells a reading of undefined, which most words have of most questions, from none.
  const known = new Map<string, { readonly value: T }>()
  return (text) => {
    const found = known.get(text)
    if (found) return found.value
    if (known.size >= most) known.clear()
    const value = read(text)
    known.set(text, { value })
    return value
  }
}
