/** What a printed document holds, in the order of the page. */

import { toXast } from 'hast-util-to-xast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { foundTokens } from './found.ts'
import { treeDocument, xmlDocument, type MarkupDocument } from './markup.ts'
import type { Token } from './token.ts'

/** `html` is a document or the children of a body; what is well-formed XML is read as such, in a fraction of the time. */
export function htmlTokens(html: string): Token[] {
  return foundTokens([asXml(html) ?? asHtml('', html)])
}

/** What whole pages hold, that lead to each other by their files. */
export const pageTokens = (pages: readonly { readonly file: string; readonly html: string }[]): Token[] =>
  foundTokens(pages.map(({ file, html }) => asHtml(file, html)))

/** Undefined for what is no XML, such as a whole document, or words with a control character. */
function asXml(html: string): MarkupDocument | undefined {
  try {
    return xmlDocument('', `<body>${html}</body>`)
  } catch {
    return undefined
  }
}

const asHtml = (file: string, html: string): MarkupDocument => treeDocument(file, toXast(unified().use(rehypeParse).parse(html)))
