/** A PDF file whose objects are read when they are asked for; what is amiss on the way is gathered, never thrown. */

import { Budget, budgetsFor, type Budgets } from './budget.ts'
import { Lexer, SyntaxFault } from './lexer.ts'
import { isDict, Keyword, nameOf, numberOf, Ref, Stream, type Dict, type PdfObject } from './objects.ts'
import { findObjects } from './rebuild.ts'
import { readReferences } from './references.ts'
import { limits, Streams } from './streams.ts'
import { latin1 } from './strings.ts'

export type Defect =
  | 'header' | 'references' | 'object' | 'nesting' | 'stream-length' | 'stream' | 'stream-too-large' | 'filter' | 'page-tree' | 'page-cycle' | 'page-count'
  | 'too-much-work' | 'content-too-much' | 'content-syntax'

/** Something in the file's own make that a reader stumbles over; `object` is its number. */
export interface Damage {
  readonly defect: Defect
  readonly object?: number
  readonly page?: number
}

export type Unreadable = 'empty' | 'not-a-pdf' | 'no-pages' | 'encrypted'

/** Where an object stands: its offset, or the object stream that holds it. */
export type Entry = { readonly offset: number } | { readonly holder: number }

const maxDamage = 200

/** ISO 32000-1, annex C, says 8,388,607; a tagged book of 3,000 pages has some 700,000. Our own choice between them. */
const mostObjects = 4_000_000

/** Never throws for what stands in the bytes. Each object is parsed once, when it is first asked for; time and memory end with `budgets`. */
export class PdfFile {
  readonly bytes: Uint8Array
  /** As the header says, such as `1.6`; undefined without one. */
  readonly headerVersion: string | undefined
  readonly damage: Damage[] = []
  trailer: Dict = new Map()
  /** Where objects stand; those who read references and find objects fill it. */
  readonly entries = new Map<number, Entry>()
  private readonly read = new Map<number, PdfObject>()
  private readonly holders = new Map<number, ReadonlyMap<number, PdfObject>>()
  private readonly streamNumbers = new Map<Stream, number>()
  private readonly streams = new Streams(this)
  private isRebuilt = false
  readonly budgets: Budgets
  /** That is being read, for the place where a budget ends. */
  page: number | undefined
  readonly updates: number

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.budgets = budgetsFor(bytes.length)
    this.headerVersion = /%PDF-(\d\.\d)/.exec(latin1(bytes, 0, Math.min(1024, bytes.length)))?.[1]
    if (bytes[0] !== 0x25) this.tell({ defect: 'header' })
    this.updates = readReferences(this)
    if (!isDict(this.get(this.trailer.get('Root')))) this.rebuild()
  }

  tell(damage: Damage): void {
    if (this.damage.length < maxDamage) this.damage.push(damage)
  }

  /** Whether so many more entries of lists may be walked; where not, that is told, with the place where it happened first. */
  walks(entries: number, object?: number): boolean {
    return this.budgets.steps.takes(entries) || this.refuses(object)
  }

  private parses(bytes: number, object: number): boolean {
    return this.budgets.parsing.takes(bytes) || this.refuses(object)
  }

  refuses(object?: number): false {
    const { page } = this
    if (!this.damage.some(({ defect }) => defect === 'too-much-work')) this.tell({ defect: 'too-much-work', ...(object && { object }), ...(page && { page }) })
    return false
  }

  /** Notes where an object stands. */
  place(number: number, entry: Entry): void {
    if (this.entries.size < mostObjects) this.entries.set(number, entry)
  }

  /** Numbers of all objects that the table of references names. */
  get numbers(): Iterable<number> {
    return this.entries.keys()
  }

  /** What a reference leads to; anything else is itself. A missing object is null. */
  get(object: PdfObject | undefined): PdfObject {
    let found = object ?? null
    for (let hops = 0; found instanceof Ref && hops < 32; hops++) found = this.numbered(found.number)
    return found instanceof Ref ? null : found
  }

  dict(object: PdfObject | undefined): Dict | undefined {
    const found = this.get(object)
    return isDict(found) ? found : found instanceof Stream ? found.dict : undefined
  }

  array(object: PdfObject | undefined): readonly PdfObject[] {
    const found = this.get(object)
    return Array.isArray(found) ? found as readonly PdfObject[] : []
  }

  numbersIn(object: PdfObject | undefined): number[] {
    return this.array(object).map((item) => numberOf(this.get(item)) ?? NaN)
  }

  name(object: PdfObject | undefined): string | undefined {
    return nameOf(this.get(object))
  }

  number(object: PdfObject | undefined): number | undefined {
    return numberOf(this.get(object))
  }

  stream(object: PdfObject | undefined): Stream | undefined {
    const found = this.get(object)
    return found instanceof Stream ? found : undefined
  }

  filtersOf(stream: Stream): string[] {
    const filter = this.get(stream.dict.get('Filter') ?? stream.dict.get('F'))
    return (Array.isArray(filter) ? filter as PdfObject[] : [filter]).flatMap((item) => this.name(item) ?? [])
  }

  /** Without its filters, but for that of a picture; undefined, and told of, where that cannot be. `isKept` for what is asked for often. */
  decoded(stream: Stream, limit = limits.stream, isKept = false): Uint8Array | undefined {
    return this.streams.unpacked(stream, limit, isKept, this.budgets.streams)
  }

  /** The same of a picture, which may well be larger than all else. */
  pixels(stream: Stream, limit: number): Uint8Array | undefined {
    return this.streams.unpacked(stream, limit, false, this.budgets.pictures)
  }

  /** The number of an object that was read; 0 for one that stands inside another. */
  numberOf(stream: Stream): number {
    return this.streamNumbers.get(stream) ?? 0
  }

  private numbered(number: number): PdfObject {
    const known = this.read.get(number)
    if (known !== undefined) return known
    const entry = this.entries.get(number)
    if (!entry) return null
    // Until it is read it is nothing, so that what refers to itself ends.
    this.read.set(number, null)
    const object = this.parsed(number, entry)
    this.read.set(number, object)
    if (object instanceof Stream) this.streamNumbers.set(object, number)
    return object
  }

  private parsed(number: number, entry: Entry): PdfObject {
    try {
      return 'holder' in entry ? this.held(entry.holder, number) : this.objectAt(entry.offset, number)
    } catch (error) {
      if (!(error instanceof SyntaxFault)) throw error
      this.tell({ defect: error.reason === 'nesting' ? 'nesting' : 'too-much-work', object: number })
      return null
    }
  }

  private objectAt(offset: number, number: number): PdfObject {
    if (!this.parses(0, number)) return null
    const lexer = new Lexer(this.bytes, offset)
    const [own, generation, word] = [lexer.next(), lexer.next(), lexer.next()]
    if (own !== number || typeof generation !== 'number' || !(word instanceof Keyword) || word.value !== 'obj') {
      if (this.isRebuilt) return null
      this.rebuild()
      const entry = this.entries.get(number)
      return entry ? this.parsed(number, entry) : null
    }
    const object = lexer.next()
    if (!this.parses(lexer.at - offset, number)) return null
    if (object === undefined || object instanceof Keyword) {
      if (!(object instanceof Keyword) || object.value !== 'endobj') this.tell({ defect: 'object', object: number })
      return null
    }
    return isDict(object) ? this.streamAfter(lexer, object, number) : object
  }

  /** The stream whose dictionary this is, or the dictionary where none follows. */
  streamAfter(lexer: Lexer, dict: Dict, number: number): Stream | Dict {
    lexer.skipSpace()
    const { bytes } = this
    if (latin1(bytes, lexer.at, lexer.at + 6) !== 'stream') return dict
    let start = lexer.at + 6
    if (bytes[start] === 13) start++
    if (bytes[start] === 10) start++
    const length = this.number(dict.get('Length'))
    if (length !== undefined && length >= 0 && isEndAt(bytes, start + length)) return new Stream(dict, bytes.subarray(start, start + length))
    this.tell({ defect: 'stream-length', object: number })
    const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf('endstream', start, 'latin1')
    const end = found < 0 ? bytes.length : found
    return new Stream(dict, this.parses(end - start, number) ? bytes.subarray(start, end) : new Uint8Array())
  }

  private held(holder: number, number: number): PdfObject {
    // An object stream does not stand in another.
    const own = this.entries.get(holder)
    return own && 'offset' in own ? this.objectsOf(holder).get(number) ?? null : null
  }

  objectsOf(holder: number): ReadonlyMap<number, PdfObject> {
    const known = this.holders.get(holder)
    if (known) return known
    const objects = new Map<number, PdfObject>()
    this.holders.set(holder, objects)
    const stream = this.stream(new Ref(holder, 0))
    const bytes = stream && this.decoded(stream, limits.image)
    if (!stream || !bytes) return objects
    const [count, first] = [this.number(stream.dict.get('N')) ?? 0, this.number(stream.dict.get('First')) ?? 0]
    const head = new Lexer(bytes)
    // Objects stand beside each other here as well.
    const parsing = new Budget(2 * bytes.length + 1000)
    for (let at = 0; at < Math.min(count, mostObjects); at++) {
      const [number, offset] = [head.next(), head.next()]
      if (typeof number !== 'number' || typeof offset !== 'number') break
      const body = new Lexer(bytes, first + offset)
      const object = body.next()
      if (!parsing.takes(body.at - first - offset) || !this.walks(1, holder)) {
        this.refuses(holder)
        break
      }
      if (object !== undefined && !(object instanceof Keyword)) objects.set(number, object)
    }
    return objects
  }

  /** Finds objects by their heads, once, where the tables of references are missing or lead astray. */
  rebuild(): void {
    if (this.isRebuilt) return
    this.isRebuilt = true
    this.tell({ defect: 'references' })
    this.entries.clear()
    this.read.clear()
    findObjects(this)
  }
}

/** Whether `endstream` stands here, after the end of a line at most. */
function isEndAt(bytes: Uint8Array, at: number): boolean {
  let from = at
  if (bytes[from] === 13) from++
  if (bytes[from] === 10) from++
  return latin1(bytes, from, from + 9) === 'endstream'
}
