/** What an Arabic word may be without what is joined to it: و ف ب ك ل ال before it, a pronoun behind it. Words are folded. */

import { kept } from '../memo.ts'
import { isListed } from './plurals.ts'

const pronoun = /(?:هما|كما|هم|هن|كم|كن|نا|ني|ها|ه|ك|ي)$/

/** The word itself first. */
export const strippedForms = kept((word): readonly string[] => {
  const after = withoutParticles(word)
  return [...new Set([...after, ...after.flatMap(withoutPronoun)])].filter((form) => form.length > 1)
})

/** A word of the list has no particle of one letter: ورق is not “and رق”. Of ألسن, which is written like السن, nobody can tell. */
function withoutParticles(word: string): string[] {
  const conjoined = /^[وف]../.test(word) && !isListed(word) ? [word, word.slice(1)] : [word]
  return conjoined.flatMap((one) => {
    const article = /^(?:[بك]?ال|لل)(?=..)/.exec(one)?.[0] ?? ''
    // The article falls into a ل that begins the word: للغة is “to اللغة”.
    const defined = article === '' ? [] : article === 'لل' ? [one.slice(2), one.slice(1)] : [one.slice(article.length)]
    return [one, ...(/^[بكل]../.test(one) && !isListed(one) ? [one.slice(1)] : []), ...defined]
  })
}

/** Before a pronoun ة is ت, a last ى is ا, and a hamza has a seat. */
function withoutPronoun(word: string): string[] {
  const base = word.replace(pronoun, '')
  if (base === word || base.length < 2) return []
  return [base, base.replace(/ت$/, 'ة'), base.replace(/ا$/, 'ي'), base.replace(/(?<=ا)[وي]$/, 'ء')]
}
