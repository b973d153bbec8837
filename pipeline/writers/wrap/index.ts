/** A wraparound cover as a printer takes it: set by the browser, finished as the pages are. */

import { PDFDocument } from '@cantoo/pdf-lib'
import type { Artifact, Imprint } from '../../model/edition.ts'
import type { Language } from '../../model/language.ts'
import type { Message } from '../../model/message.ts'
import type { CoverSpecification, Paper, Profile } from '../../model/profile.ts'
import type { PrintBrowser } from '../../print/browser.ts'
import type { PrintDocument } from '../../print/document.ts'
import { fontAssets, fontStyles } from '../../print/fonts.ts'
import { htmlOf } from '../pdf/galleys.ts'
import { finishedCover } from './finish.ts'
import { barcodeOf } from './barcode.ts'
import { blurbSizes, fittingSize, type Blurb } from './blurb.ts'
import { coverDocument, pictureName } from './document.ts'
import { coverMeasures, type Binding, type CoverMeasures } from './measure.ts'
import { pictureMessages, type FrontPicture } from './picture.ts'

export { coverMeasures, type Binding } from './measure.ts'
export type { FrontPicture } from './picture.ts'

export interface ToCover {
  /** Without extension. */
  readonly name: string
  readonly imprint: Imprint
  readonly language: Language
  /** Of the finished book. */
  readonly trim: { readonly width: number; readonly height: number }
  readonly pages: number
  readonly paper: Paper
  readonly binding: Binding
  readonly colour: string
  readonly blurb: Blurb
  readonly picture: FrontPicture | undefined
  readonly profile: Profile
  readonly specification: CoverSpecification
}

export interface Cover {
  /** The PDF, and its measures. */
  readonly artifacts: readonly [Artifact, Artifact]
  readonly measures: CoverMeasures
  readonly messages: readonly Message[]
}

/** Why this printer does not bind so many pages; undefined where it does. */
export function pagesBeyond(edition: string, pages: number, { pages: { least, most } }: Profile): Message | undefined {
  return pages >= least && pages <= most ? undefined : { rule: 'cover/pages-beyond', severity: 'error', values: { edition, pages, least, most } }
}

/** Whatever its printer would object to is a message; an error among these says that the cover is not to be written. */
export async function writeCover(to: ToCover, browser: PrintBrowser): Promise<Cover> {
  const { name, imprint, language, profile, blurb, picture, colour } = to
  const measures = coverMeasures(to, to.specification)
  const barcode = imprint.isbn === undefined ? undefined : barcodeOf(imprint.isbn)
  const documentAt = (blurbSize: number): PrintDocument => ({
    html: htmlOf(coverDocument(measures, { imprint, language, barcode, blurb, blurbSize, colour, isPictured: picture !== undefined }, fontStyles((font) => `fonts/${font}`))),
    assets: new Map([...fontAssets(), ...(picture ? [[pictureName, picture] as const] : [])]),
  })
  const [least = 0] = blurbSizes.slice(-1)
  const size = await fittingSize(documentAt(least), browser)
  const print = await browser.print(documentAt(size ?? least), { tagged: profile.tags, outline: false })
  const { bytes, messages } = await finishedCover(await PDFDocument.load(print, { updateMetadata: false }), to, measures)
  return {
    artifacts: [{ name: `${name}.pdf`, bytes }, { name: `${name}.json`, bytes: Buffer.from(`${JSON.stringify(toldOf(to, measures), null, 2)}\n`) }],
    measures, messages: [
      ...messages, ...messagesOf(to, measures, barcode !== undefined), ...(picture ? pictureMessages(picture, measures.picture, profile) : []),
      ...(size === undefined ? [{ rule: 'cover/blurb-long', severity: 'error', values: { edition: name, size: least } } as const] : []),
    ],
  }
}

/** Millimetres, to the thousandth. */
function toldOf({ profile, paper, pages, trim }: ToCover, measures: CoverMeasures): unknown {
  return JSON.parse(JSON.stringify({ version: 1, profile: profile.name, paper: paper.name, pages, trim, ...measures },
    (_, value: unknown) => (typeof value === 'number' ? Math.round(value * 1000) / 1000 : value)))
}

function messagesOf({ name, imprint, pages, specification, profile }: ToCover, { spineWords }: CoverMeasures, hasBarcode: boolean): Message[] {
  const { least, most, multiple } = profile.pages
  return [
    ...(imprint.isbn === undefined ? [{ rule: 'cover/no-isbn', severity: 'note', values: { edition: name } } as const] : []),
    ...(imprint.isbn !== undefined && !hasBarcode ? [{ rule: 'cover/isbn-wrong', severity: 'error', values: { edition: name, isbn: imprint.isbn } } as const] : []),
    ...(spineWords ? [] : [{ rule: 'cover/spine-bare', severity: 'note', values: { edition: name, pages, least: specification.spine.wordsFrom } } as const]),
    ...(pages % multiple !== 0 ? [{ rule: 'cover/pages-refused', severity: 'warning', values: { edition: name, pages, least, most, multiple } } as const] : []),
  ]
}
