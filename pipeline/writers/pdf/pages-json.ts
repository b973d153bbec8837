/** What is told of each page beside a PDF: what stands where on it, how full it is, where it ends, what it could not avoid. */

import type { Book, Digits } from '../../model/book.ts'
import type { Artifact, Edition, SectionRole, View } from '../../model/edition.ts'
import { bilingual, directionOf, languages, type Bilingual, type Language } from '../../model/language.ts'
import { noteBars, textBars, type Bar } from '../../paginate/bars.ts'
import type { Leaf } from '../../paginate/leaves.ts'
import type { BreakKind, PageFault, RowKind, SetPage, Slot } from '../../paginate/model.ts'
import { kindOf, notesGalley, partOf, shownIn, type Shown } from '../../paginate/names.ts'
import type { Gauged } from '../../paginate/sheet.ts'
import { topHeadingOf } from './sheets.ts'
import { columnWidths, doubleWidth, gridOf, pageOf, pixelsPerMillimetre, roomOf, typeArea } from './style.ts'
import type { Half, Typeset } from './typeset.ts'

/** Across the whole measure, in the column of a language that shares it with the other, or in one of two columns of one language. */
export type Side = Shown | Exclude<Slot, 'across'>

/** Lines of one height: edges in pixels from the head of the type area, how many lines, and 1 where the last of them ends a paragraph. */
export type ToldRow = readonly [kind: RowKind, side: Side, top: number, bottom: number, lines: number, isEnd: 0 | 1]

/** All lengths are CSS pixels. The shape is `pages.schema.json`. */
export interface ToldPages {
  readonly version: 1
  /** Name of the PDF. */
  readonly edition: string
  readonly view: View
  readonly title: Bilingual<string>
  readonly digits: Digits
  /** `area` is what text and notes fill; `inner` is its distance from the binding. */
  readonly page: { readonly width: number; readonly height: number; readonly area: { readonly top: number; readonly inner: number; readonly width: number; readonly height: number } }
  /** Widths of the columns where both languages share a measure: English on its left, Arabic on its right. */
  readonly columns?: Bilingual<number>
  /** Width of a column of one language where it has two. */
  readonly double?: number
  /** From line to line of the grid, where the book has one. */
  readonly grid?: Bilingual<number>
  /** One edition, or two that are read from either end. */
  readonly halves: readonly ToldHalf[]
  readonly pages: readonly ToldPage[]
}

export interface ToldHalf {
  readonly language: Language
  readonly binding: 'left' | 'right'
  readonly sections: readonly { readonly role: SectionRole; readonly title: Partial<Bilingual<string>> }[]
}

export interface ToldPage {
  readonly half: number
  /** Place in its half, from 1: odd is a recto. */
  readonly page: number
  readonly folio: number
  /** Counted with the front matter. */
  readonly front: boolean
  readonly side: 'recto' | 'verso'
  readonly role: SectionRole
  readonly section: number
  readonly ends: BreakKind | 'blank'
  /** Share of the room that is free above the notes. */
  readonly blank: number
  readonly faults: readonly PageFault[]
  /** Without text: none of the following. */
  readonly galley?: string
  readonly opens?: boolean
  /** Heading in force at its head. */
  readonly under?: Partial<Bilingual<string>>
  /** Lines, the same on both pages of an opening. */
  readonly overhang?: number
  readonly notes?: boolean
  /** Pixels by which pictures are made smaller. */
  readonly shrink?: number
  /** Pixels above each paragraph but the first. */
  readonly spread?: number
  readonly rows?: readonly ToldRow[]
}

/** `book.pdf` has `book.pages.json` beside it: one line for each page. */
export function pagesJson(name: string, { halves, gauged }: Pick<Typeset, 'halves' | 'gauged'>, book: Book): Artifact {
  const [first] = halves
  if (!first) throw new Error('Nothing was set')
  const { pages, ...about } = { ...aboutOf(name, first.edition, halves, book), pages: halves.flatMap((half, at) => half.leaves.map((leaf) => pageOfLeaf(leaf, at, half, gauged, book))) } satisfies ToldPages
  const facts = Object.entries(about).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(',\n')
  const lines = pages.map((page) => `  ${JSON.stringify(page)}`).join(',\n')
  return { name: pagesName(name), bytes: Buffer.from(`{${facts},\n"pages": [\n${lines}\n]}\n`) }
}

export const pagesName = (pdf: string): string => pdf.replace(/\.pdf$/, '.pages.json')

function aboutOf(edition: string, first: Edition, halves: readonly Half[], book: Book): Omit<ToldPages, 'pages'> {
  const page = pageOf(first, book)
  const area = typeArea(page)
  const columns = bilingual((language) => columnWidths(first, book)[language])
  const grid = gridOf(first, book)
  const pixels = (millimetres: number) => tenths(millimetres * pixelsPerMillimetre)
  return {
    version: 1, edition, view: first.view, title: first.imprint.title, digits: book.digits.ar,
    page: {
      width: pixels(page.width), height: pixels(page.height),
      area: { top: pixels(page.margin.top), inner: pixels(page.margin.inner), width: pixels(area.width), height: pixels(area.height) },
    },
    ...(columns.en < area.width && { columns: bilingual((language) => pixels(columns[language])) }),
    ...(halves.some(({ leaves }) => leaves.some((leaf) => leaf.page?.set.columns)) && { double: pixels(doubleWidth(page)) }),
    ...(grid && { grid: bilingual((language) => thousandths(grid[language])) }),
    halves: halves.map(({ edition: { language, sections } }) => ({
      language, binding: directionOf(language) === 'rtl' ? 'right' : 'left', sections: sections.map(({ role, title }) => ({ role, title: given(title) })),
    })),
  }
}

function pageOfLeaf({ number, folio, page, section, isOpening }: Leaf, half: number, { edition }: Half, gauged: Gauged, book: Book): ToldPage {
  const side = number % 2 === 1 ? 'recto' : 'verso'
  const about = { half, page: number, folio: folio.number, front: folio.isFront, side, role: edition.sections[section]?.role ?? 'chapter', section } as const
  if (!page) return { ...about, ends: 'blank', blank: 1, faults: [] }
  const { set, galley } = page
  const under = given(bilingual((language) => topHeadingOf({ page, section }, gauged, language)))
  return {
    ...about, ends: set.ends, blank: thousandths(set.blank / roomOf(edition, book).height), faults: set.faults,
    galley: kindOf(galley), opens: isOpening, ...(Object.keys(under).length > 0 && { under }),
    overhang: thousandths(page.overhang), notes: set.notesHeight > 0, shrink: thousandths(set.shrink), spread: thousandths(set.spread),
    rows: rowsOf(set, galley, edition, gauged, book),
  }
}

function rowsOf(set: SetPage, name: string, edition: Edition, { galleys }: Gauged, book: Book): ToldRow[] {
  const { height, noteGap } = roomOf(edition, book)
  const galley = galleys[name] ?? { rows: [] }
  const whole = shownIn(name)
  const sideOf = ({ cell, of, slot }: Bar): Side => (slot !== 'across' ? slot : of > 1 ? edition.languages[cell] ?? whole : whole)
  const top = height - set.notesHeight + noteGap
  const text = textBars(galley, set, height).map((bar) => toldRow(bar, sideOf(bar)))
  return [...text, ...languages.flatMap((language) =>
    noteBars(galleys[notesGalley(language, partOf(name))] ?? { rows: [] }, set.notes[language], top).map((bar) => toldRow(bar, language)))]
}

const toldRow = ({ kind, top, bottom, lines, isEnd }: Bar, side: Side): ToldRow => [kind, side, tenths(top), tenths(bottom), lines, isEnd ? 1 : 0]

const given = ({ en, ar }: Bilingual<string | undefined>): Partial<Bilingual<string>> => ({ ...(en && { en }), ...(ar && { ar }) })
const tenths = (value: number): number => Math.round(value * 10) / 10
const thousandths = (value: number): number => Math.round(value * 1000) / 1000
