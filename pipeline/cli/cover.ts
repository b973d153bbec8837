/** `tawazi cover`: the wraparound cover of a book, for one printer. */

import { readFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import type { Command } from 'commander'
import { findProfile, profileNames } from '../book/profile.ts'
import { read } from '../aligned.ts'
import type { Book } from '../model/book.ts'
import { directionOf, languages, type Language } from '../model/language.ts'
import { hasErrors, type Message } from '../model/message.ts'
import type { CoverSpecification, Paper, Profile } from '../model/profile.ts'
import type { Words } from '../model/words.ts'
import { openBrowser } from '../print/browser.ts'
import { imageType } from '../readers/images.ts'
import { imprintOf } from '../views/imprint.ts'
import { pagesBeyond, writeCover, type Binding, type FrontPicture } from '../writers/wrap/index.ts'
import { finishedPdf } from './finished-pdf.ts'
import { loadBook } from './load.ts'
import { lineOf } from './messages.ts'
import { save } from './save.ts'
import { UsageError } from './usage.ts'

interface CoverOptions {
  readonly profile?: string
  readonly pages?: string
  readonly interior?: string
  readonly paper?: string
  readonly lead?: string
  readonly binding?: string
  readonly colour: string
  readonly out?: string
  readonly quiet?: boolean
}

/** A dark blue on which white words stand out; three inks of it stay under every printer's limit. */
const usualColour = '#23405e'

export function coverCommand(program: Command, words: Words, done: (code: number) => void): void {
  program
    .command('cover')
    .summary(words('cover:command.summary'))
    .description(words('cover:command.description'))
    .argument('<book>', words('cover:command.book'))
    .argument('[arabic]', words('cli:build.arabic'))
    .option('--profile <name>', words('cover:command.profile', { names: profileNames.join(', ') }))
    .option('--pages <count>', words('cover:command.pages'))
    .option('--interior <file>', words('cover:command.interior'))
    .option('--paper <name>', words('cover:command.paper'))
    .option('--lead <language>', words('cover:command.lead'))
    .option('--binding <side>', words('cover:command.binding'))
    .option('--colour <colour>', words('cover:command.colour'), usualColour)
    .option('--out <folder>', words('cover:command.out'))
    .option('--quiet', words('cli:build.quiet'))
    .addHelpText('after', `\n${words('cover:command.example')}`)
    .action(async (first: string, second: string | undefined, options: CoverOptions) => {
      done(await run(first, second, options, words))
    })
}

async function run(first: string, second: string | undefined, options: CoverOptions, words: Words): Promise<number> {
  const loaded = await loadBook(first, second)
  const { book } = loaded
  if (!book) return tell(loaded.messages, loaded.root, words)
  const { profile, specification, messages } = profileFor(options.profile, book)
  if (!profile || !specification) return tell(messages, loaded.root, words)
  const language = leadOf(options.lead, book)
  const [name, pages] = [`cover.${language}.${profile.name}`, await pagesOf(options)]
  const refusal = pagesBeyond(name, pages, profile)
  if (refusal) return tell([refusal], loaded.root, words)
  const { manuscripts, messages: faults } = await read(book)
  if (!manuscripts) return tell(faults, loaded.root, words)
  const to = {
    name, imprint: imprintOf(book, manuscripts), language, trim: profile.trim ?? book.page,
    pages, paper: paperOf(options.paper, specification), binding: bindingOf(options.binding, language),
    colour: colourOf(options.colour), blurb: { description: book.description, author: book.cover.author }, picture: await pictureOf(book), profile, specification,
  }
  const browser = await openBrowser()
  try {
    const cover = await writeCover(to, browser)
    const ok = !hasErrors(cover.messages)
    const paths = ok ? await save(cover.artifacts, resolve(options.out ?? join('output', book.name))) : []
    if (!options.quiet && paths[0]) {
      const { width, height, spine } = cover.measures
      process.stdout.write(`${words('cover:line', { file: relative('.', paths[0]), width: hundredths(width), height: hundredths(height), spine: hundredths(spine.width), pages: to.pages })}\n`)
    }
    return tell(options.quiet ? cover.messages.filter(({ severity }) => severity === 'error') : cover.messages, loaded.root, words)
  } finally {
    await browser.close()
  }
}

const hundredths = (value: number): number => Math.round(value * 100) / 100

function profileFor(name: string | undefined, book: Book): { profile?: Profile; specification?: CoverSpecification; messages: readonly Message[] } {
  const known = profileNames.join(', ')
  if (name === undefined) throw new UsageError('cover/no-profile', { names: known })
  const { profile, messages } = findProfile(name, book.root, { file: name, line: 1, column: 1 })
  if (!profile) return { messages }
  if (!profile.cover) throw new UsageError('cover/no-cover', { name })
  return { profile, specification: profile.cover, messages }
}

/** Given, or counted in the PDF of the pages. */
async function pagesOf({ pages, interior }: CoverOptions): Promise<number> {
  if (interior !== undefined) {
    return (await finishedPdf(interior, 'cover/interior-unreadable')).pdf.getPageCount()
  }
  if (pages === undefined) throw new UsageError('cover/no-pages')
  const count = Number(pages)
  if (!Number.isInteger(count) || count < 1) throw new UsageError('cover/pages-wrong', { name: pages })
  return count
}

/** Whoever loaded the book has found it whole. */
async function pictureOf({ root, cover: { picture: path } }: Book): Promise<FrontPicture | undefined> {
  if (path === undefined) return undefined
  const bytes = await readFile(join(root, path))
  return { path, bytes, type: imageType(bytes) ?? 'application/octet-stream' }
}

function paperOf(name: string | undefined, { spine: { papers } }: CoverSpecification): Paper {
  const paper = name === undefined ? papers[0] : papers.find((one) => one.name === name)
  if (!paper) throw new UsageError('cover/no-paper', { name: name ?? '', names: papers.map((one) => one.name).join(', ') })
  return paper
}

/** Without the option the language of the original leads. */
function leadOf(name: string | undefined, book: Book): Language {
  const language = name === undefined ? book.original : languages.find((one) => one === name)
  if (!language) throw new UsageError('cover/no-language', { name: name ?? '' })
  return language
}

/** Arabic books are bound on the right. */
function bindingOf(name: string | undefined, language: Language): Binding {
  const binding = name ?? (directionOf(language) === 'rtl' ? 'right' : 'left')
  if (binding !== 'left' && binding !== 'right') throw new UsageError('cover/no-binding', { name: binding })
  return binding
}

function colourOf(colour: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new UsageError('cover/no-colour', { name: colour })
  return colour
}

function tell(messages: readonly Message[], root: string, words: Words): number {
  for (const message of messages) process.stderr.write(`${lineOf(message, words, root)}\n`)
  return hasErrors(messages) ? 1 : 0
}
