/** From prints to a file that keeps to a profile: its words, its colours, its pages, its claims; no clock. */

import { createHash } from 'node:crypto'
import type { Book } from '../../model/book.ts'
import { directionOf } from '../../model/language.ts'
import type { Message } from '../../model/message.ts'
import type { Profile, Standard } from '../../model/profile.ts'
import { wordsIn } from '../../model/words.ts'
import { renameElements } from './identifiers.ts'
import { joined } from './join/index.ts'
import { headingsIn, writeOutline } from './outline.ts'
import { arrange, direct, label } from './press/arrange.ts'
import { box } from './press/boxes.ts'
import { claimsOf, type Reason } from './press/claims.ts'
import { aboutOf, describe, intend } from './press/metadata.ts'
import type { Flaw } from './press/page-streams.ts'
import { strip } from './press/strip.ts'
import { mendTags } from './press/tags.ts'
import { retouchedAll, type Retouched } from './retouch.ts'
import { saved, type Version } from './save.ts'
import { pageOf } from './style.ts'
import type { Typeset } from './typeset.ts'

export interface ToFinish {
  /** Of the file, for messages. */
  readonly name: string
  readonly book: Book
  readonly set: Typeset
  readonly profile: Profile
  /** The prints of `set`, retouched for the profile already; they are changed. */
  readonly retouched?: readonly Retouched[] | undefined
}

export interface Finished {
  readonly bytes: Uint8Array
  readonly claims: readonly Standard[]
  readonly messages: readonly Message[]
}

/** The same print gives the same bytes. A second half is bound from the other side: its pages follow in reverse. */
export async function finished({ name, book, set, profile, retouched }: ToFinish): Promise<Finished> {
  const { halves } = set
  const [first] = halves
  if (!first) throw new Error('Nothing to finish')
  const parts = retouched ?? await retouchedAll(set.prints, profile)
  const pdf = joined(parts.map((part) => part.pdf))
  if (profile.outline) writeOutline(pdf, headingsIn(set))
  const placed = arrange(pdf, halves, profile)
  if (!profile.links) box(pdf, placed, pageOf(first.edition, book), profile)
  label(pdf, placed)
  direct(pdf, directionOf(first.edition.language) === 'rtl')
  strip(pdf, profile)
  const { language, imprint } = first.edition
  const words = wordsIn(language, book.digits.ar)
  const tagFlaws = profile.tags ? mendTags(pdf, (target) => words(`book:link.${target}`)) : []
  if (profile.tags) renameElements(pdf)
  const about = aboutOf(imprint, language, halves.flatMap(({ edition }) => edition.languages))
  const found = new Map<Reason, number | undefined>([
    ...flawsIn(parts).toReversed().map(({ fault, page }) => [fault, page] as const), ...tagFlaws.map((flaw) => [flaw, undefined] as const),
    ...(about.date ? [] : [['no-date', undefined] as const]),
  ])
  const { claims, messages } = claimsOf(profile, found, name)
  describe(pdf, about, claims, digestOf(parts))
  intend(pdf, profile, claims)
  return { bytes: await saved(pdf, versionOf(profile)), claims, messages }
}

/** Pages counted through the file. */
function flawsIn(parts: readonly Retouched[]): Flaw[] {
  let before = 0
  return parts.flatMap(({ flaws, pages }) => {
    const first = before
    before += pages
    return flaws.map(({ fault, page }) => ({ fault, page: first + page }))
  })
}

const digestOf = (parts: readonly Retouched[]): string =>
  parts.reduce((hash, { digest }) => hash.update(digest), createHash('sha256')).digest('hex')

const versionOf = ({ standards }: Profile): Version =>
  standards.includes('pdf-x-1a') ? '1.3' : standards.includes('pdf-x-4') ? '1.6' : '1.7'
