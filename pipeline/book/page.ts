/** The page of a book, in millimetres: its trim and margins, and whether type has room on it. */

import type { PageSpecification } from '../model/book.ts'
import type { Message, Place } from '../model/message.ts'
import type { Configuration } from './configuration.ts'
import { millimetres } from './lengths.ts'

/** A crown-octavo-like page that suits prose in both scripts; margins are the designer's own choice. */
export const defaultPage: PageSpecification = {
  width: 140,
  height: 216,
  margin: { inner: 20, outer: 16, top: 20, bottom: 22 },
}

/** Two columns need room: a royal page, on which each column holds some fifty letters to a line. */
export const defaultParallelPage: PageSpecification = {
  width: 170,
  height: 240,
  margin: { inner: 18, outer: 15, top: 20, bottom: 22 },
}

/** What the book says of its page, and the rest as `otherwise`. */
export function pageOf({ page }: Configuration, otherwise: PageSpecification): PageSpecification {
  const length = (written: string | undefined, usual: number) => (written ? millimetres(written) : usual)
  const { margin } = otherwise
  return {
    width: length(page?.trim?.[0], otherwise.width),
    height: length(page?.trim?.[1], otherwise.height),
    margin: {
      inner: length(page?.margin?.inner, margin.inner),
      outer: length(page?.margin?.outer, margin.outer),
      top: length(page?.margin?.top, margin.top),
      bottom: length(page?.margin?.bottom, margin.bottom),
    },
  }
}

/** The least type area, in millimetres, in which a column of either script can be set: our own choice. */
const leastArea = { width: 60, height: 80 }

export function pageFaults({ width, height, margin }: PageSpecification, place: Place): Message[] {
  const area = { width: width - margin.inner - margin.outer, height: height - margin.top - margin.bottom }
  const fits = area.width >= leastArea.width && area.height >= leastArea.height && width <= 500 && height <= 700
  return fits ? [] : [{
    rule: 'configuration/no-type-area', severity: 'error', place,
    values: { width: Math.round(area.width), height: Math.round(area.height), leastWidth: leastArea.width, leastHeight: leastArea.height },
  }]
}
