/** HTML of a tree, for tests to read. */

import type { Root } from 'hast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'

export const rehype = (tree: Root): string => unified().use(rehypeStringify).stringify(tree)
