/** The list of a long book packed into the page, which the page's script unpacks: a mail takes a tenth of what it is otherwise. */

import { deflateSync } from 'node:zlib'
import type { Element, Root } from 'hast'
import { h } from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import type { Interface } from '../ui.ts'

/** Characters of markup above which a list is packed: a shorter one fits any mail, and can be read where no script runs. Our own choice. */
const longest = 1_000_000

const writing = unified().use(rehypeStringify, { preferUnquoted: true })

/** The elements, or, where their markup is too long, a word about them and their markup, deflated and in Base64. */
export function packed(elements: readonly Element[], ui: Interface): Element[] {
  const root: Root = { type: 'root', children: [...elements] }
  const markup = writing.stringify(root)
  if (markup.length <= longest) return [...elements]
  return [
    h('p', { id: 'packed-note' }, ui.both('report:packed')),
    h('script', { id: 'packed', type: 'text/plain' }, deflateSync(markup, { level: 9 }).toString('base64')),
  ]
}
