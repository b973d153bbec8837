/** Lines of code: each an element that knows how far it is set in; no sign is added or lost. */

import { expect, test } from '@jest/globals'
import type { Element, ElementContent } from 'hast'
import { toString } from 'hast-util-to-string'
import { h } from 'hastscript'
import { wrapCodeLines } from '../../pipeline/typography/code-lines.ts'

const drawn = (node: ElementContent): string => (node.type === 'text' ? node.value.replaceAll('\n', '⏎')
  : node.type === 'element' ? `[${String(node.properties['style'] ?? '').replace('--indent:', '')}${node.children.map(drawn).join('')}]` : '')

const wrapped = (pre: Element): string => {
  wrapCodeLines(pre)
  return pre.children.map(drawn).join('')
}

test('a line is wrapped with its line feed, an empty one too', () => {
  expect(wrapped(h('pre', 'a\n  b\n\nc'))).toBe('[a⏎][2ch  b⏎][⏎][c]')
})

test('tabs go on to the next stop, and what is set in deep is not set in deeper', () => {
  expect(wrapped(h('pre', '\ta'))).toBe('[4ch\ta]')
  expect(wrapped(h('pre', ' \ta'))).toBe('[4ch \ta]')
  expect(wrapped(h('pre', `${' '.repeat(40)}a`))).toContain('[16ch')
})

test('lines stay inside their segment, with what stands in them', () => {
  const pre = h('pre', h('span', ['a ', h('bdi', 'ب'), '\nc']))
  expect(wrapped(pre)).toBe('[[a [ب]⏎][c]]')
  expect(toString(pre)).toBe('a ب\nc')
})

test('several segments are left as they are', () => {
  expect(wrapped(h('pre', [h('span', 'a'), '\n', h('span', 'b')]))).toBe('[a]⏎[b]')
})
