/** Trees made ready to be laid out once: where words may break, what stays together, and nothing that hangs on neighbours. */

import { setImmediate } from 'node:timers/promises'
import type { Element, ElementContent, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { h } from 'hastscript'
import { hasClass } from '../../model/classes.ts'
import type { Book } from '../../model/book.ts'
import type { Edition, Section, SectionRole } from '../../model/edition.ts'
import { wrapCodeLines } from '../../typography/code-lines.ts'
import { addHyphens } from '../../typography/hyphens.ts'
import { markVocalised } from '../../typography/tashkil.ts'
import { breakAddresses } from '../../typography/addresses.ts'
import { keepRunts } from '../../typography/runts.ts'
import { keepTogether } from '../../typography/together.ts'
import { numberItems } from '../../views/items.ts'
import { printableCharacters } from '../../print/signs.ts'
import { spellOut } from './glyphs.ts'
import { setInitial, type InitialLines } from './initials.ts'
import { addPageReferences } from './references.ts'
import { initialLines } from './style.ts'

/** Set large and short: nothing in them is broken. */
const unbroken: ReadonlySet<SectionRole> = new Set(['halftitle', 'titlepage'])

/** A copy of the edition, its trees ready for the typesetter. Linear in the text. */
export function prepared(edition: Edition, book: Book): Edition {
  const initials = initialsFor(edition, book)
  return referring({ ...edition, sections: edition.sections.map((section) => preparedSection(section, edition, initials)) }, book)
}

/** The same; others may work between its sections. */
export async function preparedInSteps(edition: Edition, book: Book): Promise<Edition> {
  const initials = initialsFor(edition, book)
  const sections: Section[] = []
  for (const section of edition.sections) {
    sections.push(preparedSection(section, edition, initials))
    await setImmediate()
  }
  return referring({ ...edition, sections }, book)
}

const initialsFor = (edition: Edition, book: Book): InitialLines | undefined => (book.initials ? initialLines(edition, book) : undefined)

/** Changes its trees. */
function referring(edition: Edition, book: Book): Edition {
  if (book.references === 'pages') addPageReferences(edition.sections, book)
  return edition
}

function preparedSection(section: Section, { language }: Edition, initials: InitialLines | undefined): Section {
  const tree = structuredClone(section.tree)
  if (!unbroken.has(section.role)) addHyphens(tree, language === 'en')
  markVocalised(tree)
  keepTogether(tree)
  keepRunts(tree)
  breakAddresses(tree)
  standAlone(tree)
  if (initials && section.role === 'chapter') setInitial(tree, initials)
  if (section.role === 'dedication') hold(tree)
  spellOut(tree, printableCharacters())
  return { ...section, tree }
}

/** Letters of a dedication that surely fits its page. Our own choice. */
const mostLetters = 700

/** A dedication is one thing, or one on each side, that stands some way down its page. Changes `tree`. */
function hold(tree: Root | Element): void {
  const flows = tree.children.flatMap((child) => (child.type === 'element' && hasClass(child, 'flow') ? [child] : []))
  if (flows.length > 0) return flows.forEach(hold)
  if (toString(tree).length <= mostLetters) tree.children = [h('div', { className: ['whole'] }, tree.children as ElementContent[])]
}

/** A page break parts neighbours, so whatever depends on one is written on the element itself. Changes `tree`. */
function standAlone(tree: Root | Element): void {
  let before: Element | undefined
  for (const child of tree.children) {
    if (child.type !== 'element') continue
    // Lines that the author ends, as in an address, stand one under the other.
    if (child.tagName === 'p' && before?.tagName === 'p' && !find(child, isBreak)) addClass(child, 'indent')
    if (isHeading(child) && before && isHeading(before)) addClass(child, 'beneath')
    if (isReference(child) && before && isReference(before) && isBeside(tree, before, child)) addClass(child, 'beside')
    if (child.tagName === 'td' && isQuantity(child)) addClass(child, 'quantity')
    if (child.tagName === 'ol') numberItems(child)
    if (child.tagName === 'blockquote') markClosing(child)
    if (hasClass(child, 'verse')) turnVerse(child)
    if (child.tagName === 'pre') wrapCodeLines(child)
    if (child.tagName === 'li') wrapRuns(child)
    if (child.tagName === 'aside') linkNumber(child)
    standAlone(child)
    before = child
  }
}

/** Verse that is quoted whole in the other script: the first half of a line stands where that script begins. Its language stays that of the text. */
function turnVerse(verse: Element): void {
  const text = toString(verse)
  const [hasArabic, hasLatin] = [/\p{Script=Arabic}/u.test(text), /\p{Script=Latin}/u.test(text)]
  if (hasArabic === hasLatin) return
  for (const line of [verse, ...verse.children]) if (line.type === 'element') line.properties['dir'] = hasArabic ? 'rtl' : 'ltr'
}

/** A number with its unit, or a range of two; longer cells have to break where their column is narrow. */
const isQuantity = (cell: Element): boolean => /^\s*[≈~<>±−+]?\s*\p{Nd}.{0,15}$/u.test(toString(cell))

/** The last lines of a letter, and the name under a quotation, would rather not begin a page; nor would what stands below a letter's date and address. */
function markClosing(quotation: Element): void {
  const paragraphs = quotation.children.filter((child): child is Element => child.type === 'element')
  const body = paragraphs.findLastIndex((paragraph) => !isLineApart(paragraph))
  if (body < 0) return
  const opening = paragraphs.findIndex((paragraph) => !isLineApart(paragraph))
  for (const paragraph of [...paragraphs.slice(1, opening + 1), ...paragraphs.slice(body + 1)]) addClass(paragraph, 'closing')
}

/** Lines that the author ends, or a short one that is no sentence: a date, a salutation, a farewell, a name, an address. */
const isLineApart = (element: Element): boolean => element.tagName === 'p'
  && (find(element, isBreak) !== undefined || /^.{1,60}(?<![.!?؟…»”])$/u.test(toString(element).trim()))

/** A heading, or one for each side. */
const isHeading = (element: Element): boolean => /^h[1-6]$/.test(element.tagName)
  || ((hasClass(element, 'passage') || hasClass(element, 'side') || hasClass(element, 'stack')) && holdsOnly(element, isHeading))

function holdsOnly({ children }: Element, is: (element: Element) => boolean): boolean {
  const elements = children.filter((child): child is Element => child.type === 'element')
  return elements.length > 0 && elements.every(is)
}

const isBreak = ({ tagName }: Element): boolean => tagName === 'br'

const isReference = (element: Element): boolean => hasClass(element, 'note-reference')

/** Without words between them. */
const isBeside = ({ children }: Root | Element, one: Element, other: Element): boolean => children.indexOf(other) - children.indexOf(one) === 1

const blocks = new Set(['p', 'ul', 'ol', 'blockquote', 'table', 'figure', 'div', 'pre'])

const isBlock = (node: ElementContent): node is Element => node.type === 'element' && blocks.has(node.tagName)

/** Words that stand in an item beside a list of its own become a paragraph. */
function wrapRuns(item: Element): void {
  if (!item.children.some(isBlock)) return
  const { lang, dir } = item.properties
  const children: ElementContent[] = []
  let run: ElementContent[] = []
  const close = () => {
    if (run.some((node) => node.type !== 'text' || node.value.trim() !== '')) children.push(h('p', { lang, dir }, run))
    run = []
  }
  for (const child of item.children) {
    if (isBlock(child)) {
      close()
      children.push(child)
    } else run.push(child)
  }
  close()
  item.children = children
}

/** On paper the way back from a note is its number. */
function linkNumber(note: Element): void {
  const back = find(note, (element) => hasClass(element, 'note-back'))
  const number = find(note, (element) => hasClass(element, 'note-number'))
  if (!back || !number) return
  back.parent.children = back.parent.children.filter((child) => child !== back.element)
  Object.assign(number.element, {
    tagName: 'a', children: number.element.children,
    properties: { ...back.element.properties, className: ['note-back', 'note-number'] },
  })
}

function find(within: Element, is: (element: Element) => boolean): { element: Element; parent: Element } | undefined {
  for (const child of within.children) {
    if (child.type !== 'element') continue
    if (is(child)) return { element: child, parent: within }
    const inner = find(child, is)
    if (inner) return inner
  }
  return undefined
}

function addClass(element: Element, name: string): void {
  const classes = element.properties['className']
  element.properties['className'] = [...(Array.isArray(classes) ? classes : []), name]
}
