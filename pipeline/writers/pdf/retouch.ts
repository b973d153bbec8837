/** The content of pages as a profile wants it, part by part of a book: while the browser prints one part, the one before is worked on. */

import type { PDFDocument } from '@cantoo/pdf-lib'
import type { Profile } from '../../model/profile.ts'
import { foundText } from './found-text/index.ts'
import { opened } from './open.ts'
import { inksOf } from './press/colour.ts'
import { rewriteStreams, type Streams, type TextLayer } from './press/page-streams.ts'
import { unseenRemover } from './text-layer.ts'

/** A print whose pages say and show what they should; whoever joins it to others changes it. */
export interface Retouched extends Streams {
  readonly pdf: PDFDocument
}

/** Lets others work between two pages; linear in the content. */
async function retouched(print: Uint8Array, profile: Profile): Promise<Retouched> {
  const pdf = await opened(print)
  const layers: TextLayer[] = [unseenRemover, foundText(pdf.context)]
  return { pdf, ...await rewriteStreams(pdf, profile, await inksOf(profile), layers) }
}

/** Prints as they come, in any order. */
export class Retouching {
  readonly #profile: Profile
  readonly #parts: Promise<Retouched>[] = []
  #last: Promise<unknown> = Promise.resolve()

  constructor(profile: Profile) {
    this.#profile = profile
  }

  /** `part` is counted through the file. One is worked on after the other, for each holds its objects in memory. */
  take(print: Uint8Array, part: number): void {
    const work = this.#last.then(() => retouched(print, this.#profile))
    this.#parts[part] = work
    this.#last = work
    // It is waited for in `parts`; until then its fault is no loose end.
    work.catch(() => undefined)
  }

  /** In the order of the file, once all were taken. */
  parts(): Promise<Retouched[]> {
    const all = Promise.all(this.#parts)
    // Whoever prints the book once more, with wider margins, does not wait for it.
    all.catch(() => undefined)
    return all
  }
}
