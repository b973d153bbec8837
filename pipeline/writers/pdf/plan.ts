/** Where sections fall: read from one print, and what the next must know. */

import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib'
import type { Edition } from '../../model/edition.ts'
import type { Plan } from './document.ts'
import type { Folio } from './numbering.ts'

/** Page index, from 0, of every named destination; links are what makes the browser write them. */
export function destinations(pdf: PDFDocument): Map<string, number> {
  const index = new Map(pdf.getPages().map((page, at) => [page.ref.toString(), at]))
  const found = new Map<string, number>()
  const dests = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)
  for (const [name, value] of dests?.entries() ?? []) {
    const target = pdf.context.lookup(value)
    const array = target instanceof PDFDict ? target.lookup(PDFName.of('D')) : target
    const page = array instanceof PDFArray ? array.get(0) : undefined
    const at = page instanceof PDFRef ? index.get(page.toString()) : undefined
    if (at !== undefined) found.set(decoded(name), at)
  }
  return found
}

function decoded(name: PDFName): string {
  const text = name.decodeText()
  return text.startsWith('/') ? text.slice(1) : text
}

export interface Placed {
  readonly id: string
  /** Page index, from 0, blanks included. */
  readonly page: number
}

/** Sections of the text in order with their pages; one that no contents entry names is found between its neighbours' pages. */
export function placedSections(edition: Edition, pages: ReadonlyMap<string, number>): Placed[] {
  return edition.sections.flatMap(({ id }) => {
    const page = pages.get(id)
    return page === undefined ? [] : [{ id, page }]
  })
}

/** The first chapter begins on a recto, with which the count of the text begins. */
export function planFrom(edition: Edition, placed: readonly Placed[], before: Plan): Plan {
  const firstId = edition.sections.find(({ role }) => role === 'chapter')?.id
  const first = placed.find(({ id }) => id === firstId)
  if (!first || firstId === undefined) return { folios: new Map(), blanks: new Set() }
  const hadBlank = before.blanks.has(firstId)
  const bare = first.page - (hadBlank ? 1 : 0)
  const isBlankNeeded = bare % 2 === 1
  const folios = new Map(placed.map(({ id, page }): [string, Folio] =>
    [id, page < first.page ? { isFront: true, number: page + 1 } : { isFront: false, number: page - first.page + 1 }]))
  return { folios, blanks: new Set(isBlankNeeded ? [firstId] : []) }
}

export const samePlan = (one: Plan, other: Plan): boolean =>
  JSON.stringify([[...one.folios], [...one.blanks]]) === JSON.stringify([[...other.folios], [...other.blanks]])
