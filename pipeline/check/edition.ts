/** Proves that an edition, as written, holds all that its manuscripts hold, in order and once. */

import { languages, type Bilingual, type Language } from '../model/language.ts'
import { segmentsOf, type Manuscript } from '../model/manuscript.ts'
import type { Message } from '../model/message.ts'
import { dueTokens } from './due.ts'
import { keyOf, type Token } from './token.ts'
import { wordsOf } from './words.ts'

export interface EditionProof {
  /** Words proved, in each language that the edition carries. */
  readonly words: Bilingual<number | undefined>
  readonly messages: readonly Message[]
}

/** Notes of the author, notes of the translator and the ways back from either are streams of their own, for a note may begin with its way back or end with it. */
const streams: readonly ((token: Token) => boolean)[] = [
  ({ isNote }) => !isNote,
  ({ isNote, isTranslators, kind }) => isNote && !isTranslators && kind !== 'backlink',
  ({ isNote, isTranslators, kind }) => isNote && !isTranslators && kind === 'backlink',
  ({ isTranslators, kind }) => isTranslators && kind !== 'backlink',
  ({ isTranslators, kind }) => isTranslators && kind === 'backlink',
]

/**
 * `found` is in reading order. Running text and notes are two streams in each language, for a view may set its notes
 * at the end of a chapter or at the feet of its pages; within each stream the order must be the manuscript's, and a language that the
 * edition does not carry has nothing in it.
 */
export function proveEdition(
  name: string, manuscripts: Bilingual<Manuscript>, carried: readonly Language[], found: readonly Token[],
): EditionProof {
  const words: { en: number | undefined; ar: number | undefined } = { en: undefined, ar: undefined }
  const messages: Message[] = []
  for (const language of languages) {
    const manuscript = manuscripts[language]
    const isCarried = carried.includes(language)
    const due = isCarried ? dueTokens(manuscript) : []
    for (const isStream of streams) {
      const isHere = (token: Token) => token.language === language && isStream(token)
      messages.push(...streamFault(name, manuscript, due.filter(isHere), found.filter(isHere)))
    }
    if (isCarried) words[language] = segmentsOf(manuscript).reduce((sum, segment) => sum + wordsOf(segment.text).length, 0)
  }
  return { words, messages }
}

/** What is wrong at the first place at which the edition and the manuscript differ. */
function streamFault(name: string, manuscript: Manuscript, due: readonly Token[], found: readonly Token[]): Message[] {
  const length = Math.max(due.length, found.length)
  const at = Array.from({ length }, (_, index) => index).find((index) => !isSame(due[index], found[index]))
  if (at === undefined) return []
  const [wanted, there] = [due[at], found[at]]
  const isLost = wanted !== undefined && count(wanted, found) < count(wanted, due)
  const isExtra = there !== undefined && count(there, found) > count(there, due)
  const token = !isLost && isExtra ? there : wanted ?? there
  if (!token) return []
  const near = token.segment === '' ? due.slice(0, at + 1).findLast(({ segment }) => segment !== '')?.segment : token.segment
  const place = placeOf(manuscript, near ?? '') ?? placeOf(manuscript, due.find(({ segment }) => segment !== '')?.segment ?? '')
  return [{
    rule: `check/edition-${fault(token, !isLost && isExtra)}`, severity: 'error', language: manuscript.language,
    ...(place && { place }), values: { edition: name, word: token.text },
  }]
}

const isSame = (one: Token | undefined, other: Token | undefined): boolean =>
  one !== undefined && other !== undefined && keyOf(one) === keyOf(other)

const count = (token: Token, among: readonly Token[]): number => among.filter((other) => keyOf(other) === keyOf(token)).length

function fault({ kind }: Token, isExtra: boolean): string {
  switch (kind) {
    case 'word': return isExtra ? 'repeated-word' : 'lost-word'
    case 'image': return 'picture'
    case 'reference': case 'backlink': return 'note'
    case 'row': case 'cell': return 'table'
  }
}

const placeOf = (manuscript: Manuscript, id: string) => segmentsOf(manuscript).find((segment) => segment.id === id)?.place
