/** Mends what the browser tags wrongly, and tells what readers aloud would still miss. */

import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString, type PDFContext, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'

const name = (text: string): PDFName => PDFName.of(text)

/** A reason for which the pages are not accessible to all, after ISO 14289-1. */
export type TagFlaw = 'untagged' | 'heading-skipped' | 'no-alternative'

interface Element {
  readonly reference: PDFRef
  readonly dictionary: PDFDict
  readonly type: string
}

/** `described` words a link inside the book. Changes the tags of `pdf`; linear in them. */
export function mendTags(pdf: PDFDocument, described: (target: LinkTarget) => string): TagFlaw[] {
  const { context, catalog } = pdf
  const root = catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)
  if (!root || !catalog.has(name('MarkInfo'))) return ['untagged']
  // Names that later versions of PDF know by themselves.
  root.set(name('RoleMap'), context.obj({ Em: 'Span', Strong: 'Span' }))
  const flaws = new Set<TagFlaw>()
  const moves = new Map<PDFRef, PDFRef>()
  let level = 0
  walk(context, root, (element) => {
    const { type, dictionary, reference } = element
    const body = type === 'LI' ? bodyIn(context, element) : undefined
    if (body) moves.set(reference, body)
    // Calls of notes are links, though the browser gives them no tag for their role.
    if (type === 'NonStruct' && kidsOf(dictionary).some(isLinked)) dictionary.set(name('S'), name('Link'))
    // The browser also calls what holds a picture and its caption a figure.
    if (type === 'Figure' && !dictionary.has(name('Alt')) && kidsOf(dictionary).some((kid) => kid instanceof PDFRef)) dictionary.set(name('S'), name('Div'))
    else if (type === 'Figure' && !dictionary.has(name('Alt')) && !dictionary.has(name('ActualText'))) flaws.add('no-alternative')
    const depth = /^H([1-6])$/.exec(type)?.[1]
    if (depth === undefined) return
    if (Number(depth) > level + 1) flaws.add('heading-skipped')
    level = Number(depth)
  })
  moveContent(root, moves)
  describeLinks(pdf, described)
  return [...flaws]
}

/** In the order of reading; what `visit` changes below an element is seen. */
function walk(context: PDFContext, parent: PDFDict, visit: (element: Element) => void): void {
  for (const reference of kidsOf(parent)) {
    const dictionary = reference instanceof PDFRef ? context.lookup(reference) : undefined
    const type = dictionary instanceof PDFDict ? dictionary.lookup(name('S')) : undefined
    if (!(reference instanceof PDFRef) || !(dictionary instanceof PDFDict) || !(type instanceof PDFName)) continue
    visit({ reference, dictionary, type: type.decodeText() })
    walk(context, dictionary, visit)
  }
}

function kidsOf(parent: PDFDict): PDFObject[] {
  const kids = parent.lookup(name('K'))
  return kids instanceof PDFArray ? kids.asArray() : parent.has(name('K')) ? [parent.get(name('K')) as PDFObject] : []
}

const isLinked = (kid: PDFObject): boolean => kid instanceof PDFDict && kid.lookup(name('Type')) === name('OBJR')

/** An item of a list holds its label and one body, and nothing else; yields a body that took content of the item's own. */
function bodyIn(context: PDFContext, { reference, dictionary }: Element): PDFRef | undefined {
  const typeOf = (kid: PDFObject) => context.lookupMaybe(kid, PDFDict)?.lookup(name('S'))
  const kids = kidsOf(dictionary)
  const isLabel = (kid: PDFObject) => kid instanceof PDFRef && typeOf(kid) === name('Lbl')
  const isSound = kids.every((kid) => kid instanceof PDFRef && (isLabel(kid) || typeOf(kid) === name('LBody')))
  if (isSound) return undefined
  const inside = kids.filter((kid) => !isLabel(kid))
  const body = context.obj({ Type: 'StructElem', S: 'LBody', P: reference, K: inside, ...(dictionary.has(name('Pg')) && { Pg: dictionary.get(name('Pg')) }) })
  const own = context.register(body)
  for (const kid of inside) context.lookupMaybe(kid instanceof PDFRef ? kid : undefined, PDFDict)?.set(name('P'), own)
  dictionary.set(name('K'), context.obj([...kids.filter(isLabel), own]))
  return inside.some((kid) => kid instanceof PDFNumber) ? own : undefined
}

/** Content that stood in an item itself belongs to its body: the tree from content to elements says so. */
function moveContent(root: PDFDict, moves: ReadonlyMap<PDFRef, PDFRef>): void {
  const nodes: (PDFDict | undefined)[] = [root.lookupMaybe(name('ParentTree'), PDFDict)]
  while (moves.size > 0 && nodes.length > 0) {
    const node = nodes.pop()
    for (const kid of node?.lookupMaybe(name('Kids'), PDFArray)?.asArray() ?? []) nodes.push(node?.context.lookupMaybe(kid, PDFDict))
    for (const value of node?.lookupMaybe(name('Nums'), PDFArray)?.asArray() ?? []) {
      const elements = node?.context.lookup(value)
      if (elements instanceof PDFArray) elements.asArray().forEach((item, index) => { if (item instanceof PDFRef && moves.has(item)) elements.set(index, moves.get(item)!) })
    }
  }
}

/** What kinds of places links lead to. */
export type LinkTarget = 'note' | 'back' | 'place'

/** Every link says in words where it leads. */
function describeLinks(pdf: PDFDocument, described: (target: LinkTarget) => string): void {
  for (const { node } of pdf.getPages()) {
    for (const reference of node.lookupMaybe(name('Annots'), PDFArray)?.asArray() ?? []) {
      const link = pdf.context.lookupMaybe(reference, PDFDict)
      if (!link || link.lookup(name('Subtype')) !== name('Link') || link.has(name('Contents'))) continue
      link.set(name('Contents'), PDFHexString.fromText(addressOf(link) ?? described(targetOf(link))))
    }
  }
}

function addressOf(link: PDFDict): string | undefined {
  const address = link.lookupMaybe(name('A'), PDFDict)?.lookup(name('URI'))
  return address instanceof PDFString || address instanceof PDFHexString ? address.decodeText() : undefined
}

/** By the names of places, as the views give them: `chapter-1-note-2`, and `chapter-1-ref-2` where the note is called. */
function targetOf(link: PDFDict): LinkTarget {
  const place = link.lookup(name('Dest'))
  const id = place instanceof PDFName ? place.decodeText() : ''
  return /-note-/.test(id) ? 'note' : /-ref-/.test(id) ? 'back' : 'place'
}
