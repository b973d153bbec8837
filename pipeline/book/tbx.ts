/** A glossary in TBX, the format in which terminology travels (ISO 30042, of 2008 and of 2019): its terms in both languages. */

import { parseXml, XmlElement, XmlError, XmlText } from '@rgrove/parse-xml'
import type { GlossaryEntry } from '../model/glossary.ts'
import { bilingual, type Language } from '../model/language.ts'
import type { Message, Place } from '../model/message.ts'
import type { ReadGlossary } from './glossary.ts'

/** Characters; a termbase of this size has some hundred thousand terms. Our own choice. */
const largest = 20_000_000

/**
 * Every English term of a concept with every Arabic one, but for those that are marked as deprecated.
 *
 * The parser knows no entities of a file's own and opens no other file, so that none can make it grow; XML nested too deeply is a fault.
 * A concept that lacks one of the languages tells nothing; a file without any concept in both is an error.
 */
export function tbxGlossary(text: string, file: string): ReadGlossary {
  const fault = (rule: string, place: Partial<Place> = {}): ReadGlossary => ({ entries: [], messages: [{ rule, severity: 'error', place: { file, line: 1, column: 1, ...place }, values: { file } } satisfies Message] })
  if (text.length > largest) return fault('glossary/too-large')
  try {
    const { root } = parseXml(text, { includeOffsets: true })
    const concepts = root ? within(root, new Set(['termEntry', 'conceptEntry'])) : []
    const entries = concepts.flatMap(entriesOf)
    return entries.length > 0 ? { entries, messages: [] } : fault('glossary/no-concepts')
  } catch (error) {
    if (error instanceof XmlError) return fault('glossary/not-xml', { line: error.line, column: error.column })
    if (error instanceof RangeError) return fault('glossary/not-xml')
    throw error
  }
}

function entriesOf(concept: XmlElement): GlossaryEntry[] {
  const sections = within(concept, new Set(['langSet', 'langSec']))
  const terms = bilingual((language) => sections.filter((section) => isIn(section, language)).flatMap(termsOf))
  return terms.en.flatMap((en) => terms.ar.map((ar) => ({ en, ar })))
}

/** `ar-EG` is Arabic. */
const isIn = ({ attributes }: XmlElement, language: Language): boolean => (attributes['xml:lang'] ?? '').toLowerCase().split(/[-_]/)[0] === language

const termsOf = (section: XmlElement): string[] =>
  within(section, new Set(['tig', 'ntig', 'termSec'])).filter((term) => !isDeprecated(term))
    .flatMap((term) => within(term, new Set(['term'])).slice(0, 1).map(textOf)).filter((text) => /\p{L}/u.test(text))

const isDeprecated = (term: XmlElement): boolean => within(term, new Set(['termNote'])).some((note) => /^(?:deprecated|superseded)/.test(textOf(note)))

/** The nearest elements of these names, in order. */
function within(parent: XmlElement, names: ReadonlySet<string>): XmlElement[] {
  return parent.children.flatMap((child) => (!(child instanceof XmlElement) ? [] : names.has(localName(child)) ? [child] : within(child, names)))
}

const localName = ({ name }: XmlElement): string => name.replace(/^.*:/, '')

const textOf = (element: XmlElement): string => allText(element).replaceAll(/\s+/g, ' ').trim()

const allText = (element: XmlElement): string => element.children.map((child) => (child instanceof XmlText ? child.text : child instanceof XmlElement ? allText(child) : '')).join('')
