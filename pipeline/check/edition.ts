/** Proves that an edition, as written, holds all that its manuscripts hold, in order and once. */

import { languages, type Bilingual, type Language } from '../model/language.ts'
import { segmentsOf, type Manuscript } from '../model/manuscript.ts'
import type { Message } from '../model/message.ts'
import { dueTokens } from './due.ts'
import { keyOf, type Token } from './token.ts'
import { countWords } from './words.ts'

export interface EditionProof {
  /** Words proved, in each language that the edition carries. */
  readonly words: Bilingual<number | undefined>
  readonly messages: readonly Message[]
}

/**
 * Running text; then notes of the author, notes of the translator and the ways back from either, which are streams of their own,
 * for a note may begin with its way back or end with it.
 */
function streamsOf(tokens: readonly Token[], language: Language): Token[][] {
  const streams: Token[][] = [[], [], [], [], []]
  for (const token of tokens) {
    if (token.language === language) streams[token.isNote ? 1 + (token.isTranslators ? 2 : 0) + (token.kind === 'backlink' ? 1 : 0) : 0]?.push(token)
  }
  return streams
}

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
    const owed = isCarried ? dueStreams(manuscript) : []
    streamsOf(found, language).forEach((stream, index) => messages.push(...streamFault(name, manuscript, owed[index] ?? [], stream)))
    if (isCarried) words[language] = wordsIn(manuscript)
  }
  return { words, messages }
}

const owedOf = new WeakMap<Manuscript, readonly Token[][]>()

function dueStreams(manuscript: Manuscript): readonly Token[][] {
  const streams = owedOf.get(manuscript) ?? streamsOf(dueTokens(manuscript), manuscript.language)
  owedOf.set(manuscript, streams)
  return streams
}

const counted = new WeakMap<Manuscript, number>()

function wordsIn(manuscript: Manuscript): number {
  const words = counted.get(manuscript) ?? segmentsOf(manuscript).reduce((sum, segment) => sum + countWords(segment.text), 0)
  counted.set(manuscript, words)
  return words
}

/** What is wrong at the first place at which the edition and the manuscript differ; only then is it looked for word by word. */
function streamFault(name: string, manuscript: Manuscript, due: readonly Token[], found: readonly Token[]): Message[] {
  if (due.length === found.length && due.every((token, index) => isSame(token, found[index]))) return []
  return wordFault(name, manuscript, due.flatMap(wordByWord), found.flatMap(wordByWord))
}

const wordByWord = (token: Token): Token[] => (token.kind === 'words' ? token.text.split(' ').map((text) => ({ ...token, text })) : [token])

function wordFault(name: string, manuscript: Manuscript, due: readonly Token[], found: readonly Token[]): Message[] {
  const length = Math.max(due.length, found.length)
  let at = 0
  while (at < length && isSame(due[at], found[at])) at++
  if (at === length) return []
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
  one !== undefined && other !== undefined && one.kind === other.kind && one.segment === other.segment && one.text === other.text

const count = (token: Token, among: readonly Token[]): number => among.filter((other) => keyOf(other) === keyOf(token)).length

function fault({ kind }: Token, isExtra: boolean): string {
  switch (kind) {
    case 'words': return isExtra ? 'repeated-word' : 'lost-word'
    case 'image': return 'picture'
    case 'reference': case 'backlink': return 'note'
    case 'row': case 'cell': return 'table'
  }
}

const placeOf = (manuscript: Manuscript, id: string) => segmentsOf(manuscript).find((segment) => segment.id === id)?.place
