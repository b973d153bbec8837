/** What a printed document holds, in the order of the page. */

import { toXast } from 'hast-util-to-xast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { foundTokens } from './found.ts'
import type { Token } from './token.ts'

export function htmlTokens(html: string): Token[] {
  const tree = toXast(unified().use(rehypeParse).parse(html))
  return tree.type === 'root' ? foundTokens([{ file: '', tree }]) : []
}
