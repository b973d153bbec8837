/** The same word twice in a row, on one side alone. */

import { counterpartOf, languages, type Language } from '../../../model/language.ts'
import { isCode, markOf, type BeadReading, type SegmentReading } from '../reading.ts'
import type { BeadRule, Told } from '../rule.ts'
import { wordsIn, type Word } from '../words.ts'

/** English words that follow themselves by grammar. */
const doubled = new Set('had that so very no yes ha ho hey bye now there on in is her you go long many much more never well oh blah'.split(' '))

export const repeatedWord: BeadRule = {
  name: 'repeated-word', severity: 'warning', sees: 'bead',
  check: (bead) => languages.flatMap((language) => {
    const found = bead[language].filter((reading) => !isCode(reading)).flatMap((reading) => repetitions(reading))
    return found.length > 0 && !repeatsToo(bead, counterpartOf(language)) ? found : []
  }),
}

const repeatsToo = (bead: BeadReading, language: Language): boolean => bead[language].some((reading) => repetitions(reading, true).length > 0)

/** With `loosely`, also with a comma or و between, as “again and again” is. */
function repetitions(reading: SegmentReading, loosely = false): Told[] {
  const { language, segment: { text } } = reading
  const words = wordsIn(text, language)
  return words.flatMap((word, index) => {
    const next = words[index + 1]
    if (!next || !isSame(word, next, loosely) || !(loosely ? /^[\s,،—-]+$/ : /^\s+$/).test(text.slice(word.to, next.from))) return []
    return loosely || !isMeant(word, next, language) ? [{ marks: [markOf(reading, { from: word.from, to: next.to })], values: { word: word.text } }] : []
  })
}

const isSame = (word: Word, next: Word, loosely: boolean): boolean => word.folded === next.folded || (loosely && next.folded === `و${word.folded}`)

/** Arabic says “one by one” and “bit by bit” with a word and itself in the accusative; verse and vocatives repeat with marks between. */
const isMeant = (word: Word, next: Word, language: Language): boolean => (language === 'en'
  ? doubled.has(word.folded) || (/^\p{Lu}/u.test(word.text) && /^\p{Lu}/u.test(next.text)) || word.folded.length < 2
  : word.folded.length < 2 || /ا$/.test(word.folded) || meantTwice.has(word.folded))

const meantTwice = new Set('مرة سنة يوم كلا هيهات جدا رويدا ليل امين الله يارب سيد'.split(' '))
