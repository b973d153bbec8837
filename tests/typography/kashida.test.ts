import { expect, test } from '@jest/globals'
import { chosenJoins, joinsOf, type PlacedJoin } from '../../pipeline/typography/kashida.ts'

/** The word with the rank of each join in its place. */
function drawn(word: string): string {
  const ranks = new Map(joinsOf(word).map(({ at, rank }) => [at, rank]))
  return [...word].map((letter, at) => `${ranks.get(at) ?? ''}${letter}`).join('')
}

test.each([
  ['السلام', 'الس1لام'],
  ['كتابه', 'كتاب2ه'],
  ['أعداده', 'أعداده'],
  ['مدرسة', 'مدرس1ة'],
  ['مكتبة،', 'مكتب2ة،'],
  ['«يكتب»', '«يكتب»'],
  ['بعيد', 'بعي2د'],
  ['المكسور', 'المكس1ور'],
  ['تقول', 'تق3ول'],
  ['الأصلاء', 'الأص1لاء'],
  ['سفاء', 'س1فاء'],
  ['تسءل', 'تسءل'],
])('%s', (word, expected) => expect(drawn(word)).toBe(expected))

test.each([
  ['lam and alef are one', 'بلاد'],
  ['three letters', 'بسم'],
  ['too short', 'هو'],
  ['God’s name', 'والله'],
  ['God’s name before a comma', 'لله،'],
  ['vocalised', 'كَتَبَتْهُ'],
  ['the Qur’an', '﴿تقول﴾'],
  ['drawn out already', 'تقـول'],
  ['English', 'Samarkand'],
])('none: %s', (_, word) => expect(joinsOf(word)).toEqual([]))

test('a letter with a mark is not parted from its neighbours', () => {
  expect(drawn('السّلام')).toBe('السّلام')
  expect(drawn('تحرّك')).toBe('تحرّك')
})

const join = (word: number, rank: 1 | 2 | 3, x: number): PlacedJoin => ({ word, rank, x, at: 1 })

test('the best first, one to a word', () => {
  expect(chosenJoins([join(0, 3, 10), join(1, 1, 50), join(1, 2, 55), join(2, 2, 90)], 2, [], 20)).toEqual([join(1, 1, 50), join(2, 2, 90)])
})

test('of equal ones those that stand first across the page', () => {
  expect(chosenJoins([join(0, 2, 90), join(1, 2, 10), join(2, 2, 50)], 2, [], 20)).toEqual([join(1, 2, 10), join(2, 2, 50)])
})

test('none near one of the line above', () => {
  expect(chosenJoins([join(0, 1, 100), join(1, 3, 160)], 2, [110], 20)).toEqual([join(1, 3, 160)])
})
