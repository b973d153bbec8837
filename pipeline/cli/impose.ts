/** `tawazi impose`: pages of a finished PDF on sheets for folding. */

import { basename, dirname, relative, resolve } from 'node:path'
import { PDFDict, PDFName, type PDFDocument } from '@cantoo/pdf-lib'
import type { Command } from 'commander'
import { pageOrderOf } from '../check/pdf/order.ts'
import { SurroundingsError } from '../model/message.ts'
import type { Words } from '../model/words.ts'
import { impose, type Binding, type Style } from '../writers/imposition/index.ts'
import { coded, finishedPdf } from './finished-pdf.ts'
import { save } from './save.ts'
import { UsageError } from './usage.ts'

interface ImposeOptions {
  readonly signature: string
  readonly binding?: string
  readonly creep: string
  readonly sheet?: string
  readonly bleed: string
  readonly marks?: boolean
  readonly order?: string
  readonly out?: string
  readonly quiet?: boolean
}

const styles = ['booklet', '4', '8', '16', '32'] as const
const orders = ['reading', 'reversed'] as const

export function imposeCommand(program: Command, words: Words, done: (code: number) => void): void {
  program
    .command('impose')
    .summary(words('impose:command.summary'))
    .description(words('impose:command.description'))
    .argument('<file>', words('impose:command.file'))
    .option('--signature <pages>', words('impose:command.signature', { names: styles.join(', ') }), 'booklet')
    .option('--binding <side>', words('impose:command.binding'))
    .option('--creep <millimetres>', words('impose:command.creep'), '0')
    .option('--sheet <size>', words('impose:command.sheet'))
    .option('--bleed <millimetres>', words('impose:command.bleed'), '0')
    .option('--marks', words('impose:command.marks'))
    .option('--order <order>', words('impose:command.order', { names: orders.join(', ') }))
    .option('--out <folder>', words('impose:command.out'))
    .option('--quiet', words('cli:build.quiet'))
    .addHelpText('after', `\n${words('impose:command.example')}`)
    .action(async (path: string, options: ImposeOptions) => done(await run(path, options, words)))
}

async function run(path: string, options: ImposeOptions, words: Words): Promise<number> {
  const asked = { style: styleOf(options.signature), creep: creepOf(options.creep), sheet: sheetOf(options.sheet), bleed: bleedOf(options.bleed), marks: Boolean(options.marks) }
  const { bytes, pdf: source } = await finishedPdf(path, 'impose/unreadable')
  const binding = bindingOf(options.binding, source)
  const isReversed = isReversedIn(options.order, bytes)
  const imposed = await impose(source, { ...asked, binding, isReversed }).catch((cause: unknown) => {
    throw new SurroundingsError('impose/unreadable', { path, fault: (cause as Error).message }, coded('damaged', cause))
  })
  const name = `${basename(path).replace(/\.pdf$/i, '')}.${options.signature}.pdf`
  const [file = ''] = await save([{ name, bytes: imposed.bytes }], resolve(options.out ?? dirname(path)))
  if (!options.quiet) {
    if (imposed.unlike > 0) process.stderr.write(`${words('impose:unlike', { count: imposed.unlike })}\n`)
    const blanks = words('impose:blanks', { count: imposed.blanks })
    if (isReversed && options.order === undefined) process.stdout.write(`${words('impose:reversed')}\n`)
    process.stdout.write(`${words('impose:line', { file: relative('.', file), sheets: words('impose:sheets', { count: imposed.sheets }), blanks, scale: Math.round(imposed.scale * 1000) / 10 })}\n`)
  }
  return 0
}

function styleOf(name: string): Style {
  if (!(styles as readonly string[]).includes(name)) throw new UsageError('impose/no-signature', { name, names: styles.join(', ') })
  return name === 'booklet' ? name : Number(name) as Style
}

function creepOf(text: string): number {
  const creep = Number(text.replace(/mm$/, ''))
  if (!(creep >= 0 && creep < 2)) throw new UsageError('impose/no-creep', { name: text })
  return creep
}

function bleedOf(text: string): number {
  const bleed = Number(text.replace(/mm$/, ''))
  if (!(bleed >= 0 && bleed <= 20)) throw new UsageError('impose/no-bleed', { name: text })
  return bleed
}

/** Without the option, as the labels of the pages tell: files for some printers have the last page of a right-bound book first. */
function isReversedIn(name: string | undefined, bytes: Uint8Array): boolean {
  if (name !== undefined && !(orders as readonly string[]).includes(name)) throw new UsageError('impose/no-order', { name, names: orders.join(', ') })
  return name === undefined ? pageOrderOf(bytes) === 'falling' : name === 'reversed'
}

/** `A4` lies on its side, as two pages of a booklet do. */
function sheetOf(text: string | undefined): { width: number; height: number } | undefined {
  if (text === undefined) return undefined
  const [, width, height] = /^(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)(?:mm)?$/.exec(text === 'A4' ? '297x210' : text === 'A3' ? '420x297' : text) ?? []
  if (!Number(width) || !Number(height)) throw new UsageError('impose/no-sheet', { name: text })
  return { width: Number(width), height: Number(height) }
}

/** Without the option, the side on which the file says that it is read from. */
function bindingOf(name: string | undefined, source: PDFDocument): Binding {
  const direction = source.catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict)?.get(PDFName.of('Direction'))
  const binding = name ?? (direction === PDFName.of('R2L') ? 'right' : 'left')
  if (binding !== 'left' && binding !== 'right') throw new UsageError('impose/no-binding', { name: binding })
  return binding
}
