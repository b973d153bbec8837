/** What an EPUB must know of all its texts before it writes one, found in one walk. */

import type { Element, ElementContent } from 'hast'
import { cutOf, firstCut, show, type Cut, type Shown } from './faces.ts'
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
  /** What stands in which cut, for only the faces of these travel with the book. */
  readonly shown: Shown
}

/** Linear in the text. */
export function surveyOf(pages: readonly SpinePage[]): Survey {
  const found: Found = { files: new Map(), longNotes: new Set(), pictures: [], hasNotes: false, shown: new Map() }
  for (const page of pages) {
    // Numbers and marks that the style sheet puts in stand in these.
    show('0 .', firstCut(page.language), found.shown)
    walk(page.children, page, firstCut(page.language), found)
  }
  return found
}

/** A survey that grows. */
interface Found extends Survey {
  readonly files: Map<string, string>
  readonly longNotes: Set<string>
  readonly pictures: Element[]
  hasNotes: boolean
}

/** What is hidden is set in no face: its cut is undefined. */
function walk(children: readonly ElementContent[], page: SpinePage, own: Cut | undefined, found: Found): void {
  for (const child of children) {
    if (child.type === 'text' && own) show(child.value, own, found.shown)
    if (child.type !== 'element') continue
    const { id, role, hidden } = child.properties
    if (id) found.files.set(String(id), page.file)
    if (page.section && child.tagName === 'img') found.pictures.push(child)
    if (role === 'doc-footnote') found.hasNotes = true
    if (isLongNote(child)) found.longNotes.add(String(id))
    walk(child.children, page, own && !hidden ? cutOf(child, own) : undefined, found)
  }
}
