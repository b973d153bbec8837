import { expect, test } from '@jest/globals'
import { h } from 'hastscript'
import { isVocalised, markVocalised } from '../../pipeline/typography/tashkil.ts'

test.each([
  ['قَلَّبَ الْخَزَّافُ طِينَهُ', true],
  ['قلّب الخزّاف طينًا بيده ثم قال إنّه كُلّه له', false],
  ['clay', false],
  ['', false],
])('%s: %s', (text, expected) => {
  expect(isVocalised(text)).toBe(expected)
})

test('the outermost Arabic block is marked, and nothing in it or beside it', () => {
  const ar = { lang: 'ar' }
  const verse = h('div', { className: ['verse'], ...ar }, h('p', ar, 'قَلَّبَ الْخَزَّافُ'), h('p', ar, 'طينه'))
  const tree = h('section', ar, h('div', { className: ['side'], ...ar }, verse, h('p', ar, 'طينه في يده')), h('p', { lang: 'en' }, 'قَلَّبَ'))
  markVocalised(tree)
  expect(verse.properties['className']).toEqual(['verse', 'vocalised'])
  expect(JSON.stringify(tree).match(/vocalised/g)?.length).toBe(1)
})

test.each([
  ['جميلًا', true],
  ['مُحَمَّد', true],
  ['محمّد', false],
  ['رزمة', false],
])('an English paragraph with %s needs more leading: %s', (word, expected) => {
  const paragraph = h('p', { lang: 'en' }, 'It means ', h('em', h('bdi', { lang: 'ar' }, word)))
  markVocalised(h('section', paragraph))
  expect(paragraph.properties['className'] ?? []).toEqual(expected ? ['marked'] : [])
})
