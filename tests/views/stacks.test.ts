/** Blocks that are cut at the ends of beads. */

import { expect, test } from '@jest/globals'
import { rehype } from '../support/html.ts'
import { withKiln } from '../support/kiln.ts'

test('each part of a list says whether it goes on, and whether more follows', async () => {
  const text = '# Clay\n\n- One.\n- Two.\n- Three.\n'
  await withKiln({ en: text, ar: text }, async (kiln) => {
    const lists = kiln.compose('columns-en').sections.map(({ tree }) => rehype(tree)).join('').match(/<ul[^>]*lang="en"[^>]*>/g)
    expect(lists?.map((list) => /class="([^"]*)"/.exec(list)?.[1])).toEqual(['goes-on', 'continued goes-on', 'continued'])
  }, { columns: { level: 'beads' } })
})
