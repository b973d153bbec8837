/** Prints of the parts of a book become one document, whole in its tags, links and outline. Libraries that merge lose one of them. */

import { PDFDict, PDFName, PDFNumber, PDFPageTree, PDFRef, type PDFDocument } from '@cantoo/pdf-lib'
import { joinDestinations, leadElsewhere } from './links.ts'
import { renumbered, type Shift } from './objects.ts'
import { joinOutlines } from './outline.ts'
import { joinTags, rootsOfTags, tagsOf } from './tags.ts'

/** Pages in the order of `prints`. Linear in the objects; the first print is changed, and the objects of the others are moved into it. */
export function joined([first, ...others]: readonly PDFDocument[]): PDFDocument {
  if (!first) throw new Error('Nothing was printed')
  if (others.length === 0) return first
  const { context } = first
  const catalogs: PDFDict[] = [first.catalog]
  let keys = tagsOf(first.catalog).nextKey
  let names = tagsOf(first.catalog).names
  for (const other of others) {
    const tags = tagsOf(other.catalog)
    const shift: Shift = { objects: context.largestObjectNumber, keys, names }
    catalogs.push(renumbered(other, context, shift))
    keys += tags.nextKey
    names += tags.names
  }
  joinPages(first, catalogs)
  joinTags(context, catalogs)
  joinDestinations(context, catalogs)
  joinOutlines(context, catalogs)
  leadElsewhere(first)
  for (const catalog of catalogs.slice(1)) dropRoots(catalog)
  return first
}

/** Takes away what nothing leads to any more. */
function dropRoots(catalog: PDFDict): void {
  for (const reference of [...rootsOfTags(catalog), ...['Dests', 'Outlines'].map((key) => catalog.get(PDFName.of(key)))]) {
    if (reference instanceof PDFRef) catalog.context.delete(reference)
  }
}

/** The trees of pages hang side by side under a new root. */
function joinPages({ context, catalog }: PDFDocument, catalogs: readonly PDFDict[]): void {
  const pages = PDFName.of('Pages')
  const trees = catalogs.map((one) => one.get(pages) as PDFRef)
  const counts = catalogs.map((one) => one.lookup(pages, PDFDict).lookup(PDFName.of('Count'), PDFNumber).asNumber())
  const tree = PDFPageTree.withContext(context)
  tree.set(PDFName.of('Kids'), context.obj(trees))
  tree.set(PDFName.of('Count'), PDFNumber.of(counts.reduce((sum, count) => sum + count, 0)))
  const root = context.register(tree)
  for (const branch of trees) context.lookup(branch, PDFDict).set(PDFName.of('Parent'), root)
  catalog.set(pages, root)
}
