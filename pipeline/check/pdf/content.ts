/** Runs the content of pages and notes everything that it paints, with its place, its colours and the marks around it. */

import { boxOf, boxUnder, combined, height, identity, scaleOf, shared, width, type Box, type Matrix } from './box.ts'
import type { Canvas } from './canvas.ts'
import { Colours } from './colours.ts'
import type { Image, Mark, State } from './facts.ts'
import { Font } from './fonts.ts'
import { imageOf } from './image.ts'
import { readInlineImage } from './inline-image.ts'
import { Lexer, SyntaxFault } from './lexer.ts'
import { markInside, noMark } from './marks.ts'
import { isDict, Keyword, nameOf, Stream, type Dict, type PdfObject } from './objects.ts'
import { operators, silent } from './operators.ts'
import { Outline } from './outline.ts'
import { Pen } from './pen.ts'
import type { Space } from './spaces.ts'
import { changesOf, plainText, stateOn, type TextState } from './states.ts'

/** Operators run in all pages together, and forms inside each other; beyond them content was made to harm. Our own choice: a dense page has some 8,000. */
const mostOperators = 40_000_000
const deepestForms = 12
/** What showing a form costs, in operators. */
const formCost = 500

export type Operands = readonly PdfObject[]

type Side = 'fill' | 'stroke'

/** `owner` is the object whose content this is, which content identifiers are counted in. */
export function runContent(bytes: Uint8Array, canvas: Canvas, resources: Dict, area: Box, owner: number): void {
  new Run(canvas, resources, stateOn(area), noMark, owner, []).through(bytes)
}

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
  private clips = false
  readonly pen = new Pen()
  readonly outline = new Outline()
  private readonly colours: Colours
  private compatibility = 0

  constructor(canvas: Canvas, resources: Dict, state: State, mark: Mark, owner: number, forms: readonly Stream[]) {
    this.canvas = canvas
    this.resources = resources
    this.colours = new Colours(canvas, resources)
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
      return this.paintImage(imageOf(stream, this.canvas, this.colours, true))
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

  // Colour; `colours` knows its spaces.

  chooseSpace(side: Side, object: PdfObject | undefined): void {
    this.set({ [side]: this.colours.initialIn(object) })
  }

  chooseDevice(side: Side, space: Space, operands: Operands): void {
    this.set({ [side]: this.colours.ofDevice(space, operands) })
  }

  chooseColour(side: Side, operands: Operands): void {
    const colour = this.colours.in(this.state[side].space, operands)
    this.set({ [side]: colour })
    if (colour.pattern instanceof Stream) this.useTiling(colour.pattern)
  }

  /** What a tiling paints is noted once, where its cell lies. */
  private useTiling(pattern: Stream): void {
    const { file, ledger } = this.canvas
    if (ledger.forms.has(pattern) || this.forms.length > deepestForms) return
    this.canvas.used(ledger.forms, pattern)
    const bytes = file.decoded(pattern)
    if (bytes) new Run(this.canvas, file.dict(pattern.dict.get('Resources')) ?? new Map(), this.state, this.mark, 0, [...this.forms, pattern]).through(bytes)
  }

  shade(operands: Operands): void {
    const shading = this.colours.shadingOf(this.resource('Shading', operands[0]))
    this.canvas.note(this, 'shading', this.state.clip, 0, { ...(shading && { shading }) })
  }

  // Paths; `outline` knows where they run.

  pointTo(operands: Operands, at: number): void {
    this.outline.to(this.number(operands, at), this.number(operands, at + 1), this.state.matrix)
  }

  clipTo(): void {
    this.clips = true
  }

  paintPath(fills: boolean, strokes: boolean): void {
    const { state } = this
    const path = this.outline.taken()
    if (path && fills) this.canvas.note(this, 'fill', path, Math.min(width(path), height(path)))
    if (path && strokes) {
      const size = state.lineWidth * scaleOf(state.matrix)
      const half = size / 2
      this.canvas.note(this, 'stroke', [path[0] - half, path[1] - half, path[2] + half, path[3] + half], size)
    }
    if (this.clips && path) this.set({ clip: shared(path, state.clip) ?? [0, 0, -1, -1] })
    this.clips = false
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
    this.canvas.noteText(this, box, Math.abs(size) * Math.hypot(matrix[2], matrix[3]), font, isDrawn)
    if (!this.canvas.ledger.fontUses.has(font)) this.canvas.used(this.canvas.ledger.fontUses, font, box)
  }

  // Pictures and forms.

  paintObject(operands: Operands): void {
    const { file, ledger } = this.canvas
    const object = this.resource('XObject', operands[0])
    if (!(object instanceof Stream)) return
    const kind = file.name(object.dict.get('Subtype'))
    if (kind === 'Image') this.paintImage(imageOf(object, this.canvas, this.colours, false))
    else if (kind === 'PS') ledger.postScript.push({ thing: object.dict.get('Subtype') ?? null, page: this.canvas.page })
    else if (kind === 'Form') this.paintForm(object)
  }

  private paintImage(image: Image): void {
    const [a, b, c, d] = this.state.matrix
    const box = boxUnder([0, 0, 1, 1], this.state.matrix)
    this.canvas.used(this.canvas.ledger.imageUses, image, box)
    const resolution = [image.width / Math.hypot(a, b) * 72, image.height / Math.hypot(c, d) * 72] as const
    this.canvas.note(this, 'image', box, Math.min(width(box), height(box)), { image, resolution })
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
}
