/** Sets an edition in pages: cut into parts that are laid out once, side by side, and printed once; page numbers pass between them. */

import { toString } from 'hast-util-to-string'
import type { Book } from '../../model/book.ts'
import type { Edition } from '../../model/edition.ts'
import type { Message } from '../../model/message.ts'
import { counted, uncounted, type Count, type Leaf } from '../../paginate/leaves.ts'
import type { Gauged, SheetFault } from '../../paginate/sheet.ts'
import type { PrintBrowser } from '../../print/browser.ts'
import type { Asset } from '../../print/document.ts'
import type { LoadedDocument } from '../../print/loaded.ts'
import { deskOf, documentOf } from './desk.ts'
import { waitedFor } from './fill.ts'
import { isFacing } from './galleys.ts'
import { balancedSizes, complete, lay, settings, type Job, type LaidPart, type SetPart } from './part.ts'
import { partsOf, sampleOf, type Part } from './parts.ts'
import { sizesOf, type TypeSizes } from './style.ts'

export interface Half {
  /** Prepared. */
  readonly edition: Edition
  readonly leaves: readonly Leaf[]
}

export interface Typeset {
  /** PDFs of the parts, in the order of their pages. */
  readonly prints: readonly Uint8Array[]
  /** The pages as they were printed. */
  readonly html: string
  /** One edition, or two that meet in the middle of the book, each in the order of its reading. */
  readonly halves: readonly Half[]
  readonly gauged: Gauged
  readonly messages: readonly Message[]
}

export interface ToSet {
  /** Of the file, for messages. */
  readonly name: string
  /** Prepared: one, or two that are read from either end. */
  readonly editions: readonly [Edition, ...Edition[]]
  readonly book: Book
  readonly assets: ReadonlyMap<string, Asset>
  /** Gets the pages of each part as HTML while the browser prints them; called again where the browser had to be replaced. */
  readonly onPages?: Job['onPages']
  readonly onPrint?: Job['onPrint']
}

export async function typeset({ name, editions, book, assets, onPages = () => undefined, onPrint = () => undefined }: ToSet, browser: PrintBrowser): Promise<Typeset> {
  const halves = partsOf(editions)
  const desk = deskOf(editions[0], book, assets)
  const work: Work = (part, run) => browser.work({ ...desk, extent: extentOf(part) }, run)
  const sizes = await sizesFor(halves, book, work)
  const job: Job = { book, awaited: waitedFor(editions), sizes, onPages, onPrint }
  const set = await Promise.all(halves.map((parts) => setHalf(parts, job, work)))
  const parts = set.flat()
  const made = editions.map((edition, index): Half => ({ edition, leaves: (set[index] ?? []).flatMap(({ leaves }) => leaves) }))
  const gauged = allGauged(parts)
  return {
    prints: parts.map(({ bytes }) => bytes),
    html: documentOf(editions[0], book, parts.map(({ html }) => html)),
    halves: made, gauged,
    messages: [...messagesOf(gauged), ...faultsIn(parts).map((fault) => faultMessage(fault, made, name))],
  }
}

type Work = <T>(part: Part, run: (page: LoadedDocument) => Promise<T>) => Promise<T>

const extentOf = ({ edition, sections }: Part): number =>
  sections.reduce((sum, index) => sum + toString(edition.sections[index]?.tree ?? { type: 'root', children: [] }).length, 0)

/** On a grid both sides have their leading already; a book that is not cut finds its sizes while it is set. */
async function sizesFor([parts = []]: readonly Part[][], book: Book, work: Work): Promise<TypeSizes | undefined> {
  const [first] = parts
  if (!first) throw new Error('Nothing to set')
  if (!isFacing(first.edition.view) || book.grid) return sizesOf(first.edition, book)
  if (first.kind === 'whole') return undefined
  const sample = sampleOf(first.edition)
  return work(sample, (page) => balancedSizes(page, sample, book))
}

/** The front matter is counted while the first of the text is laid out, and set when all other numbers are known. */
async function setHalf(parts: readonly Part[], job: Job, work: Work): Promise<SetPart[]> {
  const front = parts.find(({ kind }) => kind === 'front')
  const index = parts.find(({ kind }) => kind === 'index')
  const places = new Map<string, Leaf>()
  const opening = front ? work(front, (page) => lay(page, front, uncounted, job)).then((laid) => {
    know(laid, places)
    return counted(uncounted, laid.leaves)
  }) : Promise.resolve(uncounted)
  const texts = await setTexts(parts.filter((part) => part !== front && part !== index), { first: opening, places }, job, work)
  const set = [...texts]
  const count = texts.reduce((before, { leaves }) => counted(before, leaves), await opening)
  const finish = async (part: Part, before: Count): Promise<SetPart> => told(await work(part, async (page) =>
    complete(page, await lay(page, part, before, job), new Map(set.flatMap((one) => [...one.places])), job)), job)
  if (index) set.push(await finish(index, count))
  if (front) set.unshift(await finish(front, uncounted))
  return set
}

interface Counting {
  /** Leaves before the first part. */
  readonly first: Promise<Count>
  /** Filled with every awaited place as soon as its page is chosen. */
  readonly places: Map<string, Leaf>
}

const know = ({ places: own }: Pick<LaidPart, 'places'>, places: Map<string, Leaf>): void => own.forEach((leaf, id) => places.set(id, leaf))

/**
 * Several at once, each on a page of its own; how many leaves stand before one is told when the part before has chosen its pages.
 * A part that refers to a later one is laid out again when all have.
 */
function setTexts(parts: readonly Part[], { first, places }: Counting, job: Job, work: Work): Promise<SetPart[]> {
  let before = first
  const begun = parts.map((part) => {
    const own = before
    let tell: (count: Count) => void = () => undefined
    let fail: (error: unknown) => void = () => undefined
    before = new Promise((resolve, reject) => { [tell, fail] = [resolve, reject] })
    before.catch(() => undefined)
    const set = work(part, async (page) => {
      const laid = await lay(page, part, own, job)
      know(laid, places)
      tell(counted(laid.before, laid.leaves))
      return laid.waiting.every(({ id }) => part.ids.has(id) || places.has(id)) ? complete(page, laid, places, job) : undefined
    })
    set.catch(fail)
    return { part, own, set }
  })
  const chosen = Promise.all(begun.map(({ set }) => set))
  chosen.catch(() => undefined)
  return Promise.all(begun.map(async ({ part, own, set }) => told(await set ?? await again(part, own), job)))

  async function again(part: Part, own: Promise<Count>): Promise<SetPart> {
    await chosen
    return work(part, async (page) => complete(page, await lay(page, part, own, job), places, job))
  }
}

/** A part is told when its work is done: until then the browser may have to do it again. */
function told(set: SetPart, { onPrint }: Job): SetPart {
  onPrint(set.bytes, set.part.number)
  return set
}

const allGauged = (parts: readonly SetPart[]): Gauged => ({
  galleys: Object.assign({}, ...parts.map(({ gauged }) => gauged.galleys)) as Gauged['galleys'],
  headings: parts.flatMap(({ gauged }) => gauged.headings),
  tables: parts.flatMap(({ gauged }) => gauged.tables),
  broken: [...new Set(parts.flatMap(({ gauged }) => gauged.broken))],
})

const messagesOf = ({ broken, tables }: Gauged): Message[] => [
  ...broken.map((image): Message => ({ rule: 'print/image-broken', severity: 'error', values: { image } })),
  ...tables.filter(({ fit }) => fit < settings.leastTable).map(({ segment }): Message => ({ rule: 'print/table-wide', severity: 'warning', values: { segment } })),
]

/** Pages counted through the file. */
function faultsIn(parts: readonly SetPart[]): SheetFault[] {
  let before = 0
  return parts.flatMap(({ faults, leaves }) => {
    const first = before
    before += leaves.length
    return faults.map((fault) => ({ ...fault, page: first + fault.page }))
  })
}

/** A page is named by its place in the file, as viewers count it. */
const faultMessage = ({ page, overflow, segment }: SheetFault, halves: readonly Half[], edition: string): Message => ({
  rule: overflow > 0 ? 'print/page-overfull' : 'print/line-moved', severity: 'warning', values: { edition, page: physicalPage(page, halves), segment },
})

/** The second half stands in reverse. */
function physicalPage(index: number, halves: readonly Half[]): number {
  const first = halves[0]?.leaves.length ?? 0
  const all = halves.reduce((sum, { leaves }) => sum + leaves.length, 0)
  return index < first ? index + 1 : first + all - index
}
