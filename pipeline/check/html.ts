/** What a printed document holds, in the order of the page. */

import { toXast } from 'hast-util-to-xast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { fromXml } from 'xast-util-from-xml'
import type { Root } from 'xast'
import { foundTokens } from './found.ts'
import type { Token } from './token.ts'

/** `html` is a document or the children of a body; what is well-formed XML is read as such, in a sixth of the time. */
export function htmlTokens(html: string): Token[] {
  return foundTokens([{ file: '', tree: asXml(html) ?? asHtml(html) }])
}

/** What whole pages hold, that lead to each other by their files. */
export const pageTokens = (pages: readonly { readonly file: string; readonly html: string }[]): Token[] =>
  foundTokens(pages.map(({ file, html }) => ({ file, tree: asHtml(html) })))

/** Undefined for what is no XML, such as a whole document, or words with a control character. */
function asXml(html: string): Root | undefined {
  try {
    return fromXml(`<body>${html}</body>`)
  } catch {
    return undefined
  }
}

function asHtml(html: string): Root {
  const tree = toXast(unified().use(rehypeParse).parse(html))
  if (tree.type !== 'root') throw new Error('Not a document')
  return tree
}
