import { expect, test } from '@jest/globals'
import { shortened, shortenedPair } from '../../pipeline/typography/shortened.ts'

test.each([
  ['The Kiln', 20, 'The Kiln'],
  ['The potter who fired at night, and what the neighbours heard', 33, 'The potter who fired at night …'],
  ['The potter who fired at night, and what the neighbours heard', 46, 'The potter who fired at night …'],
  ['The potter who fired at night, and what the neighbours heard', 56, 'The potter who fired at night, and what the neighbours …'],
  ['A history of the kilns of the north', 26, 'A history of the kilns …'],
  ['الخزّاف الذي كان يوقد ليلًا، وما سمعه الجيران', 28, 'الخزّاف الذي كان يوقد ليلًا …'],
  ['الخزّاف الذي كان يوقد ليلًا، وما سمعه الجيران', 18, 'الخزّاف …'],
  ['تاريخ الأفران في الشمال', 18, 'تاريخ الأفران …'],
  ['Of the', 3, 'Of …'],
  ['Clay AND “the” kiln of the north', 18, 'Clay …'],
  ['كتابُ الخزّافِ وَمَا بعده من الأيّام', 20, 'كتابُ الخزّافِ …'],
  ['الفرن والخزّاف والنهر الكبير', 17, 'الفرن والخزّاف …'],
])('%s in %i letters', (text, letters, head) => {
  expect(shortened(text, letters)).toBe(head)
})

test('what a short head leaves free is the other’s', () => {
  const long = 'The potter who fired at night, and what was heard'
  expect(shortenedPair(['Clay', long], 60)).toEqual(['Clay', long])
  expect(shortenedPair([long, long], 60)).toEqual(['The potter who fired …', 'The potter who fired …'])
})
