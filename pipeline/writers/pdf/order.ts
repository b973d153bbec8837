/** What is ordered of whoever finishes a print: plain data, for the work may be done in a thread of its own. */

import type { Book, Digits } from '../../model/book.ts'
import type { Profile } from '../../model/profile.ts'
import { headingsIn, type Heading } from './outline.ts'
import type { Run } from './press/arrange.ts'
import { aboutOf, type About } from './press/metadata.ts'
import { pageOf } from './style.ts'
import type { Typeset } from './typeset.ts'

export interface Order {
  /** Of the file, for messages. */
  readonly name: string
  readonly profile: Profile
  /** One, or two that meet in the middle. */
  readonly runs: readonly [Run, ...Run[]]
  readonly headings: readonly Heading[]
  readonly about: About
  /** Of a page, in millimetres. */
  readonly trim: { readonly width: number; readonly height: number }
  /** In which its Arabic words write numbers. */
  readonly digits: Digits
}

export interface ToFinish {
  /** Of the file, for messages. */
  readonly name: string
  readonly book: Book
  readonly set: Pick<Typeset, 'halves' | 'gauged'>
  readonly profile: Profile
}

export function orderOf({ name, book, set, profile }: ToFinish): Order {
  const runs = set.halves.map(({ edition, leaves }): Run => ({ language: edition.language, folios: leaves.map(({ folio }) => folio) }))
  const [first, ...others] = runs
  const edition = set.halves[0]?.edition
  if (!first || !edition) throw new Error('Nothing to finish')
  const { width, height } = pageOf(edition, book)
  return {
    name, profile, runs: [first, ...others], headings: profile.outline ? headingsIn(set) : [],
    about: aboutOf(edition.imprint, edition.language, set.halves.flatMap((half) => half.edition.languages)),
    trim: { width, height }, digits: book.digits.ar,
  }
}
