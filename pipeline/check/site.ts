/** The proof that a site's chapters hold every word, picture, cell and note of the manuscripts, in each language of its pages. */

import type { Artifact } from '../model/edition.ts'
import { languages, type Bilingual } from '../model/language.ts'
import type { Manuscript } from '../model/manuscript.ts'
import type { Message } from '../model/message.ts'
import { proveEdition } from './edition.ts'
import { pageTokens } from './html.ts'

interface Proved {
  /** Names the book's folder on the site. */
  readonly name: string
  readonly manuscripts: Bilingual<Manuscript>
}

/** Pages are read as they are written, in the order of their artifacts. */
export function siteFaults(books: readonly Proved[], artifacts: readonly Artifact[]): Message[] {
  return books.flatMap(({ name, manuscripts }) => languages.flatMap((language) => {
    const home = `${language}/${name}/chapter-`
    const pages = artifacts.filter((artifact) => artifact.name.startsWith(home))
    const tokens = pageTokens(pages.map((page) => ({ file: page.name, html: Buffer.from(page.bytes).toString('utf8') })))
    return proveEdition(`${language}/${name}`, manuscripts, languages, tokens).messages
  }))
}
