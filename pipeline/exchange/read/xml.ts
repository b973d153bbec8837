/** Files of other programs as trees, whatever their encoding; nothing in them is fetched, and no entity of their own is resolved. */

import { basename } from 'node:path'
import { parseXml, XmlElement, XmlError, XmlText, type XmlNode } from '@rgrove/parse-xml'
import type { Message, Place } from '../../model/message.ts'
import { kindOf } from '../../readers/decode.ts'

/** Bytes; several times what a long book makes, markup and all. Reading takes 17 times as much memory. */
export const mostBytes = 64_000_000

/** Elements that stand open at once; the parser goes down on the engine's own stack. */
const mostDepth = 200

export interface ReadXml {
  readonly root: XmlElement
  placeOf(node: XmlNode): Place
}

const faultIn = (file: string) => (rule: string, line = 1, column = 1, values = {}): Message =>
  ({ rule: `exchange/${rule}`, severity: 'error', place: { file, line, column }, values: { file: basename(file), ...values } })

/** What the bytes say, whatever their encoding, or what is wrong with them. */
export function textOfFile(bytes: Uint8Array, file: string): string | Message {
  const fault = faultIn(file)
  if (bytes.byteLength > mostBytes) return tooLarge(file)
  const kind = kindOf(bytes)
  if (kind !== undefined) return fault('other-kind', 1, 1, { kind })
  const text = decoded(bytes)
  if (text === undefined ? bytes.includes(0) : text.includes('\0')) return fault('binary')
  return text ?? fault('not-text')
}

/** The tree, or what is wrong with the file. Linear. */
export function readXml(text: string, file: string): ReadXml | Message {
  const fault = faultIn(file)
  const deep = deepAt(text)
  if (deep !== undefined) {
    const { line, column } = linesOf(text)(deep)
    return fault('too-deep', line, column, { most: mostDepth })
  }
  try {
    const { root } = parseXml(text, { includeOffsets: true })
    const at = linesOf(text)
    return root ? { root, placeOf: ({ start }) => ({ file, ...at(start) }) } : fault('not-xml')
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    return fault('broken-xml', error.line, error.column, { fault: error.message.split('\n')[0]?.replace(/ \(line \d+, column \d+\)$/, '') ?? '' })
  }
}

export const tooLarge = (file: string): Message =>
  ({ rule: 'exchange/too-large', severity: 'error', place: { file, line: 1, column: 1 }, values: { file: basename(file), megabytes: mostBytes / 1_000_000 } })

/** By its mark of byte order, else by its own word; undefined where the bytes are no text of that encoding. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xFF && second === 0xFE) return 'utf-16le'
  if (first === 0xFE && second === 0xFF) return 'utf-16be'
  if (first === 0x3C && second === 0) return 'utf-16le'
  if (first === 0 && second === 0x3C) return 'utf-16be'
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  return /^(?:ï»¿)?<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1] ?? 'utf-8'
}

/** Where a tag opens that stands too deep; comments and character data may count as tags, which no sound file has so many of. */
function deepAt(text: string): number | undefined {
  let depth = 0
  for (const { 0: tag, index } of text.matchAll(/<\/?[\p{L}_][^<>]*>/gu)) {
    if (tag.startsWith('</')) depth--
    else if (!tag.endsWith('/>') && ++depth > mostDepth) return index
  }
  return undefined
}

/** From an offset to its line and column, both from 1. */
function linesOf(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  return (offset) => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}

/** A name without its prefix: programs choose prefixes as they like. */
export const localName = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1)

export const elementsIn = (element: XmlElement, name?: string): XmlElement[] =>
  element.children.filter((child): child is XmlElement => child instanceof XmlElement && (name === undefined || localName(child) === name))

/** All text below, markup apart. */
export const textIn = (element: XmlElement): string =>
  element.children.map((child) => (child instanceof XmlText ? child.text : child instanceof XmlElement ? textIn(child) : '')).join('')

/** The value of an attribute by its name without prefix. */
export const attribute = ({ attributes }: XmlElement, name: string): string | undefined =>
  attributes[name] ?? Object.entries(attributes).find(([key]) => key.slice(key.indexOf(':') + 1) === name)?.[1]
