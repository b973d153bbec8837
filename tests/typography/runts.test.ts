import { expect, test } from '@jest/globals'
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { keepRunts } from '../../pipeline/typography/runts.ts'

/** Text as it stands, what is kept together in brackets. */
const drawn = (node: ElementContent): string => {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return ''
  const inner = node.children.map(drawn).join('')
  return Array.isArray(node.properties['className']) && node.properties['className'].includes('together') ? `[${inner}]` : inner
}

function kept(...content: (string | Element)[]): string {
  const tree = h('div', h('p', content))
  keepRunts(tree)
  return drawn(tree)
}

test.each([
  ['Nobody came to ask for it.', 'Nobody came to ask [for it.]'],
  ['ولم يعرف أحد قطّ ما الغرض منه.', 'ولم يعرف أحد قطّ ما [الغرض منه.]'],
  ['وأكبرها يحرق ⅖ لتر وأصغرها ⅗', 'وأكبرها يحرق ⅖ لتر [وأصغرها ⅗]'],
  ['It was a matter of responsibility to us.', 'It was a matter of responsibility [to us.]'],
  // Either may go alone: a last word of some length, and one whose neighbour would tear a hole in the line above.
  ['Nobody came to ask for them.', 'Nobody came to ask for them.'],
  ['He called it an irresponsibility so.', 'He called it an irresponsibility so.'],
  // A line of both scripts stays in one piece.
  ['قرأ العنوان The Paper Road ثم ضحك.', 'قرأ العنوان The Paper Road ثم ضحك.'],
])('%s', (text, expected) => expect(kept(text)).toBe(expected))

test('inside the sentence that ends there, before the number of a note, and in no code', () => {
  expect(kept(h('span', { className: ['segment'] }, 'All is well. '), h('span', { className: ['segment'] }, ['So be it.', h('a', { className: ['note-reference'] }, '1')])))
    .toBe('All is well. So [be it.]1')
  expect(kept('It ends in ', h('code', 'do it'))).toBe('It ends in do it')
})
