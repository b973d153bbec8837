/** What became of a unit: where its texts stand in the manuscripts now. */

import { lengthOf, type Span } from '../model/alignment.ts'
import { bilingual, counterpartOf, languages, type Bilingual, type Language } from '../model/language.ts'
import { isSameSpan, textOf, type Current } from './current.ts'
import { exact, folded, withoutTags } from './fold.ts'
import { plainOf } from './run.ts'
import type { ReadUnit } from './read/unit.ts'
import { isOwnName } from './unit.ts'

export type Outcome =
  /** As the book has it; `isOurs` where the unit bears a name that we gave. */
  | { readonly kind: 'same'; readonly bead: number; readonly isOurs: boolean }
  /** Both texts stand in the manuscripts, otherwise paired than in the book. */
  | { readonly kind: 'paired'; readonly spans: Bilingual<Span> }
  /** A text of this bead stands nowhere: its words were changed. */
  | { readonly kind: 'reworded'; readonly bead: number; readonly languages: readonly Language[] }
  /** Both texts are the same, which stands on one side alone: a tool has put the source into the target, or taken one for the other. */
  | { readonly kind: 'copied' }
  /** A side of this bead is empty now. */
  | { readonly kind: 'emptied'; readonly bead: number; readonly language: Language }
  /** Only one text was found, or given. */
  | { readonly kind: 'half'; readonly language: Language; readonly span: Span }
  /** One text stands in the running text or another part, the other does not. */
  | { readonly kind: 'apart'; readonly spans: Bilingual<Span> }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'empty' }

/** More than one where the unit stands for each time that the book says the same. */
export function outcomesOf(unit: ReadUnit, current: Current): readonly Outcome[] {
  const bead = unit.id === undefined ? undefined : current.named(unit.id)
  const outcomes = bead === undefined ? othersUnit(unit, current) : [ownUnit(unit, bead, current)]
  return outcomes.map((outcome) => (outcome.kind === 'reworded' && isCopied(unit) ? { kind: 'copied' } : outcome))
}

const isCopied = (unit: ReadUnit): boolean => folded(wordsOf(unit, 'en')) === folded(wordsOf(unit, 'ar'))

const wordsOf = (unit: ReadUnit, language: Language): string => plainOf(unit[language] ?? [])

export const isWordless = (unit: ReadUnit): boolean => languages.every((language) => folded(wordsOf(unit, language)) === '')

type Found = Span | 'changed' | 'empty'

function ownUnit(unit: ReadUnit, index: number, current: Current): Outcome {
  const bead = current.beads[index]
  if (!bead) throw new Error('A name without its bead')
  const found = bilingual((language): Found => ownSide(wordsOf(unit, language), language, bead[language], current))
  const reworded = languages.filter((language) => found[language] === 'changed')
  if (reworded.length > 0) return { kind: 'reworded', bead: index, languages: reworded }
  const emptied = languages.find((language) => found[language] === 'empty')
  if (emptied) return { kind: 'emptied', bead: index, language: emptied }
  // Neither is a word now.
  const spans = found as Bilingual<Span>
  if (languages.every((language) => isSameSpan(spans[language], bead[language]))) return { kind: 'same', bead: index, isOurs: true }
  return streamOf(current, 'en', spans.en) === streamOf(current, 'ar', spans.ar) ? { kind: 'paired', spans } : { kind: 'apart', spans }
}

/** Where it stood, or else where the same words stand that are nearest. */
function ownSide(text: string, language: Language, span: Span, current: Current): Found {
  const own = textOf(current, language, span)
  if (exact(text) === exact(own) || folded(text) === folded(own)) return span
  if (folded(text) === '') return 'empty'
  return nearest(current.find(language, text), span.from) ?? 'changed'
}

function othersUnit(unit: ReadUnit, current: Current): readonly Outcome[] {
  const given = languages.filter((language) => folded(wordsOf(unit, language)) !== '')
  if (given.length === 0) return [{ kind: 'empty' }]
  const found = bilingual((language) => current.find(language, withoutTags(wordsOf(unit, language))))
  const known = languages.filter((language) => found[language].length > 0)
  const [one] = known
  if (!one) return [{ kind: 'unknown' }]
  if (known.length === 2) return pairs(found, current, isOwnName(unit.id))
  return [given.length === 2 ? withOneText(found[one], one, current) : halfOf(found[one], one)]
}

const halfOf = ([span]: readonly Span[], language: Language): Outcome => (span ? { kind: 'half', language, span } : { kind: 'unknown' })

/** Where the text that was found is the whole side of a bead, the other's words were changed. */
function withOneText(spans: readonly Span[], language: Language, current: Current): Outcome {
  for (const span of spans) {
    const bead = current.holding(language, span.from)
    if (isSameSpan(current.beads[bead]?.[language] ?? { from: -1, to: -1 }, span)) return { kind: 'reworded', bead, languages: [counterpartOf(language)] }
  }
  return halfOf(spans, language)
}

/** Of a text that stands several times each place goes with the nearest of the other's, as the book is aligned. */
function pairs(found: Bilingual<readonly Span[]>, current: Current, isOurs: boolean): readonly Outcome[] {
  const outcomes = found.en.flatMap((en): Outcome[] => {
    const ar = partner(en, 'en', found.ar, current)
    if (!ar || !isSameSpan(partner(ar, 'ar', found.en, current) ?? ar, en)) return []
    const bead = current.holding('en', en.from)
    const isSame = isSameSpan(current.beads[bead]?.en ?? ar, en) && isSameSpan(current.beads[bead]?.ar ?? en, ar)
    return [isSame ? { kind: 'same', bead, isOurs } : { kind: 'paired', spans: { en, ar } }]
  })
  const [en, ar] = [found.en[0], found.ar[0]]
  return outcomes.length > 0 || !en || !ar ? outcomes : [{ kind: 'apart', spans: { en, ar } }]
}

function partner(span: Span, language: Language, others: readonly Span[], current: Current): Span | undefined {
  const other = counterpartOf(language)
  const stream = streamOf(current, language, span)
  const expected = current.beads[current.holding(language, span.from)]?.[other].from ?? 0
  return nearest(others.filter((one) => streamOf(current, other, one) === stream), expected)
}

const nearest = (spans: readonly Span[], at: number): Span | undefined =>
  spans.reduce<Span | undefined>((best, span) => (best && Math.abs(best.from - at) <= Math.abs(span.from - at) ? best : span), undefined)

const streamOf = ({ streams }: Current, language: Language, span: Span): string | undefined => streams[language][lengthOf(span) > 0 ? span.from : -1]
