/** Prints until the numbers that the contents show are the numbers of the pages. */

import { PDFDocument } from '@cantoo/pdf-lib'
import type { PrintBrowser } from '../../print/browser.ts'
import type { Asset } from '../../print/document.ts'
import { keepHyphens } from '../../typography/hyphens.ts'
import { contentsId, documentOf, htmlOf, type Plan } from './document.ts'
import { fittedFigures } from './figures.ts'
import type { Measures } from './measures.ts'
import { headingsOf, type Heading } from './outline.ts'
import { destinations, firstPlan, placedSections, planFrom, samePlan, type Placed } from './plan.ts'
import { pageOf, typeArea } from './style.ts'

export interface Printed {
  readonly pdf: PDFDocument
  /** The document as it was printed. */
  readonly html: string
  readonly headings: readonly Heading[]
  readonly placed: readonly Placed[]
  /** Index of the first page that may carry a folio. */
  readonly contents: number
  readonly plan: Plan
}

/** Two or three prints do for every book seen. */
const mostPrints = 6

/** After so many prints no more figures are made smaller, so that the numbers can settle. */
const figurePrints = 2

export async function printSettled({ setting, hyphens, figures }: Measures, assets: ReadonlyMap<string, Asset>, browser: PrintBrowser): Promise<Printed> {
  const used = new Set(hyphens)
  const { height } = typeArea(pageOf(setting.edition, setting.book))
  let plan = firstPlan
  for (let count = 1; ; count++) {
    const tree = documentOf(setting, plan)
    const html = keepHyphens(htmlOf(tree), used)
    // The first print only tells where things fall; without tags it is sooner done.
    const isTrial = count === 1
    const bytes = await browser.print({ html, assets }, { tagged: !isTrial, outline: !isTrial })
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
    const targets = destinations(pdf)
    const placed = placedSections(setting.edition, targets)
    const fitted = count <= figurePrints ? fittedFigures(figures, targets, footOf(placed, height), plan.figures) : plan.figures
    const next = planFrom(setting.edition, placed, plan, fitted)
    if (!isTrial && samePlan(next, plan)) {
      const contents = (targets.get(contentsId) ?? placed[0])?.page ?? pdf.getPageCount()
      return { pdf, html, headings: headingsOf(tree), placed, contents, plan }
    }
    if (count === mostPrints) throw new Error(`The contents did not settle in ${mostPrints} prints`)
    plan = next
  }
}

/** Lower edge of the type area in points, as this browser counts them: it may leave out the margin, so a section's first line tells. */
const footOf = (placed: readonly Placed[], height: number): number => Math.max(...placed.map(({ top }) => top)) - height * 72 / 25.4
