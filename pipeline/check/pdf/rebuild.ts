/** Finds objects where no table says where they stand. */

import type { PdfFile } from './file.ts'
import { Lexer, SyntaxFault } from './lexer.ts'
import { isDict, nameOf, Ref, Stream, type Dict, type PdfObject } from './objects.ts'
import { latin1 } from './strings.ts'

/** By their heads; the last of a number holds. Linear in the file. */
export function findObjects(file: PdfFile): void {
  const { bytes } = file
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = buffer.indexOf(' obj', 0, 'latin1'); at >= 0; at = buffer.indexOf(' obj', at + 4, 'latin1')) {
    const head = /(\d{1,10}) \d{1,5}$/.exec(latin1(bytes, Math.max(0, at - 17), at))
    if (head) file.place(Number(head[1]), { offset: at - head[0].length })
  }
  try {
    openHolders(file)
    findTrailer(file, buffer)
  } catch (error) {
    // Brackets too deep to be read: what was found so far holds.
    if (!(error instanceof SyntaxFault)) throw error
  }
}

/** What stands in streams of objects. */
function openHolders(file: PdfFile): void {
  for (const [number] of [...file.entries]) {
    const object = file.get(new Ref(number, 0))
    const dict = file.dict(object)
    const type = nameOf(dict?.get('Type'))
    if (object instanceof Stream && type === 'ObjStm') {
      for (const held of file.objectsOf(number).keys()) if (!file.entries.has(held)) file.place(held, { holder: number })
    } else if (object instanceof Stream && type === 'XRef' && dict?.has('Root')) file.trailer = dict
  }
}

/** The last that names a catalogue; without one, the last catalogue. */
function findTrailer(file: PdfFile, buffer: Buffer): void {
  for (let at = buffer.indexOf('trailer', 0, 'latin1'); at >= 0; at = buffer.indexOf('trailer', at + 7, 'latin1')) {
    const dict = new Lexer(file.bytes, at + 7).next()
    if (isDict(dict as PdfObject) && (dict as Dict).has('Root')) file.trailer = dict as Dict
  }
  if (isDict(file.get(file.trailer.get('Root')))) return
  for (const number of file.entries.keys()) {
    if (file.name(file.dict(new Ref(number, 0))?.get('Type')) === 'Catalog') file.trailer = new Map([...file.trailer, ['Root', new Ref(number, 0)]])
  }
}
