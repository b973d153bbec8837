/**
 * Measures the aligner on documents with gold beads: `npm run bench:align -- DIR`, where DIR holds `*.json` in the bench's format.
 *
 * Prints strict F1 by genre beside Gale–Church from the same run, recall of omissions and additions, speed,
 * how far the scores can be trusted, and the time of one chapter; then time and peak memory of the largest document in a process of its own.
 */

import { spawnSync } from 'node:child_process'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { align } from '../../../pipeline/align/index.ts'
import type { Bead, Span } from '../../../pipeline/model/alignment.ts'
import { benchDocuments, benchSegments, type BenchDocument } from '../../../pipeline/align/train/bench.ts'
import { galeChurch } from './gale-church.ts'
import { added, countsOf, f1Of, type BeadPair, type Counts } from './score.ts'

interface Measured {
  readonly document: BenchDocument
  readonly beads: readonly Bead[]
  readonly ours: Counts
  readonly lengths: Counts
  readonly milliseconds: number
}

/** Documents longer than this are too large for the whole rectangle that Gale–Church fills. */
const longestForLengths = 3000

function measureOne(id: string): void {
  const document = benchDocuments(folder).find((one) => one.id === id)
  if (!document) throw new Error(`No document ${id}`)
  const segments = benchSegments(document)
  const started = performance.now()
  align(segments)
  const seconds = (performance.now() - started) / 1000
  console.log(`${id}: ${document.en.length} × ${document.ar.length} sentences in ${seconds.toFixed(1)} s, peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
}

function measureAll(): void {
  const documents = benchDocuments(folder)
  // The first call reads the lexicon; a book pays for it once.
  const [first] = documents
  if (first) align(benchSegments(first))
  const measured = documents.map(measure)
  const genres = [...new Set(documents.map(({ genre }) => genre))]
  console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${new Date().toISOString().slice(0, 10)}`)
  console.log(row('genre', 'documents', 'strict F1', 'Gale–Church', 'alone found', 'sentences/s'))
  for (const genre of genres) console.log(rowOf(genre, measured.filter(({ document }) => document.genre === genre)))
  console.log(rowOf('all (micro)', measured))
  const macro = (of: 'ours' | 'lengths') => genres.reduce((sum, genre) => sum + f1Of(added(measured.filter(({ document }) => document.genre === genre).map((one) => one[of]))), 0) / genres.length
  console.log(row('all (macro)', '', macro('ours').toFixed(4), macro('lengths').toFixed(4), '', ''))
  console.log(`\n${reliability(measured)}\n`)
  console.log(chapterTime(documents))
  const largest = documents.reduce((one, other) => (other.en.length > one.en.length ? other : one))
  const child = spawnSync(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), folder, largest.id], { encoding: 'utf8' })
  console.log(child.stdout.trim() || child.stderr)
}

/** A chapter of 150 sentences after one edit: everything is done anew but reading the lexicon. */
function chapterTime(documents: readonly BenchDocument[]): string {
  const long = documents.find(({ en, ar }) => Math.min(en.length, ar.length) >= 150)
  if (!long) return 'No document has 150 sentences.'
  const segments = benchSegments(long)
  const chapter = { en: segments.en.slice(0, 150), ar: segments.ar.slice(0, 150) }
  const times = Array.from({ length: 9 }, () => {
    const started = performance.now()
    align(chapter)
    return performance.now() - started
  }).sort((one, other) => one - other)
  return `150 × 150 sentences anew: ${times[4]?.toFixed(0)} ms (median of 9)`
}

function measure(document: BenchDocument): Measured {
  const segments = benchSegments(document)
  const started = performance.now()
  const beads = align(segments)
  const milliseconds = performance.now() - started
  const lengths = document.en.length > longestForLengths ? [] : galeChurch(document.en, document.ar)
  return { document, beads, milliseconds, ours: countsOf(document.gold, beads.map(pairOf)), lengths: countsOf(document.gold, lengths) }
}

const pairOf = ({ en, ar }: Bead): BeadPair => [indices(en), indices(ar)]
const indices = ({ from, to }: Span): number[] => Array.from({ length: to - from }, (_, index) => from + index)

function rowOf(name: string, measured: readonly Measured[]): string {
  const ours = added(measured.map((one) => one.ours))
  const comparable = measured.filter(({ document }) => document.en.length <= longestForLengths)
  const sentences = measured.reduce((sum, { document }) => sum + document.en.length + document.ar.length, 0)
  const milliseconds = measured.reduce((sum, one) => sum + one.milliseconds, 0)
  const alone = ours.alone > 0 ? `${(ours.aloneFound / ours.alone).toFixed(3)} of ${ours.alone}` : ''
  return row(name, String(measured.length), f1Of(ours).toFixed(4), f1Of(added(comparable.map((one) => one.lengths))).toFixed(4), alone, String(Math.round(sentences / milliseconds * 1000)))
}

const widths = [18, 10, 10, 12, 14, 12]
const row = (...cells: string[]): string => cells.map((cell, index) => (index === 0 ? cell.padEnd(widths[index]!) : cell.padStart(widths[index]!))).join(' ')

/** Of the beads given about this probability, how many are right. */
function reliability(measured: readonly Measured[]): string {
  const bins = new Map<number, { beads: number; said: number; right: number }>()
  for (const { document, beads } of measured) {
    const gold = new Set(document.gold.map(([en, ar]) => `${en.join(',')}|${ar.join(',')}`))
    for (const bead of beads) {
      const bin = bead.score >= 0.99 ? 0.99 : Math.floor(bead.score * 10) / 10
      const known = bins.get(bin) ?? { beads: 0, said: 0, right: 0 }
      bins.set(bin, known)
      known.beads++
      known.said += bead.score
      known.right += Number(gold.has(pairOf(bead).map((side) => side.join(',')).join('|')))
    }
  }
  const lines = [...bins].sort(([one], [other]) => one - other).map(([bin, { beads, said, right }]) =>
    row(`from ${bin}`, String(beads), (said / beads).toFixed(3), (right / beads).toFixed(3)))
  return [row('score', 'beads', 'said', 'right'), ...lines].join('\n')
}

const [folder = '', only] = process.argv.slice(2)
if (only !== undefined) measureOne(only)
else measureAll()
