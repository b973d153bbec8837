/** Blocks as HTML. */

import { expect, test } from '@jest/globals'
import { toString } from 'hast-util-to-string'
import { wordsIn } from '../../pipeline/model/words.ts'
import { blockElements } from '../../pipeline/views/hast.ts'
import { withBook } from '../support/texts.ts'

test('code keeps the white space of its lines', async () => {
  const code = 'for brick in kiln:\n    heat(brick)\n\n    rest()'
  const text = `# Clay\n\n\`\`\`\n${code}\n\`\`\`\n`
  await withBook({ en: text, ar: text }, async ({ manuscripts: { en: { chapters: [chapter] } } }) => {
    const [, block] = chapter!.blocks
    expect(blockElements(block!, chapter!, 'en', wordsIn('en')).map((element) => [element.tagName, toString(element)])).toEqual([['pre', code]])
  })
})
