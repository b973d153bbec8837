/** Content documents: an edition's sections as XHTML, each with its language and direction at its root. */

import type { Element, ElementContent, Properties } from 'hast'
import { h } from 'hastscript'
import { toString } from 'hast-util-to-string'
import { find, html as schema } from 'property-information'
import { isOutside } from '../../model/address.ts'
import type { Digits } from '../../model/book.ts'
import { directionOf, type Language } from '../../model/language.ts'
import { wordsIn } from '../../model/words.ts'
import { heldPieces } from '../../typography/together.ts'
import { lettersIn } from '../../views/hast.ts'
import { isBeforeArrow } from '../arrows.ts'
import { Bytes } from './bytes.ts'

export interface Page {
  readonly file: string
  readonly title: string
  readonly language: Language
  /** `epub:type` of the body, such as `bodymatter`. */
  readonly type: string
  readonly children: readonly ElementContent[]
}

/** What a document must know of the others. */
export interface Surroundings {
  /** The file in which an id stands. */
  readonly fileOf: (id: string) => string | undefined
  /** What numbers Arabic lists. */
  readonly digits: Digits
  /** Ids of notes that are too long to be popped up. */
  readonly longNotes: ReadonlySet<string>
}

/** EPUB's own word for what a role says, for readers that know only one of the two. */
const typesOfRoles: Readonly<Record<string, string>> = {
  'doc-noteref': 'noteref', 'doc-footnote': 'footnote', 'doc-endnotes': 'endnotes', 'doc-backlink': 'backlink',
  'doc-chapter': 'chapter', 'doc-toc': 'toc', 'doc-cover': 'cover', 'doc-pagebreak': 'pagebreak', 'doc-pagelist': 'page-list',
  'doc-dedication': 'dedication', 'doc-foreword': 'foreword', 'doc-preface': 'preface', 'doc-acknowledgments': 'acknowledgments', 'doc-introduction': 'introduction',
  'doc-prologue': 'prologue', 'doc-epilogue': 'epilogue', 'doc-afterword': 'afterword', 'doc-appendix': 'appendix',
}

/** A whole document, well-formed XML in UTF-8, written in one pass, for books are long. */
export function xhtml(page: Page, surroundings: Surroundings): Buffer {
  const marks = { dir: directionOf(page.language), lang: page.language }
  const up = '../'.repeat(page.file.split('/').length - 1)
  const html = h('html', { ...marks, 'xmlns': 'http://www.w3.org/1999/xhtml', 'xmlns:epub': 'http://www.idpf.org/2007/ops' }, [
    h('head', [h('title', page.title), h('link', { rel: ['stylesheet'], type: 'text/css', href: `${up}styles/book.css` })]),
    h('body', { 'className': [`digits-${surroundings.digits}`], 'epub:type': page.type, ...marks }, [...page.children]),
  ])
  bytes.add('<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n')
  write(html, undefined, { ...surroundings, file: page.file, to: bytes, isVerbatim: false }, marks.dir)
  bytes.add('\n')
  return bytes.taken()
}

const bytes = new Bytes()

interface Context extends Surroundings {
  readonly file: string
  readonly to: Bytes
  /** Inside code, or the document's own title. */
  readonly isVerbatim: boolean
}

/** Some reading systems read XHTML as HTML, to which `<br></br>` is two breaks and `<td/>` a cell without end. */
const voids = new Set(['br', 'col', 'hr', 'img', 'link', 'wbr'])

/** Adds the element's markup; `direction` is that of what surrounds it. */
function write(given: Element, parent: Element | undefined, context: Context, direction: string): void {
  if ((given.tagName === 'p' || isSentence(given)) && wroteAlike(given, context)) return
  if (isPlain(given)) return tag(given.tagName, given.properties, given.children, given, context, direction)
  if (leadsBackToNowhere(given, context.fileOf)) return
  const element = withoutPopUp(given, context.longNotes)
  const tagName = leadsNowhere(element, context.fileOf) ? 'span' : element.tagName
  const inner = String(element.properties.dir ?? direction)
  tag(tagName, adapted(tagName, element, parent, context, inner), childrenOf(element), element, context, inner)
}

/** Paragraphs and sentences as they are written wherever they stand: editions share them. Undefined is what hangs on where it stands. */
const markups = new WeakMap<Element, { readonly bytes: Buffer | undefined }>()

/** False, and nothing is written, for what hangs on where it stands. */
function wroteAlike(element: Element, context: Context): boolean {
  const known = markups.get(element)
  const { to } = context
  if (known) {
    if (known.bytes) to.addBytes(known.bytes)
    return known.bytes !== undefined
  }
  const isShared = isAlike(element)
  const from = to.length
  if (isShared) tag(element.tagName, adapted(element.tagName, element, undefined, context, ''), element.children, element, context, '')
  markups.set(element, { bytes: isShared ? to.copied(from) : undefined })
  return isShared
}

const isSentence = ({ properties: { className } }: Element): boolean => Array.isArray(className) && className[0] === 'segment'

/** What leads nowhere, and to what no sign leads, says the same in every document. */
const isAlike = ({ properties: { role, href, src, className }, children }: Element): boolean =>
  role === undefined && href === undefined && src === undefined && !isSign(className) && children.every((child) => child.type !== 'element' || isAlike(child))

/** Most elements are, above all sentences: nothing about them hangs on what an EPUB is. */
const isPlain = ({ properties: { lang, dir, role, href, src, className } }: Element): boolean =>
  lang === undefined && dir === undefined && role === undefined && href === undefined && src === undefined && !isSign(className)

function tag(tagName: string, properties: Properties, children: readonly ElementContent[], element: Element, context: Context, direction: string): void {
  const { to } = context
  if (voids.has(tagName)) return to.add(`<${tagName}${attributes(properties)}/>`)
  to.add(`<${tagName}${attributes(properties)}>`)
  const inner = verbatim.has(tagName) ? { ...context, isVerbatim: true } : context
  for (const [at, child] of children.entries()) {
    if (child.type === 'text') to.add(isBeforeArrow(child, children[at + 1]) ? '\u00A0' : textOf(child.value, inner))
    else if (child.type === 'element') write(child, element, inner, direction)
  }
  to.add(`</${tagName}>`)
}

/** What holds no markup, or is read sign by sign. */
const verbatim = new Set(['title', 'pre', 'code'])

/** The text, with what no line end may part held together. */
function textOf(text: string, { isVerbatim }: Context): string {
  const pieces = isVerbatim ? undefined : heldPieces(text)
  return pieces ? pieces.map((piece) => (piece.isHeld ? `<span class="together">${escaped(piece.text)}</span>` : escaped(piece.text))).join('') : escaped(text)
}

/** A note that nothing calls has no place in the text to go back to. */
const leadsBackToNowhere = ({ properties }: Element, fileOf: Context['fileOf']): boolean =>
  properties['role'] === 'doc-backlink' && fileOf(String(properties['href']).slice(1)) === undefined

/** Kindle takes nothing shorter for a note: letters of the whole, its number and its way back included. */
const shortestNote = 9

/** Kindle pops up nothing longer, letters of the whole counted. */
const longestNote = 5000

/** Whether an element is a note that readers cannot pop up. */
export const isLongNote = (element: Element): boolean =>
  element.properties['role'] === 'doc-footnote' && lettersIn(element, longestNote) > longestNote

/** A long note is a part of the text that its sign leads to and its arrow away from: readers hide what they hold for a pop-up. */
function withoutPopUp(element: Element, long: ReadonlySet<string>): Element {
  if (long.size === 0) return element
  const { role, id, href, ...rest } = element.properties
  if (role === 'doc-footnote' && long.has(String(id))) return { ...element, tagName: 'div', properties: { id, ...rest } }
  if (role === 'doc-noteref' && long.has(String(href).slice(1))) return { ...element, properties: { id, href, ...rest } }
  return element
}

/** The way back of a very short note says itself in a word. */
function childrenOf(element: Element): readonly ElementContent[] {
  const { lang, role } = element.properties
  if (role !== 'doc-footnote' || lettersIn(element, 9 * shortestNote) > 9 * shortestNote || toString(element).trim().length >= shortestNote) return element.children
  return withWord(element, ` ${wordsIn(lang === 'ar' ? 'ar' : 'en')('epub:back')}`).children
}

function withWord(element: Element, word: string): Element {
  return {
    ...element,
    children: element.children.map((child) => {
      if (child.type !== 'element') return child
      return child.properties['role'] === 'doc-backlink' ? { ...child, children: [...child.children, { type: 'text', value: word }] } : withWord(child, word)
    }),
  }
}

/** Attributes as EPUB wants them: language twice, roles also in its own words, addresses within the package. */
function adapted(tagName: string, { properties }: Element, parent: Element | undefined, { file, fileOf }: Context, direction: string): Properties {
  const { lang, role, href, src } = properties
  if (lang === undefined && role === undefined && href === undefined && src === undefined) return properties
  const type = typesOfRoles[String(role ?? '')]
  return {
    ...properties,
    ...(lang && { 'xml:lang': lang }),
    ...(type && { 'epub:type': type }),
    // A number that a note's sign follows would draw it to its own other side.
    ...((role === 'doc-noteref' || isSign(properties.className)) && { dir: direction }),
    ...(tagName === 'img' && { src: `media/${String(src)}` }),
    // The title stands below the picture as its caption, and would be read aloud twice.
    ...(tagName === 'img' && parent?.tagName === 'figure' && { title: undefined }),
    ...(href !== undefined && tagName !== 'link' && { href: tagName === 'a' ? linkFrom(file, String(href), fileOf) : undefined }),
  }
}

/** One that leads to a long note says no role. */
const isSign = (className: Properties['className']): boolean => Array.isArray(className) && className.includes('note-reference')

/** A link within the book names its file. */
function linkFrom(file: string, href: string, fileOf: Context['fileOf']): string {
  if (!href.startsWith('#')) return href
  const target = fileOf(href.slice(1))
  return target === undefined || target === file ? href : `${target}${href}`
}

/** A link to what is neither in the book nor outside it keeps its words alone; those of the contents are files of the EPUB. */
function leadsNowhere({ tagName, properties: { href } }: Element, fileOf: Context['fileOf']): boolean {
  if (tagName !== 'a' || typeof href !== 'string') return false
  return href.startsWith('#') ? fileOf(href.slice(1)) === undefined : !isOutside(href) && !/^[^/]+\.xhtml(?:#|$)/.test(href)
}

function attributes(properties: Properties): string {
  let markup = ''
  for (const name in properties) {
    const value = properties[name]
    if (value === undefined || value === null || value === false) continue
    const text = value === true ? '' : Array.isArray(value) ? value.join(' ') : String(value)
    markup += ` ${nameOf(name)}="${quoted(text)}"`
  }
  return markup
}

const names = new Map<string, string>()

/** `className` is `class`, `ariaLabel` is `aria-label`. */
function nameOf(property: string): string {
  const known = names.get(property) ?? find(schema, property).attribute
  names.set(property, known)
  return known
}

/** Embeddings, overrides and isolates that a manuscript may bring from a word processor: the markup says direction, and readers ask them first. */
const unsaid = /[\u202A-\u202E\u2066-\u2069]/g
const special = /[&<>\u202A-\u202E\u2066-\u2069]/
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string): string => (special.test(text) ? text.replaceAll(unsaid, '').replaceAll(/[&<>]/g, (sign) => entities[sign] ?? sign) : text)
const quoted = (text: string): string => (text.includes('"') ? escaped(text).replaceAll('"', '&quot;') : escaped(text))
