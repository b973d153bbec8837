/** A file of a translator's tool as units, whichever format it is in. */

import { basename } from 'node:path'
import type { Message } from '../../model/message.ts'
import { isTable, readTable } from './table.ts'
import { attribute, localName, readXml, textOfFile } from './xml.ts'
import { readTmx } from './tmx.ts'
import type { ReadFile } from './unit.ts'
import { readXliff1 } from './xliff-1.ts'
import { readXliff2 } from './xliff-2.ts'

/** `file` is where messages place it, from the book's root. Units that have neither language are told of and left out. */
export function readExchange(bytes: Uint8Array, file: string): ReadFile {
  const text = textOfFile(bytes, file)
  if (typeof text !== 'string') return { units: [], messages: [text] }
  if (isTable(text)) return readTable(text, file)
  const xml = readXml(text, file)
  if ('rule' in xml) return { units: [], messages: [xml] }
  const { root } = xml
  const fault = (rule: string, values = {}): ReadFile => ({ units: [], messages: [{ rule: `exchange/${rule}`, severity: 'error', place: xml.placeOf(root), values: { file: basename(file), ...values } }] })
  switch (localName(root)) {
    case 'tmx': return found(readTmx(xml))
    case 'xliff': return found(attribute(root, 'version')?.startsWith('2') ? readXliff2(xml) : readXliff1(xml))
    default: return fault('unknown-format', { name: root.name })
  }
  function found(read: ReadFile): ReadFile {
    return read.units.length === 0 ? fault('no-units') : inOurLanguages(read)
  }
}

function inOurLanguages({ units, messages }: ReadFile): ReadFile {
  const others = units.filter(({ en, ar }) => en === undefined && ar === undefined)
  const told = others.map(({ place }): Message => ({ rule: 'exchange/other-languages', severity: 'warning', place }))
  return { units: units.filter(({ en, ar }) => en !== undefined || ar !== undefined), messages: [...messages, ...told] }
}
