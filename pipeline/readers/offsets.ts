/** Where in a file a piece of its text stands: escapes, entities and the heads of lines that go on make the file longer than the text. */

import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import type { Point } from 'unist'

/** What stands at the head of a line that goes on inside quotations and items. */
const head = /[ \t]*(?:>[ \t]*)*/y

/**
 * Offset into `source` of what follows the first `length` characters of `value`, which begins at `from`.
 *
 * Undefined where the source cannot be read as that text, such as after a change of the tree.
 */
export function offsetAfter(source: string, from: number, value: string, length: number): number | undefined {
  let at = from
  for (let index = 0; index < length;) {
    const [sign, wanted] = [source[at], value[index]]
    if (sign === '\\' && source[at + 1] === wanted && wanted !== undefined && /[!-/:-@[-`{-~]/.test(wanted)) {
      at += 2
      index++
      continue
    }
    const reference = sign === '&' ? referenceAt(source, at) : undefined
    if (reference && value.startsWith(reference.means, index)) {
      at += reference.length
      index += reference.means.length
    } else if (sign === wanted) {
      at++
      index++
      if (wanted === '\n') at += lengthAt(head, source, at)
    } else if (wanted === '\n' && (sign === ' ' || sign === '\t')) at++
    else return undefined
  }
  return at
}

const reference = /&(?:#[xX]([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-zA-Z][a-zA-Z\d]{0,40}));/y

function referenceAt(source: string, at: number): { means: string; length: number } | undefined {
  reference.lastIndex = at
  const [whole, hex, decimal, name] = reference.exec(source) ?? []
  if (whole === undefined) return undefined
  const means = name === undefined ? characterOf(Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16)) : decodeNamedCharacterReference(name)
  return means === false ? undefined : { means, length: whole.length }
}

const characterOf = (code: number): string => (code === 0 || code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code))

function lengthAt(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(source)?.[0].length ?? 0
}

/** The point of an offset, counted on from another one before it. */
export function pointAt(source: string, from: Point, offset: number): Point {
  const between = source.slice(from.offset ?? 0, offset)
  const lines = between.split('\n').length - 1
  return { line: from.line + lines, column: lines === 0 ? from.column + between.length : between.length - between.lastIndexOf('\n'), offset }
}
