/** Files in YAML that people write: their shape checked, every fault with its line, its column and what to do. */

import { readFileSync } from 'node:fs'
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { closest } from 'fastest-levenshtein'
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document, type YAMLError } from 'yaml'
import type { Message, Place } from '../model/message.ts'

/** Characters of a value that a message quotes; a file of noise is one value. */
const longestQuoted = 120

export interface ReadYaml<T> {
  /** Undefined where a fault makes it useless. */
  readonly value: T | undefined
  readonly messages: readonly Message[]
  /** Where the value at a path such as `['chapters', 0, 'en']` stands. */
  placeOf(path: readonly (string | number)[]): Place
}

interface SchemaNode {
  readonly properties?: Readonly<Record<string, unknown>>
}

/** What a file must look like. */
export type Shape<T> = () => ValidateFunction<T>

/** As the JSON schema at `address` says, which must describe `T`. It is read when a file is first held against it: compiling takes some 50 ms. */
export function shapeAt<T>(address: URL): Shape<T> {
  let compiled: ValidateFunction<T> | undefined
  return () => (compiled ??= schemas().compile<T>(JSON.parse(readFileSync(address, 'utf8')) as object))
}

function schemas(): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, verbose: true })
  formats.default(ajv, ['date'])
  return ajv
}

/** `file` names the places of messages. */
export function readYaml<T>(text: string, file: string, shape: Shape<T>): ReadYaml<T> {
  const lines = new LineCounter()
  // A date stays as written; an alias that multiplies itself is refused by the parser.
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', prettyErrors: false })
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(1, line), column: Math.max(1, col) }
  }
  const placeOf = (path: readonly (string | number)[]) => placeAt(offsetOf(document, path))
  const faults = document.errors.map((error): Message => ({
    rule: `configuration/${yamlRule(error)}`, severity: 'error', place: placeAt(error.pos[0]), values: { fault: error.message },
  })).slice(0, 1)
  const value = faults.length === 0 ? valueOf(document) : undefined
  if (value instanceof Error) faults.push({ rule: 'configuration/yaml', severity: 'error', place: placeAt(0), values: { fault: value.message } })
  if (faults.length > 0) return { value: undefined, messages: faults, placeOf }
  const isShaped = shape()
  if (isShaped(value)) return { value, messages: [], placeOf }
  // What a condition of the schema says only repeats the fault inside it.
  const errors = (isShaped.errors ?? []).filter(({ keyword }) => keyword !== 'if')
  return { value: undefined, messages: errors.map((error) => faultOf(error, document, placeAt)), placeOf }
}

/** The commonest faults have wordings of their own; what follows the first is mostly its consequence. */
function yamlRule({ code, message }: YAMLError): string {
  switch (code) {
    case 'MISSING_CHAR': return 'yaml-unclosed'
    case 'BAD_INDENT': return message.startsWith('Flow') ? 'yaml-unclosed' : 'yaml-indent'
    case 'TAB_AS_INDENT': return 'yaml-tab'
    case 'DUPLICATE_KEY': return 'yaml-repeated'
    default: return 'yaml'
  }
}

/** Aliases that would multiply beyond measure come back as the error that refuses them. */
function valueOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

function faultOf(error: ErrorObject, document: Document, placeAt: (offset: number) => Place): Message {
  const path = pathOf(error.instancePath)
  const key = String(error.params['additionalProperty'] ?? error.params['missingProperty'] ?? path.findLast((part) => typeof part === 'string') ?? '')
  const at = (rule: string, offset: number, values: Record<string, string | number>): Message =>
    ({ rule: `configuration/${rule}`, severity: 'error', place: placeAt(offset), values: { ...values, key } })
  switch (error.keyword) {
    case 'additionalProperties': {
      const known = Object.keys((error.parentSchema as SchemaNode).properties ?? {})
      return at('unknown-key', keyOffset(document, path, key), { nearest: closest(key, known), known: known.join(', ') })
    }
    case 'required':
      return at('missing-key', offsetOf(document, path), {})
    case 'enum':
      return at('unknown-value', offsetOf(document, path), {
        value: String(error.data), allowed: (error.params['allowedValues'] as string[]).join(', '),
      })
    default:
      if (path.length === 0) return at('no-keys', offsetOf(document, path), { known: Object.keys((error.parentSchema as SchemaNode).properties ?? {}).join(', ') })
      return at('wrong-value', offsetOf(document, path), { value: (JSON.stringify(error.data) ?? '').slice(0, longestQuoted), expected: expectedBy(error) })
  }
}

/** Lists, by their key. */
const lists: Readonly<Record<string, string>> = {
  trim: '[140mm, 216mm]', chapters: '[{en: en/01.md, ar: ar/01.md}]', creators: '[{role: author, name: {en: …, ar: …}}]', editions: '[ar.pdf, en.epub]',
}

/** What a value should look like, in words that need no translation: an example. */
function expectedBy(error: ErrorObject): string {
  switch (error.keyword) {
    case 'format': return '2026-11-24'
    case 'pattern': return error.schemaPath.includes('length') ? '140mm' : '978-0-00-000000-2'
    case 'minItems': case 'maxItems': return '[140mm, 216mm]'
    case 'minProperties': return '{en: …, ar: …}'
    case 'type': return lists[String(pathOf(error.instancePath).at(-1))] ?? (error.schemaPath.includes('bilingual') ? '{en: …, ar: …}' : undefined) ?? (error.schemaPath.includes('length') ? '140mm' : { object: '{…: …}', array: '[…]', string: '"…"', boolean: 'true' }[String(error.params['type'])] ?? String(error.params['type']))
    default: return error.message ?? ''
  }
}

/** A JSON pointer as the path that the YAML document takes. */
const pathOf = (pointer: string): (string | number)[] =>
  pointer.split('/').slice(1).map((part) => {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    return /^\d+$/.test(key) ? Number(key) : key
  })

/** Start of the value at `path`, or of the nearest thing above it that is there. */
function offsetOf(document: Document, path: readonly (string | number)[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

function keyOffset(document: Document, path: readonly (string | number)[], key: string): number {
  const map: unknown = path.length === 0 ? document.contents : document.getIn(path, true)
  const pair = isMap(map) ? map.items.find((item) => isScalar(item.key) && String(item.key.value) === key) : undefined
  return isScalar(pair?.key) && pair.key.range ? pair.key.range[0] : offsetOf(document, path)
}
