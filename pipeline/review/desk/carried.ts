/** Where people have ended or joined sentences, carried over to the new words of one of them; else it would go on into its neighbour, or come apart. */

import type { Cut } from '../../model/decisions.ts'
import type { Language } from '../../model/language.ts'
import type { Segment } from '../../model/manuscript.ts'
import type { ListChange } from './lists.ts'

/** Signs that may be markup: what a text with them says is known only when it is read. */
const markup = /[\\`*_[\]<>&~|]/

/** Cuts around a segment that is to say `wanted`; undefined where there are none, or the words are not plain. Linear in the segments. */
export function carriedCuts(cuts: readonly Cut[], segments: readonly Segment[], index: number, language: Language, wanted: string): ListChange<Cut> | undefined {
  const segment = segments[index]
  if (!segment || markup.test(wanted)) return undefined
  const own = segments.map((_, at) => at).filter((at) => segments[at]?.paragraph === segment.paragraph)
  const texts = own.map((at) => segments[at]?.text ?? '')
  const at = own.indexOf(index)
  const from = texts.slice(0, at).reduce((sum, { length }) => sum + length + 1, 0)
  const place: Place = { around: texts.join(' '), from, to: from + segment.text.length, wanted }
  const isElsewhere = saidElsewhere(segments, index)
  const after = cuts.flatMap((cut) => {
    const moved = cut.language === language ? carried(cut, place) : undefined
    return moved ? [...(isElsewhere ? [cut] : []), moved] : [cut]
  })
  return after.every((cut) => cuts.includes(cut)) ? undefined : { before: cuts, after }
}

const saidElsewhere = (segments: readonly Segment[], index: number): boolean =>
  segments.some(({ text }, other) => other !== index && text === segments[index]?.text)

interface Place {
  /** The sentences of the paragraph. */
  readonly around: string
  /** Of the sentence that changes, in it. */
  readonly from: number
  readonly to: number
  readonly wanted: string
}

/** The cut with the new words in the piece that holds the old; undefined where it lies elsewhere, or they are both its pieces. */
function carried(cut: Cut, { around, from, to, wanted }: Place): Cut | undefined {
  const whole = `${cut.before} ${cut.after}`
  for (let start = around.indexOf(whole); start >= 0 && start <= from; start = around.indexOf(whole, start + 1)) {
    const [first, last] = [from - start, to - start]
    if (last <= cut.before.length) return { ...cut, before: cut.before.slice(0, first) + wanted + cut.before.slice(last) }
    const [inner, end] = [first - cut.before.length - 1, last - cut.before.length - 1]
    if (inner >= 0 && end <= cut.after.length) return { ...cut, after: cut.after.slice(0, inner) + wanted + cut.after.slice(end) }
  }
  return undefined
}

/** Joins that make one sentence again of what a joined one has become; undefined where it was none. */
export function joinedAgain(cuts: readonly Cut[], segments: readonly Segment[], index: number, run: readonly Segment[], language: Language): ListChange<Cut> | undefined {
  const [first, ...rest] = run
  const text = segments[index]?.text ?? ''
  const own = cuts.find((cut) => cut.kind === 'join' && cut.language === language && text.startsWith(cut.before) && text.endsWith(cut.after) && text.length === cut.before.length + 1 + cut.after.length)
  if (!first || rest.length === 0 || !own) return undefined
  let before = first.text
  const joins = rest.map((piece): Cut => {
    const join: Cut = { kind: 'join', language, before, after: piece.text }
    before = `${before} ${piece.text}`
    return join
  })
  return { before: cuts, after: [...saidElsewhere(segments, index) ? cuts : cuts.filter((cut) => cut !== own), ...joins] }
}
