/** YAML that somebody else wrote: its document with the places in it, and the first fault. */

import { isNode, isScalar, LineCounter, parseDocument, visit, type Alias, type Document, type Node, type YAMLError } from 'yaml'
import type { Message, Place } from '../model/message.ts'

export interface ReadDocument {
  readonly document: Document
  /** Undefined where there is a fault. */
  readonly value: unknown
  /** The first alone, for what follows is mostly its consequence. */
  readonly fault: Message | undefined
  placeAt(offset: number): Place
}

/** Copies that references may make of what they name, as the parser counts them; more come from a text that was made to harm. */
const mostCopies = 100

export interface DocumentOptions {
  /** The number that the text's first line has in `file`; 1 where nothing is said. */
  readonly firstLine?: number
  /** Whether its texts may hold what cannot be printed, as a record of what somebody wrote may. */
  readonly mayHoldControls?: boolean
}

/** Linear. */
export function readDocument(text: string, file: string, { firstLine = 1, mayHoldControls = false }: DocumentOptions = {}): ReadDocument {
  const lines = new LineCounter()
  // A date stays as written. The parser's own search for repeated keys takes the square of their number.
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', prettyErrors: false, uniqueKeys: false })
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(1, line) + firstLine - 1, column: Math.max(1, col) }
  }
  const found = valueOf(document, mayHoldControls)
  if (!(found instanceof YamlFault)) return { document, value: found, fault: undefined, placeAt }
  const { rule, offset, message } = found
  return { document, value: undefined, placeAt, fault: { rule: `configuration/${rule}`, severity: 'error', place: placeAt(offset), values: { fault: message } } }
}

class YamlFault extends Error {
  readonly rule: string
  readonly offset: number

  constructor(rule: string, offset: number, message = '') {
    super(message)
    this.rule = rule
    this.offset = offset
  }
}

function valueOf(document: Document, mayHoldControls: boolean): unknown {
  const [error] = document.errors
  if (error) return new YamlFault(ruleOf(error), error.pos[0], error.message)
  try {
    return faultIn(document, mayHoldControls) ?? document.toJS({ maxAliasCount: mostCopies })
  } catch (thrown) {
    if (thrown instanceof RangeError) return new YamlFault('yaml-deep', 0)
    if (thrown instanceof ReferenceError) return new YamlFault('yaml-reference', firstReference(document))
    throw thrown
  }
}

/** The commonest faults have wordings of their own. */
function ruleOf({ code, message }: YAMLError): string {
  switch (code) {
    case 'MISSING_CHAR': return 'yaml-unclosed'
    case 'BAD_INDENT': return message.startsWith('Flow') ? 'yaml-unclosed' : 'yaml-indent'
    case 'TAB_AS_INDENT': return 'yaml-tab'
    case 'BLOCK_AS_IMPLICIT_KEY': return 'yaml-colon'
    case 'BAD_ALIAS': return 'yaml-reference'
    case 'RESOURCE_EXHAUSTION': return 'yaml-deep'
    default: return 'yaml'
  }
}

/** Characters that no book may hold, and halves of one; only an escape can write them. */
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Cs}/u

/** A key that stands twice in one map, a reference to what it stands in, or a text that cannot be printed. */
function faultIn(document: Document, mayHoldControls: boolean): YamlFault | undefined {
  let found: YamlFault | undefined
  visit(document, {
    Map(_key, { items }) {
      const seen = new Set<unknown>()
      for (const { key } of items) {
        const name = isScalar(key) ? key.value : key
        if (seen.has(name)) found ??= new YamlFault('yaml-repeated', startOf(key))
        seen.add(name)
      }
    },
    Scalar(_key, scalar) {
      if (!mayHoldControls && typeof scalar.value === 'string' && unprintable.test(scalar.value)) found ??= new YamlFault('yaml-control', startOf(scalar))
    },
    Alias(_key, alias, path) {
      if (path.some((node) => isNode(node) && anchorOf(node) === alias.source)) found ??= new YamlFault('yaml-reference', startOf(alias))
    },
  })
  return found
}

const anchorOf = (node: Exclude<Node, Alias> | Alias): string | undefined => ('anchor' in node ? node.anchor : undefined)

const startOf = (node: unknown): number => (isNode(node) && node.range ? node.range[0] : 0)

function firstReference(document: Document): number {
  let offset = 0
  visit(document, { Alias: (_key, alias) => { offset = startOf(alias); return visit.BREAK } })
  return offset
}
