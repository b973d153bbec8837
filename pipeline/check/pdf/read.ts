/** Reads a PDF's facts: its pages and all that they paint. */

import { boxOf, type Box } from './box.ts'
import { Canvas } from './canvas.ts'
import { runContent } from './content.ts'
import type { Annotation, Boxes, Facts, Page } from './facts.ts'
import { PdfFile, type Unreadable } from './file.ts'
import { Ledger } from './ledger.ts'
import type { Dict, PdfObject } from './objects.ts'
import { contentOf, pageDicts, type Inherited } from './pages.ts'

export type Reading = { readonly facts: Facts } | { readonly unreadable: Unreadable }

/**
 * Never throws for what stands in the file: what is broken is in `facts.file.damage`, and what cannot be read at all is said instead.
 * Time and memory are bounded by `budget.ts`.
 */
export function readPdf(bytes: Uint8Array): Reading {
  if (bytes.length === 0) return { unreadable: 'empty' }
  const file = new PdfFile(bytes)
  if (file.headerVersion === undefined && file.trailer.size === 0) return { unreadable: 'not-a-pdf' }
  const isLocked = file.trailer.has('Encrypt')
  const catalog = file.dict(file.trailer.get('Root'))
  const found = catalog ? pageDicts(catalog, file) : []
  // Pages may lie in streams of objects, which are encrypted as a whole.
  if (!catalog || found.length === 0) return { unreadable: isLocked ? 'encrypted' : file.headerVersion === undefined ? 'not-a-pdf' : 'no-pages' }
  const ledger = new Ledger(file.budgets)
  const pages = found.map((inherited, index) => {
    file.page = index + 1
    return pageOf(inherited, index + 1, file, ledger, isLocked)
  })
  file.page = undefined
  const later = file.name(catalog.get('Version')) ?? ''
  return {
    facts: {
      file, catalog, version: later > (file.headerVersion ?? '') ? later : file.headerVersion ?? '', info: file.dict(file.trailer.get('Info')) ?? new Map(), pages,
      uses: {
        fonts: [...ledger.fontUses.values()], images: [...ledger.imageUses.values()], forms: [...ledger.forms.values()], states: [...ledger.states.values()],
        spaces: [...ledger.spaceUses.values()], strangeOperators: [...ledger.strange.values()], intents: [...ledger.intents.values()],
        unbalanced: ledger.unbalanced, postScript: [...ledger.postScript.values()],
      },
    },
  }
}

/** Letter, as readers take it where nothing is said. */
const usual: Box = [0, 0, 612, 792]

function pageOf({ object, dict, all }: Inherited, number: number, file: PdfFile, ledger: Ledger, isLocked: boolean): Page {
  const resources = file.dict(all.get('Resources')) ?? new Map<string, PdfObject>()
  const boxes = boxesOf(all, file)
  const canvas = new Canvas(file, ledger, number)
  // What is encrypted would be read as noise.
  if (!isLocked) runContent(contentOf(dict, file), canvas, resources, boxes.media, object)
  return {
    number, object, dict, resources, boxes, things: canvas.things,
    rotation: (((file.number(all.get('Rotate')) ?? 0) % 360) + 360) % 360,
    annotations: annotationsOf(file.array(dict.get('Annots')), file),
    hasGroup: file.name(file.dict(dict.get('Group'))?.get('S')) === 'Transparency',
  }
}

function boxesOf(all: Dict, file: PdfFile): Boxes {
  const box = (key: string) => boxOf(file.numbersIn(all.get(key)))
  const [crop, bleed, trim, art] = [box('CropBox'), box('BleedBox'), box('TrimBox'), box('ArtBox')]
  return { media: box('MediaBox') ?? usual, ...(crop && { crop }), ...(bleed && { bleed }), ...(trim && { trim }), ...(art && { art }) }
}

/** A list that costs too much is told of, and left out. */
const annotationsOf = (list: readonly PdfObject[], file: PdfFile): Annotation[] =>
  (file.walks(annotationCost * list.length) ? list.flatMap((item) => annotationOf(file.dict(item), file)) : [])

/** In entries of lists: each is kept, and looked at by several rules. */
const annotationCost = 10

/** Bit 2 of its flags hides it, bit 6 keeps it off the screen. */
function annotationOf(dict: Dict | undefined, file: PdfFile): Annotation[] {
  if (!dict) return []
  const flags = file.number(dict.get('F')) ?? 0
  return [{ dict, kind: file.name(dict.get('Subtype')) ?? '', box: boxOf(file.numbersIn(dict.get('Rect'))), isHidden: (flags & 2) !== 0 }]
}
