/** What is found on a captured page while it is cleaned: its facts, its author's box, and the list of what goes. */

import type { Nodes, RootContent } from 'mdast'
import type { Language } from '../../model/language.ts'
import type { Metadata, Removal, RemovalReason, Stated } from '../../model/manuscript.ts'
import { placeIn } from '../images.ts'
import type { FoundDate } from './date.ts'
import { isOnlyLinks, isShort, plain, wholeText } from './shapes.ts'
import { folded } from './vocabulary.ts'

interface Stating {
  readonly title?: string
  readonly authors?: readonly string[]
  readonly date?: FoundDate | undefined
}

export class Page {
  readonly language: Language
  readonly removed: Removal[] = []
  readonly about: RootContent[] = []
  readonly #file: string
  #title: Stated | undefined
  #authors: Stated[] = []
  #date: Metadata['date']

  constructor(file: string, language: Language) {
    this.#file = file
    this.language = language
  }

  get metadata(): Metadata {
    return { title: this.#title, authors: this.#authors, date: this.#date }
  }

  /** Lists what is left out; the node says where it stood. */
  readonly list = (reason: RemovalReason, text: string, node: Nodes): void =>
    void this.removed.push({ reason, language: this.language, place: placeIn(this.#file, node), text })

  readonly remove = (reason: RemovalReason, block: RootContent): void => this.list(reason, wholeText(block), block)

  /** Takes what a block states; the first date wins. False where all of it was known. */
  state({ title, authors = [], date }: Stating, block: RootContent): boolean {
    const place = placeIn(this.#file, block)
    if (title !== undefined) this.#title = { text: title, place }
    const fresh = authors.filter((name) => !this.isAuthor(name))
    this.#authors.push(...fresh.map((text) => ({ text, place })))
    if (date) this.#date ??= { ...date, place }
    return fresh.length > 0 || date !== undefined
  }

  isAuthor(name: string): boolean {
    return this.#authors.some((author) => folded(author.text) === folded(name))
  }

  /** Keeps the box for the front matter; names that head it, and words that it has said already, go. */
  takeAbout(heading: RootContent | undefined, box: readonly RootContent[]): void {
    const known = new Set(this.about.map(plain))
    for (const block of [...(heading ? [heading] : []), ...box]) {
      const isName = block !== heading && isShort(block) && (isOnlyLinks(block) || this.isAuthor(plain(block)))
      if (isName || known.has(plain(block))) this.remove('repeated-title', block)
      else this.about.push(block)
    }
  }
}
