/** Terms in whatever form they stand in, and words that only look like them. */

import { expect, test } from '@jest/globals'
import { hasTerm, termsIn } from '../../../pipeline/check/translation/terms/index.ts'

/** Of one term and a sentence on each side: whether the term is in the English, and its counterpart in the Arabic. */
function outcome(en: string, ar: string, source: string, target: string): 'absent' | 'followed' | 'told' {
  const [found] = termsIn(source, [{ en, ar }])
  if (!found) return 'absent'
  return hasTerm(found, [target]) ? 'followed' : 'told'
}

test.each([
  ['tooth', 'سنّ', 'السنّ أسنان والسنّ'], ['son', 'ابن', 'بن أبنائه بنو بنيه'], ['book', 'كتاب', 'كتب الكتب كتابه للكتاب وبكتابيه كتابًا كتابان كُتبهم ككتاب فكتبها'], ['river', 'نهر', 'أنهار نهرين والأنهار نهرها أنهُر بالنهر وللأنهار'],
  ['city', 'مدينة', 'المدن مدينته كمدينتين ومدينتا مدن للمدينة مدينتهم'], ['library', 'مكتبة', 'المكتبات مكتبتهم مكتبتان بمكتبات'], ['mill', 'طاحونة', 'الطواحين للطاحونة طواحينه'],
  ['writer', 'كاتب', 'كُتّاب الكاتبة كاتبان الكاتبين كتبة'], ['scribe', 'ناسخ', 'النسّاخ ناسخون ناسخات'], ['merchant', 'تاجر', 'التجار تاجرين وتجارها'], ['prisoner', 'أسير', 'والأسرى أسيرات أسيرًا'],
  ['hand', 'يد', 'أيديهم يديه بيده الأيدي'], ['water', 'ماء', 'مياه ماءً مائه المياه'], ['woman', 'امرأة', 'المرأة المرأتان نساء النسوة'], ['child', 'طفل', 'الأطفال طفلًا أطفالهم'],
  ['friend', 'صديق', 'أصدقاؤه أصدقائهم صديقتها الصديقان'], ['judge', 'قاضٍ', 'القضاة القاضي قاضيان'], ['doctor', 'طبيب', 'أطباء طبيبة'], ['meaning', 'معنى', 'معانٍ معناه المعاني'],
  ['weapon', 'سلاح', 'أسلحتهم السلاح'], ['key', 'مفتاح', 'مفاتيح بمفتاحين'], ['dome', 'قبّة', 'قباب القبتين'], ['tax', 'ضريبة', 'ضرائب الضريبتان'], ['trap', 'فخ', 'فخاخ فخًا'],
  ['bridge', 'جسر', 'جسور الجسرين'], ['slave', 'عبد', 'عبيده والعبيد'], ['hammer', 'مطرقة', 'مطارق مطرقته'], ['visitor', 'زائر', 'زوّار الزائرين'], ['farm', 'مزرعة', 'المزارع مزرعتنا'],
  ['reader', 'قارئ', 'القرّاء قرّاؤه قارئة'], ['sail', 'شراع', 'أشرعة أشرعتها'], ['gift', 'هدية', 'الهدايا هديتان'], ['church', 'كنيسة', 'الكنائس كنيستهم'], ['language', 'لغة', 'للغة لغات بلغتهم'],
  ['government', 'حكومة', 'حكومات الحكومة الحكومية'], ['political', 'سياسي', 'السياسية سياسيون سياسيين'], ['rights', 'حقوق', 'بحقوقه حق'], ['people', 'شعب', 'الشعوب شعبهم'], ['leaf', 'ورقة', 'أوراق ورقتين الورق'], ['trade', 'تجارة', 'تجارتهم التجارية'],
  ['to sign', 'وقّع', 'وقّعوا يوقّع سيوقعون توقيعه'], ['to say', 'قال', 'يقولون قلت وقالت قائلًا القائلين'], ['to build', 'بنى', 'يبني بنوا بناه البناء'], ['to send', 'أرسل', 'يرسلون أرسلته إرسال'],
])('%s: %s is followed by each of %s', (en, ar, forms) => {
  for (const form of forms.split(' ')) expect([form, outcome(en, ar, en.replace('to ', ''), `هناك ${form} أخيرًا.`)]).toEqual([form, 'followed'])
})

test.each([
  ['book', 'كتاب', 'الكاتب المكتبة مكتوب سجلّات كتابة مكتب كتيبة'], ['river', 'نهر', 'النهار نهارًا ونهاره'], ['writer', 'كاتب', 'كتب الكتابة مكتب'], ['library', 'مكتبة', 'الكتب مكتب مكاتب كاتبة'], ['office', 'مكتب', 'مكتبة المكتبات كتاب'],
  ['scribe', 'ناسخ', 'النسخة الكاتب'], ['copy', 'نسخة', 'الناسخ'], ['mill', 'طاحونة', 'الطحين'], ['flour', 'طحين', 'الطاحونة'], ['craft', 'صنعة', 'مصنع صانع'], ['merchant', 'تاجر', 'التجارة'], ['trade', 'تجارة', 'التاجر المتجر'],
  ['prisoner', 'أسير', 'السرّ الأسرة'], ['mould', 'قالب', 'القلب قلوب'], ['heart', 'قلب', 'قوالب انقلاب'], ['government', 'حكومة', 'الحكم حاكم حكماء'], ['paper', 'ورق', 'الرقوق ورّاق'], ['parchment', 'رقّ', 'ورق أوراق'],
  ['hand', 'يد', 'ذراع'], ['poet', 'شاعر', 'الشعر شعور'], ['judge', 'قاض', 'القضية'], ['school', 'مدرسة', 'دروس مدرّس'], ['lesson', 'درس', 'مدرسة مدارس'], ['war', 'حرب', 'حربة محراب'], ['law', 'قانون', 'قواعد'],
  ['worker', 'عامل', 'عمل أعمال'], ['world', 'عالم', 'علوم'], ['road', 'طريق', 'طريقة'], ['ship', 'سفينة', 'سفير أسفار'], ['political', 'سياسي', 'سياسة'], ['to sign', 'وقّع', 'موقف اتفاق'],
])('%s: %s is not followed by any of %s', (en, ar, words) => {
  for (const word of words.split(' ')) expect([word, outcome(en, ar, en.replace('to ', ''), `هناك ${word} أخيرًا.`)]).toEqual([word, 'told'])
})

test.each([
  ['paper mill', 'مصنع الورق', 'مصانع الورق', 'followed'], ['paper mill', 'مصنع الورق', 'في مصنع ورق كبير', 'followed'], ['paper mill', 'مصنع الورق', 'مصنعه الكبير للورق', 'followed'], ['paper mill', 'مصنع الورق', 'صناعة الورق', 'told'],
  ['paper mill', 'مصنع الورق', 'مصنع كبير في أعلى المدينة لم يكن فيه ورق', 'told'], ['watermark', 'علامة مائية', 'العلامتان المائيتان', 'followed'], ['watermark', 'علامة مائية', 'بعلاماتها المائية', 'followed'], ['watermark', 'علامة مائية', 'علامة الماء', 'told'],
  ['laid lines', 'خطوط ممدّدة', 'الخطوط الممدّدة', 'followed'], ['laid lines', 'خطوط ممدّدة', 'خط ممدّد', 'followed'], ['chain lines', 'خطوط السلسلة', 'خط سلسلته', 'followed'], ['Red Sea', 'البحر الأحمر', 'بالبحر الأحمر', 'followed'],
  ['red flag', 'علم أحمر', 'الأعلام الحمراء', 'followed'], ['old school', 'مدرسة قديمة', 'المدارس القديمة', 'followed'], ['old school', 'مدرسة قديمة', 'دروس قديمة', 'told'], ['head of state', 'رئيس الدولة', 'رؤساء الدول', 'followed'],
])('%s: %s beside «%s» is %s', (en, ar, target, expected) => expect(outcome(en, ar, `The ${en}.`, target)).toBe(expected))

test.each([
  ['man', 'men'], ['woman', "women's"], ['child', 'Children'], ['wolf', 'wolves'], ['thief', 'thieves'], ['analysis', 'analyses'], ['city', 'cities'], ['lens', 'lenses'], ['matrix', 'matrices'], ['tooth', 'teeth'], ['leaf', 'leaves'], ['glass', 'glasses'],
  ['to sign', 'signed'], ['to plan', 'planned'], ['to carry', 'carries'], ['to write', 'writing'], ['sign', 'signing'], ['the crown', 'crowns'], ['rights', 'right'], ['mill owner', 'mill owners'], ['boxes', 'box'],
])('“%s” is found in “%s”', (en, source) => expect(outcome(en, 'كذا', `He saw ${source} there.`, '')).toBe('told'))

test.each([['restore', 'restorer'], ['man', 'manner'], ['book', 'bookish'], ['univers', 'university'], ['to plan', 'planet'], ['news', 'new'], ['paper mill', 'paper and mill']])(
  '“%s” is not found in “%s”', (en, source) => expect(outcome(en, 'كذا', `He saw ${source} there.`, '')).toBe('absent'))

test('a verb of a term that is not given as one', () => {
  expect(outcome('sign', 'وقّع', 'They signed it.', 'ثم وقّعوها.')).toBe('followed')
  expect(outcome('book', 'كتاب', 'He booked it.', 'ثم حجزه.')).toBe('told')
})
