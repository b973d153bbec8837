/**
 * Measures sentence ends on the documents of a folder in the alignment bench's format, beside other splitters: `run.ts DIR`.
 *
 * The sentences of each document are joined by spaces and cut again. Genres are the documents' own, save those whose
 * lines are verses or run several sentences together: there an end that is not counted may be one all the same. Ends
 * inside one bead are left out, found or not, where no stop shows them: whoever made the documents parted sentences there.
 * Last come all news lines of a language together, as the documents have them, and then without what is found inside
 * lines that were run together: those that the gold alignment pairs with more lines than they are.
 * The peers are installed on first use, into a folder of the system's for what is temporary.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sentenceEnds } from '../../../pipeline/segment/index.ts'
import { languages, type Language } from '../../../pipeline/model/language.ts'
import { peers, type Splitter } from './peers.ts'

type Bead = readonly [en: readonly number[], ar: readonly number[]]

interface Document {
  readonly genre: string
  readonly en: readonly string[]
  readonly ar: readonly string[]
  readonly gold: readonly Bead[]
}

/** Ends as counts of visible characters before them; `optional` ones count for nothing, nor do those inside a span of `merged`. */
interface Joined {
  readonly text: string
  readonly ends: ReadonlySet<number>
  readonly shown: ReadonlySet<number>
  readonly optional: ReadonlySet<number>
  readonly merged: readonly (readonly [from: number, to: number])[]
}

interface Score {
  found: number
  right: number
  wanted: number
  shown: number
  shownRight: number
  time: number
  length: number
}

const stop = /[.!?؟…]["'”’“»)\]\p{Cf}]*$/u
const visible = (text: string): string => text.replaceAll(/[\s\p{Cf}]+/gu, '')

function joinedOf(document: Document, language: Language): Joined {
  const side = language === 'en' ? 0 : 1
  const sentences = document[language].map((sentence) => sentence.replaceAll(/\s+/g, ' ').trim())
  const insideBeads = new Set(document.gold.flatMap((bead) => bead[side].slice(0, -1)))
  const runTogether = new Set(document.gold.filter((bead) => bead[side].length < bead[1 - side]!.length).flatMap((bead) => bead[side]))
  const [ends, shown, optional, merged] = [new Set<number>(), new Set<number>(), new Set<number>(), [] as [number, number][]]
  let count = 0
  sentences.slice(0, -1).forEach((sentence, index) => {
    const from = count
    count += visible(sentence).length
    if (runTogether.has(index)) merged.push([from, count])
    if (stop.test(sentence)) ends.add(count) && shown.add(count)
    else (insideBeads.has(index) ? optional : ends).add(count)
  })
  return { text: sentences.join(' '), ends, shown, optional, merged }
}

const isInside = (spans: Joined['merged'], end: number): boolean => spans.some(([from, to]) => from < end && end < to)

function measure(split: Splitter, texts: readonly Joined[], language: Language): Score {
  const score: Score = { found: 0, right: 0, wanted: 0, shown: 0, shownRight: 0, time: 0, length: 0 }
  for (const { text, ends, shown, optional, merged } of texts) {
    const started = performance.now()
    const sentences = split(text, language)
    score.time += performance.now() - started
    let count = 0
    const found = new Set(sentences.slice(0, -1).map((sentence) => (count += visible(sentence).length)).filter((end) => !optional.has(end) && !isInside(merged, end)))
    score.found += found.size
    score.wanted += ends.size
    score.shown += shown.size
    score.length += text.length
    for (const end of found) {
      if (ends.has(end)) score.right++
      if (shown.has(end)) score.shownRight++
    }
  }
  return score
}

function tawazi(text: string, language: Language): string[] {
  const ends = sentenceEnds(text, language)
  return ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end))
}

const folder = process.argv[2]
if (folder === undefined) {
  console.error('Name a folder of documents: npm run bench:segment -- DIR')
  process.exit(2)
}
const unlike = new Set(['scripture', 'runon'])
const documents = readdirSync(folder).filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Document)
  .filter(({ genre }) => !unlike.has(genre))
const splitters: [string, Splitter][] = [['tawazi', tawazi], ...peers()]
for (const [, split] of splitters) split('Warm up. Then run. '.repeat(500), 'en')
const cell = (value: number): string => value.toFixed(4).padStart(10)

const news = new Set(['news', 'stress-abridged'])

/** Lines that were run together count like all others. */
const asTheyAre = (joined: Joined): Joined => ({ ...joined, merged: [] })

for (const language of languages) {
  const textsOf = (isWanted: (genre: string) => boolean) => documents.filter(({ genre }) => isWanted(genre)).map((document) => joinedOf(document, language))
  for (const genre of [...new Set(documents.map((document) => document.genre))].sort()) report(`${language} ${genre}`, textsOf((one) => one === genre).map(asTheyAre), language, splitters)
  const lines = textsOf((genre) => news.has(genre))
  if (lines.length === 0) continue
  report(`${language} news lines together`, lines.map(asTheyAre), language, splitters.slice(0, 1))
  report(`${language} news lines together, without ends inside lines run together`, lines, language, splitters.slice(0, 1))
}

function report(title: string, texts: readonly Joined[], language: Language, measured: typeof splitters): void {
  console.log(`\n${title}: ${texts.reduce((sum, { ends }) => sum + ends.size, 0)} ends, ${texts.reduce((sum, { shown }) => sum + shown.size, 0)} of them shown by a stop`)
  console.log('splitter'.padEnd(20), ' precision', '    recall', '        F1', 'rec. shown', '   ms / MB')
  for (const [name, split] of measured) {
    const { found, right, wanted, shown, shownRight, time, length } = measure(split, texts, language)
    console.log(name.padEnd(20), cell(right / found), cell(right / wanted), cell((2 * right) / (found + wanted)), cell(shownRight / shown), Math.round((time / length) * 1e6).toString().padStart(10))
  }
}
