/** Runs the content of pages: reads its operators, and keeps the state in which they paint. What they do is in `operators.ts`. */

import type { Box, Matrix } from './box.ts'
import type { Canvas } from './canvas.ts'
import { Colours } from './colours.ts'
import type { Mark, State } from './facts.ts'
import { Lexer, SyntaxFault } from './lexer.ts'
import { Marks, noMark } from './marks.ts'
import { Keyword, nameOf, type Dict, type PdfObject, type Stream } from './objects.ts'
import { operators, silent } from './operators.ts'
import { Outline } from './outline.ts'
import { Pen } from './pen.ts'
import { plainText, stateOn, type TextState } from './states.ts'

/** Forms and tilings inside each other; deeper ones were made to harm. Our own choice. */
const deepestForms = 12
/** Before one operator; content with more is none, as no operator takes so many. */
const mostOperands = 600
/** Bytes that cost as much as an operator: what is between operators may be long. */
const bytesPerOperator = 32
/** What a word costs that is no operator, in operators: each is kept. */
const strangeCost = 20
/** States that are kept for `Q`, and faults of `q` and `Q` that are told. */
const mostSaved = 10_000

export type Operands = readonly PdfObject[]

/** `owner` is the number of the object whose content this is, in which content identifiers are counted. */
export function runContent(bytes: Uint8Array, canvas: Canvas, resources: Dict, area: Box, owner: number): void {
  new Run(canvas, { resources, state: stateOn(area), mark: noMark, owner, forms: [] }).through(bytes)
}

/** What a stream of content begins with. */
interface Beginning {
  readonly resources: Dict
  readonly state: State
  readonly mark: Mark
  readonly owner: number
  /** Those that it stands in, itself the last. */
  readonly forms: readonly Stream[]
}

/** One stream of content: a page's, a form's or a tiling's. */
export class Run {
  state: State
  text: TextState = plainText
  /** Whether the path that comes clips what follows. */
  clips = false
  readonly canvas: Canvas
  readonly resources: Dict
  readonly owner: number
  readonly marks: Marks
  readonly pen = new Pen()
  readonly outline = new Outline()
  readonly colours: Colours
  private readonly forms: readonly Stream[]
  private readonly saved: [State, TextState][] = []
  private compatibility = 0

  constructor(canvas: Canvas, { resources, state, mark, owner, forms }: Beginning) {
    this.canvas = canvas
    this.resources = resources
    this.colours = new Colours(canvas, resources)
    this.state = state
    this.marks = new Marks(mark)
    this.owner = owner
    this.forms = forms
  }

  get mark(): Mark {
    return this.marks.current
  }

  /** Never throws for what stands in the content; it ends where all pages together hold too much. */
  through(bytes: Uint8Array): void {
    const { ledger, page, file } = this.canvas
    if (!ledger.operators.takes(bytes.length / bytesPerOperator)) return this.canvas.stop()
    try {
      this.perform(new Lexer(bytes, 0, false))
    } catch (error) {
      if (!(error instanceof SyntaxFault)) throw error
      file.tell({ defect: error.reason === 'entries' ? 'content-too-much' : 'content-syntax', page })
    }
    if (this.saved.length > 0) ledger.unbalanced.push({ thing: this.saved.length, page })
  }

  private perform(lexer: Lexer): void {
    const { ledger } = this.canvas
    // One array for all operators, none of which keeps it.
    const operands: PdfObject[] = []
    for (let token = lexer.next(); token !== undefined && !ledger.isFull; token = lexer.next()) {
      if (!(token instanceof Keyword)) {
        if (operands.push(token) > mostOperands) throw new SyntaxFault('operands')
        continue
      }
      if (!ledger.operators.takes()) return this.canvas.stop()
      const own = operators.get(token.value)
      if (own) own(this, operands, lexer)
      else if (!silent.has(token.value)) this.noteStrange(token.value)
      operands.length = 0
    }
  }

  private noteStrange(word: string): void {
    const { canvas, canvas: { ledger } } = this
    if (!ledger.operators.takes(strangeCost)) canvas.stop()
    else if (this.compatibility === 0) canvas.used(ledger.strange, word)
  }

  /** Runs a stream that stands in this one; one that stands in itself, or too deep, is passed over. */
  runInside(stream: Stream, resources: Dict, state: State, owner: number): void {
    if (this.forms.includes(stream) || this.forms.length > deepestForms || this.canvas.ledger.isFull) return
    const bytes = this.canvas.file.decoded(stream, undefined, true)
    if (bytes) new Run(this.canvas, { resources, state, mark: this.mark, owner, forms: [...this.forms, stream] }).through(bytes)
  }

  /** 0 where there is none, as readers have it. */
  number(operands: Operands, at: number): number {
    const value = operands[at]
    return typeof value === 'number' ? value : 0
  }

  matrixOf(operands: Operands): Matrix {
    return [0, 1, 2, 3, 4, 5].map((at) => this.number(operands, at)) as unknown as Matrix
  }

  /** What the resources hold of a kind, such as `Font`, under a name; null where that is nothing. */
  resource(kind: string, name: PdfObject | undefined): PdfObject {
    const { file } = this.canvas
    return file.get(file.dict(this.resources.get(kind))?.get(nameOf(name) ?? ''))
  }

  set(changes: Partial<State>): void {
    this.state = { ...this.state, ...changes }
  }

  setText(changes: Partial<TextState>): void {
    this.text = { ...this.text, ...changes }
  }

  save(): void {
    if (this.saved.length < mostSaved) this.saved.push([this.state, this.text])
  }

  restore(): void {
    const { ledger, page } = this.canvas
    const last = this.saved.pop()
    if (last) [this.state, this.text] = last
    else if (ledger.unbalanced.length < mostSaved) ledger.unbalanced.push({ thing: -1, page })
  }

  /** Sections in which unknown operators are allowed, one more or one less. */
  bear(change: number): void {
    this.compatibility = Math.max(0, this.compatibility + change)
  }
}
