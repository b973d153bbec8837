/** From retouched prints to a file that keeps to a profile: its pages, its tags, its claims; no clock. */

import { createHash } from 'node:crypto'
import { directionOf } from '../../model/language.ts'
import type { Message } from '../../model/message.ts'
import type { Profile, Standard } from '../../model/profile.ts'
import { wordsIn } from '../../model/words.ts'
import { renameElements } from './identifiers.ts'
import { joined } from './join/index.ts'
import type { Order } from './order.ts'
import { writeOutline } from './outline.ts'
import { arrange, direct, label } from './press/arrange.ts'
import { box } from './press/boxes.ts'
import { claimsOf, type Reason } from './press/claims.ts'
import { describe, intend } from './press/metadata.ts'
import type { Flaw } from './press/page-streams.ts'
import { strip } from './press/strip.ts'
import { mendTags } from './press/tags.ts'
import type { Retouched } from './retouch.ts'
import { saved, type Version } from './save.ts'

export interface Finished {
  readonly bytes: Uint8Array
  readonly claims: readonly Standard[]
  readonly messages: readonly Message[]
}

/** The same prints give the same bytes. A second run is bound from the other side: its pages follow in reverse. Changes `parts`. */
export async function finished({ name, profile, runs, headings, about, trim, digits }: Order, parts: readonly Retouched[]): Promise<Finished> {
  const { language } = runs[0]
  const pdf = joined(parts.map((part) => part.pdf))
  if (profile.outline) writeOutline(pdf, headings)
  const placed = arrange(pdf, runs, profile)
  if (!profile.links) box(pdf, placed, trim, profile)
  label(pdf, placed)
  direct(pdf, directionOf(language) === 'rtl')
  strip(pdf, profile)
  const words = wordsIn(language, digits)
  const tagFlaws = profile.tags ? mendTags(pdf, (target) => words(`book:link.${target}`)) : []
  if (profile.tags) renameElements(pdf)
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
