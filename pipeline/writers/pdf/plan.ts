/** Where sections fall: read from one print, and what the next must know. */

import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber } from '@cantoo/pdf-lib'
import type { Edition } from '../../model/edition.ts'
import type { Plan } from './document.ts'
import type { FigureHeights } from './figures.ts'
import type { Folio } from './numbering.ts'

/** Before anything is known. */
export const firstPlan: Plan = { folios: new Map(), blanks: new Set(), figures: new Map() }

/** Where an id stands: page index from 0, and points from the lower edge of the page. */
export interface Target {
  readonly page: number
  readonly top: number
}

/** Every named destination; links are what makes the browser write them. */
export function destinations(pdf: PDFDocument): Map<string, Target> {
  const index = new Map(pdf.getPages().map((page, at) => [page.ref.toString(), at]))
  const found = new Map<string, Target>()
  const dests = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)
  for (const [name, value] of dests?.entries() ?? []) {
    const target = pdf.context.lookup(value)
    const array = target instanceof PDFDict ? target.lookup(PDFName.of('D')) : target
    if (!(array instanceof PDFArray)) continue
    const page = index.get(String(array.get(0)))
    const top = array.lookupMaybe(3, PDFNumber)?.asNumber() ?? 0
    if (page !== undefined) found.set(decoded(name), { page, top })
  }
  return found
}

function decoded(name: PDFName): string {
  const text = name.decodeText()
  return text.startsWith('/') ? text.slice(1) : text
}

/** `page` counts blanks too. */
export interface Placed extends Target {
  readonly id: string
}

/** Sections of the text in order with their pages. */
export function placedSections(edition: Edition, targets: ReadonlyMap<string, Target>): Placed[] {
  return edition.sections.flatMap(({ id }) => {
    const target = targets.get(id)
    return target === undefined ? [] : [{ id, ...target }]
  })
}

/** The first chapter begins on a recto, with which the count of the text begins. */
export function planFrom(edition: Edition, placed: readonly Placed[], before: Plan, figures: FigureHeights = before.figures): Plan {
  const firstId = edition.sections.find(({ role }) => role === 'chapter')?.id
  const first = placed.find(({ id }) => id === firstId)
  if (!first || firstId === undefined) return { folios: new Map(), blanks: new Set(), figures }
  const hadBlank = before.blanks.has(firstId)
  const bare = first.page - (hadBlank ? 1 : 0)
  const isBlankNeeded = bare % 2 === 1
  const folios = new Map(placed.map(({ id, page }): [string, Folio] =>
    [id, page < first.page ? { isFront: true, number: page + 1 } : { isFront: false, number: page - first.page + 1 }]))
  return { folios, blanks: new Set(isBlankNeeded ? [firstId] : []), figures }
}

export const samePlan = (one: Plan, other: Plan): boolean => written(one) === written(other)

const written = ({ folios, blanks, figures }: Plan): string => JSON.stringify([[...folios], [...blanks], [...figures]])
