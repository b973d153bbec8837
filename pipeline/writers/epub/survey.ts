/** What an EPUB must know of all its texts before it writes one, found in one walk. */

import type { Element, ElementContent } from 'hast'
import type { SpinePage } from './pages.ts'
import { isLongNote } from './xhtml.ts'

export interface Survey {
  /** The file in which each id stands, for links to find it. */
  readonly files: ReadonlyMap<string, string>
  /** Ids of notes that are too long to be popped up. */
  readonly longNotes: ReadonlySet<string>
  /** Pictures of the text; a cover is the title page seen once more. */
  readonly pictures: readonly Element[]
  readonly hasNotes: boolean
}

export function surveyOf(pages: readonly SpinePage[]): Survey {
  const files = new Map<string, string>()
  const longNotes = new Set<string>()
  const pictures: Element[] = []
  let hasNotes = false
  const walk = (children: readonly ElementContent[], page: SpinePage): void => {
    for (const child of children) {
      if (child.type !== 'element') continue
      const { id, role } = child.properties
      if (id) files.set(String(id), page.file)
      if (page.section && child.tagName === 'img') pictures.push(child)
      if (role === 'doc-footnote') hasNotes = true
      if (isLongNote(child)) longNotes.add(String(id))
      walk(child.children, page)
    }
  }
  for (const page of pages) walk(page.children, page)
  return { files, longNotes, pictures, hasNotes }
}
