/** Which language a text is in, as far as a book of English and Arabic needs to know. */

/** `other` is certainly neither; `unknown` is too short or too mixed to say. */
export type FoundLanguage = 'en' | 'ar' | 'other' | 'unknown'

/** Words that hardly a line of English does without. */
const englishWords = new Set(('the of and to in a is that it for was on with as be at by this had not are but from or have an they which one you were ' +
  'all her she there would their we him been has when who will no if out so said what up its about than into them can only his he i my').split(' '))

/** Letters that Persian, Urdu, Pashto and Kurdish write and Arabic does not. */
const foreignLetters = /[پچژگکیےۓٹڈڑںھہۂۆێەڵڕټډړڼځڅښږ]/g

/** Least letters and words on which an answer rests: our own choice. */
const leastLetters = 40
const leastWords = 30
const leastForeignWords = 20

export function languageOf(text: string): FoundLanguage {
  const prose = text.slice(0, 200_000).replaceAll(/https?:\/\/\S+|\]\([^)]*\)|<[^>]*>/g, ' ')
  const arabic = prose.match(/[\u0620-\u064A\u066E-\u06D3]/g)?.length ?? 0
  const latin = prose.match(/\p{Script=Latin}/gu)?.length ?? 0
  const letters = prose.match(/\p{L}/gu)?.length ?? 0
  if (letters < leastLetters) return 'unknown'
  if (arabic > letters * 0.6) return (prose.match(foreignLetters)?.length ?? 0) > arabic * 0.04 && !hasArticles(prose) ? 'other' : 'ar'
  if (latin > letters * 0.6) return isEnglish(prose)
  return arabic + latin < letters * 0.5 ? 'other' : 'unknown'
}

/**
 * Arabic that was typed on a keyboard for Persian or Urdu has their ی, ک and ہ throughout, but also its article, which stands before
 * one word in five; in languages that have borrowed from Arabic it stands before one in forty. Own counts.
 */
function hasArticles(prose: string): boolean {
  const words = prose.match(/[\p{Script=Arabic}\p{M}]{2,}/gu) ?? []
  return words.filter((word) => /^[وفبکك]?ال|^لل/.test(word)).length > words.length * 0.13
}

/** A third of running English is its commonest words; of any other language hardly a twelfth looks like them. */
function isEnglish(prose: string): FoundLanguage {
  const words = prose.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < leastForeignWords) return 'unknown'
  const share = words.filter((word) => englishWords.has(word)).length / words.length
  if (share >= 0.2) return words.length < leastWords ? 'unknown' : 'en'
  return share < 0.1 && (words.length >= 3 * leastWords || thirdLanguageOf(prose) !== 'other') ? 'other' : 'unknown'
}

/** Languages that are handed over in mistake for one of the two; words that hardly a line of them does without. */
const thirdLanguages = {
  fa: 'است که در از به را این با برای آن می شد بود',
  ur: 'ہے میں کے کی کا سے نے کو ہیں اور پر یہ',
  fr: 'le la les des est et dans une qui que pour pas sur du',
  de: 'der die das und ist nicht ein eine mit den von auf im',
  es: 'el los las una del que por con para es su en',
} as const

/** The likeliest name for a text that `languageOf` calls `other`; `other` where less than a tenth of its words are a language's commonest. */
export function thirdLanguageOf(text: string): keyof typeof thirdLanguages | 'other' {
  const words = text.slice(0, 200_000).toLowerCase().replaceAll('ي', 'ی').match(/[\p{L}\p{M}]+/gu) ?? []
  const shares = Object.entries(thirdLanguages).map(([name, common]) => {
    const known = new Set(common.split(' '))
    // Keys of the table above.
    return { name: name as keyof typeof thirdLanguages, share: words.filter((word) => known.has(word)).length / words.length }
  })
  const best = shares.reduce((one, other) => (other.share > one.share ? other : one))
  return best.share >= 0.1 ? best.name : 'other'
}
