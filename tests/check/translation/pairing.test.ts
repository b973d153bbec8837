/** Quotation marks and brackets over several sentences, as two literatures set them. */

import { expect, test } from '@jest/globals'
import { findings } from '../../../pipeline/check/translation/index.ts'
import { paired } from './book.ts'

const told = (en: readonly string[], ar: readonly string[]): string[] =>
  findings(paired(en, ar)).filter(({ rule }) => rule.endsWith('-unpaired')).map(({ rule, bead }) => `${rule} ${bead}`)

test.each([
  ['a speech that English interrupts', ['“Do not ask it,” she said.', '“Ask the river.”', 'He left.'], ['قالت: «لا تسألها.', 'سل النهر».', 'فرحل.']],
  ['a speech of many sentences', ['“It was late,” he said.', '“We slept.', 'We woke.', 'We left.', 'We never came back.”'], ['قال: «كان الوقت متأخرًا.', 'فنمنا.', 'ثم أفقنا.', 'ثم رحلنا.', 'ولم نعد قطّ».']],
  ['a speech that opens in each paragraph', ['“It was late.', '“We slept.', '“We left.”'], ['«كان الوقت متأخرًا.', '«فنمنا.', '«ثم رحلنا».']],
  ['an aside of two sentences on one side', ['He came (by night.', 'Nobody saw him).', 'He left.'], ['جاء (ليلًا).', 'ولم يره أحد.', 'ثم رحل.']],
  ['a speech that opens in each paragraph, with another inside it', ['Then you said: “We shall go up.”', 'He would not hear.', 'They left.'], ['«فقلتم: نحن نصعد.', '«ولم يسمع.', 'ثم رحلوا».']],
  ['a letter inside a speech that opens in each paragraph', ['“Write to the miller: “We shall come.', '“We know the road.', '“We have bread.”', 'They wrote it.'], ['واكتب إلى الطحان: «سنأتي.', 'نعرف الطريق.', 'ومعنا الخبز».', 'فكتبوا.']],
  ['a speech in which the other side quotes another', ['If you should say, “We want a mill,” build it.', 'Build it of stone.', 'Keep it dry.', 'They heard him.'], ['«إن قلتم: نريد طاحونة، فابنوها.', 'ابنوها من حجر.', 'وأبقوها جافة».', 'وسمعوه.']],
  ['a speech of several paragraphs between two straight marks', ['He said: "We slept.', 'We woke.', 'We left."', 'Nobody came.'], ['قال: "نمنا.', 'ثم أفقنا.', 'ثم رحلنا".', 'ولم يأت أحد.']],
  ['a number before a straight mark', ['They watched “Who 2” there.'], ['شاهدوا "من 2" هناك.']],
  ['high marks in the other order', ['They saw “the river” there.'], ['رأوا ”النهر“ هناك.']],
  ['two speeches that end together, which guillemets close once', ['He said: “I told you, ‘Buy the mill.’ ”', 'They left.'], ['قال: «قد قلت لك: «اشتر الطاحونة».', 'ثم رحلوا.']],
  ['a speech that the other side ends at once', ['I said, “The mill is old.', 'It was built of stone.', 'Nobody knows by whom.”'], ['قلت: «الطاحونة قديمة».', 'وقد بنيت من حجر.', 'ولا يعرف أحد من بناها.']],
  ['a speech that goes on where the other side ends one and begins another', ['He asked, “Who came?', 'Which of them stayed?” They said, “The first.” He said, “Then pay him.', '“Pay the others too.”'], ['سأل: «من جاء؟', 'وأيهم بقي؟» قالوا: «الأول». قال: «فادفعوا له.', 'وادفعوا للآخرين».']],
  ['a straight mark with a question inside the speech', ["'At the end they said: ‘Why?’", "They left,' he told us.", 'Nobody came.'], ['"في النهاية قالوا: "لماذا؟".', 'ثم رحلوا"، كما قال لنا.', 'ولم يأت أحد.']],
])('%s', (_, en, ar) => expect(told(en, ar)).toEqual([]))

test('a quotation between marks of two kinds is one fault', () => {
  const [found, ...others] = findings(paired(['They saw “the river” there.'], ['رأوا ”النهر" هناك.'])).filter(({ rule }) => rule === 'quotes-unpaired')
  expect(found?.marks.map(({ from }) => from)).toEqual([5, 11])
  expect(found?.values).toEqual({ sign: '”', other: '"', context: 'kinds' })
  expect(others).toEqual([])
})

test('a speech of many paragraphs that English opens in each of them', () => {
  const sentences = Array.from({ length: 13 }, (_, at) => at)
  const en = sentences.map((at) => `“We passed mill ${at}.${at === 12 ? '”' : ''}`)
  const ar = sentences.map((at) => `${at === 0 ? '«' : ''}مررنا بالطاحونة ${at}${at === 12 ? '».' : '.'}`)
  expect(told([...en, 'They left.'], [...ar, 'ثم رحلوا.'])).toEqual([])
})

test.each([
  ['a closing mark', ['He said: “We slept.”', 'They left.', 'Nobody came.', 'She said: “We woke.”', 'All was calm.'], ['قال: «نمنا.', 'ثم رحلوا.', 'ولم يأت أحد.', 'قالت: «أفقنا».', 'وساد الهدوء.'], ['quotes-unpaired 0']],
  ['two marks that look like a pair', ['He said: “We slept.”', 'They left.', 'Nobody came.', 'She said: “We woke.”'], ['قال: «نمنا.', 'ثم رحلوا.', 'ولم يأت أحد.', 'قالت: أفقنا».'], ['quotes-unpaired 0', 'quotes-unpaired 3']],
  ['two brackets that look like a pair', ['The mill (a ruin) stood.', 'They left.', 'Nobody came.', 'The road (a path) ended.'], ['قامت الطاحونة (وهي خراب.', 'ثم رحلوا.', 'ولم يأت أحد.', 'وانتهى الطريق وهو درب).'], ['brackets-unpaired 0', 'brackets-unpaired 3']],
  ['two straight marks that look like a pair', ['He said: "We slept."', 'They left.', 'Nobody came.', 'She said: "We woke."'], ['قال: "نمنا.', 'ثم رحلوا.', 'ولم يأت أحد.', 'قالت: أفقنا".'], ['quotes-unpaired 0', 'quotes-unpaired 3']],
  ['a closing mark before a bead in which two speeches end', ['He said: “We slept.”', 'She said: “I told you, ‘Wake up.’ ”', 'They left.'], ['قال: «نمنا.', 'قالت: «قد قلت لكم: أفيقوا».', 'ثم رحلوا.'], ['quotes-unpaired 0']],
  ['a speech inside another that goes on', ['He said: “They cried, ‘Leave!’ and we left.”', 'Nobody came.'], ['قال: «إنهم صاحوا: «ارحلوا، فرحلنا».', 'ولم يأت أحد.'], ['quotes-unpaired 0']],
  ['a straight mark', ['He said: “We slept.”', 'They left.'], ['قال: "نمنا.', 'ثم رحلوا.'], ['quotes-unpaired 0']],
])('lost: %s', (_, en, ar, found) => expect(told(en, ar)).toEqual(found))
