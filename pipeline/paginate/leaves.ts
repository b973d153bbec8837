/** From the pages of each section to the leaves of a book: what stands on rectos, what is blank, how pages are counted. */

import type { SectionRole } from '../model/edition.ts'
import { counterpartOf, type Bilingual, type Language } from '../model/language.ts'
import type { Opening, SetPage } from './model.ts'
import type { Spot } from './sheet.ts'

/** A page number; front matter is counted by itself. */
export interface Folio {
  readonly isFront: boolean
  readonly number: number
}

/** A page of a galley before it has a place in the book. */
export interface GalleyPage {
  readonly galley: string
  readonly set: SetPage
  /** Lines by which the two pages of its opening differ; 0 where none faces it. */
  readonly overhang: number
}

/** One page of the book; without `page` it is a true blank. */
export interface Leaf {
  /** Counted from 1, blanks included: odd is a recto. */
  readonly number: number
  readonly folio: Folio
  readonly page: GalleyPage | undefined
  /** Section of the edition, from 0; that of the page before, on a blank. */
  readonly section: number
  /** The section begins here, or its text in the other language where that follows. */
  readonly isOpening: boolean
}

const onRecto: ReadonlySet<SectionRole> = new Set(['halftitle', 'titlepage', 'dedication', 'contents', 'front', 'chapter', 'glossary', 'index'])

/** Roles whose sections stand before the text and are counted apart. */
export const isFront = (role: SectionRole): boolean => role !== 'chapter' && role !== 'glossary' && role !== 'index'

/** What has to stand together: one page, or two that face each other, the verso first. */
export type Group = readonly [GalleyPage] | readonly [GalleyPage, GalleyPage]

/** Both pages of an opening by the names of their galleys. A half title stands alone, on a recto. */
export function facing({ en, ar, overhang }: Opening, names: Bilingual<string>, verso: Language, roles: readonly SectionRole[]): Group {
  const pages = { en: { galley: names.en, set: en, overhang }, ar: { galley: names.ar, set: ar, overhang } }
  const leading = pages[verso]
  return roles[leading.set.section] === 'halftitle' ? [leading] : [leading, pages[counterpartOf(verso)]]
}

/** How far a book has been counted. */
export interface Count {
  /** Leaves so far. */
  readonly leaves: number
  /** Number of the leaf on which the text begins; undefined before it. */
  readonly text: number | undefined
  /** Section of the last leaf. */
  readonly section: number | undefined
}

export const uncounted: Count = { leaves: 0, text: undefined, section: undefined }

/** With the leaves that follow. */
export function counted(before: Count, leaves: readonly Leaf[]): Count {
  const text = leaves.find(({ folio }) => !folio.isFront)?.number
  return { leaves: before.leaves + leaves.length, text: before.text ?? text, section: leaves.at(-1)?.section ?? before.section }
}

/** The leaves of a stretch of an edition, blanks put in before what must begin on a recto, or on a verso if it is an opening. */
export function leavesOf(groups: readonly Group[], roles: readonly SectionRole[], isFacing: boolean, before: Count = uncounted): Leaf[] {
  const bare = placed(groups, before, (group, isFirst) => {
    if (isFacing) return group.length === 1 ? 'recto' : 'verso'
    const role = roles[group[0].set.section]
    return isFirst && role !== undefined && onRecto.has(role) ? 'recto' : 'any'
  })
  return numbered(bare, roles, before)
}

type BareLeaf = Omit<Leaf, 'folio'>

function placed(groups: readonly Group[], before: Count, side: (group: Group, isFirst: boolean) => 'recto' | 'verso' | 'any'): BareLeaf[] {
  const bare: BareLeaf[] = []
  for (const group of groups) {
    const { section } = group[0].set
    const last = bare.at(-1)?.section ?? before.section
    const isFirst = section !== last
    const wanted = side(group, isFirst)
    const next = () => before.leaves + bare.length + 1
    const isNextRecto = next() % 2 === 1
    if ((wanted === 'recto' && !isNextRecto) || (wanted === 'verso' && isNextRecto)) {
      bare.push({ number: next(), page: undefined, section: last ?? section, isOpening: false })
    }
    const isOpening = isFirst || opensGalley(group, bare.at(-1))
    for (const page of group) bare.push({ number: next(), page, section, isOpening })
  }
  return bare
}

/** Of pages that stand alone, the first in another language of the same section. */
const opensGalley = (group: Group, last: BareLeaf | undefined): boolean => group.length === 1 && last?.page !== undefined && last.page.galley !== group[0].galley

/** The text begins with 1 on a recto, with 2 on a verso, so that rectos are odd whatever stands before. */
function numbered(bare: readonly BareLeaf[], roles: readonly SectionRole[], { text }: Count): Leaf[] {
  const first = text ?? bare.find(({ section, page }) => page && !isFront(roles[section] ?? 'chapter'))?.number ?? Infinity
  const before = first % 2 === 1 ? first - 1 : first - 2
  return bare.map((leaf) => ({
    ...leaf, folio: leaf.number < first ? { isFront: true, number: leaf.number } : { isFront: false, number: leaf.number - before },
  }))
}

/** The leaf on which something stands; undefined for what no page holds. */
export function leafAt({ galley, row, cell, line }: Spot, leaves: readonly Leaf[]): Leaf | undefined {
  return leaves.findLast(({ page }) => {
    if (page?.galley !== galley) return false
    const { from, to } = page.set
    const isEmpty = from.row === to.row && from.cuts.every((cut, index) => cut === (to.cuts[index] ?? 0))
    return !isEmpty && (from.row < row || (from.row === row && (from.cuts[cell] ?? 0) <= line))
  })
}
