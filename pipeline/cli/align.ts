/** `tawazi align`: beads of two manuscripts on the terminal or as JSON, why a bead stands, and whole folders of segmented documents. */

import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { bookOfFiles } from '../book/load.ts'
import { read } from '../aligned.ts'
import { explain } from '../align/explain.ts'
import type { FeatureName } from '../align/features.ts'
import { settingsOf } from '../align/embeddings/index.ts'
import { align, alignedFreely } from '../align/index.ts'
import type { AlignSettings } from '../align/settings.ts'
import { alignedAsDecided } from '../decisions/aligned.ts'
import { beadType, type Bead } from '../model/alignment.ts'
import { bilingual, type Bilingual } from '../model/language.ts'
import { segmentsOf, noteSegments, textSegments, type Manuscript, type Segment } from '../model/manuscript.ts'
import { hasErrors, type Message } from '../model/message.ts'
import type { Words } from '../model/words.ts'
import { backendOf, backendOptions, type BackendOptions } from './backend.ts'
import { makeFolder } from './folder.ts'
import { interruption } from './interruption.ts'
import { lineOf, wordedMessage } from './messages.ts'
import { pinsOf } from './pins.ts'
import { progressOn } from './progress.ts'
import { save } from './save.ts'
import { segmentedDocument, SegmentedFault } from './segmented.ts'
import { UsageError } from './usage.ts'

interface AlignOptions extends BackendOptions {
  readonly json?: boolean
  readonly quiet?: boolean
  readonly explain?: string
  readonly pin?: readonly string[]
  readonly segmented?: string
  readonly out?: string
}

export function alignCommand(program: Command, words: Words, done: (code: number) => void): void {
  const command = program
    .command('align')
    .summary(words('cli:align.summary'))
    .description(words('cli:align.description'))
    .argument('[english]', words('cli:align.english'))
    .argument('[arabic]', words('cli:build.arabic'))
    .option('--json', words('cli:align.json'))
    .option('--explain <bead>', words('cli:align.explain'))
    .option('--pin <numbers>', words('cli:align.pin'), (value: string, before: readonly string[] = []) => [...before, value])
    .option('--segmented <folder>', words('cli:align.segmented'))
    .option('--out <folder>', words('cli:align.out'))
    .option('--quiet', words('cli:build.quiet'))
  backendOptions(command, words)
    .addHelpText('after', `\n${words('cli:align.example')}`)
    .action(async (en: string | undefined, ar: string | undefined, options: AlignOptions) => {
      done(await runAlign(en, ar, options, words))
    })
}

async function runAlign(en: string | undefined, ar: string | undefined, options: AlignOptions, words: Words): Promise<number> {
  if (options.segmented !== undefined) return alignFolder(options.segmented, options, words)
  if (en === undefined || ar === undefined) throw new UsageError('cli/two-files')
  const progress = progressOn(process.stderr, words, Boolean(options.quiet || options.json))
  const interrupt = interruption()
  try {
    const backend = await backendOf(options)
    const { book, root, messages: loading } = await bookOfFiles(en, ar)
    progress.step('read')
    const { manuscripts, decided, messages: reading } = book ? await read(book) : { manuscripts: undefined, decided: undefined, messages: [] }
    const before = [...backend.messages, ...loading, ...reading]
    if (!manuscripts || !decided?.decisions || hasErrors(before)) return tell(before, undefined, options, words, root)
    const segments = bilingual((language) => segmentsOf(manuscripts[language]))
    const settings = await settingsOf(backend.align, segments, { signal: interrupt.signal, progress: (done, all) => progress.step('embed', { done, all }) })
    progress.step('align', { en: segments.en.length, ar: segments.ar.length })
    const free = alignedFreely(manuscripts, 1, settings)
    const { alignment, messages } = alignedAsDecided(free, manuscripts, decided.decisions, (index) => decided.placeOf('beads', index), pinsOf(options.pin ?? []))
    progress.done()
    if (options.explain !== undefined) return tellWhy(manuscripts, alignment.beads, options.explain, settings, options, words)
    return tell([...before, ...messages], { beads: alignment.beads, segments }, options, words, root)
  } finally {
    progress.done()
    interrupt.release()
  }
}

interface Shown {
  readonly beads: readonly Bead[]
  readonly segments: Bilingual<readonly Segment[]>
}

/** Unrelated texts are told of and nothing else: invented pairs would mislead. */
function tell(messages: readonly Message[], shown: Shown | undefined, options: AlignOptions, words: Words, root = '.'): number {
  const ok = !hasErrors(messages) && shown !== undefined
  const beads = ok ? shown.beads.map((bead, index) => told(bead, index + 1, shown.segments)) : []
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ ok, beads, messages: messages.map((message) => wordedMessage(message, words)) }, null, 2)}\n`)
    return ok ? 0 : 1
  }
  for (const message of messages) if (!options.quiet || message.severity === 'error') process.stderr.write(`${lineOf(message, words, root)}\n`)
  for (const { bead, type, score, en, ar } of beads) {
    process.stdout.write(`${words.numeral(bead)}  ${type}  ${words.number(score, { style: 'percent' })}\n  ${joined(en)}\n  ${joined(ar)}\n\n`)
  }
  return ok ? 0 : 1
}

const joined = (segments: readonly { text: string }[]): string => segments.map(({ text }) => text).join(' | ') || '—'

function told(bead: Bead, number: number, segments: Bilingual<readonly Segment[]>) {
  const { en, ar } = bilingual((language) =>
    segments[language].slice(bead[language].from, bead[language].to).map(({ id, text, place }) => ({ id, text, place })))
  return { bead: number, type: beadType(bead), score: Math.round(bead.score * 1000) / 1000, en, ar }
}

function tellWhy(manuscripts: Bilingual<Manuscript>, beads: readonly Bead[], wanted: string, settings: AlignSettings, options: AlignOptions, words: Words): number {
  const number = Number(wanted)
  const bead = beads[number - 1]
  if (!Number.isInteger(number) || !bead) throw new UsageError('cli/no-such-bead', { bead: Number.isNaN(number) ? wanted : number, most: beads.length })
  const { segments, local } = streamOf(manuscripts, bead)
  const why = explain(segments, local, settings)
  const all = bilingual((language) => segmentsOf(manuscripts[language]))
  const head = told(bead, number, all)
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ ...head, ...why }, null, 2)}\n`)
    return 0
  }
  const nats = (value: number) => words.number(value, { signDisplay: 'exceptZero', minimumFractionDigits: 1, maximumFractionDigits: 1 })
  process.stdout.write([
    `${words.numeral(number)}  ${head.type}  ${words.number(head.score, { style: 'percent' })}`, `  ${joined(head.en)}`, `  ${joined(head.ar)}`, '',
    ...why.reasons.map(({ feature, nats: value }) => `  ${nats(value).padStart(6)}  ${words(`features:${keyOf(feature)}`)}`), '',
    `  ${words('features:likes')} ${why.likes.map(({ en, ar }) => `${en} = ${ar}`).join(words('features:separator')) || '—'}`, '',
  ].join('\n'))
  return 0
}

/** A feature's name as its wording is found: signs and spaces would part a key. */
export const keyOf = (feature: FeatureName): string => feature.replaceAll(/\W+/g, '-')

/** The stream (running text or notes) that a bead of the whole belongs to, and the bead as counted there. */
function streamOf(manuscripts: Bilingual<Manuscript>, bead: Bead): { segments: Bilingual<readonly Segment[]>; local: Bead } {
  const text = bilingual((language) => textSegments(manuscripts[language], 0))
  const isText = bead.en.to <= text.en.length && bead.ar.to <= text.ar.length
  const offset = bilingual((language) => (isText ? 0 : text[language].length))
  const local = { ...bilingual((language) => ({ from: bead[language].from - offset[language], to: bead[language].to - offset[language] })), score: bead.score }
  return { segments: isText ? text : bilingual((language) => noteSegments(manuscripts[language], 0)), local }
}

/** Every `*.json` of a folder, `{id, en: [sentence], ar: [sentence], enParagraphStarts?, arParagraphStarts?}`, to `{id, pairs, scores}` of the same name. */
async function alignFolder(from: string, options: AlignOptions, words: Words): Promise<number> {
  const { out, quiet } = options
  if (out === undefined) throw new UsageError('cli/no-out')
  const names = await readdir(from).catch(() => undefined)
  const documents = names?.filter((name) => name.endsWith('.json')).sort() ?? []
  if (documents.length === 0) throw new UsageError('cli/no-documents', { folder: from })
  const backend = await backendOf(options)
  if (hasErrors(backend.messages)) return tell(backend.messages, undefined, options, words)
  await makeFolder(resolve(out))
  const progress = progressOn(process.stderr, words, Boolean(quiet))
  for (const [index, name] of documents.entries()) {
    progress.step('document', { name, index: index + 1, all: documents.length })
    try {
      const { id, segments } = segmentedDocument(name, await readFile(join(from, name), 'utf8'))
      const beads = align(segments, await settingsOf(backend.align, segments))
      const result = { id, pairs: beads.map(({ en, ar }) => [indices(en), indices(ar)]), scores: beads.map(({ score }) => Math.round(score * 1e4) / 1e4) }
      await save([{ name, bytes: Buffer.from(`${JSON.stringify(result)}\n`) }], resolve(out))
    } catch (error) {
      if (!(error instanceof SegmentedFault)) throw error
      progress.done()
      process.stderr.write(`${lineOf(error.told, words)}\n`)
      return 1
    }
  }
  progress.done()
  return 0
}

const indices = ({ from, to }: { from: number; to: number }): number[] => Array.from({ length: to - from }, (_, index) => from + index)
