/** Text with markup in it, as translators' tools exchange it: pieces of text, and codes between them. */

/** What a code is; tools show some of them as such. */
export type CodeType = 'emphasis' | 'strong' | 'delete' | 'link' | 'code' | 'term' | 'note' | 'image' | 'break' | 'other'

/**
 * Markup at one place: `open` and `close` are the ends of a pair with one `id`, `alone` is what has no end.
 *
 * `code` is the markup as Markdown, such as `**` or `[^oil]`; empty where a file does not say it.
 * An id tells a code from the others of its unit; its counterpart in the other language has the same.
 */
export interface Code {
  readonly kind: 'open' | 'close' | 'alone'
  readonly id: string
  readonly type: CodeType
  readonly code: string
}

export type Run = { readonly kind: 'text'; readonly text: string } | Code

/** The words alone; a line break is white space. */
export const plainOf = (runs: readonly Run[]): string =>
  runs.map((run) => (run.kind === 'text' ? run.text : run.type === 'break' ? '\n' : '')).join('')

/** Words and markup as a manuscript may write them. Within code nothing is escaped, for nothing in it is markup. */
export function markdownOf(runs: readonly Run[]): string {
  let inCode = 0
  return runs.map((run) => {
    if (run.kind === 'text') return inCode > 0 ? run.text : escaped(run.text)
    if (run.type === 'code') inCode += run.kind === 'open' ? 1 : -1
    return run.code
  }).join('')
}

/** Signs that would be read as markup. */
const escaped = (text: string): string =>
  text.replaceAll(/[\\`*[\]<]/g, '\\$&').replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')

/** Neighbouring texts as one; empty ones are left out. */
export function joinedRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (run.kind !== 'text') joined.push(run)
    else if (last?.kind === 'text') joined[joined.length - 1] = { kind: 'text', text: last.text + run.text }
    else if (run.text !== '') joined.push(run)
  }
  return joined
}
