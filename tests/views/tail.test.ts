/** The way back from a counterpart: behind its last words, whatever block they stand in. */

import { expect, test } from '@jest/globals'
import type { Element } from 'hast'
import { h } from 'hastscript'
import { rehype } from '../support/html.ts'
import { withTail } from '../../pipeline/views/tail.ts'

const tailed = (element: Element): string | undefined => {
  const made = withTail(element, h('b', '↑'))
  return made && rehype({ type: 'root', children: [made] })
}

const segment = (text: string): Element => h('span', { className: ['segment'] }, text)

test('a tail stands behind the last words of a paragraph, an item, a quotation and a caption', () => {
  expect(tailed(h('p', segment('One.')))).toBe('<p><span class="segment">One.</span> <b>↑</b></p>')
  expect(tailed(h('ul', h('li', 'One'), h('li', 'two', h('ul', h('li', 'three')))))).toBe('<ul><li>One</li><li>two<ul><li>three <b>↑</b></li></ul></li></ul>')
  expect(tailed(h('blockquote', h('p', 'One.'), '\n'))).toBe('<blockquote><p>One. <b>↑</b></p>\n</blockquote>')
  expect(tailed(h('figure', h('img'), h('figcaption', 'One.')))).toBe('<figure><img><figcaption>One. <b>↑</b></figcaption></figure>')
})

test('an inner list that parting has emptied holds no words, and stands behind', () => {
  expect(tailed(h('ul', h('li', 'One', '\n', h('ul', '\n'))))).toBe('<ul><li>One\n <b>↑</b><ul>\n</ul></li></ul>')
})

test('in a couplet it stands in the second half, beside which it would be a third', () => {
  const half = (text: string) => h('span', { className: ['hemistich'] }, text)
  expect(tailed(h('p', half('One'), ' ', half('two')))).toBe('<p><span class="hemistich">One</span> <span class="hemistich">two <b>↑</b></span></p>')
})

test('tables, code and pictures without words have no line for it; the tree itself stays as it was', () => {
  expect([h('table', h('tr', h('td', 'One'))), h('pre', 'One'), h('figure', h('img'))].map(tailed)).toEqual([undefined, undefined, undefined])
  const shared = h('p', 'One.')
  tailed(shared)
  expect(shared.children).toHaveLength(1)
})
