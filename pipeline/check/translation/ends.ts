/** How a sentence ends. */

export type End = 'stop' | 'question' | 'exclamation' | 'colon' | 'comma' | 'none'

/** What may follow the mark that ends a sentence: quotation marks, brackets, marks of direction, calls of notes in brackets. */
const closers = /(?:[\s"'’”»›“)\]}﴾\p{Cf}*_]|\[\d+\])+$/u

/** Whether a last code unit may belong to these; most sentences end in none, and to look for a run of them takes a walk over the whole. */
const mayClose = /[\s"'’”»›“)\]}﴾\p{Cf}\p{Cs}*_]/u

/** The last mark, looked for behind closing quotation marks and brackets. */
export function endOf(text: string): End {
  const bare = mayClose.test(text.at(-1) ?? '') ? text.replace(closers, '') : text
  const last = bare.at(-1) ?? ''
  if (/[?؟]/.test(last) || /[?؟][!.]$/.test(bare)) return 'question'
  if (/[.…。]/.test(last)) return 'stop'
  if (last === '!') return /[?؟]!$/.test(bare) ? 'question' : 'exclamation'
  if (last === ':') return 'colon'
  return /[,;،؛—–-]/.test(last) ? 'comma' : 'none'
}
