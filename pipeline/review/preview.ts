/** Pages as they will print: the chapter of a bead, set by itself by the book's own typesetter, drawn from the PDF that it gives. */

import type { View } from '../model/edition.ts'
import { languages, type Bilingual } from '../model/language.ts'
import type { PrintBrowser } from '../print/browser.ts'
import type { AlignedBook } from '../views/index.ts'
import { drawPages } from '../writers/preflight/pictures.ts'
import { setChapter, type SetChapter } from './chapter.ts'
import { nearestShown, pagesOf } from './leaves.ts'

/** Editions whose pages can be shown; each leads as the book does. */
const previewViews = ['facing', 'columns', 'interlinear', 'en', 'ar'] as const
export type PreviewView = (typeof previewViews)[number]

export interface PreviewRequest {
  readonly bead: number
  readonly view: PreviewView
}

/** Undefined where it is none. */
export function previewRequest(bead: string | undefined, view: string | undefined): PreviewRequest | undefined {
  const known = previewViews.find((name) => name === view)
  return known && bead !== undefined && /^\d{1,9}$/.test(bead) ? { bead: Number(bead), view: known } : undefined
}

/** The book as it is now. */
export interface PreviewSource {
  readonly version: string
  readonly aligned: AlignedBook
}

export interface PreviewPage {
  /** Its picture is at `/preview/NAME`. */
  readonly picture: string
  /** Counted in the chapter, from 1. */
  readonly number: number
  readonly side: 'left' | 'right'
}

/** `left-behind`: something newer was asked for meanwhile. `empty`: nothing of the bead, nor of what is near it, is in this edition. */
export type PreviewAnswer =
  /** `isNear`: the bead has no words in this edition, and the pages are those of one beside it. */
  | { readonly kind: 'pages'; readonly pages: readonly PreviewPage[]; readonly isNear: boolean }
  | { readonly kind: 'left-behind' | 'empty' }

export interface Preview {
  show(request: PreviewRequest): Promise<PreviewAnswer>
  /** PNG of a page that was shown lately. */
  picture(name: string): Uint8Array<ArrayBuffer> | undefined
}

/** Pixels across a page: sharp on a screen of twice the density where two pages share a panel. Our own choice. */
const across = 900

/** Pictures that are kept for windows to fetch. */
const mostKept = 24

interface Done extends SetChapter {
  readonly version: string
  readonly view: View
}

export class ChapterPreview implements Preview {
  readonly #source: () => Promise<PreviewSource>
  readonly #browser: () => Promise<PrintBrowser>
  readonly #pictures = new Map<string, Uint8Array<ArrayBuffer>>()
  #latest = 0
  #working: Promise<unknown> = Promise.resolve()
  #done: Done | undefined

  constructor(source: () => Promise<PreviewSource>, browser: () => Promise<PrintBrowser>) {
    this.#source = source
    this.#browser = browser
  }

  /** One at a time; of those that wait, only the newest is worked on. */
  async show(request: PreviewRequest): Promise<PreviewAnswer> {
    const own = ++this.#latest
    const before = this.#working
    const work = before.catch(() => undefined).then(() => (own === this.#latest ? this.#show(request, own) : { kind: 'left-behind' as const }))
    this.#working = work
    return work
  }

  picture(name: string): Uint8Array<ArrayBuffer> | undefined {
    return this.#pictures.get(name)
  }

  async #show({ bead: index, view: name }: PreviewRequest, run: number): Promise<PreviewAnswer> {
    const { version, aligned } = await this.#source()
    const isAlone = name === 'en' || name === 'ar'
    const view: View = isAlone ? name : `${name}-${aligned.book.leading}`
    // In a book of one language the page where a sentence of the other is missing shows more than none.
    const { beads } = aligned.alignment
    const bead = beads[index] && nearestShown(beads, index, isAlone ? [name] : languages)
    const done = bead && await this.#set(version, aligned, view, bead)
    if (!bead || !done) return { kind: 'empty' }
    const wanted = pagesOf(done, bead)
    const drawn = await Promise.all([...new Set(wanted.map(({ print }) => print))].map(async (print) =>
      [print, await drawPages(done.prints[print] ?? new Uint8Array(), wanted.filter((one) => one.print === print).map(({ page }) => page), across)] as const))
    const pictures = new Map(drawn)
    const pages = wanted.flatMap(({ number, side, print, page }): PreviewPage[] => {
      const png = pictures.get(print)?.get(page)
      return png ? [{ picture: this.#keep(`${run}-${number}.png`, png), number, side }] : []
    })
    return pages.length === 0 ? { kind: 'empty' } : { kind: 'pages', pages, isNear: bead !== beads[index] }
  }

  /** Another bead of the same chapter needs no new setting. */
  async #set(version: string, aligned: AlignedBook, view: View, bead: Bilingual<{ from: number; to: number }>): Promise<SetChapter | undefined> {
    const known = this.#done
    if (known && known.version === version && known.view === view && known.holds(bead)) return known
    const set = await setChapter(aligned, view, bead, await this.#browser())
    if (set) this.#done = { ...set, version, view }
    return set
  }

  #keep(name: string, png: Uint8Array): string {
    this.#pictures.set(name, Uint8Array.from(png))
    for (const old of this.#pictures.keys()) {
      if (this.#pictures.size <= mostKept) break
      this.#pictures.delete(old)
    }
    return name
  }
}
