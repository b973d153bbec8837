/** Tables that are broader than a phone say by how much. */

import { expect, test } from '@jest/globals'
import type { Element } from 'hast'
import { h } from 'hastscript'
import { withBroadTables } from '../../pipeline/writers/broad.ts'
import { select } from '../support/select.ts'

const table = (...cells: string[]): Element => h('table', { className: ['of-wares'] }, h('tbody', h('tr', cells.map((cell) => h('td', cell)))))

const classOf = (element: Element): unknown => select(withBroadTables(element), ({ tagName }) => tagName === 'table')?.properties['className']

test('a table is as broad as the longest words of its columns', () => {
  const words = ['weighing', 'measured', 'reckoned']
  expect(classOf(table(...words))).toEqual(['of-wares'])
  expect(classOf(table(...words, ...words))).toEqual(['of-wares', 'broad-3'])
  expect(classOf(table(...words, ...words, ...words))).toEqual(['of-wares', 'broad-5'])
  expect(classOf(table(...words, ...words, ...words, ...words))).toEqual(['of-wares', 'broad-6'])
  expect(classOf(table('one and two and three and four and five and six and seven and eight', 'so'))).toEqual(['of-wares'])
})

test('marks of vowels take no width', () => {
  expect(classOf(table(...Array.from({ length: 6 }, () => 'مُحَمَّدٌ')))).toEqual(['of-wares'])
})

test('tables are found in what holds them; what holds none is the element itself', () => {
  const broad = table(...Array.from({ length: 9 }, () => 'reckoned'))
  expect(classOf(h('div', h('blockquote', broad)))).toEqual(['of-wares', 'broad-5'])
  expect(broad.properties['className']).toEqual(['of-wares'])
  const plain = h('div', h('p', 'One.'))
  expect(withBroadTables(plain)).toBe(plain)
})
