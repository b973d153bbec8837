/** Paragraphs in which both scripts meet, as travel books and histories have them. */

import type { Language } from '../../../pipeline/model/language.ts'

const names = ['Aurel Stein', 'Victoria and Albert Museum', 'Fabriano', 'The Paper Road', 'Marco Polo', 'Royal Geographical Society', 'San Marco', 'Edward Said']
const quoted = ['قال الشيخ: الورق ذاكرة الماء', 'دار الحكمة', 'من جدّ وجد', 'لا تبلغ القافلة البحر إلا صابرة']
const sentences = ['We left at dawn, and nobody spoke until noon.', 'The mill is older than the bridge.', 'Paper remembers the water.']

const at = <T>(list: readonly T[], index: number): T => list[index % list.length]!

const kinds: readonly ((index: number) => readonly [Language, string])[] = [
  (index) => ['ar', `وصل ${at(names, index)} إلى المدينة في خريف ذلك العام، ثم كتب إلى ${at(names, index + 3)} رسالة طويلة عن الطواحين التي رآها على ضفة النهر وعن الرجال الذين يعملون فيها.`],
  (index) => ['ar', `دفع التاجر ${700 + index} دينارًا ثمن ${at(names, index)}، وعاد سنة ${1180 + index} (أي بعد ${3 + index} أعوام) ومعه ١٢٫٥ رطلًا من الورق الذي صنعته أيدي الأسرى.`],
  (index) => ['ar', `وقرأ في أول الصفحة جملة بالإنجليزية: «${at(sentences, index)}» ثم أغلق الكتاب، وقال إن ${at(names, index + 1)} و${at(names, index + 4)} لم يعرفا من الحكاية إلا نصفها الأول.`],
  (index) => ['en', `On the wall the mason had cut the words «${at(quoted, index)}» in letters as tall as a hand, and under them, smaller, the year ${1260 + index} and the name of his master, ${at(names, index)}.`],
]

/** As many of each kind; the language of the paragraph, and its text. */
export const mixedTexts = (each: number): (readonly [Language, string])[] =>
  kinds.flatMap((kind) => Array.from({ length: each }, (_, index) => kind(index)))

export const kindsOfMixed = ['Arabic with names', 'Arabic with names and numbers', 'Arabic with an English sentence', 'English with Arabic words'] as const

/** Parted where the script changes: what runs the other way has a tag of its own in a book. */
export const partedByScript = (text: string): string[] =>
  text.split(/([A-Za-z][A-Za-z ,.]*[A-Za-z.]|[\u0600-\u06FF][\u0600-\u06FF :،.]*[\u0600-\u06FF])/).filter(Boolean)
