/** What an EPUB must know of all its texts before it writes one, found in one walk. */

import type { Element, ElementContent } from 'hast'
import { isSegment } from '../../views/hast.ts'
import { cutOf, facesFor, firstCut, type Cut, type Faces } from './faces.ts'
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
  /** Only the faces that some text is set in travel with the book. */
  readonly faces: Faces
}

/** Linear in the text. */
export function surveyOf(pages: readonly SpinePage[]): Survey {
  const found: Found = { files: new Map(), longNotes: new Set(), pictures: [], hasNotes: false, faces: 0 }
  for (const page of pages) {
    // Numbers and marks that the style sheet puts in stand in these.
    found.faces |= facesFor('0 .', firstCut(page.language))
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
  faces: Faces
}

/** What is hidden is set in no face: its cut is undefined. */
function walk(children: readonly ElementContent[], page: SpinePage, own: Cut | undefined, found: Found): void {
  for (const child of children) {
    if (child.type === 'text' && own) found.faces |= facesFor(child.value, own)
    if (child.type !== 'element') continue
    const { id, role, hidden } = child.properties
    if (id) found.files.set(String(id), page.file)
    if (page.section && child.tagName === 'img') found.pictures.push(child)
    if (role === 'doc-footnote') found.hasNotes = true
    if (isLongNote(child)) found.longNotes.add(String(id))
    const inner = own && !hidden ? cutOf(child, own) : undefined
    const faces = inner && isSegment(child) ? facesOfWords(child, inner) : undefined
    if (faces === undefined) walk(child.children, page, inner, found)
    else found.faces |= faces
  }
}

/** Sentences of nothing but words, with the faces that show them and how they are set: editions share them. */
const sentences = new WeakMap<Element, { readonly own: Cut; readonly faces: Faces }>()

/** Undefined for a sentence that holds an element. */
function facesOfWords(sentence: Element, own: Cut): Faces | undefined {
  const known = sentences.get(sentence)
  if (known?.own === own) return known.faces
  let faces = 0
  for (const child of sentence.children) {
    if (child.type === 'element') return undefined
    if (child.type === 'text') faces |= facesFor(child.value, own)
  }
  sentences.set(sentence, { own, faces })
  return faces
}
