/** Forms of an Arabic noun or adjective without what is joined to it; words are folded. */

import { kept } from '../memo.ts'
import { isListed, isNoun, knownPlurals, likelyPlurals } from './plurals.ts'

/** Cases and numbers of a word that ends in ة (ه where it is written so), and of any other; -ي and -و stand before a pronoun or a noun. */
const afterTa = ['ة', 'ه', 'ت', 'تان', 'تين', 'تا', 'تي', 'ات']
const afterOther = ['', 'ا', 'ان', 'ين', 'ي', 'ون', 'و']

/** Feminine and relative forms: علامة ورقية is a mark of paper. */
const relative = ['ة', 'ه', 'تان', 'تين', 'ات']

/** Patterns of persons and of what describes them, which have a feminine: ناسخ, كبير, معلم, سياسي. */
const describing = /^(?:.ا..|..ي.|م...+|...+ي)$/

/** All forms of a noun; of an adjective, which stands behind its noun in a term, its other gender too. */
export const nounForms = kept((noun): ReadonlySet<string> => new Set([...ofNoun(noun), ...plurals(noun)]))
export const adjectiveForms = kept((word): ReadonlySet<string> => new Set([...nounForms(word), ...otherGender(word)]))

function ofNoun(noun: string): string[] {
  const base = noun.replace(/ة$/, '')
  const derived = noun === base ? (describing.test(noun) ? relative.map((ending) => noun + ending) : []) : []
  return [...withEndings(noun), ...unlisted(derived), ...unlisted(ofRelation(base))]
}

function withEndings(noun: string): string[] {
  if (noun.endsWith('ة')) return afterTa.map((ending) => noun.slice(0, -1) + ending)
  const own = [noun, ...defective(noun)].flatMap((one) => afterOther.map((ending) => one + ending))
  const feminine = noun.length > 3 && !knownPlurals(noun)?.length ? [noun.endsWith('اء') ? `${noun.slice(0, -1)}وات` : `${noun}ات`] : []
  return [...own, ...unlisted(feminine)]
}

/** قاضٍ is قاضي with an article. */
function defective(noun: string): string[] {
  if (noun.length > 3 && noun.endsWith('ي')) return [noun.slice(0, -1)]
  return isNoun(`${noun}ي`) ? [`${noun}ي`] : []
}

const ofRelation = (base: string): string[] => (base.length > 2 ? ['ي', ...relative.map((ending) => `ي${ending}`), 'يون', 'يين'].map((ending) => base + ending) : [])

function plurals(noun: string): string[] {
  const known = knownPlurals(noun)
  return (known ?? likelyPlurals(noun)).flatMap((plural) => [plural, `${plural}ا`, ...(/(?:ة|ي)$/.test(plural) ? withEndings(plural) : [])])
}

function otherGender(word: string): string[] {
  const bare = word.replace(/ة$/, '')
  const coloured = /^ا(.)([^ا])(.)$/.exec(word)
  const [first, second, third] = coloured?.slice(1) ?? []
  return [...withEndings(bare), ...withEndings(`${bare}ة`), ...plurals(bare), ...(coloured ? [`${first}${second}${third}اء`, `${first}${second}${third}`, `${first}${second}${third}ي`] : [])]
}

/** Without those that are words of their own: a مكتبة is no female مكتب. */
const unlisted = (forms: readonly string[]): string[] => forms.filter((form) => !isListed(form) && !isNoun(form.replace(/(?:ه|ت|تان|تين|ات)$/, 'ة')))
