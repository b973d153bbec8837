/** What a reader aloud, a search and a copy find in the pages: words broken at a line end stay whole, and so do numbers with controls of direction. */

import type { TextLayer } from './press/page-streams.ts'

/**
 * A soft hyphen before the hyphen that shows, or a control of direction from the manuscript, as the browser writes them: a glyph without
 * ink, marked with its text. A control has done its work once a line is set, and would part a number for those who search.
 * Only the glyph and its marks go; the move of the pen stays, for what follows counts from it.
 */
const unseen = /\/Span\s*<<\s*\/ActualText\s*<FEFF(?:00AD|200E|200F|202[A-E]|206[6-9])>\s*>>\s*BDC([^]*?)\bEMC\b/g

const shown = /(?:<[0-9A-Fa-f]*>|\[[^\]]*\])\s*T[jJ]\b/g

export const withoutUnseen = (content: string): string =>
  content.replaceAll(unseen, (_, inner: string) => inner.replaceAll(shown, ''))

/** A page without any is the same. */
export const unseenRemover: TextLayer = { page: withoutUnseen, finish: () => undefined }
