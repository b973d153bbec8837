/** Blocks of the text as they stand on a page of the site. */

import { expect, test } from '@jest/globals'
import type { Element } from 'hast'
import { h } from 'hastscript'
import { linked } from '../../../pipeline/writers/site/links.ts'
import { rehype } from '../../support/html.ts'

const book = { name: 'well', fileOf: new Map([['here', 'chapter-1.html'], ['there', 'chapter-2.html']]) }

const shown = (...children: (string | Element)[]): string => {
  const [element = h('p')] = linked([h('p', children)], book, { file: 'chapter-1.html' })
  return rehype({ type: 'root', children: [element] })
}

test('a link names its page, and keeps its words where it leads nowhere', () => {
  expect(shown(h('a', { href: '#here' }, 'a'), h('a', { href: '#there' }, 'b'), h('a', { href: '#gone' }, 'c')))
    .toBe('<p><a href="#here">a</a><a href="chapter-2.html#there">b</a><span>c</span></p>')
})

test('a number and its unit stand in one piece, but in code', () => {
  expect(shown('at 18 °C, ', h('em', '5 mm'), h('code', '18 mm'))).toBe('<p>at <span class="together">18 °C</span>, <em><span class="together">5 mm</span></em><code>18 mm</code></p>')
})

test('the way back from a note begins no line', () => {
  const back = h('a', { role: 'doc-backlink', href: '#here' }, '↑')
  expect(shown('Words.', ' ', back)).toBe('<p>Words.\u00A0<a role="doc-backlink" href="#here">↑</a></p>')
})
