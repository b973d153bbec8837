/** Sets an edition in pages: laid out and gauged once, broken into pages, numbered, set, verified, printed once. */

import type { Book } from '../../model/book.ts'
import type { Edition } from '../../model/edition.ts'
import type { Message } from '../../model/message.ts'
import { leavesOf, type Leaf } from '../../paginate/leaves.ts'
import type { Gauged, GaugeOptions, SheetFault } from '../../paginate/sheet.ts'
import type { PrintBrowser } from '../../print/browser.ts'
import type { Asset } from '../../print/document.ts'
import type { LoadedDocument } from '../../print/loaded.ts'
import { balanced } from './balance.ts'
import { typesetterScript } from './bundle.ts'
import { choose, tiesOf } from './choose.ts'
import { fill, waitingIn } from './fill.ts'
import { galleyNames, galleysDocument, htmlOf, isFacing, notesGalley, type Stretch } from './galleys.ts'
import { sheetsOf } from './sheets.ts'
import { gridOf, pageOf, pixelsPerMillimetre, sizesOf, styleOf } from './style.ts'

export interface Half {
  /** Prepared. */
  readonly edition: Edition
  readonly leaves: readonly Leaf[]
}

export interface Typeset {
  readonly bytes: Uint8Array
  /** The pages as they were printed. */
  readonly html: string
  /** One edition, or two that meet in the middle of the book, each in the order of its reading. */
  readonly halves: readonly Half[]
  readonly gauged: Gauged
  readonly messages: readonly Message[]
}

/**
 * No table is set smaller than `leastTable` of its size (one that is wider still breaks its words), no picture
 * lower than `leastPicture` of its height: below that a blank is the lesser evil. Our own choices.
 */
const options: Omit<GaugeOptions, 'names' | 'grid'> = { hyphensInRow: 2, leastTable: 0.65, leastPicture: 0.55 }

export interface ToSet {
  /** Of the file, for messages. */
  readonly name: string
  /** Prepared: one, or two that are read from either end. */
  readonly editions: readonly [Edition, ...Edition[]]
  readonly book: Book
  readonly assets: ReadonlyMap<string, Asset>
  /** Gets the pages as HTML while the browser prints them; called again where the browser had to be replaced. */
  readonly onPages?: (html: string) => void
}

export async function typeset({ name, editions, book, assets, onPages }: ToSet, browser: PrintBrowser): Promise<Typeset> {
  const [first] = editions
  const tree = galleysDocument(editions, book, styleOf(first, book))
  const waiting = waitingIn(tree)
  const page = pageOf(first, book)
  const size = { width: Math.ceil(page.width * pixelsPerMillimetre), height: Math.ceil(page.height * pixelsPerMillimetre), scale: 1 }
  return browser.work({ html: htmlOf(tree), assets }, size, async (document) => {
    await document.install(typesetterScript())
    // On a grid both sides have their leading already.
    if (isFacing(first.view) && !book.grid) await balance(document, first, book)
    const text = await gauge(document, editions, 'text', book)
    const ties = await tiesOf(first, document)
    const chosen = editions.map((edition) => choose(edition, 'text', book, text.galleys, ties))
    await fill(document, 'index', waiting, editions.flatMap((edition, index) => leavesIn(edition, chosen[index] ?? [])), book.digits.ar)
    const index = await gauge(document, editions, 'index', book)
    const gauged = joined(text, index)
    const halves = editions.map((edition, at): Half =>
      ({ edition, leaves: leavesIn(edition, [...chosen[at] ?? [], ...choose(edition, 'index', book, gauged.galleys, [])]) }))
    await fill(document, 'lists', waiting, halves.flatMap(({ leaves }) => leaves), book.digits.ar)
    const sheets = halves.flatMap((half) => sheetsOf(half, gauged, book))
    await document.call('tawazi.typesetter.set', sheets)
    const faults = await document.call<SheetFault[]>('tawazi.typesetter.verify', sheets)
    const html = await document.call<string>('tawazi.typesetter.html')
    // The words as they were proved are in `html`; what only draws them out comes after it.
    if (book.justify.ar === 'kashida') {
      await document.call('tawazi.typesetter.drawOut')
      faults.push(...await document.call<SheetFault[]>('tawazi.typesetter.verify', sheets))
    }
    const printing = document.print({ tagged: true, outline: true })
    onPages?.(html)
    const bytes = await printing
    return { bytes, html, halves, gauged, messages: [...messagesOf(gauged), ...faults.map((fault) => faultMessage(fault, halves, name))] }
  })
}

/** Heights that differ by less than this share are equal. */
const even = 0.01

/**
 * Sets Arabic so that both sides of an opening are equally tall, as far as the design allows; twice where once does
 * not do, for headings, pictures and the ends of paragraphs do not grow as the sizes do.
 */
async function balance(document: LoadedDocument, edition: Edition, book: Book): Promise<void> {
  let sizes = sizesOf(edition, book)
  for (let round = 0; round < 2; round++) {
    const [en, ar] = await document.call<[number, number]>('tawazi.typesetter.heights', ['en', 'ar'])
    if (Math.abs(ar / en - 1) < even) return
    sizes = balanced(sizes, { en, ar })
    await document.call('tawazi.typesetter.style', { '--ar-size': `${sizes.ar}pt`, '--ar-leading': `${sizes.arLeading}pt` })
  }
}

function gauge(document: LoadedDocument, editions: readonly [Edition, ...Edition[]], stretch: Stretch, book: Book): Promise<Gauged> {
  const names = editions.flatMap((edition) => [...galleyNames(edition, stretch), ...(stretch === 'text' ? edition.languages.map(notesGalley) : [])])
  // A picture made smaller would push what is below it off the grid.
  const onGrid = { grid: gridOf(editions[0], book), ...(book.grid && { leastPicture: 1 }) }
  return document.call<Gauged>('tawazi.typesetter.gauge', { ...options, ...onGrid, names } satisfies GaugeOptions)
}

const leavesIn = (edition: Edition, groups: Parameters<typeof leavesOf>[0]): Leaf[] =>
  leavesOf(groups, edition.sections.map(({ role }) => role), isFacing(edition.view))

const joined = (one: Gauged, other: Gauged): Gauged => ({
  galleys: { ...one.galleys, ...other.galleys },
  headings: [...one.headings, ...other.headings],
  tables: [...one.tables, ...other.tables],
  broken: [...new Set([...one.broken, ...other.broken])],
})

const messagesOf = ({ broken, tables }: Gauged): Message[] => [
  ...broken.map((image): Message => ({ rule: 'print/image-broken', severity: 'error', values: { image } })),
  ...tables.filter(({ fit }) => fit < options.leastTable).map(({ segment }): Message => ({ rule: 'print/table-wide', severity: 'warning', values: { segment } })),
]

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
