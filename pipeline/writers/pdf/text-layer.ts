/** What a reader aloud, a search and a copy find in the pages: words broken at a line end stay whole. */

import type { TextLayer } from './press/page-streams.ts'

/**
 * A soft hyphen as the browser writes it: a glyph without ink, marked with its text, before the hyphen that shows.
 * Only the glyph and its marks go; the move of the pen stays, for what follows counts from it.
 */
const softHyphen = /\/Span\s*<<\s*\/ActualText\s*<FEFF00AD>\s*>>\s*BDC([^]*?)\bEMC\b/g

const shown = /(?:<[0-9A-Fa-f]*>|\[[^\]]*\])\s*T[jJ]\b/g

export const withoutSoftHyphens = (content: string): string =>
  content.replaceAll(softHyphen, (_, inner: string) => inner.replaceAll(shown, ''))

/** A page without any is the same. */
export const softHyphenRemover: TextLayer = { page: withoutSoftHyphens, finish: () => undefined }
