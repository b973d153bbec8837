/** The same word, or the same words, twice in a row, on one side alone. */

import { counterpartOf, languages, type Language } from '../../../model/language.ts'
import { isCode, markOf, type BeadReading, type SegmentReading } from '../reading.ts'
import type { BeadRule, Told } from '../rule.ts'
import { doubledRuns } from '../runs.ts'
import { wordsIn, type Word } from '../words.ts'

export const repeatedWord: BeadRule = {
  name: 'repeated-word', severity: 'warning', sees: 'bead',
  check: (bead, { translation }) => languages.flatMap((language) => {
    if (bead[language].some(isCode)) return []
    const runs = language === translation ? doubledRuns(bead, language) : []
    const words = bead[language].flatMap(repetitions)
    if (words.length + runs.length === 0 || repeatsToo(bead, counterpartOf(language))) return []
    return language === 'en' ? [...words, ...runs] : [...words.filter(({ values }) => !isSaidOften(bead, values.word)), ...(comesBack(bead, Infinity) ? [] : runs)]
  }),
}

/** Words from one to its like, and letters of words that say something: our own choice. */
const [nearby, nearbyOfShort, fewestLetters] = [5, 10, 4]

/** An Arabic word of three letters may be noun and verb, قبلما ملك ملك, and one without the article is counted by saying it twice: each his city is مدينة مدينة. */
const isSaidOften = (bead: BeadReading, word: string): boolean =>
  comesBack(bead, bare(word).length < 4 ? nearbyOfShort : nearby) || (/^(?!ال|[وفبلك]ال).{3,5}$/u.test(bare(word)) && bead.en.some(({ segment: { text } }) => /\b(?:each|every)\b/i.test(text)))

/** Whether the English says a word of its own again within so many, as in “was not beloved, beloved”, which Arabic says without the words between. */
const comesBack = ({ en }: BeadReading, within: number): boolean => en.some(({ segment: { text } }) => {
  const words = wordsIn(text, 'en').map(({ folded }) => folded.replace(/['’]s?$/, ''))
  return words.some((word, index) => word.length >= fewestLetters && !small.has(word) && words.slice(index + 1, index + 1 + within).includes(word))
})

const small = new Set('that this these those they them their there then than when where which what whom whose with from into upon unto have been were will would shall should your every also said more some such very each other'.split(' '))

/** Also with a mark or a joining word between, as in “again and again” and “Moses! Moses!”. */
const repeatsToo = (bead: BeadReading, language: Language): boolean => bead[language].some(({ segment: { text } }) => {
  const words = wordsIn(text, language)
  return words.some(({ folded: word }, index) => {
    const [next, after] = [words[index + 1]?.folded, words[index + 2]?.folded]
    return next === word || next === `و${word}` || (after === word && joining.has(next ?? ''))
  })
})

const joining = new Set(['and', 'by', 'after', 'to', 'upon', 'in', 'of', 'ثم', 'بعد', 'من', 'في'])

function repetitions(reading: SegmentReading): (Told & { readonly values: { readonly word: string } })[] {
  const { language, segment: { text } } = reading
  const words = wordsIn(text, language)
  // Most sentences have none, and this is the quickest look at them.
  if (!words.some(({ folded: word }, index) => word === words[index + 1]?.folded)) return []
  return words.flatMap((word, index) => {
    const next = words[index + 1]
    if (!next || word.folded !== next.folded || !/^\s+$/.test(text.slice(word.to, next.from)) || isMeant[language](words, index, text)) return []
    return [{ marks: [markOf(reading, { from: word.from, to: next.to })], values: { word: word.text } }]
  })
}

type Meant = (words: readonly Word[], index: number, text: string) => boolean

/** English words that follow themselves by grammar or for emphasis. */
const doubled = new Set('had that so very no yes ha ho hey bye now there on in is her you go long many much more never well oh blah'.split(' '))
/** Arabic words that are two words where their vowels are not written, that are said twice, or that count (“two by two”). */
const twofold = new Set('انت انا نحن هم لم من ان ما كل الي علي مرة سنة يوم كلا هيهات جدا هو هي واحد واحدة اثنان اثنين ثلاثة ثلاث اربعة خمسة ستة سبعة ثمانية تسعة عشرة'.split(' '))
/** Names of Latin letters, in which initials are spelt out. */
const letterNames = new Set('ايه اي بي سي دي اف جي اتش جيه جاي كيه كي ال ام ان او كيو ار اس تي يو في فى دبليو اكس واي زد زي'.split(' '))
const prose = new Set(['في', 'ان', 'او', 'ال', 'اي'])

/** Words that never follow themselves, at the beginning of a clause either. */
const neverTwice = new Set('الذي التي الذين هذا هذه بهذا بهذه لهذا لهذه ذلك تلك لكن ولكن'.split(' '))

/** Tens count “twenty by twenty”, بين بين is “so-so”. */
const counting = /^(?:(?:عشر|ثلاث|اربع|خمس|ست|سبع|ثمان|تسع)[وي]ن|بين)$/
/** An accusative said twice is “one by one”, رويدًا رويدًا; a word with a pronoun, an article or a joining و is none, nor is the name of a country. */
const accusative = /^(?!ال|[وفبلك]ال|[وف].{5}).+(?<!...ها|....نا|هما|كما|...يا|ايض)ا$/

const isMeant: Readonly<Record<Language, Meant>> = {
  // Capitals tell another word, as in “known as AS-207”; “The the” is none.
  en: (words, index) => {
    const [word, next] = [words[index]!, words[index + 1]!]
    const isSame = next.text === word.text || next.text === word.text.toLowerCase()
    return word.folded.length < 2 || !isSame || doubled.has(word.folded) || (/^\p{Lu}/u.test(word.text) && /^\p{Lu}/u.test(next.text))
  },
  // A speech that opens with a word and itself calls somebody or swears.
  ar: (words, index, text) => {
    const word = words[index]!
    if (neverTwice.has(word.folded)) return false
    const opens = /(?:^|[«»“”":،.؟!؛([]\s*)$/.test(text.slice(0, word.from))
    return word.folded.length < 2 || bare(word.text) !== bare(words[index + 1]!.text) || isVocalisedOtherwise(word, words[index + 1]!) || isSpelt(words, index) || isTwofold(word) || counting.test(word.folded) || accusative.test(word.folded) || opens
  },
}

const isSpelt = (words: readonly Word[], index: number): boolean => {
  const { folded } = words[index]!
  return letterNames.has(folded) && (!prose.has(folded) || [words[index - 1], words[index + 2]].some((near) => near && letterNames.has(near.folded)))
}

/** علي may be a name, which على is not. */
const isTwofold = ({ text, folded }: Word): boolean => twofold.has(folded) && !/ى$/.test(bare(text))

/** Without tashkil alone: إلي and إلى are two words. */
const bare = (text: string): string => text.replaceAll(/\p{M}/gu, '')

/** Whether the marks of both tell two words, as in فِيَّ فِي; those of case, behind the last letter, tell none. */
function isVocalisedOtherwise(...both: readonly [Word, Word]): boolean {
  const [one, other] = both.map(({ text }) => text.replace(/[\u064B-\u0650\u0652]+$/, ''))
  return one !== other && both.every(({ text }) => /\p{M}/u.test(text))
}
