/** Which ends answer a question mark. */

import { expect, test } from '@jest/globals'
import { findings } from '../../../pipeline/check/translation/index.ts'
import { paired } from './book.ts'

const toldIn = (en: readonly string[], ar: readonly string[]) => findings(paired(en, ar)).filter(({ rule }) => rule === 'end-punctuation').length
const told = (en: string, ar: string) => toldIn([en], [ar])

test('a question that became a statement is told', () => {
  expect(told('Will the river rise tonight?', 'هل يرتفع النهر الليلة.')).toBe(1)
  expect(told('The river will rise tonight.', 'هل يرتفع النهر الليلة؟')).toBe(1)
})

test('an exclamation, a sentence that goes on, and a question inside a sentence are none', () => {
  expect(told('Who is like the river?', 'من مثل النهر!')).toBe(0)
  expect(told('What river is this, that even the hills make way for it?', 'أي نهر هذا! حتى التلال تفسح له.')).toBe(0)
  expect(told('Did the river rise in the night?', 'هل ارتفع النهر في الليل،')).toBe(0)
  expect(told('Did it rise? asked the miller, who slept?', 'هل ارتفع؟ سأل الطحان النائم.')).toBe(0)
})

test('an exclamation before a question that lost its mark is no answer', () => {
  expect(told('Miller, will you open the sluice?', 'أيها الطحان! هل تفتح السد.')).toBe(1)
})

test.each([
  ["Let's go to the river, shall we?", 'لنذهب إلى النهر.'],
  ["Aren't they written in the book?", 'وكل ما عمل مكتوب في الكتاب.'],
  ["His deeds, and all that he built, aren't they written in the book?", 'وبقية أعماله وبأسه كيف بنى الطاحونة مكتوبة في الكتاب.'],
  ["His deeds, and how he built the mill, aren't they written there?", 'وأعماله وكيف بنى الطاحونة مكتوبة هناك.'],
  ['He came to see whether it was so.', 'جاء يسأل: هل الأمر كذلك؟'],
  ['He inquired who had opened the sluice.', 'فاستخبر: من فتح السد؟'],
  ['There was much talk about what had become of the miller.', 'وكثر الكلام: ماذا جرى للطحان؟'],
  ['I was wondering when you would come down.', 'كنت أتساءل متى تنزل؟'],
  ['Could you hold the rope?', 'من فضلك أمسك الحبل.'],
  ['May I show you the mill?', 'أريك الطاحونة.'],
  ['How much more will the valley suffer?', 'وسيعاني الوادي أشدّ من ذلك.'],
  ['What if the ferry does not come?', 'ربما لا يأتي المركب.'],
  ['Remember the flood of that spring.', 'ألا تذكر فيضان ذلك الربيع؟'],
  ['Hold this rope, please.', 'هلّا أمسكت بهذا الحبل من فضلك؟'],
  ['It is therefore still part of the river.', 'أفليس إذن من النهر؟'],
])('what one language asks and the other says is none: %s', (en, ar) => expect(told(en, ar)).toBe(0))

test.each([
  ["Aren't they written in the book?", 'أليست مكتوبة في الكتاب.'],
  ["Don't you know the river?", 'هل تعرف النهر.'],
  ["Why didn't you open the sluice?", 'لماذا لم تفتح السد.'],
  ['Could you hold the rope?', 'أيمكنك أن تمسك الحبل من فضلك.'],
  ['May I show you the mill?', 'هل أريك الطاحونة.'],
])('a question is told where the Arabic asks without its mark: %s', (en, ar) => expect(told(en, ar)).toBe(1))

test('a question over two sentences has its mark behind either of them', () => {
  expect(toldIn(['Who is it that tames the river,', 'who bridges it and builds mills on it?'], ['من ذا الذي يروض النهر؟', 'ويجسره ويبني عليه الطواحين.'])).toBe(0)
  expect(toldIn(['The miller went up and spoke.', 'The owner said, “With what?” He said no more.'], ['صعد الطحان وتكلم. فسأله صاحب الأرض: بماذا؟', 'ولم يزد على ذلك.'])).toBe(0)
  expect(toldIn(['Who tames the river?', 'Who bridges it?'], ['من يروض النهر؟', 'ومن يجسره.'])).toBe(1)
})

test('a question without any mark is told of once', () => {
  const rest = Array.from({ length: 20 }, () => 'ونام الطحان.')
  const found = findings(paired(['Will the river rise tonight?', ...rest.map(() => 'The miller slept.')], ['هل يرتفع النهر الليلة', ...rest]))
  expect(found.filter(({ bead }) => bead === 0).map(({ rule }) => rule)).toEqual(['end-punctuation'])
})
