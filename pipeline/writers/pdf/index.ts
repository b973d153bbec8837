/** Sets one edition in pages: prepared, typeset with one print, and finished at object level. */

import type { Book } from '../../model/book.ts'
import type { Artifact, Edition } from '../../model/edition.ts'
import { directionOf } from '../../model/language.ts'
import type { Message } from '../../model/message.ts'
import type { Profile } from '../../model/profile.ts'
import type { PrintBrowser } from '../../print/browser.ts'
import { printableCharacters, printAssets } from '../../print/signs.ts'
import { imagesOf } from '../images.ts'
import { impose } from '../imposition/index.ts'
import { coverOf } from './cover.ts'
import type { Finished } from './finish.ts'
import { finisherHere, type Finisher, type Finishing } from './finisher.ts'
import { missingGlyphs } from './glyphs.ts'
import { opened } from './open.ts'
import { pagesJson } from './pages-json.ts'
import { orderOf } from './order.ts'
import { bookFor, countRefusal, refusalOf, sizeWarning } from './press/margins.ts'
import { readied, type Halves, type Ready } from './ready.ts'
import { pageOf } from './style.ts'
import { typeset, type Typeset } from './typeset.ts'

export { storeCoverOf } from './cover.ts'
export { expectedFor, readied, type Halves, type Ready } from './ready.ts'

export interface Pdf {
  /** The PDF, and what is told of its pages. */
  readonly artifacts: readonly [pdf: Artifact, pages: Artifact]
  /** PNG of the title page, 600 pixels wide. */
  readonly cover: Uint8Array
  /** The document as it was printed. */
  readonly html: string
  readonly pages: number
  readonly messages: readonly Message[]
}

interface Options {
  readonly name: string
  readonly book: Book
  readonly browser: PrintBrowser
  /** Gets the pages of each part as HTML while the browser is still printing them. */
  readonly onPages?: (html: string, part: number) => void
  /** For which a print will be finished first: work on it begins while the browser is still printing. */
  readonly profile?: Profile
  /** This thread's own where none is given. */
  readonly finisher?: Finisher
}

/** What is left when the browser has done its part. */
export interface PrintedPdf {
  readonly name: string
  readonly book: Book
  readonly halves: Halves
  readonly set: Typeset
  readonly cover: Uint8Array
  readonly finisher: Finisher
  /** Taken by the first who finishes it for that profile. */
  readonly begun: Map<Profile, Finishing>
}

/** `halves` are one edition, or two that are read from either end and meet in the middle. `ready` is used up. */
async function printReady(halves: Halves, { book, editions }: Ready, { name, browser, onPages, profile, finisher = finisherHere }: Omit<Options, 'book'>): Promise<PrintedPdf> {
  const [first] = halves
  const assets = new Map([...printAssets(), ...halves.flatMap((edition) => [...imagesOf(edition, book.root)])])
  const finishing = profile && finisher.begin(profile)
  const [set, cover] = await Promise.all([
    typeset({ name, editions, book, assets, ...(onPages && { onPages }), ...(finishing && { onPrint: finishing.take }) }, browser),
    coverOf(first, { book, browser }),
  ])
  return { name, book, halves, set, cover, finisher, begun: new Map(finishing ? [[profile, finishing]] : []) }
}

export const printPdf = async (halves: Halves, options: Options): Promise<PrintedPdf> => printReady(halves, await readied(halves, options.book, []), options)

/** Prints on the pages that all `profiles` want: once, and again where the book grew so that a printer asks for a wider gutter. */
export async function printFor(halves: Halves, options: Options, profiles: readonly Profile[], begun?: Ready): Promise<PrintedPdf> {
  let ready = begun ?? await readied(halves, options.book, profiles)
  for (;;) {
    const { book } = ready
    const printed = await printReady(halves, ready, options)
    const wanted = bookFor(options.book, profiles, pagesIn(printed.set))
    // A wider gutter makes more pages, never fewer, so this comes to an end.
    if (wanted.page.margin.inner <= book.page.margin.inner && wanted.parallelPage.margin.inner <= book.parallelPage.margin.inner) return printed
    for (const finishing of printed.begun.values()) finishing.drop()
    ready = await readied(halves, options.book, profiles, pagesIn(printed.set))
  }
}

/** The file of a print for a profile, at object level. */
function finishedPrint({ name, book, set, finisher, begun }: PrintedPdf, profile: Profile): Promise<Finished> {
  const finishing = begun.get(profile) ?? finisher.begin(profile)
  if (!begun.delete(profile)) set.prints.forEach(finishing.take)
  return finishing.finish(orderOf({ name, book, set, profile }))
}

/** Finishes a print for a screen, and tells of its pages; needs no browser. */
export async function finishPdf(printed: PrintedPdf, profile: Profile): Promise<Pdf> {
  const { name, book, halves, set, cover } = printed
  const { bytes, messages } = await finishedPrint(printed, profile)
  return {
    artifacts: [{ name, bytes }, pagesJson(name, set, book)],
    cover,
    html: set.html,
    pages: pagesIn(set),
    messages: [...set.messages, ...messages, ...halves.flatMap((edition) => missingGlyphs(edition, printableCharacters()))],
  }
}

/** Pages of a print, without blanks that a printer may ask for. */
export const pagesIn = ({ halves }: Typeset): number => halves.reduce((sum, { leaves }) => sum + leaves.length, 0)

export interface PressPdf {
  /** Undefined where the printer would refuse it: the messages say why. */
  readonly artifact: Artifact | undefined
  readonly messages: readonly Message[]
}

/** `en.pdf` for a printer is `en.kdp.pdf`. */
const pressName = (name: string, profile: Profile): string => name.replace(/\.pdf$/, `.${profile.name}.pdf`)

/** The file for a printer from the same print, with the same pages. */
export async function pressPdf(printed: PrintedPdf, profile: Profile): Promise<PressPdf> {
  const { set } = printed
  const name = pressName(printed.name, profile)
  const refusal = countRefusal(profile, pagesIn(set), name)
  if (refusal) return { artifact: undefined, messages: [refusal] }
  const { bytes, messages } = await finishedPrint({ ...printed, name }, profile)
  const laid = await onSheets(bytes, set, profile)
  const warning = sizeWarning(profile, laid.byteLength, name)
  return { artifact: { name, bytes: laid }, messages: warning ? [...messages, warning] : messages }
}

/** For an office printer: four pages to a sheet of paper, two on each side, so that a book is a pile of sheets that are folded or cut in the middle. */
async function onSheets(bytes: Uint8Array, { halves }: Typeset, { imposition }: Profile): Promise<Uint8Array> {
  if (imposition === 'single') return bytes
  const binding = directionOf(halves[0]?.edition.language ?? 'en') === 'rtl' ? 'right' : 'left'
  const source = await opened(bytes)
  return (await impose(source, { style: 4, binding, creep: 0, sheet: imposition, bleed: 0, marks: false, isReversed: false })).bytes
}

/** The profiles for which an edition can be set, and what is told of the others. */
export function fitting(profiles: readonly Profile[], edition: Edition, name: string, book: Book): { profiles: Profile[]; messages: Message[] } {
  const told = profiles.map((profile) => ({ profile, refusal: refusalOf(profile, pageOf(edition, book), pressName(name, profile)) }))
  return {
    profiles: told.filter(({ refusal }) => !refusal).map(({ profile }) => profile),
    messages: told.flatMap(({ refusal }) => refusal ?? []),
  }
}

export const writePdf = async (halves: Halves, options: Options & { readonly profile: Profile }): Promise<Pdf> =>
  finishPdf(await printPdf(halves, options), options.profile)
