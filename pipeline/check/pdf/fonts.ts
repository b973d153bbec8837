/** Fonts as pages use them: what is embedded, which codes are shown, what they mean and how wide they are. */

import type { PdfFile } from './file.ts'
import { isWholeProgram } from './font-program.ts'
import { readSfnt, type Sfnt } from './sfnt.ts'
import { meaningsOf } from './tounicode.ts'
import type { Dict, Stream } from './objects.ts'

export class Font {
  readonly dict: Dict
  /** As `BaseFont` says, without the mark of a subset. */
  readonly name: string
  /** `Type0` counts as what it descends to: `CIDFontType0` or `CIDFontType2`. */
  readonly kind: string
  readonly isComposite: boolean
  readonly isSubset: boolean
  readonly descriptor: Dict | undefined
  /** The key under which the program stands: `FontFile`, `FontFile2`, `FontFile3`. */
  readonly programKey: string | undefined
  /** The font that codes are taken from: the descendant of a composite one. */
  readonly inner: Dict
  readonly codes = new Set<number>()
  /** Whether any of it is drawn, or all of it lies under a picture as text that a search finds. */
  isDrawn = false
  private readonly file: PdfFile
  private readonly widths: ReadonlyMap<number, number>
  private readonly usualWidth: number
  private knownMeanings: ReadonlyMap<number, string> | undefined
  private knownProgram: Sfnt | undefined | null = null

  constructor(dict: Dict, file: PdfFile) {
    this.dict = dict
    this.file = file
    const type = file.name(dict.get('Subtype')) ?? ''
    this.isComposite = type === 'Type0'
    this.inner = this.isComposite ? file.dict(file.array(dict.get('DescendantFonts'))[0]) ?? new Map() : dict
    this.kind = this.isComposite ? file.name(this.inner.get('Subtype')) ?? type : type
    const name = file.name(dict.get('BaseFont')) ?? file.name(dict.get('Name')) ?? ''
    this.isSubset = /^[A-Z]{6}\+/.test(name)
    this.name = name.replace(/^[A-Z]{6}\+/, '')
    this.descriptor = file.dict(this.inner.get('FontDescriptor'))
    this.programKey = ['FontFile', 'FontFile2', 'FontFile3'].find((key) => file.stream(this.descriptor?.get(key)))
    this.usualWidth = file.number(this.inner.get('DW')) ?? file.number(this.descriptor?.get('MissingWidth')) ?? (this.isComposite ? 1000 : 0)
    this.widths = this.isComposite ? compositeWidths(this.inner, file) : simpleWidths(dict, file)
  }

  get isEmbedded(): boolean {
    return this.kind === 'Type3' || this.programKey !== undefined
  }

  /** In thousandths of the size, but for Type 3, where it is in the font's own units. */
  widthOf(code: number): number {
    return this.widths.get(code) ?? this.usualWidth
  }

  hasWidth(code: number): boolean {
    return this.widths.has(code)
  }

  /** From a code to its text; a simple font without a table means what its encoding says, which is not looked at. */
  get meanings(): ReadonlyMap<number, string> {
    return (this.knownMeanings ??= tableOf(this.file.stream(this.dict.get('ToUnicode')), this.file))
  }

  /** Tables of a TrueType or OpenType program; undefined for others and for what cannot be read. */
  get program(): Sfnt | undefined {
    if (this.knownProgram === null) {
      const bytes = this.programBytes
      this.knownProgram = bytes && readSfnt(bytes)
    }
    return this.knownProgram ?? undefined
  }

  /** Whether the program that it has, if it has one, can be drawn with. */
  get isWhole(): boolean {
    const bytes = this.programBytes
    return this.programKey === undefined || (bytes !== undefined && isWholeProgram(this.programKey, this.programStream!.dict, bytes, this.file))
  }

  private get programStream(): Stream | undefined {
    return this.file.stream(this.descriptor?.get(this.programKey ?? ''))
  }

  private get programBytes(): Uint8Array | undefined {
    const stream = this.programStream
    return stream && this.file.decoded(stream, undefined, true)
  }
}

const tableOf = (stream: Stream | undefined, file: PdfFile): ReadonlyMap<number, string> => {
  const bytes = stream && file.decoded(stream)
  return bytes ? meaningsOf(bytes, file) : new Map()
}

function simpleWidths(dict: Dict, file: PdfFile): Map<number, number> {
  const first = file.number(dict.get('FirstChar')) ?? 0
  return new Map(file.numbersIn(dict.get('Widths')).slice(0, 256).map((width, index) => [first + index, width]))
}

/** Codes have two bytes. */
const lastCode = 65_535

/** `W` lists runs: a code and its widths one by one, or two codes and the width of all between. */
function compositeWidths(inner: Dict, file: PdfFile): Map<number, number> {
  const widths = new Map<number, number>()
  const list = file.array(inner.get('W'))
  for (let at = 0; at < list.length && file.walks(1);) {
    const first = file.number(list[at]) ?? 0
    const next = file.get(list[at + 1])
    if (Array.isArray(next)) {
      if (file.walks(next.length)) for (const [index, width] of file.numbersIn(next).entries()) widths.set(first + index, width)
      at += 2
    } else {
      const width = file.number(list[at + 2]) ?? 0
      const last = Math.min(typeof next === 'number' ? next : first, lastCode)
      if (file.walks(Math.max(0, last - first))) for (let code = first; code <= last; code++) widths.set(code, width)
      at += 3
    }
  }
  return widths
}

