/** Runs the content of pages and notes everything that it paints, with its place, its colours and the marks around it. */

import { around, boxOf, boxUnder, combined, height, identity, moved, scaleOf, shared, width, type Box, type Matrix } from './box.ts'
import type { Colour, Image, Mark, State, Thing, ThingKind, Use } from './facts.ts'
import type { PdfFile } from './file.ts'
import { Font } from './fonts.ts'
import type { Ledger } from './ledger.ts'
import { readInlineImage } from './inline-image.ts'
import { Lexer, SyntaxFault } from './lexer.ts'
import { markInside, noMark } from './marks.ts'
import { isDict, Keyword, Name, nameOf, Stream, type Dict, type PdfObject } from './objects.ts'
import { operators, silent } from './operators.ts'
import { cmyk, gray, rgb, spaceOf, type Space } from './spaces.ts'
import { Pen } from './pen.ts'
import { changesOf, plainText, stateOn, type TextState } from './states.ts'

/** Operators run in all pages together, and forms inside each other; beyond them content was made to harm. Our own choice: a dense page has some 8,000. */
const mostOperators = 40_000_000
const deepestForms = 12
/** What showing a form costs, in operators. */
const formCost = 500

/** Text grows while glyphs follow each other; whoever reads it later cannot change it. */
type Growing = { -readonly [Key in keyof Thing]: Thing[Key] }

/** A page, and what it paints. */
export class Canvas {
  readonly things: Growing[] = []
  readonly file: PdfFile
  readonly ledger: Ledger
  readonly page: number
  constructor(file: PdfFile, ledger: Ledger, page: number) {
    this.file = file
    this.ledger = ledger
    this.page = page
  }

  /** `owner` is the object whose content this is, which content identifiers are counted in. */
  run(bytes: Uint8Array, resources: Dict, area: Box, owner: number): void {
    new Run(this, resources, stateOn(area), noMark, owner, []).through(bytes)
  }

  used<T>(known: Map<T, Use<T>>, thing: T, box?: Box): void {
    if (!known.has(thing)) known.set(thing, { thing, page: this.page, ...(box && { box }) })
  }
}

export type Operands = readonly PdfObject[]

/** One stream of content: a page's, a form's, a pattern's or a glyph's. */
export class Run {
  state: State
  text: TextState = plainText
  readonly canvas: Canvas
  private readonly resources: Dict
  private readonly owner: number
  private readonly forms: readonly Stream[]
  private readonly saved: [State, TextState][] = []
  private readonly marks: Mark[] = []
  mark: Mark
  private path: Box | undefined
  private clips = false
  readonly pen = new Pen()
  private compatibility = 0

  constructor(canvas: Canvas, resources: Dict, state: State, mark: Mark, owner: number, forms: readonly Stream[]) {
    this.canvas = canvas
    this.resources = resources
    this.state = state
    this.mark = mark
    this.owner = owner
    this.forms = forms
  }

  through(bytes: Uint8Array): void {
    const lexer = new Lexer(bytes, 0, false)
    const { ledger, page, file } = this.canvas
    // One array for all operators, none of which keeps it.
    const operands: PdfObject[] = []
    try {
      for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
        if (!(token instanceof Keyword)) {
          if (operands.length < 600) operands.push(token)
          continue
        }
        if (++ledger.operators > mostOperators) {
          if (!ledger.isFull) file.tell({ defect: 'content-too-much', page })
          ledger.isFull = true
          return
        }
        this.perform(token.value, operands, lexer)
        operands.length = 0
      }
    } catch (error) {
      if (!(error instanceof SyntaxFault)) throw error
      file.tell({ defect: 'content-syntax', page })
    }
    if (this.saved.length > 0) ledger.unbalanced.push({ thing: this.saved.length, page })
  }

  private perform(operator: string, operands: Operands, lexer: Lexer): void {
    if (operator === 'BI') {
      const stream = readInlineImage(lexer)
      return this.paintImage(this.imageOf(stream, stream.dict, true))
    }
    const own = operators[operator]
    if (own) own(this, operands)
    else if (this.compatibility === 0 && !silent.has(operator)) this.canvas.used(this.canvas.ledger.strange, operator)
  }

  number(operands: Operands, at: number): number {
    const value = operands[at]
    return typeof value === 'number' ? value : 0
  }

  matrixOf(operands: Operands): Matrix {
    return [0, 1, 2, 3, 4, 5].map((at) => this.number(operands, at)) as unknown as Matrix
  }

  resource(kind: string, name: PdfObject | undefined): PdfObject {
    const { file } = this.canvas
    return file.get(file.dict(this.resources.get(kind))?.get(nameOf(name) ?? ''))
  }

  // The state and what is kept of it.

  set(changes: Partial<State>): void {
    this.state = { ...this.state, ...changes }
  }

  setText(changes: Partial<TextState>): void {
    this.text = { ...this.text, ...changes }
  }

  save(): void {
    if (this.saved.length < 10_000) this.saved.push([this.state, this.text])
  }

  restore(): void {
    const last = this.saved.pop()
    if (last) [this.state, this.text] = last
    else this.canvas.ledger.unbalanced.push({ thing: -1, page: this.canvas.page })
  }

  useState(operands: Operands): void {
    const { file, ledger } = this.canvas
    const dict = file.dict(this.resource('ExtGState', operands[0]))
    if (!dict) return
    this.canvas.used(ledger.states, dict)
    this.set(changesOf(dict, file, this.state))
    const intent = file.name(dict.get('RI'))
    if (intent !== undefined) this.canvas.used(ledger.intents, intent)
    const font = file.array(dict.get('Font'))
    if (font.length === 2) this.chooseFont(file.dict(font[0]), file.number(font[1]) ?? 0)
  }

  // Colour.

  spaceNamed(object: PdfObject | undefined): Space {
    const { file, ledger } = this.canvas
    const space = spaceOf(object, file, this.resources, ledger.spaces)
    this.canvas.used(ledger.spaceUses, space)
    return space
  }

  chooseSpace(side: 'fill' | 'stroke', object: PdfObject | undefined): void {
    const space = this.spaceNamed(object)
    const values = space.family === 'DeviceCMYK' || (space.family === 'ICCBased' && space.components === 4) ? [0, 0, 0, 1]
      : Array<number>(space.components).fill(space.family === 'Separation' || space.family === 'DeviceN' ? 1 : 0)
    this.set({ [side]: { space, values } })
  }

  /** The default spaces of the resources take the place of a device's. */
  chooseDevice(side: 'fill' | 'stroke', space: Space, operands: Operands): void {
    const own = this.canvas.file.dict(this.resources.get('ColorSpace')) ? this.spaceNamed(deviceNames.get(space)) : space
    this.canvas.used(this.canvas.ledger.spaceUses, own)
    this.set({ [side]: { space: own, values: operands.filter((value) => typeof value === 'number') } })
  }

  chooseColour(side: 'fill' | 'stroke', operands: Operands): void {
    const { space } = this.state[side]
    const values = operands.filter((value) => typeof value === 'number')
    const colour: Colour = { space, values }
    this.set({ [side]: colour })
    const last = operands.at(-1)
    if (last instanceof Name && space.family === 'Pattern') this.usePattern(last)
  }

  /** What a tiling paints is noted once, where its cell lies; a shading counts as its colour space. */
  private usePattern(name: Name): void {
    const { file, ledger } = this.canvas
    const pattern = this.resource('Pattern', name)
    if (isDict(pattern)) return void this.spaceNamed(this.shadingSpace(pattern.get('Shading')))
    if (!(pattern instanceof Stream) || ledger.forms.has(pattern) || this.forms.length > deepestForms) return
    this.canvas.used(ledger.forms, pattern)
    const bytes = file.decoded(pattern)
    if (bytes) new Run(this.canvas, file.dict(pattern.dict.get('Resources')) ?? new Map(), this.state, this.mark, 0, [...this.forms, pattern]).through(bytes)
  }

  private shadingSpace(shading: PdfObject | undefined): PdfObject {
    return this.canvas.file.dict(shading)?.get('ColorSpace') ?? null
  }

  shade(operands: Operands): void {
    const space = this.spaceNamed(this.shadingSpace(this.resource('Shading', operands[0])))
    this.note('shading', this.state.clip, 0, { space })
  }

  // Paths.

  moveTo(x: number, y: number): void {
    const [across, up] = moved(x, y, this.state.matrix)
    const spot: Box = [across, up, across, up]
    this.path = this.path ? around(this.path, spot) : spot
  }

  rectangle(operands: Operands): void {
    const [x, y, w, h] = [this.number(operands, 0), this.number(operands, 1), this.number(operands, 2), this.number(operands, 3)]
    this.moveTo(x, y)
    this.moveTo(x + w, y)
    this.moveTo(x + w, y + h)
    this.moveTo(x, y + h)
  }

  clipTo(): void {
    this.clips = true
  }

  paintPath(fills: boolean, strokes: boolean): void {
    const { path, state } = this
    if (path && fills) this.note('fill', path, Math.min(width(path), height(path)))
    if (path && strokes) {
      const size = state.lineWidth * scaleOf(state.matrix)
      const half = size / 2
      this.note('stroke', [path[0] - half, path[1] - half, path[2] + half, path[3] + half], size)
    }
    if (this.clips && path) this.set({ clip: shared(path, state.clip) ?? [0, 0, -1, -1] })
    this.clips = false
    this.path = undefined
  }

  // Text; `pen` knows where it stands.

  chooseNamedFont(operands: Operands): void {
    this.chooseFont(this.canvas.file.dict(this.resource('Font', operands[0])), this.number(operands, 1))
  }

  private chooseFont(dict: Dict | undefined, size: number): void {
    const { file, ledger } = this.canvas
    if (!dict) return this.setText({ font: undefined, size })
    const font = ledger.fonts.get(dict) ?? new Font(dict, file)
    ledger.fonts.set(dict, font)
    this.setText({ font, size })
  }

  /** Strings and, in thousandths of the size, the gaps between them. */
  show(parts: readonly PdfObject[]): void {
    const { font, size, mode } = this.text
    if (!font) return
    const { box, matrix } = this.pen.show(parts, font, this.text, this.state.matrix)
    const isDrawn = mode !== 3 && mode !== 7
    if (isDrawn) font.isDrawn = true
    this.noteText(box, Math.abs(size) * Math.hypot(matrix[2], matrix[3]), font, isDrawn)
    if (!this.canvas.ledger.fontUses.has(font)) this.canvas.used(this.canvas.ledger.fontUses, font, box)
  }

  // Pictures and forms.

  paintObject(operands: Operands): void {
    const { file, ledger } = this.canvas
    const object = this.resource('XObject', operands[0])
    if (!(object instanceof Stream)) return
    const kind = file.name(object.dict.get('Subtype'))
    if (kind === 'Image') this.paintImage(this.imageOf(object, object.dict, false))
    else if (kind === 'PS') ledger.postScript.push({ thing: object.dict.get('Subtype') ?? null, page: this.canvas.page })
    else if (kind === 'Form') this.paintForm(object)
  }

  private imageOf(stream: Stream, dict: Dict, isInline: boolean): Image {
    const { file, ledger } = this.canvas
    const known = ledger.images.get(stream)
    if (known) return known
    const value = (long: string, short: string) => dict.get(long) ?? (isInline ? dict.get(short) : undefined)
    const isMask = file.get(value('ImageMask', 'IM')) === true
    const space = value('ColorSpace', 'CS')
    const image: Image = {
      stream, isMask, isInline, width: file.number(value('Width', 'W')) ?? 0, height: file.number(value('Height', 'H')) ?? 0,
      bits: isMask ? 1 : file.number(value('BitsPerComponent', 'BPC')) ?? 8, filters: file.filtersOf(stream),
      space: isMask || space === undefined ? undefined : this.spaceNamed(space),
    }
    ledger.images.set(stream, image)
    const intent = file.name(dict.get('Intent'))
    if (intent !== undefined) this.canvas.used(ledger.intents, intent)
    return image
  }

  private paintImage(image: Image): void {
    const [a, b, c, d] = this.state.matrix
    const box = boxUnder([0, 0, 1, 1], this.state.matrix)
    this.canvas.used(this.canvas.ledger.imageUses, image, box)
    const resolution = [image.width / Math.hypot(a, b) * 72, image.height / Math.hypot(c, d) * 72] as const
    this.note('image', box, Math.min(width(box), height(box)), { image, resolution })
  }

  private paintForm(form: Stream): void {
    const { file, ledger } = this.canvas
    if (this.forms.includes(form) || this.forms.length > deepestForms || ledger.operators > mostOperators) return
    ledger.operators += formCost
    this.canvas.used(ledger.forms, form, this.state.clip)
    const bytes = file.decoded(form, undefined, true)
    if (!bytes) return
    const own = file.numbersIn(form.dict.get('Matrix'))
    const matrix = combined(own.length === 6 && own.every(Number.isFinite) ? own as unknown as Matrix : identity, this.state.matrix)
    const bounds = boxOf(file.numbersIn(form.dict.get('BBox')))
    const clip = bounds ? shared(boxUnder(bounds, matrix), this.state.clip) ?? [0, 0, -1, -1] as const : this.state.clip
    const resources = file.dict(form.dict.get('Resources')) ?? this.resources
    new Run(this.canvas, resources, { ...this.state, matrix, clip }, this.mark, file.numberOf(form), [...this.forms, form]).through(bytes)
  }

  // Marked content.

  beginMark(tag: PdfObject | undefined, properties: PdfObject | undefined): void {
    const { file } = this.canvas
    const dict = isDict(properties ?? null) ? properties as Dict : file.dict(this.resource('Properties', properties))
    this.marks.push(this.mark)
    this.mark = markInside(this.mark, nameOf(tag) === 'Artifact', dict, file, this.owner)
  }

  endMark(): void {
    this.mark = this.marks.pop() ?? this.mark
  }

  useIntent(operands: Operands): void {
    const intent = nameOf(operands[0])
    if (intent !== undefined) this.canvas.used(this.canvas.ledger.intents, intent)
  }

  bear(change: number): void {
    this.compatibility = Math.max(0, this.compatibility + change)
  }

  private note(kind: ThingKind, box: Box, size: number, more: Partial<Thing> = {}): void {
    const seen = shared(box, this.state.clip)
    this.canvas.things.push({ kind, box: seen ?? box, isVisible: seen !== undefined, state: this.state, mark: this.mark, size, ...more })
  }

  /** Glyphs that follow each other on a line are one thing. */
  private noteText(box: Box, size: number, font: Font, isDrawn: boolean): void {
    const { things } = this.canvas
    const seen = shared(box, this.state.clip)
    const isVisible = isDrawn && seen !== undefined
    const last = things[things.length - 1]
    if (last && last.isVisible === isVisible && isSameLine(last, this, seen ?? box, font)) last.box = around(last.box, seen ?? box)
    else things.push({ kind: 'text', box: seen ?? box, isVisible, state: this.state, mark: this.mark, size, font })
  }
}

const isSameLine = (last: Thing, { state, mark }: Run, box: Box, font: Font): boolean =>
  last.kind === 'text' && last.font === font && last.mark === mark && last.state === state
  && Math.abs(last.box[1] - box[1]) < 0.01 && Math.abs(last.box[3] - box[3]) < 0.01

const deviceNames = new Map([[gray, new Name('DeviceGray')], [rgb, new Name('DeviceRGB')], [cmyk, new Name('DeviceCMYK')]])
