/** The cover's objects: boxes, colours, claims. */

import type { PDFDocument } from '@cantoo/pdf-lib'
import type { Message } from '../../model/message.ts'
import { coverProfile } from '../../model/profile.ts'
import { foundText } from '../pdf/found-text/index.ts'
import { direct } from '../pdf/press/arrange.ts'
import { box } from '../pdf/press/boxes.ts'
import { claimsOf, type Reason } from '../pdf/press/claims.ts'
import { inksOf } from '../pdf/press/colour.ts'
import { aboutOf, describe, intend } from '../pdf/press/metadata.ts'
import { rewriteStreams } from '../pdf/press/page-streams.ts'
import { strip } from '../pdf/press/strip.ts'
import { saved } from '../pdf/save.ts'
import type { ToCover } from './index.ts'
import type { CoverMeasures } from './measure.ts'

/** Bleed is the cover's own on all sides. Changes `pdf`. */
export async function finishedCover(pdf: PDFDocument, { name, imprint, language, profile, binding }: ToCover, { width, height, bleed }: CoverMeasures): Promise<{ bytes: Uint8Array; messages: readonly Message[] }> {
  const own = coverProfile(profile) ?? profile
  const { flaws, digest } = await rewriteStreams(pdf, own, await inksOf(own), [foundText(pdf.context)])
  box(pdf, pdf.getPages().map((page) => ({ page, isRight: true, folio: undefined })), { width: width - 2 * bleed, height: height - 2 * bleed }, own)
  direct(pdf, binding === 'right')
  strip(pdf, own)
  const about = aboutOf(imprint, language, [language, language === 'ar' ? 'en' : 'ar'])
  const found = new Map<Reason, number | undefined>([
    ...flaws.toReversed().map(({ fault, page }) => [fault, page] as const), ...(about.date ? [] : [['no-date', undefined] as const]),
  ])
  const { claims, messages } = claimsOf(own, found, name)
  describe(pdf, about, claims, digest)
  intend(pdf, own, claims)
  const version = claims.includes('pdf-x-1a') ? '1.3' : claims.includes('pdf-x-4') ? '1.6' : '1.7'
  return { bytes: await saved(pdf, version), messages }
}
