/** From the galleys of the page to numbers. */

import type { Galley, Line, Row } from '../../pipeline/paginate/model.ts'
import { notesGalley, partOf } from '../../pipeline/paginate/names.ts'
import type { Gauged, GaugeOptions, Heading } from '../../pipeline/paginate/sheet.ts'
import { isHeading } from './boxes.ts'
import { continuedHeads, heightsOf } from './continued.ts'
import { foldCode } from './code.ts'
import { layGalley, type LaidBlock, type LaidGalley, type LaidRow } from './galley.ts'
import { snapToGrid } from './grid.ts'
import { settleHyphens } from './hyphens.ts'
import { tuckLeaders } from './leaders.ts'
import { endsInWord } from './places.ts'
import { Spots } from './spots.ts'
import { freezeTables } from './tables.ts'
import { fitTerms } from './terms.ts'
import { fitTitles } from './titles.ts'
import { fitCouplets } from './verse.ts'

/** What later steps need of the layout. */
export interface Laid {
  readonly galleys: ReadonlyMap<string, LaidGalley>
  readonly spots: Spots
}

type Language = Heading['language']

/** Galleys by their names. */
const galleyRoots = (names: readonly string[]): Map<string, HTMLElement> =>
  new Map([...document.querySelectorAll<HTMLElement>('.galley')].flatMap((root) => {
    const name = root.dataset['galley'] ?? ''
    return names.includes(name) ? [[name, root]] : []
  }))

/** Settles titles, couplets, hyphens and tables, then takes the measure of every row; what was laid `before` stays known. */
export function gauge({ names, hyphensInRow, leastTable, leastPicture, grid, continued }: Omit<GaugeOptions, 'begins' | 'ends'>, before: ReadonlyMap<string, LaidGalley>): { laid: Laid; gauged: Gauged } {
  const roots = galleyRoots(names)
  for (const root of roots.values()) {
    fitTitles(root)
    fitCouplets(root)
    fitTerms(root)
    tuckLeaders(root)
    foldCode(root)
  }
  const tables = [...roots.values()].flatMap((root) => freezeTables(root, leastTable))
  for (const root of roots.values()) settleHyphens(root, hyphensInRow)
  if (grid) for (const root of roots.values()) snapToGrid(root, grid)
  const fresh = new Map([...roots].map(([name, root]) => [name, laidGalley(root, leastPicture, continued)]))
  const galleys = new Map([...before, ...fresh])
  const laid = { galleys, spots: new Spots(galleys) }
  return {
    laid,
    gauged: {
      galleys: Object.fromEntries([...fresh].map(([name, galley]) => [name, numbersOf(name, galley, laid)])),
      headings: [...fresh].flatMap(([name, galley]) => headingsOf(name, galley)),
      tables,
      broken: [...new Set([...document.images].filter((image) => image.complete && image.naturalWidth === 0).map((image) => image.getAttribute('src') ?? ''))],
    },
  }
}

/** Of two columns, with the heads under which they go on. */
function laidGalley(root: HTMLElement, leastPicture: number, continued: GaugeOptions['continued']): LaidGalley {
  const galley = layGalley(root, leastPicture)
  return root.matches('.double') ? { ...galley, continued: continuedHeads(root, galley.rows, continued) } : galley
}

interface Call {
  readonly language: Language
  readonly note: number
}

function numbersOf(name: string, { root, rows, continued }: LaidGalley, laid: Laid): Galley {
  const origin = root.getBoundingClientRect().top
  const calls = callsOf(name, root, laid)
  return {
    rows: rows.map((row, index) => {
      const heads = continued?.get(row)
      return { ...rowOf(row, origin, calls.get(index) ?? []), ...(heads && { continued: heightsOf(heads) }) }
    }),
  }
}

interface PlacedCall extends Call {
  readonly cell: number
  readonly line: number
}

function rowOf({ kind, element, edges, cells, shrink, section, passage, group }: LaidRow, origin: number, calls: readonly PlacedCall[]): Row {
  const lines = cells.map(({ blocks }, cell): Line[] => {
    const own = calls.filter((call) => call.cell === cell)
    let at = 0
    return blocks.flatMap((block) => {
      const begins = beginsIn(block)
      return block.lines.map(({ top, bottom }, index): Line => {
        const line = at++
        return {
          top: rounded(top - origin), bottom: rounded(bottom - origin),
          isHyphenated: block.isText && index + 1 < block.lines.length && endsInWord(block, index),
          ...(line > 0 && begins(index) && { opens: true }), ...(index === 0 && closes(block.element) && { closes: true }), ...(isHeading(block.element) && { heads: true }),
          notes: own.filter((call) => call.line === line).map(({ language, note }) => ({ language, note })),
        }
      })
    })
  })
  return { kind, top: rounded(edges.top - origin), bottom: rounded(edges.bottom - origin), cells: lines, shrink, section, passage, group, ...(isStacked(element) && { isStacked: true }), ...(closes(element) && { closes: true }), ...(kind === 'verse' && versesOf(element)) }
}

/** Whether a paragraph, or a line of code, begins with a line of the block. */
function beginsIn({ element, lines }: LaidBlock): (line: number) => boolean {
  const code = element.tagName === 'PRE' ? [...element.querySelectorAll('.code-line')] : []
  if (code.length === lines.length) return (line) => !code[line]!.matches('.run-over')
  return (line) => line === 0 && !isInStanza(element)
}

/** A side of a bead under the other. */
const isStacked = (element: Element): boolean => element.closest('.stack:has(> .under)') !== null

const closes = (element: Element): boolean => element.classList.contains('closing')

const versesOf = (element: Element): Pick<Row, 'opensStanza' | 'runsOn'> =>
  ({ ...(element.matches('.stanza') && { opensStanza: true }), ...(goesOn(element) && { runsOn: true }) })

/** A line without a stop at its end, above another of its stanza; a line of two halves is whole in itself. */
const goesOn = (verse: Element): boolean => verse.matches('.verse-line:not(.bayt):has(+ .verse-line:not(.stanza))')
  && !/[.!?;:…؟؛](?:["'”’»)\]]|\s)*$/u.test(plainText(verse))

/** A line of verse below another of its stanza, which is one thing as a paragraph is. */
const isInStanza = (element: Element): boolean => element.matches('.verse-line + .verse-line:not(.stanza)')

/** To a thousandth of a pixel, for what leaves the page is text. */
const rounded = (pixels: number): number => Math.round(pixels * 1000) / 1000

/** Calls of notes by row, each in its line; a note is known by its place among the notes of its language. */
function callsOf(name: string, root: HTMLElement, { galleys, spots }: Laid): Map<number, PlacedCall[]> {
  const found = new Map<number, PlacedCall[]>()
  const seen = new Set<string>()
  for (const call of root.querySelectorAll('a.note-reference')) {
    const language: Language = call.closest('[lang]')?.getAttribute('lang') === 'ar' ? 'ar' : 'en'
    const id = (call.getAttribute('href') ?? '').slice(1)
    const note = galleys.get(notesGalley(language, partOf(name)))?.rows.findIndex(({ element }) => element.id === id) ?? -1
    const spot = spots.at(call, false)
    // A note that is called twice stands where it is called first.
    if (note < 0 || !spot || spot.galley !== name || seen.has(id)) continue
    seen.add(id)
    found.set(spot.row, [...(found.get(spot.row) ?? []), { language, note, cell: spot.cell, line: spot.line }])
  }
  return found
}

function headingsOf(galley: string, { rows }: LaidGalley): Heading[] {
  return rows.flatMap(({ element, cells }, row) => {
    const elements = isHeading(element) ? [element] : cells.flatMap(({ root }) => [...root.querySelectorAll('h1, h2, h3, h4, h5, h6')])
    return elements.map((heading) => ({
      galley, row, depth: Number(heading.tagName[1]), language: heading.getAttribute('lang') === 'ar' ? 'ar' : 'en', text: plainText(heading),
    } satisfies Heading))
  })
}

/** Without the numbers of notes. */
export function plainText(element: Element): string {
  const copy = element.cloneNode(true) as Element
  for (const call of copy.querySelectorAll('.note-reference')) call.remove()
  return (copy.textContent ?? '').replaceAll('\u00AD', '').replaceAll(/\s+/g, ' ').trim()
}
