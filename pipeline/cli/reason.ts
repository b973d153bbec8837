/** Why a file could not be used, in the user's language: systems and libraries say it in English. */

import type { Words } from '../model/words.ts'

type Values = Readonly<Record<string, string | number>>

/** Codes of the system, and of what cannot be done with a PDF, by the wording that tells them. */
const codes: Readonly<Record<string, string>> = {
  ENOENT: 'absent', EACCES: 'forbidden', EPERM: 'forbidden', EISDIR: 'folder', ENOTDIR: 'absent',
  ENOTREG: 'no-file', EFBIG: 'too-large', 'not-a-pdf': 'not-a-pdf', encrypted: 'encrypted', damaged: 'damaged', 'no-pages': 'no-pages', 'page-without-size': 'page-without-size',
}

/** `values` with its `fault` in the words of the product, where `cause` is one of the everyday reasons; else as they are. */
export function withReason(values: Values, cause: unknown, words: Words): Values {
  if (values['fault'] === undefined || typeof cause !== 'object' || cause === null) return values
  const { code, message } = cause as Partial<NodeJS.ErrnoException>
  const reason = /No PDF header/.test(message ?? '') ? 'not-a-pdf' : codes[code ?? '']
  return reason === undefined ? values : { ...values, fault: words(`cli:reason.${reason}`) }
}
