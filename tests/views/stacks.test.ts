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

test('a list whose items stand apart, or hold lists, leaves no empty one behind where it is parted', async () => {
  const text = '# Clay\n\n1. One.\n\n   More.\n\n2. Two.\n\n   - Inner.\n   - Last.\n'
  await withKiln({ en: text, ar: text }, async (kiln) => {
    const html = kiln.compose('columns-en').sections.map(({ tree }) => rehype(tree)).join('')
    expect(html.match(/<(li|ul|ol)[^>]*>\s*<\/\1>/g)).toBeNull()
    expect(html.match(/<li[^>]*lang="en"[^>]*>/g)?.filter((item) => !item.includes('continued'))).toHaveLength(4)
  }, { columns: { level: 'beads' } })
})
