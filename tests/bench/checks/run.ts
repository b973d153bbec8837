/**
 * Measures the checks of the translation on gold alignments: `npm run bench:checks -- DIR`, where DIR holds `dev` and `train` of the bench.
 *
 * Prints alarms of each rule to 1,000 beads by genre (many are true: the corpora have faults of their own); then how many
 * of the faults that are put in with a fixed seed are seen; first of all, how many of invented pairs that differ in a quantity, and of slips of several genres, are seen (`--show` prints those that are not); then the time for the largest book, whole and after one edit.
 */

import { beadFindings, checkBook, findings, ruleNames, type CheckedBook } from '../../../pipeline/check/translation/index.ts'
import type { Finding } from '../../../pipeline/model/finding.ts'
import { bilingual, type Language } from '../../../pipeline/model/language.ts'
import { segmentsOf, type Segment } from '../../../pipeline/model/manuscript.ts'
import { random } from '../../support/random.ts'
import { bookOf, goldBooks, type GoldBook } from './documents.ts'
import { inventedPairs } from './invented.ts'
import { slips } from './slips.ts'
import { faults, type CountsIn, type Fault } from './faults.ts'

const columns = (...cells: (string | number)[]): string => cells.map((cell, index) => (index === 0 ? String(cell).padEnd(26) : String(cell).padStart(11))).join('')

function alarms(books: readonly GoldBook[]): void {
  const genres = [...new Set(books.map(({ genre }) => genre))]
  const beads = (genre: string) => books.filter((book) => book.genre === genre).reduce((sum, { checked }) => sum + checked.alignment.beads.length, 0)
  const counts = new Map<string, number>()
  for (const { genre, checked } of books) {
    for (const { rule } of findings(checked)) counts.set(`${rule} ${genre}`, (counts.get(`${rule} ${genre}`) ?? 0) + 1)
  }
  console.log('Alarms to 1,000 beads')
  console.log(columns('rule', ...genres.map((genre) => genre.slice(-10))))
  console.log(columns('beads', ...genres.map(beads)))
  for (const { name } of ruleNames) console.log(columns(name, ...genres.map((genre) => (1000 * (counts.get(`${name} ${genre}`) ?? 0) / beads(genre)).toFixed(1))))
}

/** Share of the beads that get a fault, and the most of one kind in a book: few enough to leave what is usual as it is. */
const share = 0.05
const most = 60

function recall(books: readonly GoldBook[]): void {
  const seen = new Map<string, { put: number; found: number }>()
  for (const { checked } of books) {
    const before = new Set(findings(checked).flatMap(places))
    for (const fault of faults) {
      const count = seen.get(fault.name) ?? { put: 0, found: 0 }
      const { faulty, places: put } = withFaults(checked, fault)
      if (put.length === 0) continue
      const after = new Set(findings(faulty).filter(({ rule }) => fault.seenBy.includes(rule)).flatMap(places))
      const found = put.filter((bead) => fault.seenBy.some((rule) => after.has(`${rule} ${bead}`) && !before.has(`${rule} ${bead}`)))
      seen.set(fault.name, { put: count.put + put.length, found: count.found + found.length })
    }
  }
  console.log('\nFaults seen')
  for (const [name, { put, found }] of seen) console.log(columns(name, `${found} of ${put}`, put === 0 ? '—' : `${((100 * found) / put).toFixed(0)} %`))
}

/** Where a finding stands: a habit is told once, for all its beads. */
const places = ({ rule, bead, others = [] }: Finding): string[] => [{ bead }, ...others].map((one) => `${rule} ${one.bead}`)

/** The book with the fault in some beads of one sentence on each side. */
function withFaults({ manuscripts, alignment }: CheckedBook, { put }: Fault): { faulty: CheckedBook; places: number[] } {
  const segments = bilingual((language) => [...segmentsOf(manuscripts[language])])
  const chance = random(7)
  const places: number[] = []
  const inBook: CountsIn = (word) => segments.ar.filter(({ text }) => text.includes(word)).length
  const limit = Math.min(most, Math.max(1, alignment.beads.length * share))
  const order = alignment.beads.map((bead, index) => ({ bead, index, key: chance() })).sort((one, other) => one.key - other.key)
  for (const { bead: { en, ar }, index } of order) {
    if (places.length >= limit) break
    if (en.to - en.from !== 1 || ar.to - ar.from !== 1) continue
    const [source, target] = [segments.en[en.from]!, segments.ar[ar.from]!]
    const text = put(target.text, source.text, chance(), inBook)
    if (text === undefined || text === target.text) continue
    segments.ar[ar.from] = { ...target, text }
    places.push(index)
  }
  return { faulty: bookOf(segments, alignment.beads), places }
}

/** Invented pairs, one bead each: alarms on those that agree, and how many of those that do not are seen. */
function quantities(): void {
  const counts = new Map<string, { alarms: number; seen: number; all: number }>()
  for (const { slip, en, right, wrong } of inventedPairs(random(11), 200)) {
    const { alarms, seen, all } = counts.get(slip) ?? { alarms: 0, seen: 0, all: 0 }
    const [alarm, sees] = [right, wrong].map((ar) => differs(en, ar))
    if (process.argv.includes('--show') && (alarm || !sees)) console.log(alarm ? 'false alarm' : 'not seen', slip, '|', en, '|', alarm ? right : wrong)
    counts.set(slip, { alarms: alarms + Number(alarm), seen: seen + Number(sees), all: all + 1 })
  }
  console.log('\nInvented pairs')
  console.log(columns('slip', 'seen', 'false alarms', 'of').replace('slip', 'slip      '))
  for (const [slip, { alarms, seen, all }] of counts) console.log(columns(slip.padEnd(36), seen, alarms, all))
}

function differs(en: string, ar: string): boolean {
  return rulesTold([en], [ar]).some((rule) => /differ$/.test(rule))
}

/** Slips of several genres, a small book each. */
function genres(): void {
  const told = slips.map(({ slip, en, right, wrong, seenBy }) => ({ slip, alarms: rulesTold(en, right), isSeen: rulesTold(en, wrong).some((rule) => seenBy.includes(rule)) }))
  const [alarms, missed] = [told.filter((one) => one.alarms.length > 0), told.filter(({ isSeen }) => !isSeen)]
  console.log(`\nSlips of several genres: ${told.length - missed.length} of ${told.length} seen, ${alarms.length} right versions told of`)
  if (process.argv.includes('--show')) for (const { slip, alarms: rules, isSeen } of [...alarms, ...missed]) console.log(isSeen ? `false alarm ${rules.join(' ')}` : 'not seen', slip)
}

function rulesTold(en: readonly string[], ar: readonly string[]): string[] {
  const texts = { en, ar }
  const beads = en.map((_, bead) => ({ ...bilingual((language) => ({ from: texts[language].slice(0, bead).filter(Boolean).length, to: texts[language].slice(0, bead + 1).filter(Boolean).length })), score: 1 }))
  return findings(bookOf(bilingual((language) => texts[language].filter(Boolean).map((text, at) => paragraphOf(text, language, at))), beads)).map(({ rule }) => rule)
}

const paragraphOf = (text: string, language: Language, at: number): Segment => ({ id: `${language}-${at + 1}`, kind: 'paragraph', text, place: { file: `${language}.md`, line: at + 1, column: 1 }, paragraph: at + 1, links: [] })

function speed(books: readonly GoldBook[]): void {
  const { id, checked } = books.reduce((one, other) => (other.checked.alignment.beads.length > one.checked.alignment.beads.length && !other.id.startsWith('train') ? other : one))
  const timed = <T>(run: () => T): { value: T; seconds: string } => {
    const before = process.cpuUsage()
    const value = run()
    const { user, system } = process.cpuUsage(before)
    return { value, seconds: `${((user + system) / 1e6).toFixed(2)} s` }
  }
  const first = timed(() => checkBook(checked))
  const edit = timed(() => beadFindings(checked, { from: 100, to: 101 }, [], first.value.norms))
  const again = timed(() => checkBook(checked))
  console.log(`\n${id}: ${checked.alignment.beads.length} beads in ${first.seconds} of processor time, again in ${again.seconds}, one bead in ${edit.seconds}`)
}

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('npm run bench:checks -- DIR')
quantities()
genres()
const books = goldBooks(folder)
speed(books)
alarms(books)
recall(books)
