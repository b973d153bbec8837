import { expect, test } from '@jest/globals'
import { h } from 'hastscript'
import { toString } from 'hast-util-to-string'
import type { Element } from 'hast'
import { heldPieces, keepTogether } from '../../pipeline/typography/together.ts'

/** What is kept together drawn in brackets. */
function drawn(text: string): string {
  const tree = h('p', text)
  keepTogether(tree)
  return tree.children.map((child) => (child.type === 'element' ? `[${toString(child)}]` : toString(child as never))).join('')
}

test.each([
  ['lines 38.5 mm apart', 'lines [38.5 mm] apart'],
  ['between 1184–1213 in Fez', 'between [1184–1213] in Fez'],
  ['seen c. 1047 there', 'seen [c. 1047] there'],
  ['investment projects—such as', 'investment project[s—]such as'],
  ['في سنة ١٣٣ هـ / ٧٥١ م، قرب', 'في سنة [١٣٣ هـ] / [٧٥١ م]، قرب'],
  ['(حكم ٤٠٦–٤٥٤ هـ / ١٠١٦–١٠٦٢ م)', '(حكم [٤٠٦–٤٥٤ هـ] / [١٠١٦–١٠٦٢ م])'],
  ['بينها ٣٨٫٥ مم', 'بينها [٣٨٫٥ مم]'],
  ['وزنها ٢٫٥ كلغ في ٣ م/ث', 'وزنها [٢٫٥ كلغ] في [٣ م/ث]'],
  ['at 1.1 m/s for 25–40 min', 'at [1.1 m/s] for [25–40 min]'],
  ['عام ٢٠١١ من بعد', 'عام ٢٠١١ من بعد'],
  ['on June 11, 2020, or 11–13 July', 'on [June 11], 2020, or [11–13 July]'],
  ['in May 2020 and marching', 'in May 2020 and marching'],
  ['في ١١ حزيران/يونيو و٣ ذي الحجة', 'في [١١ حزيران]/يونيو و٣ ذي الحجة'],
  ['يوم ٥ تشرين الثاني ١٩٧٣', 'يوم [٥ تشرين] الثاني ١٩٧٣'],
  ['كتب ١٢ مايوه', 'كتب ١٢ مايوه'],
  ['12 men and 3 lions', '12 men and 3 lions'],
])('%s', (text, expected) => {
  expect(drawn(text)).toBe(expected)
})

test('in code, words with hyphens', () => {
  const tree = h('p', h('code', 'run --dry-run of a-very-long-name-of-a-file.md now'))
  keepTogether(tree)
  expect((tree.children[0] as Element).children.map((child) => (child.type === 'element' ? `[${toString(child)}]` : toString(child as never))).join(''))
    .toBe('run [--dry-run] of a-very-long-name-of-a-file.md now')
})

test('what is isolated as well; not what is code', () => {
  const tree = h('p', [h('bdi', 'MAP, 1,25–3.5 %'), h('code', 'a—b')])
  keepTogether(tree)
  expect(tree.children.map((child) => (child as Element).children.length)).toEqual([2, 1])
})

test('whoever hyphenates by itself keeps the whole word before a dash; most texts are left as they are', () => {
  const shown = (text: string) => heldPieces(text)?.map((piece) => (piece.isHeld ? `[${piece.text}]` : piece.text)).join('')
  expect(shown('the road”—which ends at 18 °C')).toBe('the [road”—]which ends at [18 °C]')
  expect(shown('في سنة ١١٥٤ م.')).toBe('في سنة [١١٥٤ م].')
  expect(shown('No number at all.')).toBeUndefined()
  expect(shown('12 men')).toBeUndefined()
})
