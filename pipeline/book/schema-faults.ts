/** What a value of a YAML file that is not as its schema asks is told as: the rule, the place, and how to write it. */

import type { ErrorObject } from 'ajv/dist/2020.js'
import { closest } from 'fastest-levenshtein'
import { isMap, isNode, isScalar, type Document } from 'yaml'
import type { Message, Place } from '../model/message.ts'

/** Characters of a value that a message quotes; a file of noise is one value. */
const longestQuoted = 120

/** Faults that are told one by one; how many more there are is told once. Our own choice. */
const mostTold = 50

interface SchemaNode {
  readonly properties?: Readonly<Record<string, unknown>>
}

type PlaceAt = (offset: number) => Place

/** Messages for what a validator found in a document, which must have been asked for all errors, and verbosely. */
export function schemaFaults(errors: readonly ErrorObject[], document: Document, placeAt: PlaceAt): Message[] {
  // What a condition of the schema says only repeats the fault inside it.
  const faults = errors.filter(({ keyword }) => keyword !== 'if')
  const told = faults.slice(0, mostTold).map((error) => faultOf(error, document, placeAt))
  const next = faults[mostTold]
  if (!next) return told
  const place = placeAt(offsetOf(document, pathOf(next.instancePath)))
  return [...told, { rule: 'configuration/more-faults', severity: 'error', place, values: { count: faults.length - mostTold } }]
}

function faultOf(error: ErrorObject, document: Document, placeAt: PlaceAt): Message {
  const path = pathOf(error.instancePath)
  const key = String(error.params['additionalProperty'] ?? error.params['missingProperty'] ?? path.findLast((part) => typeof part === 'string') ?? '')
  const at = (rule: string, offset: number, values: Record<string, string | number>): Message =>
    ({ rule: `configuration/${rule}`, severity: 'error', place: placeAt(offset), values: { ...values, key: shortened(key) } })
  switch (error.keyword) {
    case 'additionalProperties': {
      const known = knownKeys(error)
      return at('unknown-key', keyOffset(document, path, key), { nearest: closest(shortened(key), known), known: known.join(', ') })
    }
    case 'required':
      return at('missing-key', offsetOf(document, path), {})
    case 'enum':
      return at('unknown-value', offsetOf(document, path), {
        value: shortened(String(error.data)), allowed: (error.params['allowedValues'] as string[]).join(', '),
      })
    default:
      if (path.length === 0) return at('no-keys', offsetOf(document, path), { known: knownKeys(error).join(', ') })
      return at('wrong-value', offsetOf(document, path), { value: shortened(JSON.stringify(error.data) ?? ''), expected: expectedBy(error) })
  }
}

const shortened = (text: string): string => text.slice(0, longestQuoted)

const knownKeys = ({ parentSchema }: ErrorObject): string[] => Object.keys((parentSchema as SchemaNode).properties ?? {})

/** Lists, by their key. */
const lists: Readonly<Record<string, string>> = {
  trim: '[140mm, 216mm]', chapters: '[{en: en/01.md, ar: ar/01.md}]', creators: '[{role: author, name: {en: …, ar: …}}]', editions: '[ar.pdf, en.epub]',
}

/** By the name that JSON Schema gives a type. */
const examples: Readonly<Record<string, string>> = { object: '{…: …}', array: '[…]', string: '"…"', boolean: 'true' }

/** What a value should look like, in words that need no translation: an example. */
function expectedBy({ keyword, schemaPath, instancePath, params, message }: ErrorObject): string {
  switch (keyword) {
    case 'format': return '2026-11-24'
    case 'pattern': return schemaPath.includes('length') ? '140mm' : '978-0-00-000000-2'
    case 'minItems': case 'maxItems': return '[140mm, 216mm]'
    case 'minProperties': return '{en: …, ar: …}'
    case 'minLength': return '"…"'
    case 'minimum': case 'maximum': return `${params['comparison'] === '>=' ? '≥' : '≤'} ${String(params['limit'])}`
    case 'const': return String(params['allowedValue'])
    case 'type': return exampleOf(String(params['type']), String(pathOf(instancePath).at(-1)), schemaPath)
    default: return message ?? ''
  }
}

function exampleOf(type: string, key: string, schemaPath: string): string {
  if (Object.hasOwn(lists, key)) return lists[key]!
  if (schemaPath.includes('bilingual')) return '{en: …, ar: …}'
  return schemaPath.includes('length') ? '140mm' : examples[type] ?? type
}

/** A JSON pointer as the path that the YAML document takes. */
const pathOf = (pointer: string): (string | number)[] =>
  pointer.split('/').slice(1).map((part) => {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    return /^\d+$/.test(key) ? Number(key) : key
  })

/** Start of the value at `path`, or of the nearest thing above it that is there. */
export function offsetOf(document: Document, path: readonly (string | number)[]): number {
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
