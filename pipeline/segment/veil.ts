/** The characters that a shadow is written with, and the parts that its patterns share. */

/** The standard takes it for the end of a paragraph. */
export const lineEnd = '\u2029'

/** Stops as a mark that ends nothing. */
export const veiled = (text: string): string => text.replaceAll(/[.!?؟…]/g, '_')

/** A stop with the closing marks behind it and white space; the first group, for patterns that look at what follows. */
export const afterStop = String.raw`([.!?؟…]["'”’»)\]]{0,3} {1,9})`

/** The head of a text or a sentence, likewise. */
export const atHead = String.raw`(^ {0,9}|\u2029 {0,9}|[.!?؟…]["'”’»)\]]{0,3} {1,9})`

/** With the character before each start, which is white space, as an end; starts ascend. */
export function broken(text: string, starts: readonly number[]): string {
  if (starts.length === 0) return text
  const pieces: string[] = []
  let from = 0
  for (const start of starts) {
    pieces.push(text.slice(from, start - 1), lineEnd)
    from = start
  }
  return pieces.join('') + text.slice(from)
}
