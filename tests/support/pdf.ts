/** What a PDF holds, read back for tests: lines with their places, in the order of the page. */

import { getDocumentProxy } from 'unpdf'

export interface Run {
  readonly text: string
  /** Millimetres from the left and the lower edge of the page. */
  readonly left: number
  readonly right: number
  readonly bottom: number
  /** Points. */
  readonly size: number
}

const millimetres = 25.4 / 72

interface Item { str: string; transform: number[]; width: number }

/** Runs of text of each page. */
export async function runsOf(bytes: Uint8Array): Promise<Run[][]> {
  const document = await getDocumentProxy(bytes.slice())
  const pages: Run[][] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push((items as Item[]).filter(({ str }) => str?.trim()).map(({ str, transform, width }) => ({
      text: str.normalize('NFKC').replaceAll(/[\u061C\u200E\u200F]/g, ''), left: transform[4]! * millimetres, right: (transform[4]! + width) * millimetres,
      bottom: transform[5]! * millimetres, size: Math.hypot(transform[2]!, transform[3]!),
    })))
  }
  await document.destroy()
  return pages
}

/** Lines of a page from its head to its foot, their runs joined from left to right; half a millimetre apart is one line. */
export function linesOf(runs: readonly Run[]): string[] {
  const lines: Run[][] = []
  for (const run of [...runs].sort((one, other) => other.bottom - one.bottom)) {
    const line = lines.at(-1)
    if (line?.[0] && line[0].bottom - run.bottom < 0.5) line.push(run)
    else lines.push([run])
  }
  return lines.map((line) => line.sort((one, other) => one.left - other.left).map(({ text }) => text).join(' ').replaceAll(/\s+/g, ' ').trim())
}
