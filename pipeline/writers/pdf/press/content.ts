/**
 * One pass over the operators of a content stream: colours, black that overprints, opacity, what is tagged and what is
 * furniture. All else is copied as it stands.
 */

import type { Inks, Rgb } from './colour.ts'
import { forEachOperator } from './operators.ts'

/** How opaque a graphics state makes fillings and strokes, and how wide lines; undefined where it doesn't say. */
export interface Opacity {
  readonly fill: number | undefined
  readonly stroke: number | undefined
  readonly lineWidth?: number | undefined
}

export interface ContentRules {
  readonly inks: Inks
  /** Whether tags stay; what stands in none is an artifact then. */
  readonly tags: boolean
  /** Whether colours are mixed with the paper instead of being seen through. */
  readonly flat: boolean
  /** Names of the graphics states that make black overprint, and that end it; undefined where nothing overprints. */
  readonly overprint: { readonly on: string; readonly off: string } | undefined
  /** By name. */
  readonly opacities: ReadonlyMap<string, Opacity>
  /** The name of what is drawn as it looks on paper at this opacity, or its own where that cannot be had. */
  thinned(drawn: string, opacity: number): string
  /** Points; thinner strokes are drawn as thick as this. 0 leaves all as they are. */
  readonly leastLine: number
  /** Height of the page in points: what is above its middle is a head. */
  readonly height: number
}

/** Written before and after what is tagged by nobody. */
const artifacts = {
  header: '/Artifact <</Type /Pagination /Subtype /Header>> BDC\n',
  footer: '/Artifact <</Type /Pagination /Subtype /Footer>> BDC\n',
  layout: '/Artifact <</Type /Layout>> BDC\n',
}

interface State {
  readonly fill: Rgb | undefined
  readonly stroke: Rgb | undefined
  readonly fillOpacity: number
  readonly strokeOpacity: number
  /** Undefined until it is set. */
  readonly overprints: boolean | undefined
  /** Where the origin is moved to, and how heights are scaled: pages are neither turned nor slanted. */
  readonly scale: number
  readonly shift: number
  /** In the units of the moment. */
  readonly lineWidth: number
}

const letterT = 0x54

const initial: State = { fill: undefined, stroke: undefined, fillOpacity: 1, strokeOpacity: 1, overprints: undefined, scale: 1, shift: 0, lineWidth: 1 }

/** `content` is a whole stream, a character a byte. Linear. */
export function rewritten(content: string, rules: ContentRules): string {
  return new Pass(content, rules).run()
}

class Pass {
  private readonly content: string
  private readonly rules: ContentRules
  private readonly out: string[] = []
  private copied = 0
  private state = initial
  private readonly saved: State[] = []
  /** For each marked content that is open, whether its marks are written. */
  private readonly marks: { readonly kept: boolean; readonly tagged: boolean }[] = []
  private tagged = 0
  private pathFrom = -1
  private textArtifact = false

  constructor(content: string, rules: ContentRules) {
    this.content = content
    this.rules = rules
  }

  run(): string {
    forEachOperator(this.content, (from, at, end) => {
      // Most operators show letters or move between them, and none of these says anything here.
      if (this.content.charCodeAt(at) !== letterT) this.operate(this.content.slice(at, end), from, at, end)
    })
    if (this.copied === 0) return this.content
    this.out.push(this.content.slice(this.copied))
    return this.out.join('')
  }

  /** Operands begin at `from`, the operator at `at`. */
  private operate(operator: string, from: number, at: number, end: number): void {
    switch (operator) {
      case 'q': this.saved.push(this.state); break
      case 'Q': this.state = this.saved.pop() ?? initial; break
      case 'w': this.state = { ...this.state, lineWidth: this.numbers(from, at)[0] ?? 1 }; break
      case 'cm': this.move(this.numbers(from, at)); break
      case 'rg': case 'g': case 'RG': case 'G': this.colour(operator, from, at, end); break
      case 'gs': this.graphicsState(from, at, end); break
      case 'BDC': case 'BMC': this.open(operator, from, at, end); break
      case 'EMC': this.close(from, end); break
      case 'BT': this.beginText(from); break
      case 'ET': if (this.textArtifact) this.endArtifact(end); this.textArtifact = false; break
      case 'm': case 're': if (this.pathFrom < 0) this.pathFrom = from; break
      case 'n': this.pathFrom = -1; break
      case 'S': case 's': case 'B': case 'B*': case 'b': case 'b*': this.thicken(); this.paint(this.pathFrom, end); this.pathFrom = -1; break
      case 'f': case 'F': case 'f*': this.paint(this.pathFrom, end); this.pathFrom = -1; break
      case 'Do': case 'sh': this.draw(operator, from, at, end); break
    }
  }

  private numbers(from: number, at: number): number[] {
    return this.content.slice(from, at).trim().split(/\s+/).map(Number)
  }

  private replace(from: number, end: number, text: string): void {
    this.out.push(this.content.slice(this.copied, from), text)
    this.copied = end
  }

  private move([, , , scale = 1, , shift = 0]: readonly number[]): void {
    this.state = { ...this.state, scale: this.state.scale * scale, shift: this.state.shift + this.state.scale * shift }
  }

  private colour(operator: string, from: number, at: number, end: number): void {
    const numbers = this.numbers(from, at)
    const rgb: Rgb = numbers.length === 1 ? [numbers[0]!, numbers[0]!, numbers[0]!] : [numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 0]
    const use = operator === 'rg' || operator === 'g' ? 'fill' : 'stroke'
    this.state = { ...this.state, [use]: rgb }
    this.replace(from, end, this.inked(use, rgb) + this.overprinted())
  }

  private inked(use: 'fill' | 'stroke', rgb: Rgb): string {
    const opacity = use === 'fill' ? this.state.fillOpacity : this.state.strokeOpacity
    return this.rules.inks.operator(this.rules.flat && opacity < 1 ? onPaper(rgb, opacity) : rgb, use)
  }

  /** Black overprints; whatever else follows must not. */
  private overprinted(): string {
    const { overprint } = this.rules
    const { fill, stroke, overprints, fillOpacity, strokeOpacity } = this.state
    const on = [fill, stroke].every((rgb) => rgb === undefined || isBlack(rgb)) && fillOpacity === 1 && strokeOpacity === 1
    if (!overprint || on === overprints) return ''
    this.state = { ...this.state, overprints: on }
    return ` /${on ? overprint.on : overprint.off} gs`
  }

  private graphicsState(from: number, at: number, end: number): void {
    const opacity = this.rules.opacities.get(this.content.slice(from, at).trim().slice(1))
    if (!opacity) return
    const { fillOpacity, strokeOpacity, lineWidth, fill, stroke } = this.state
    this.state = { ...this.state, lineWidth: opacity.lineWidth ?? lineWidth, fillOpacity: opacity.fill ?? fillOpacity, strokeOpacity: opacity.stroke ?? strokeOpacity }
    if (this.state.fillOpacity === fillOpacity && this.state.strokeOpacity === strokeOpacity) return
    const colours = this.rules.flat ? [fill && this.inked('fill', fill), stroke && this.inked('stroke', stroke)].filter(Boolean) : []
    this.replace(end, end, ['', ...colours].join(' ') + this.overprinted())
  }

  /** Colours are mixed with the paper where they are set; what brings its own becomes another here. */
  private draw(operator: string, from: number, at: number, end: number): void {
    const { isFurniture, rules: { flat, thinned }, state: { fillOpacity } } = this
    const name = this.content.slice(from, at).trim().slice(1)
    const other = flat && fillOpacity < 1 ? thinned(name, fillOpacity) : name
    if (isFurniture) this.replace(from, from, artifacts.layout)
    if (other !== name) this.replace(from, end, `/${other} ${operator}`)
    if (isFurniture) this.endArtifact(end)
  }

  private open(operator: string, from: number, at: number, end: number): void {
    const tagged = operator === 'BDC' && this.content.slice(from, at).includes('/MCID')
    const kept = !tagged || this.rules.tags
    this.marks.push({ kept, tagged })
    if (tagged) this.tagged++
    if (!kept) this.replace(from, end, '')
  }

  private close(from: number, end: number): void {
    const mark = this.marks.pop()
    if (mark?.tagged) this.tagged--
    if (mark && !mark.kept) this.replace(from, end, '')
  }

  private get isFurniture(): boolean {
    return this.rules.tags && this.tagged === 0 && !this.textArtifact && this.marks.length === 0
  }

  private beginText(from: number): void {
    if (!this.isFurniture) return
    const place = /[^]*?(\S+)\s+Tm\b/y
    place.lastIndex = from
    const [, height = '0'] = place.exec(this.content) ?? []
    const y = this.state.shift + this.state.scale * Number(height)
    this.replace(from, from, y > this.rules.height / 2 ? artifacts.header : artifacts.footer)
    this.textArtifact = true
  }

  /** A line that would break up in print gets the least width that the printer asks for, before its path begins. */
  private thicken(): void {
    const { leastLine } = this.rules
    const { lineWidth, scale } = this.state
    const size = lineWidth * Math.abs(scale)
    if (size >= leastLine || scale === 0 || this.pathFrom < this.copied) return
    this.state = { ...this.state, lineWidth: leastLine / Math.abs(scale) }
    this.replace(this.pathFrom, this.pathFrom, `${Math.ceil(this.state.lineWidth * 1e4) / 1e4} w `)
  }

  private paint(from: number, end: number): void {
    if (!this.isFurniture || from < 0) return
    this.replace(from, from, artifacts.layout)
    this.endArtifact(end)
  }

  private endArtifact(end: number): void {
    this.replace(end, end, '\nEMC')
  }
}

const isBlack = (rgb: Rgb): boolean => rgb.every((value) => value === 0)

const onPaper = (rgb: Rgb, opacity: number): Rgb => {
  const mixed = (value: number) => value * opacity + 1 - opacity
  return [mixed(rgb[0]), mixed(rgb[1]), mixed(rgb[2])]
}
