/** One part of an edition in an open page of the browser: laid out, broken into pages, numbered, set, verified, printed. */

import type { Book } from '../../model/book.ts'
import type { Edition } from '../../model/edition.ts'
import { bilingual, directionOf } from '../../model/language.ts'
import { wordsIn } from '../../model/words.ts'
import { counted, leafAt, leavesOf, type Count, type Group, type Leaf } from '../../paginate/leaves.ts'
import { notesGalley, type Stretch } from '../../paginate/names.ts'
import type { Gauged, GaugeOptions, SetSheets, SheetFault, Spot, Spotted } from '../../paginate/sheet.ts'
import type { LoadedDocument } from '../../print/loaded.ts'
import { balance } from './balance.ts'
import { typesetterScript } from './bundle.ts'
import { choose, endsOf, tied, tiesIn } from './choose.ts'
import { fill, waitingIn, type Waiting } from './fill.ts'
import { bodyClasses, galleyNames, galleysOf, htmlOf, isFacing } from './galleys.ts'
import type { Part } from './parts.ts'
import { sheetsOf } from './sheets.ts'
import { gridOf, sheetStyleOf, sizesOf, type TypeSizes } from './style.ts'

/**
 * No table is set smaller than `leastTable` of its size (one that is wider still breaks its words), no picture
 * lower than `leastPicture` of its height: below that a blank is the lesser evil. Our own choices.
 */
export const settings: Omit<GaugeOptions, 'names' | 'grid' | 'continued' | 'begins' | 'ends'> = { hyphensInRow: 2, leastTable: 0.65, leastPicture: 0.55 }

/** What the parts of a file share. */
export interface Job {
  readonly book: Book
  /** Ids whose page numbers somebody waits for. */
  readonly awaited: ReadonlySet<string>
  /** Undefined where the part finds them itself: those at which both sides of its openings are equally tall. */
  readonly sizes: TypeSizes | undefined
  /** Gets the pages of each part as HTML; called again where the browser had to be replaced. */
  readonly onPages: (html: string, part: number) => void
  /** Gets the print of each part once, while others are still being set. */
  readonly onPrint: (print: Uint8Array, part: number) => void
}

/** A part whose pages are chosen, its index apart. */
export interface LaidPart {
  readonly part: Part
  readonly before: Count
  readonly waiting: readonly Waiting[]
  readonly gauged: Gauged
  readonly leaves: readonly Leaf[]
  /** Of the awaited ids in it. */
  readonly places: ReadonlyMap<string, Leaf>
}

export interface SetPart {
  readonly part: Part
  readonly bytes: Uint8Array
  /** The children of the body. */
  readonly html: string
  readonly gauged: Gauged
  readonly leaves: readonly Leaf[]
  readonly places: ReadonlyMap<string, Leaf>
  /** Pages counted from the part's first. */
  readonly faults: readonly SheetFault[]
}

/** `before` may still be on its way: another part is broken into pages beside this one. */
export async function lay(page: LoadedDocument, part: Part, before: Count | Promise<Count>, job: Job): Promise<LaidPart> {
  const tree = galleysOf(part, job.book)
  await put(page, part, htmlOf(tree), job)
  const ties = tiesIn(part)
  const awaited = awaitedIn(part, job)
  const { gauged, spotted } = await gauge(page, part, 'text', job.book, { begins: awaited, ends: endsOf(ties) })
  const groups = choose(part, 'text', job.book, gauged.galleys, tied(ties, spotted.ends))
  const count = await before
  const leaves = leavesIn(part.edition, groups, count)
  return { part, before: count, waiting: waitingIn(tree), gauged, leaves, places: placesOf(awaited, spotted.begins, leaves) }
}

/** `places` are those of every id that the part waits for, its own included. */
export async function complete(page: LoadedDocument, laid: LaidPart, places: ReadonlyMap<string, Leaf>, job: Job): Promise<SetPart> {
  const { part, waiting } = laid
  const { book } = job
  await fill(page, 'index', waiting, places, book.digits.ar)
  const { gauged, leaves, places: own } = await layIndex(page, laid, job)
  await fill(page, 'lists', waiting, new Map([...places, ...own]), book.digits.ar)
  const sheets = sheetsOf(leaves, part.edition, gauged, book)
  const { html, faults } = await page.call<SetSheets>('tawazi.typesetter.set', sheets)
  // The words as they were proved are in `html`; what only draws them out comes after it.
  const later = book.justify.ar === 'kashida' ? await page.call<SheetFault[]>('tawazi.typesetter.drawOut', sheets) : []
  const printing = page.print({ tagged: true, outline: true })
  job.onPages(html, part.number)
  return { part, bytes: await printing, html, gauged, leaves, places: own, faults: [...faults, ...later] }
}

/** The index of a part, whose numbers are filled in, after what was laid before it. */
async function layIndex(page: LoadedDocument, laid: LaidPart, job: Job): Promise<Pick<LaidPart, 'gauged' | 'leaves' | 'places'>> {
  const { part } = laid
  if (!part.sections.some((index) => part.edition.sections[index]?.role === 'index')) return laid
  const awaited = awaitedIn(part, job)
  const { gauged, spotted } = await gauge(page, part, 'index', job.book, { begins: awaited, ends: [] })
  const all = joined(laid.gauged, gauged)
  const leaves = [...laid.leaves, ...leavesIn(part.edition, choose(part, 'index', job.book, all.galleys, []), counted(laid.before, laid.leaves))]
  return { gauged: all, leaves, places: placesOf(awaited, spotted.begins, leaves) }
}

async function put(page: LoadedDocument, part: Part, body: string, { book, sizes }: Pick<Job, 'book' | 'sizes'>): Promise<void> {
  const { edition } = part
  const { imprint, language } = edition
  const style = sheetStyleOf(edition, book, sizes ?? sizesOf(edition, book))
  const content = { title: imprint.title[language], lang: language, dir: directionOf(language), style, classes: bodyClasses(edition, book), body }
  const [script] = await Promise.all([typesetterScript(), page.write(content)])
  await page.install(script)
  if (!sizes) await balance(page, part, sizesOf(edition, book))
}

/** The sizes at which both sides of these sections are equally tall. */
export async function balancedSizes(page: LoadedDocument, part: Part, book: Book): Promise<TypeSizes> {
  const sizes = sizesOf(part.edition, book)
  await put(page, part, htmlOf(galleysOf(part, book)), { book, sizes })
  return balance(page, part, sizes)
}

function gauge(page: LoadedDocument, part: Part, stretch: Stretch, book: Book, spots: Pick<GaugeOptions, 'begins' | 'ends'>): Promise<{ gauged: Gauged; spotted: Spotted }> {
  const { edition, number } = part
  const names = [...galleyNames(part, stretch), ...(stretch === 'text' ? edition.languages.map((language) => notesGalley(language, number)) : [])]
  // A picture made smaller would push what is below it off the grid.
  const onGrid = { grid: gridOf(edition, book), ...(book.grid && { leastPicture: 1 }) }
  return page.call('tawazi.typesetter.gauge', { ...settings, ...onGrid, ...spots, names, continued: bilingual((language) => wordsIn(language)('book:continued')) } satisfies GaugeOptions)
}

const leavesIn = (edition: Edition, groups: readonly Group[], before: Count): Leaf[] =>
  leavesOf(groups, edition.sections.map(({ role }) => role), isFacing(edition.view), before)

const awaitedIn = ({ ids }: Part, { awaited }: Job): string[] => [...awaited].filter((id) => ids.has(id))

/** On which leaves these ids begin. */
function placesOf(ids: readonly string[], spots: readonly (Spot | null)[], leaves: readonly Leaf[]): Map<string, Leaf> {
  return new Map(ids.flatMap((id, index) => {
    const spot = spots[index]
    const leaf = spot && leafAt(spot, leaves)
    return leaf ? [[id, leaf] as const] : []
  }))
}

const joined = (one: Gauged, other: Gauged): Gauged => ({
  galleys: { ...one.galleys, ...other.galleys },
  headings: [...one.headings, ...other.headings],
  tables: [...one.tables, ...other.tables],
  broken: [...new Set([...one.broken, ...other.broken])],
})
