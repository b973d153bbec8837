/** Content documents: an edition's sections as XHTML, each with its language and direction at its root. */

import type { Element, ElementContent, Properties, Root } from 'hast'
import { h } from 'hastscript'
import { toXast } from 'hast-util-to-xast'
import { SKIP, visit } from 'unist-util-visit'
import { toXml } from 'xast-util-to-xml'
import type { Digits } from '../../model/book.ts'
import { directionOf, type Language } from '../../model/language.ts'

export interface Page {
  readonly file: string
  readonly title: string
  readonly language: Language
  /** `epub:type` of the body, such as `bodymatter`. */
  readonly type: string
  readonly children: readonly ElementContent[]
}

/** EPUB's own word for what a role says, for readers that know only one of the two. */
const typesOfRoles: Readonly<Record<string, string>> = {
  'doc-noteref': 'noteref', 'doc-footnote': 'footnote', 'doc-endnotes': 'endnotes', 'doc-backlink': 'backlink',
  'doc-chapter': 'chapter', 'doc-toc': 'toc', 'doc-cover': 'cover',
}

/** A whole document, well-formed XML. `fileOf` gives the file in which an id stands, `digits` what numbers Arabic lists. */
export function xhtml(page: Page, fileOf: (id: string) => string | undefined, digits: Digits): string {
  const attributes = { 'className': [`digits-${digits}`], 'epub:type': page.type, 'dir': directionOf(page.language), 'lang': page.language }
  const body = h('body', attributes, structuredClone([...page.children]))
  const up = '../'.repeat(page.file.split('/').length - 1)
  const html = h('html', { lang: page.language, dir: directionOf(page.language) }, [
    h('head', [h('title', page.title), h('link', { rel: ['stylesheet'], type: 'text/css', href: `${up}styles/book.css` })]),
    body,
  ])
  adapt(html, page.file, fileOf)
  Object.assign(html.properties, { 'xmlns:epub': 'http://www.idpf.org/2007/ops' })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n${withVoids(toXml(toXast(html)))}\n`
}

/** Some reading systems read XHTML as HTML, to which `<br></br>` is two breaks and `<td/>` a cell without end. */
const withVoids = (xml: string): string => xml.replaceAll(/><\/(?:br|col|hr|img|link|wbr)>/g, '/>')

function adapt(html: Element, file: string, fileOf: (id: string) => string | undefined): void {
  visit(html, 'element', (element, index, parent) => {
    const { properties } = element
    if (leadsBackToNowhere(element, fileOf) && parent && index !== undefined) {
      parent.children.splice(index, 1)
      return [SKIP, index]
    }
    if (properties['lang']) properties['xml:lang'] = properties['lang']
    const type = typesOfRoles[String(properties['role'] ?? '')]
    if (type) properties['epub:type'] = type
    if (element.tagName === 'img') {
      properties['src'] = `media/${String(properties['src'])}`
      // The title stands below the picture as its caption, and would be read aloud twice.
      if (parent?.type === 'element' && parent.tagName === 'figure') delete properties['title']
    }
    if (element.tagName === 'a') properties['href'] = linkFrom(file, String(properties['href'] ?? ''), fileOf)
    dropUnsaid(properties)
    return undefined
  })
}

/** A note that nothing calls has no place in the text to go back to. */
const leadsBackToNowhere = ({ properties }: Element, fileOf: (id: string) => string | undefined): boolean =>
  properties['role'] === 'doc-backlink' && fileOf(String(properties['href']).slice(1)) === undefined

/** A link within the book names its file; one to nowhere in it stays a link to its own document's head. */
function linkFrom(file: string, href: string, fileOf: (id: string) => string | undefined): string {
  if (!href.startsWith('#')) return href
  const target = fileOf(href.slice(1))
  return target === undefined ? file : target === file ? href : `${target}${href}`
}

function dropUnsaid(properties: Properties): void {
  for (const [name, value] of Object.entries(properties)) if (value === undefined || value === null || value === false) delete properties[name]
}

/** Ids of a tree, for links to find them. */
export function idsIn(children: readonly ElementContent[]): string[] {
  const ids: string[] = []
  visit({ type: 'root', children: [...children] } satisfies Root, 'element', (element) => {
    if (element.properties['id']) ids.push(String(element.properties['id']))
  })
  return ids
}
