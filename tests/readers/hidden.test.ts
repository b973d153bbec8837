import { expect, test } from '@jest/globals'
import { toString } from 'mdast-util-to-string'
import { unhidden } from '../../pipeline/readers/hidden.ts'
import { parse } from '../../pipeline/readers/parse.ts'

const rightToLeft = '\u200F'

test.each([
  [`${rightToLeft}# الفرن`, ' # الفرن'],
  [`\u200E## Kiln`, ' ## Kiln'],
  [`${rightToLeft}- طين`, ' - طين'],
  [`> ${rightToLeft}# الفرن`, '>  # الفرن'],
  [`${rightToLeft}[^1]: حاشية`, ' [^1]: حاشية'],
  [`${rightToLeft}#وسم`, `${rightToLeft}#وسم`],
  [`${rightToLeft}كلام # هنا`, `${rightToLeft}كلام # هنا`],
  [`\`\`\`\n${rightToLeft}# code\n\`\`\`\n${rightToLeft}# الفرن`, `\`\`\`\n${rightToLeft}# code\n\`\`\`\n # الفرن`],
])('%j', (text, shown) => {
  expect(unhidden(text)).toBe(shown)
  expect(unhidden(text)).toHaveLength(text.length)
})

test('a heading behind a mark is one, and its words stand where they did', () => {
  const text = `كلام.\n\n${rightToLeft}# الفرن\n\nكلام.\n`
  const heading = parse(text, 'ar.md', 'ar').tree?.children[1]
  expect(heading).toMatchObject({ type: 'heading', depth: 1 })
  expect(toString(heading)).toBe('الفرن')
  const [words] = heading && 'children' in heading ? heading.children : []
  expect(text.slice(words?.position?.start.offset, words?.position?.end.offset)).toBe('الفرن')
})
