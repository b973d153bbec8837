/** Unpacks the streams of a file, each within a limit, and all together within a budget. */

import type { Budget } from './budget.ts'
import type { PdfFile } from './file.ts'
import { pictureFilters, unfiltered, type Parameters } from './filters.ts'
import type { Dict, PdfObject, Stream } from './objects.ts'
import { FilterFault, type Refusal } from './unpacked.ts'

/** Bytes that one stream may become. Our own choice: a page of 64 MB has no reader. */
export const limits = { stream: 64 * 2 ** 20, image: 256 * 2 ** 20 }

/** Of one stream. Our own choice: programs write one, at the most two. */
const mostFilters = 8

const defects = { 'too-large': 'stream-too-large', broken: 'stream', 'unknown-filter': 'filter' } as const satisfies Record<Refusal, string>

/** Unpacks streams within limits and a budget of bytes; what cannot be unpacked is told of at its object, once. */
export class Streams {
  private readonly file: PdfFile
  /** Those that are kept, and those that cannot be unpacked. */
  private readonly known = new Map<Stream, Uint8Array | undefined>()

  constructor(file: PdfFile) {
    this.file = file
  }

  /** Without its filters, but for that of a picture; undefined, and told of, where that cannot be. What was refused as too large counts as well. */
  unpacked(stream: Stream, limit: number, isKept: boolean, budget: Budget): Uint8Array | undefined {
    const known = this.known.get(stream)
    if (known || this.known.has(stream)) return known
    const object = this.file.numberOf(stream)
    if (!budget.takes(0)) return void this.file.refuses(object)
    try {
      const bytes = this.unfiltered(stream, limit)
      budget.takes(bytes.length)
      if (isKept) this.known.set(stream, bytes)
      return bytes
    } catch (error) {
      if (!(error instanceof FilterFault)) throw error
      if (error.refusal === 'too-large') budget.takes(limit)
      this.file.tell({ defect: defects[error.refusal], object })
      this.known.set(stream, undefined)
      return undefined
    }
  }

  private unfiltered(stream: Stream, limit: number): Uint8Array {
    const { file } = this
    let bytes = stream.raw
    const parameters = file.get(stream.dict.get('DecodeParms') ?? stream.dict.get('DP'))
    const filters = file.filtersOf(stream)
    if (filters.length > mostFilters) throw new FilterFault('broken')
    for (const [index, filter] of filters.entries()) {
      if (pictureFilters.has(filter) || filter === 'Crypt') return bytes
      const own = file.dict(Array.isArray(parameters) ? parameters[index] as PdfObject : parameters)
      bytes = unfiltered(bytes, filter, parametersOf(own, file), limit)
    }
    return bytes
  }
}

/** Within what PDF allows, whatever the file says. */
function parametersOf(own: Dict | undefined, file: PdfFile): Parameters {
  const value = (key: string, usual: number, least: number, most: number) => Math.min(most, Math.max(least, Math.floor(file.number(own?.get(key)) ?? usual)))
  return {
    predictor: value('Predictor', 1, 1, 15), colours: value('Colors', 1, 1, 32), bits: value('BitsPerComponent', 8, 1, 16),
    columns: value('Columns', 1, 1, 1 << 20), earlyChange: value('EarlyChange', 1, 0, 1),
  }
}
