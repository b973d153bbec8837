/** Faults put into sound Arabic sentences, each with the rules of which one must see it. */

/** In how many Arabic sentences of the book a word stands. */
export type CountsIn = (word: string) => number

export interface Fault {
  readonly name: string
  readonly seenBy: readonly string[]
  /** The faulty text, or undefined where the sentence offers no place for the fault. `at` is a number from 0 up to 1. */
  readonly put: (ar: string, en: string, at: number, inBook: CountsIn) => string | undefined
}

const quantities = ['numbers-differ', 'dates-differ', 'times-differ', 'percentages-differ', 'currencies-differ', 'units-differ']

/** The text with the one of its matches that `at` points to replaced. */
function replaced(text: string, pattern: RegExp, at: number, by: (match: string) => string): string | undefined {
  const matches = [...text.matchAll(pattern)]
  const match = matches[Math.floor(at * matches.length)]
  return match && `${text.slice(0, match.index)}${by(match[0])}${text.slice(match.index + match[0].length)}`
}

const otherDigit = (digit: string): string => String.fromCodePoint((digit.codePointAt(0) ?? 0) + (/[9٩]/.test(digit) ? -1 : 1))

const swaps = (name: string, from: string, to: string, seenBy: readonly string[]): Fault =>
  ({ name, seenBy, put: (ar, _, at) => replaced(ar, new RegExp(`(?<!\\p{L})${from}(?!\\p{L})`, 'gu'), at, () => to) })

export const faults: readonly Fault[] = [
  { name: 'another digit', seenBy: quantities, put: (ar, _, at) => replaced(ar, /(?<![\p{L}\p{N}.,:-])[1-9٢-٩](?=[0-9٠-٩])/gu, at, otherDigit) },
  swaps('another number word', 'ثلاثين', 'أربعين', ['number-words-differ', ...quantities]),
  swaps('another number word', 'سبعة', 'ثمانية', ['number-words-differ', ...quantities]),
  swaps('another month', 'مارس', 'مايو', quantities),
  swaps('another month', 'يناير', 'يونيو', quantities),
  { name: 'percent sign lost', seenBy: ['percentages-differ'], put: (ar, _, at) => replaced(ar, /(?<=[0-9٠-٩])\s?[%٪]/g, at, () => '') },
  swaps('another currency', 'دولار', 'يورو', ['currencies-differ']),
  // A square metre is more than its first word, and a span of an hour is part of a speed.
  swaps('another unit', '(?<=[0-9٠-٩] ?)(?:كيلومتر(?:ات|ا|اً|ًا)?|كم|كلم|متر(?:ا|اً|ًا)?|أمتار|ميل(?:ا|اً|ًا)?|أميال|قدم(?:ا|اً|ًا)?|أقدام|بوص(?:ة|ات)|سم|ملم|كيلوغرام(?:ات|ا|اً|ًا)?|كجم|كغم?|طن(?:ا|اً|ًا)?|أطنان|لتر(?:ات|ا|اً|ًا)?)(?! مربع| مكعب| في الساعة|[/\\\\])', 'فدان', ['units-differ']),
  swaps('another span of time', '(?<=[0-9٠-٩] |(?:ثلاث|أربع|خمس|ست|سبع|ثماني|تسع|عشر|عشرين|ثلاثين|أربعين)ة? )(?:دقيقة|دقائق|ساع(?:ة|ات)|يوم(?:ا|اً|ًا)?|أيام|شهر(?:ا|اً|ًا)?|أشهر|عام(?:ا|اً|ًا)?|أعوام|سن(?:ة|وات))', 'أسبوع', ['units-differ']),
  { name: 'half a sentence lost', seenBy: ['length-out-of-proportion', ...quantities, 'end-punctuation', 'sentence-unended'], put: (ar) => (ar.length < 160 ? undefined : ar.slice(0, ar.lastIndexOf(' ', ar.length * 0.4))) },
  { name: 'left in English', seenBy: ['untranslated'], put: (_, en) => (en.split(' ').length > 4 && /^[A-Z]/.test(en) ? en : undefined) },
  { name: 'question mark lost', seenBy: ['end-punctuation'], put: (ar, en) => (/؟$/.test(ar) && /\?$/.test(en) ? ar.replace(/؟$/, '.') : undefined) },
  { name: 'quotation mark lost', seenBy: ['quotes-unpaired'], put: (ar, _, at) => (/^[^«»]*«[^«»]+»[^«»]*$/.test(ar) ? replaced(ar, /[«»]/g, at, () => '') : undefined) },
  { name: 'bracket lost', seenBy: ['brackets-unpaired'], put: (ar, _, at) => (/^[^()]*\([^()]+\)[^()]*$/.test(ar) ? replaced(ar, /[()]/g, at, () => '') : undefined) },
  { name: 'word twice', seenBy: ['repeated-word'], put: (ar, _, at) => replaced(ar, /(?<= )[\u0621-\u064A]{3,}(?= )/g, at, (word) => `${word} ${word}`) },
  { name: 'space twice', seenBy: ['double-space'], put: (ar, _, at) => replaced(ar, / /g, at, () => '  ') },
  { name: 'Latin comma', seenBy: ['latin-punctuation'], put: (ar, _, at) => replaced(ar, /،/g, at, () => ',') },
  { name: 'other digits', seenBy: ['digits-mixed'], put: (ar, _, at) => replaced(ar, /(?<![\p{L}\p{N}.,:-])[0-9]+(?![\p{L}\p{N}.,:-])(?! ?\p{Script=Latin})/gu, at, (digits) => [...digits].map((digit) => String.fromCodePoint(0x660 + Number(digit))).join('')) },
  { name: 'tatweel', seenBy: ['tatweel'], put: (ar, _, at) => replaced(ar, /(?<=[بتسن])(?=[\u0621-\u063A\u0641-\u064A]{2})/g, at, () => 'ـ') },
  { name: 'stray control', seenBy: ['bidi-unbalanced'], put: (ar, _, at) => replaced(ar, / /g, at, () => ' \u202B') },
  { name: 'old shapes', seenBy: ['presentation-forms'], put: (ar, _, at) => replaced(ar, /لا/g, at, () => 'ﻻ') },
  { name: 'name in another way', seenBy: ['names-vary'], put: nameChanged },
]

/** Names that the corpora have often, as it renders them and as another house would. */
const houses: readonly (readonly [en: string, ar: string, other: string])[] = [
  ['Solomon', 'سليمان', 'سولومان'], ['Peter', 'بطرس', 'بيتروس'], ['Jeroboam', 'يربعام', 'ياروبعام'], ['Balaam', 'بلعام', 'بالعام'], ['Abraham', 'إبراهيم', 'أبراهام'],
  ['Paul', 'بولس', 'باولوس'], ['Jerusalem', 'أورشليم', 'يروشليم'], ['Judah', 'يهوذا', 'يهودا'], ['Benjamin', 'بنيامين', 'بنجامين'],
  ['Jonathan', 'يوناثان', 'جوناثان'], ['Reuben', 'رأوبين', 'روبين'], ['Jacob', 'يعقوب', 'ياكوب'], ['Absalom', 'أبشالوم', 'أبسالوم'],
  ['Canaan', 'كنعان', 'كنان'], ['Elijah', 'إيليا', 'إلياس'], ['Timothy', 'تيموثاوس', 'تيموثيوس'], ['Pilate', 'بيلاطس', 'بيلاتوس'],
  ['Macedonia', 'مكدونية', 'مقدونيا'], ['Agrippa', 'أغريباس', 'أجريباس'], ['Stephen', 'استفانوس', 'إسطفانوس'], ['Cornelius', 'كرنيليوس', 'كورنيليوس'], ['Philip', 'فيلبس', 'فيليبوس'],
  ['Kavanaugh', 'كافانو', 'كفانوه'], ['Livingston', 'ليفينغستون', 'ليفنجستون'], ['Giants', 'جاينتس', 'جيانتس'], ['Simpson', 'سيمبسون', 'سمبسن'], ['Trump', 'ترامب', 'ترمب'],
  ['Tennessee', 'تينيسي', 'تنسي'], ['Erdogan', 'أردوغان', 'إردوجان'], ['Saipov', 'سايبوف', 'سيبوف'], ['Thomas', 'توماس', 'طوماس'], ['Mickelson', 'ميكلسون', 'مكلسن'],
  ['Liverpool', 'ليفربول', 'لفربول'], ['Chelsea', 'تشيلسي', 'شلسي'], ['Google', 'جوجل', 'غوغل'], ['Italy', 'إيطاليا', 'إيتاليا'], ['Luther', 'لوثر', 'لوتر'],
  ['Newcastle', 'نيوكاسل', 'نيوكاسيل'], ['Hadrian', 'هادريان', 'هدريان'], ['Gandhi', 'غاندي', 'جاندي'], ['Jacksonville', 'جاكسونفيل', 'جاكسنفيل'], ['Kublai', 'كوبلاي', 'قبلاي'],
  ['Florida', 'فلوريدا', 'فلوردا'], ['Washington', 'واشنطن', 'واشنجتون'], ['Wuhan', 'ووهان', 'وهان'], ['Iran', 'إيران', 'ايرن'], ['Boston', 'بوسطن', 'بوستون'],
  ['Tokyo', 'طوكيو', 'توكيو'], ['Kyoto', 'كيوتو', 'كيوطو'], ['Mary', 'ماري', 'ميري'], ['Germany', 'ألمانيا', 'جرمانيا'], ['Australia', 'أستراليا', 'أوستراليا'],
]

/** Sentences that keep the name as it was to one that does not: a variant is one only beside what is usual. */
const fewestOthers = 3

function nameChanged(ar: string, en: string, at: number, inBook: CountsIn): string | undefined {
  const found = houses.filter(([name, word, other]) => new RegExp(`\\b${name}\\b`).test(en) && standing(word).test(ar) && inBook(word) > fewestOthers * (1 + inBook(other)))
  const house = found[Math.floor(at * found.length)]
  return house && ar.replace(standing(house[1]), house[2])
}

const standing = (word: string): RegExp => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u')
