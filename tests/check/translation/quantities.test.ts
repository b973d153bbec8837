/** Numbers, dates and measures of both languages as values: what is the same, and what is not. */

import { expect, test } from '@jest/globals'
import { findings } from '../../../pipeline/check/translation/index.ts'
import { arabicNumbers } from '../../../pipeline/check/translation/quantities/arabic.ts'
import { englishNumbers } from '../../../pipeline/check/translation/quantities/english.ts'
import { wordsIn } from '../../../pipeline/check/translation/words.ts'
import { book } from '../../support/edition.ts'
import { manuscript } from '../../support/manuscript.ts'

const units = ['', 'واحد', 'اثنان', 'ثلاثة', 'أربعة', 'خمسة', 'ستة', 'سبعة', 'ثمانية', 'تسعة']
const feminine = ['', 'إحدى', 'اثنتا', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثماني', 'تسع']
const tens = ['', 'عشرة', 'عشرون', 'ثلاثون', 'أربعون', 'خمسون', 'ستون', 'سبعون', 'ثمانون', 'تسعون']
const genitive = ['', 'عشر', 'عشرين', 'ثلاثين', 'أربعين', 'خمسين', 'ستين', 'سبعين', 'ثمانين', 'تسعين']
const english = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const englishTens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

const arabicValue = (text: string) => arabicNumbers(wordsIn(text, 'ar'), text).map(({ value }) => value)
const englishValue = (text: string) => englishNumbers(wordsIn(text, 'en'), text).map(({ value }) => value)

test('numbers from 21 to 99 in words, in both genders, cases and with what is joined before', () => {
  for (let number = 21; number < 100; number++) {
    const [ten, unit] = [Math.floor(number / 10), number % 10]
    if (unit === 0) continue
    const [one, other] = [feminine[unit]!.replace(/^اثنتا$/, 'اثنتان'), units[unit]!]
    for (const text of [`${other} و${tens[ten]}`, `${one} و${genitive[ten]}`, `بال${other} وال${genitive[ten]}`, `و${other} و ${genitive[ten]}`]) expect([text, ...arabicValue(text)]).toEqual([text, number])
    expect(englishValue(`${englishTens[ten - 2]}-${english[unit]}`)).toEqual([number])
  }
})

test('numbers from 11 to 19', () => {
  for (let unit = 3; unit < 10; unit++) {
    expect([arabicValue(`${units[unit]} عشر`), arabicValue(`${feminine[unit]} عشرة`), englishValue(english[10 + unit]!)]).toEqual([[10 + unit], [10 + unit], [10 + unit]])
  }
  expect([arabicValue('أحد عشر'), arabicValue('إحدى عشرة'), arabicValue('اثنا عشر'), arabicValue('اثنتي عشرة')].flat()).toEqual([11, 11, 12, 12])
})

test.each([
  ['مئة', 100], ['مائتان', 200], ['مئتي', 200], ['ثلاثمئة', 300], ['ثمانمائة وخمسة', 805], ['ألف', 1000], ['ألفين', 2000], ['ثلاثة آلاف وخمسمئة', 3500],
  ['مليونان', 2e6], ['خمسة ملايين', 5e6], ['ثلاثة مليارات', 3e9], ['ألف وتسعمئة وعشرون', 1920], ['مئة وخمسة وعشرون ألفًا', 125_000],
])('%s is %d', (text, value) => expect(arabicValue(text)).toEqual([value]))

test.each([
  ['a hundred and five', 105], ['three thousand five hundred', 3500], ['two million', 2e6], ['nineteenth', 19], ['forty-second', 42], ['two dozen', 24],
])('%s is %d', (text, value) => expect(englishValue(text)).toEqual([value]))

/** Rules that see one sentence against another. */
function told(en: string, ar: string): string[] {
  const manuscripts = { en: manuscript('en', en), ar: manuscript('ar', ar) }
  const checked = { book, manuscripts, alignment: { beads: [{ en: { from: 0, to: 1 }, ar: { from: 0, to: 1 }, score: 1 }] } }
  return [...new Set(findings(checked).map(({ rule }) => rule))].filter((rule) => rule.includes('differ'))
}

test.each([
  ['It cost 1,250.75 marks.', 'كلّف ١٬٢٥٠٫٧٥ ماركًا.'], ['It took 45 days.', 'استغرق ذلك خمسة وأربعين يومًا.'], ['He had 40 books.', 'كان عنده ۴۰ كتابًا.'],
  ['They paid 3.5 million.', 'دفعوا ٣٫٥ ملايين.'], ['They paid 3,000,000.', 'دفعوا ٣ ملايين.'], ['It was 12%.', 'كانت ١٢ في المئة.'], ['It was 12 percent.', 'كانت ١٢٪.'],
  ['On 1 July 2020 it rained.', 'أمطرت في ١ تموز/يوليو ٢٠٢٠.'], ['On 1 July 2020 it rained.', 'أمطرت في ١ جويلية ٢٠٢٠.'], ['On 9 January 1990 it rained.', 'أمطرت في ٩ كانون الثاني (يناير) ١٩٩٠.'],
  ['On 12 August 1911 it rained.', 'أمطرت في ١٢ غشت ١٩١١.'], ['He died in 751.', 'مات سنة ١٣٣ هـ.'], ['He died in 751.', 'مات سنة ١٣٣ هـ / ٧٥١ م.'], ['He ruled from 1016 to 1062.', 'حكم ٤٠٦–٤٥٤ هـ / ١٠١٦–١٠٦٢ م.'],
  ['It begins at 5:30 p.m.', 'يبدأ في الساعة ١٧:٣٠.'], ['It begins at 5:30.', 'يبدأ في الخامسة والنصف.'], ['It weighs 5 kg.', 'يزن ٥ كيلوغرامات.'], ['It is 10 miles away.', 'يبعد ١٦ كيلومترًا.'],
  ['He paid £20.', 'دفع ٢٠ جنيهًا.'], ['In the war of 1914–18 he left.', 'رحل في حرب ١٩١٤–١٩١٨.'], ['In the 1990s he left.', 'رحل في التسعينيات.'], ['He waited 2 years.', 'انتظر سنتين.'],
  ['In the 1920s he left.', 'رحل في عشرينيات القرن العشرين.'], ['In the ninth century it came.', 'وصل في ق ٩.'], ['In the ninth century it came.', 'وصل في القرن الثالث الهجري.'], ['In the 1700s it came.', 'وصل في القرن الثامن عشر.'],
  ['It took 2½ hours.', 'استغرق ساعتين ونصفًا.'], ['A million and a half came.', 'جاء مليون ونصف المليون.'], ['Some 50% left.', 'رحل نصفهم.'], ['Two thirds of them left.', 'رحل ثلثاهم.'],
  ['It cost 10,000 marks.', 'كلّف ١٠ ٠٠٠ مارك.'], ['It cost 3.5 marks.', 'كلّف ٣,٥ مارك.'], ['It is 50 °F.', 'الحرارة ١٠ درجات مئوية.'], ['It is 100 acres.', 'مساحته ٤٠ هكتارًا.'], ['It weighs 10 pounds.', 'وزنه ٤٫٥ كيلوغرامات.'],
  ['It closes at a quarter to six.', 'يغلق في السادسة إلا ربعًا.'], ['It opens at 9 a.m.', 'يفتح في التاسعة صباحًا.'], ['The nine tribes and the half-tribe left.', 'رحلت الأسباط التسعة ونصف السبط.'],
  ['It weighs 10 pounds.', 'وزنه ١٠ أرطال.'], ['It is two miles away.', 'يبعد ميلين.'], ['It is 2 miles away.', 'يبعد ثلاثة كيلومترات وربعًا.'], ['It covers 12 km².', 'مساحته ١٢ كيلومترًا مربعًا.'], ['It covers 40 dunams.', 'مساحته ٤ هكتارات.'], ['It covers 5 acres.', 'مساحته ٥ أفدنة.'],
  ['It goes 60 km/h.', 'سرعته ٦٠ كم/س.'], ['It goes at 60 miles per hour.', 'سرعته ٦٠ ميلًا في الساعة.'], ['It goes 10 knots.', 'سرعته ١٠ عقد بحرية.'], ['It holds 10 gallons.', 'يسع ٣٨ لترًا.'], ['It holds 10 gallons.', 'يسع ٤٥ لترًا.'],
  ['It used 30 kWh.', 'استهلك ٣٠ كيلوواط ساعة.'], ['It has 90 horsepower.', 'قوته ٩٠ حصانًا.'], ['It takes 16 GB.', 'حجمه ١٦ غيغابايت.'], ['They came 5 in the morning.', 'جاء ٥ كيلومترات.'], ['He waited 14 days.', 'انتظر أسبوعين.'], ['He died in 1990.', 'مات عام ١٩٩٠ م.'],
  ['It is 1:15 now.', 'إنها الواحدة والربع.'], ['It weighs 9.70 kg.', 'يزن ٩٫٧ كغ.'], ['It stands in the third chapter.', 'يرد في الفصل الثالث.'], ['It closed in the thirties.', 'أغلق في ثلاثينيات القرن الماضي.'],
  ['It is 3:20 now.', 'إنها الثالثة وعشرون دقيقة.'], ['It is 2:50 now.', 'إنها الثالثة إلا عشر دقائق.'], ['It is twenty past three.', 'إنها ٣:٢٠.'], ['It is five minutes to two.', 'إنها الثانية إلا خمس دقائق.'],
  ['The height of each was ten cubits.', 'علو الواحد عشر أذرع.'], ['They are ranked one and three, after four rounds.', 'يحتلان الترتيب الأول والثالث، بعد أربع جولات.'],
  ['She was sixty-four then.', 'كانت في الرابعة والستين.'], ['They sent the first five and the first ten bales.', 'أرسلوا أول خمس رزم وأول عشر رزم.'], ['About two or three thousand came.', 'جاء نحو ألفي رجل أو ثلاثة آلاف.'], ['He took a cup and a half of it.', 'أخذ كوبًا ونصفًا منه.'],
  ['He owes EGP 1,107,500.', 'عليه ١٬١٠٧٬٥٠٠ جنيه.'], ['He owes L.E. 50.', 'عليه ٥٠ ج.م.'], ['He owes 50 KWD.', 'عليه ٥٠ دينارًا.'], ['He owes SAR 50.', 'عليه ٥٠ ر.س.'], ['He owes AED 50.', 'عليه ٥٠ د.إ.'],
  ['Louis XIV was 5.', 'كان لويس ١٤ في الخامسة.'], ['See https://a.example/2020/11 there.', 'انظر ذلك.'],
])('the same: %s %s', (en, ar) => expect(told(en, ar)).toEqual([]))

test.each([
  ['It cost 1,250 marks.', 'كلّف ١٬٢٦٠ ماركًا.', 'numbers-differ'], ['It took 45 days.', 'استغرق ذلك خمسة وخمسين يومًا.', 'numbers-differ'], ['They paid 3 million.', 'دفعوا ٣ مليارات.', 'numbers-differ'],
  ['On 1 July 2020 it rained.', 'أمطرت في ١ حزيران ٢٠٢٠.', 'dates-differ'], ['On 1 July 2020 it rained.', 'أمطرت في ١ جوان ٢٠٢٠.', 'dates-differ'], ['He died in 751.', 'مات سنة ١٥٣ هـ / ٧٥١ م.', 'dates-differ'],
  ['It begins at 5:30 a.m.', 'يبدأ في الساعة ٥:٣٠ مساءً.', 'times-differ'], ['It was 12%.', 'كانت ١٢.', 'percentages-differ'], ['He paid $20.', 'دفع ٢٠ يورو.', 'currencies-differ'], ['He paid EGP 20.', 'دفع ٢٠ ريالًا.', 'currencies-differ'],
  ['In the 1920s he left.', 'رحل في ثلاثينيات القرن العشرين.', 'numbers-differ'], ['In the ninth century it came.', 'وصل في القرن الثامن.', 'dates-differ'], ['In the ninth century it came.', 'وصل في القرن الخامس الهجري.', 'dates-differ'],
  ['In July he came.', 'جاء في حزيران.', 'dates-differ'], ['Two thirds of them left.', 'رحل ثلاثة أرباعهم.', 'numbers-differ'], ['It closes at half past five.', 'يغلق في السادسة والنصف.', 'times-differ'], ['It opens at 9 a.m.', 'يفتح في التاسعة مساءً.', 'times-differ'],
  ['It weighs 9.7 kg.', 'يزن ٩٧ كغ.', 'units-differ'], ['It stands in the third chapter.', 'يرد في الفصل الرابع.', 'number-words-differ'], ['It closed in the thirties.', 'أغلق في ستينيات القرن الماضي.', 'numbers-differ'],
  ['In February he came.', 'جاء في نيسان.', 'dates-differ'], ['It is 3:20 now.', 'إنها الثالثة وأربعون دقيقة.', 'times-differ'], ['It is twenty past three.', 'إنها الرابعة وعشرون دقيقة.', 'times-differ'],
  ['It is 100 acres.', 'مساحته ١٠٠ هكتار.', 'units-differ'], ['He gave thirty shirts and thirty robes.', 'أعطى أربعين قميصًا وثلاثين حلة.', 'number-words-differ'],
  ['It is 10 miles away.', 'يبعد ١٠ كيلومترات.', 'units-differ'], ['It is two miles away.', 'يبعد كيلومترين.', 'units-differ'], ['It is 12 inches wide.', 'عرضه ١٢ قدمًا.', 'units-differ'], ['It is 12 cm wide.', 'عرضه ١٢ ملم.', 'units-differ'], ['It covers 12 km².', 'مساحته ١٢ كم.', 'units-differ'],
  ['It covers 40 dunams.', 'مساحته ٤٠ فدانًا.', 'units-differ'], ['It weighs 3 tonnes.', 'يزن ٣ أرطال.', 'units-differ'], ['It weighs 3 ounces.', 'يزن ٣ غرامات.', 'units-differ'], ['It holds 5 gallons.', 'يسع ٥ لترات.', 'units-differ'], ['It is 20 °C.', 'الحرارة ٢٠ درجة فهرنهايت.', 'units-differ'],
  ['It goes 60 km/h.', 'سرعته ٦٠ ميلًا في الساعة.', 'units-differ'], ['It goes 20 knots.', 'سرعته ٢٠ كم/س.', 'units-differ'], ['It used 30 kWh.', 'استهلك ٣٠ كيلوواط.', 'units-differ'], ['It takes 16 GB.', 'حجمه ١٦ ميغابايت.', 'units-differ'], ['It takes 16 Mbit.', 'حجمه ١٦ ميغابايت.', 'units-differ'], ['He waited 5 days.', 'انتظر ٥ أسابيع.', 'units-differ'],
  ['It ran 200 metres and 400 metres.', 'قطع ٢٠٠ هكتار و٤٠٠ متر.', 'units-differ'], ['He had seven sons.', 'كان له ثمانية أبناء.', 'number-words-differ'],
  ['She was sixty-four then.', 'كانت في السادسة والأربعين.', 'number-words-differ'], ['Add two spoons of flour.', 'أضف ثلاث ملاعق من الطحين.', 'number-words-differ'], ['He took a cup and a half of it.', 'أخذ كوبين ونصف كوب منه.', 'number-words-differ'],
])('not the same: %s %s', (en, ar, rule) => expect(told(en, ar)).toEqual([rule]))
