/** Opens a finished PDF, made here or elsewhere, whose pages are laid on sheets or counted. */

import { PDFDocument } from '@cantoo/pdf-lib'
import { soundnessOf } from '../check/pdf/order.ts'
import { SurroundingsError } from '../model/message.ts'
import { fileBytes } from '../readers/file.ts'

export interface FinishedPdf {
  readonly bytes: Uint8Array
  /** With at least one page, each larger than nothing. */
  readonly pdf: PDFDocument
}

/** A larger file could not be held beside what is made of it. */
const largest = 650_000_000

/** Throws a `SurroundingsError` of that rule, whose cause has a code that `reason.ts` words; linear in the file's objects. */
export async function finishedPdf(path: string, rule: string): Promise<FinishedPdf> {
  const refuse = (cause: unknown): never => { throw new SurroundingsError(rule, { path, fault: (cause as Error).message }, cause) }
  const bytes = await fileBytes(path, largest).catch(refuse)
  const fault = soundnessOf(bytes)
  if (fault) return refuse(coded(fault))
  try {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
    const boxes = pdf.getPages().map((page) => page.getTrimBox())
    if (boxes.length === 0) return refuse(coded('no-pages'))
    if (boxes.every(({ width, height }) => width > 0 && height > 0)) return { bytes, pdf }
    return refuse(coded('page-without-size'))
  } catch (cause) {
    if (cause instanceof SurroundingsError) throw cause
    return refuse(coded('damaged', cause))
  }
}

/** As the system's own faults are told apart. */
export const coded = (code: string, cause?: unknown): Error => Object.assign(new Error(code, { cause }), { code })
