/** Runs of one script inside a text of the other: words, with the numbers, signs, brackets and quotation marks that stand between them. */

import type { Span } from '../model/alignment.ts'

/** What runs consist of; each pattern bounds its length, so that a search takes time that grows with the text. */
export interface Grammar {
  /** What a run begins with, global; the others are sticky. */
  readonly first: RegExp
  /** What it goes on with. */
  readonly next: RegExp
  /** What may stand between two of these. */
  readonly gap: RegExp
  /** Marks that belong to a run if they follow its last word. */
  readonly tail?: RegExp
  /** Opening marks that belong to a run which they stand before, if its last word is followed by their counterpart. */
  readonly around: string
  /** Whether an opening mark before a run belongs to it, if the run goes on behind its counterpart; `gap` begins with this. */
  readonly before: (opener: string, gap: string) => boolean
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '“': '”', '‘': '’', '«': '»', '﴿': '﴾', '"': '"' }
/** Of a sentence, inside its quotation marks. */
const stops = /[.,!?؟…،]{0,3}/y
const opening = new Map(Object.entries(closing).map(([open, close]) => [close, open]))

/** Runs of `text` in order. Brackets and quotation marks in a run are always pairs. */
export function runsIn(text: string, grammar: Grammar): Span[] {
  const runs: Span[] = []
  const first = new RegExp(grammar.first)
  for (let found = first.exec(text); found; found = first.exec(text)) {
    const run = new Run(text, grammar, found.index, first.lastIndex).grown()
    runs.push(run)
    first.lastIndex = Math.max(run.to, found.index + 1)
  }
  return runs
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}

/** A run as it grows; `#open` are the marks that wait to be closed, each with where the run ended before it. */
class Run {
  readonly #text: string
  readonly #grammar: Grammar
  #from: number
  #to: number
  #open: { readonly mark: string; readonly to: number }[] = []

  constructor(text: string, grammar: Grammar, from: number, to: number) {
    this.#text = text
    this.#grammar = grammar
    this.#from = from
    this.#to = to
  }

  grown(): Span {
    while (this.#step()) { /* As far as it goes. */ }
    this.#close()
    const tail = this.#grammar.tail && this.#open.length === 0 ? matchEnd(this.#grammar.tail, this.#text, this.#to) : undefined
    return { from: this.#from, to: tail ?? this.#open[0]?.to ?? this.#to }
  }

  /** Takes the next gap and the word behind it. */
  #step(): boolean {
    const gapEnd = matchEnd(this.#grammar.gap, this.#text, this.#to)
    const end = gapEnd === undefined ? undefined : matchEnd(this.#grammar.next, this.#text, gapEnd)
    if (gapEnd === undefined || end === undefined) return false
    const before = { open: [...this.#open], from: this.#from }
    const gap = this.#text.slice(this.#to, gapEnd)
    for (let at = 0; at < gap.length; at++) {
      if (this.#passes(gap, at)) continue
      this.#open = before.open
      this.#from = before.from
      return false
    }
    this.#to = end
    return true
  }

  /** Whether the mark at `at` may stand in the run; one that closes what stands before the run draws that in. */
  #passes(gap: string, at: number): boolean {
    const mark = gap[at]!
    const opener = opening.get(mark)
    if (opener !== undefined && this.#open.at(-1)?.mark === opener) this.#open.pop()
    else if (mark in closing) this.#open.push({ mark, to: this.#to })
    // Alone it is an apostrophe.
    else if (opener !== undefined && mark !== '’') {
      if (this.#text[this.#from - 1] !== opener || !this.#grammar.before(opener, gap.slice(at))) return false
      this.#from--
    }
    return true
  }

  /** Takes the marks behind the last word that close what the run opened, or what stands round it and belongs to it. */
  #close(): void {
    for (;;) {
      const at = matchEnd(stops, this.#text, this.#to) ?? this.#to
      const opener = opening.get(this.#text[at] ?? '')
      if (opener === undefined) return
      if (this.#open.at(-1)?.mark === opener) this.#open.pop()
      else if (this.#open.length === 0 && this.#grammar.around.includes(opener) && this.#text[this.#from - 1] === opener) this.#from--
      else return
      this.#to = at + 1
    }
  }
}
