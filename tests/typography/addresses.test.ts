/** Addresses that may break before their marks, and nothing else that may. */

import { expect, test } from '@jest/globals'
import type { Element } from 'hast'
import { toString } from 'hast-util-to-string'
import { h } from 'hastscript'
import { breakAddresses } from '../../pipeline/typography/addresses.ts'

/** The text with `|` where it may break, and in brackets what may not. */
function drawn(element: Element): string {
  return element.children.map((child) => (child.type === 'text' ? child.value : child.type !== 'element' ? '' : child.tagName === 'wbr' ? '|' : child.tagName === 'span' ? `[${drawn(child)}]` : child.tagName === 'bdi' ? `<${drawn(child)}>` : drawn(child))).join('')
}

function broken(child: Element): Element {
  const tree = h('p', child)
  breakAddresses(tree)
  return tree
}

test.each([
  ['See https://a.example.org/b/c?d=e&f#g.', 'See [https://]|a|.example|.org|[/b]|[/c]|[?d]|=|e|&|f|#g|.'],
  ['انظر https://a.example/منارات/رأس-القصب هناك.', 'انظر [https://]|a|.example|[/<منارات>]|[/<رأس-القصب>] هناك.'],
  ['https://a.example/المنارة-التي-كانت-في-آخر-الطريق/b-c', '[https://]|a|.example|[/<المنارة-التي-كانت-في-آخر-الطريق>]|[/b-c]'],
  ['keeper@lighthouse-of-the-coast.example', 'keeper|[@lighthouse-of-the-coast]|.example'],
  ['and/or 3.5', 'and/or 3.5'],
  ['keeper@a-b.example is', '[keeper@a-b.example] is'],
  ['www.a/that-which-was-once-a-lighthouse', 'www|.a|[/that]|[-which]|[-was]|[-once]|[-a]|[-lighthouse]'],
])('%s', (text, expected) => {
  const tree = broken(h('a', text))
  expect(drawn(tree)).toBe(expected)
  expect(toString(tree)).toBe(text)
})

test('a text without addresses, and one that ends in an address, have nothing added', () => {
  expect(broken(h('a', 'no address')).children).toEqual([h('a', 'no address')])
  expect((broken(h('a', 'www.a')).children[0] as Element).children).toEqual([{ type: 'text', value: 'www' }, h('wbr'), { type: 'text', value: '.a' }])
})

test('a piece of up to twenty-eight letters is kept together, a longer one may break', () => {
  const piece = (letters: number) => `https://a/${'b'.repeat(letters - 1)}`
  expect([drawn(broken(h('a', piece(28)))), drawn(broken(h('a', piece(29))))]).toEqual([`[https://]|a|[/${'b'.repeat(27)}]`, `[https://]|a|/${'b'.repeat(28)}`])
})

test('an address in code is as it stands', () => {
  expect(drawn(broken(h('code', 'http://a.b/c')))).toBe('http://a.b/c')
})
