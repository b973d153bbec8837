/** What a laid-out page tells before the first print: hyphens that break lines, tables that are too wide, heights of figures. */

import type { Message } from '../../model/message.ts'
import type { PrintBrowser } from '../../print/browser.ts'
import type { Asset } from '../../print/document.ts'
import { documentOf, htmlOf, type Setting } from './document.ts'
import { measureBoxes, type FigureRow, type MeasuredBoxes, type MeasuredTable } from './measure-boxes.ts'
import { measureHyphens } from './measure-hyphens.ts'
import { firstPlan } from './plan.ts'
import { pageOf, pixelsPerMillimetre, typeArea } from './style.ts'

export interface Measures {
  /** The setting with its tables fitted. */
  readonly setting: Setting
  /** Ordinals of the soft hyphens that break a line. */
  readonly hyphens: readonly number[]
  readonly figures: readonly FigureRow[]
  readonly messages: readonly Message[]
}

/** Lines that may end in a hyphen one after the other. */
const mostHyphensInRow = 2

/** No table is set smaller than this share of its size; one that is wider still breaks its words instead. */
const leastTableFit = 0.65

const noBoxes: MeasuredBoxes = { tables: [], figures: [], broken: [] }

/** Loads the document once for its lines and, where it has any, once for its boxes. */
export async function measuresOf(setting: Setting, assets: ReadonlyMap<string, Asset>, browser: PrintBrowser): Promise<Measures> {
  // The style sets the measure, to fractions of a pixel; the window has only to be as wide, so that nothing scrolls.
  const { width } = typeArea(pageOf(setting.edition, setting.book))
  const window = { width: Math.ceil(width * pixelsPerMillimetre), height: 1000, scale: 1 }
  const html = htmlOf(documentOf(setting, firstPlan))
  const hasBoxes = /<(?:table|img)\b/.test(html)
  const { tables, figures, broken } = hasBoxes ? await browser.measure({ html, assets }, measureBoxes, undefined, window) : noBoxes
  const hyphens = await browser.measure({ html, assets }, measureHyphens, mostHyphensInRow, window)
  const tableFits = tables.map(({ fit }) => Math.max(leastTableFit, fit))
  return { setting: { ...setting, tableFits }, hyphens, figures, messages: [...brokenImages(broken), ...wideTables(tables)] }
}

const brokenImages = (broken: readonly string[]): Message[] =>
  broken.map((image) => ({ rule: 'print/image-broken', severity: 'error', values: { image } }))

const wideTables = (tables: readonly MeasuredTable[]): Message[] => tables
  .filter(({ fit }) => fit < leastTableFit)
  .map(({ segment }) => ({ rule: 'print/table-wide', severity: 'warning', values: { segment } }))
