/** Trees of tags become one tree. */

import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, PDFString, type PDFContext, type PDFObject } from '@cantoo/pdf-lib'
import { elementNumber } from '../identifiers.ts'

const name = (text: string): PDFName => PDFName.of(text)

const rootOf = (catalog: PDFDict): PDFDict | undefined => catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)

/** The first key of tagged content that a document has not used, and the highest number in a name of an element. */
export function tagsOf(catalog: PDFDict): { nextKey: number; names: number } {
  const root = rootOf(catalog)
  const numbers = root ? pairsIn(root, 'IDTree', 'Names').map(([key]) => (key instanceof PDFString ? elementNumber(key.asString()) : 0)) : []
  return { nextKey: root ? nextKeyOf(root) : 0, names: numbers.reduce((most, number) => Math.max(most, number), 0) }
}

/** Links may have keys far beyond those of pages, which some versions of the browser do not count. */
const nextKeyOf = (root: PDFDict): number => pairsIn(root, 'ParentTree', 'Nums').reduce(
  (next, [key]) => Math.max(next, (key as PDFNumber).asNumber() + 1), root.lookupMaybe(name('ParentTreeNextKey'), PDFNumber)?.asNumber() ?? 0)

/** Everything hangs under the first document's element; keys of its tree of content were shifted when the objects were copied. */
export function joinTags(context: PDFContext, catalogs: readonly PDFDict[]): void {
  const roots = catalogs.map(rootOf).filter((root) => root !== undefined)
  const [first] = roots
  const element = first && documentIn(first)
  if (!first || !element) return
  const parents: PDFObject[] = []
  const names: PDFObject[] = []
  let shift = 0
  for (const root of roots) {
    if (root !== first) adopt(documentIn(root), element)
    for (const [key, value] of pairsIn(root, 'ParentTree', 'Nums')) parents.push(PDFNumber.of((key as PDFNumber).asNumber() + shift), value)
    for (const pair of pairsIn(root, 'IDTree', 'Names')) names.push(...pair)
    shift += nextKeyOf(root)
  }
  first.set(name('ParentTree'), context.register(context.obj({ Nums: parents })))
  first.set(name('ParentTreeNextKey'), PDFNumber.of(shift))
  if (names.length > 0) first.set(name('IDTree'), context.register(context.obj({ Names: names })))
}

/** What no longer holds anything in a document whose tags were joined to another's. */
export function rootsOfTags(catalog: PDFDict): (PDFObject | undefined)[] {
  const root = rootOf(catalog)
  return [catalog.get(name('StructTreeRoot')), root && documentIn(root)?.reference, root?.get(name('ParentTree')), root?.get(name('IDTree'))]
}

interface Tagged {
  readonly reference: PDFRef
  readonly element: PDFDict
}

/** The one element under the root that holds all others. */
function documentIn(root: PDFDict): Tagged | undefined {
  const kids = root.get(name('K'))
  const reference = kids instanceof PDFArray ? kids.get(0) : kids
  const element = root.context.lookup(reference)
  return reference instanceof PDFRef && element instanceof PDFDict ? { reference, element } : undefined
}

/** Moves the children of `from` behind those of `to`. */
function adopt(from: Tagged | undefined, to: Tagged): void {
  const own = childrenOf(to.element)
  for (const child of from ? childrenOf(from.element) : []) {
    own.push(child)
    const element = to.element.context.lookup(child)
    if (element instanceof PDFDict && element.has(name('P'))) element.set(name('P'), to.reference)
  }
  to.element.set(name('K'), to.element.context.obj(own))
}

function childrenOf(element: PDFDict): PDFObject[] {
  const kids = element.lookup(name('K'))
  return kids instanceof PDFArray ? kids.asArray() : element.has(name('K')) ? [element.get(name('K')) as PDFObject] : []
}

/** Keys and values of a number or name tree, leaf by leaf. */
function pairsIn(root: PDFDict, tree: 'ParentTree' | 'IDTree', list: 'Nums' | 'Names'): [PDFObject, PDFObject][] {
  const pairs: [PDFObject, PDFObject][] = []
  const walk = (node: PDFDict | undefined): void => {
    const items = node?.lookupMaybe(name(list), PDFArray)?.asArray() ?? []
    for (let at = 0; at + 1 < items.length; at += 2) pairs.push([items[at]!, items[at + 1]!])
    for (const kid of node?.lookupMaybe(name('Kids'), PDFArray)?.asArray() ?? []) walk(node?.context.lookupMaybe(kid, PDFDict))
  }
  walk(root.lookupMaybe(name(tree), PDFDict))
  return pairs
}
