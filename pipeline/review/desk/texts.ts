/** Edits of texts: the words of a sentence in its manuscript, and where sentences end. The side is read again, and nothing else may have changed. */

import type { Cut, Decision, Event } from '../../model/decisions.ts'
import { bilingual, type Language } from '../../model/language.ts'
import { segmentsOf, type Segment } from '../../model/manuscript.ts'
import { wordsOf } from '../../check/words.ts'
import { standing as standingAt } from '../../decisions/around.ts'
import { wholeKinds, withCut } from '../../segment/cuts.ts'
import { carriedCuts, joinedAgain } from './carried.ts'
import type { Author, Placed, Refused } from './edits.ts'
import type { BookFiles } from './files.ts'
import { turned } from './lists.ts'
import { changed, freeAfter } from './renewed.ts'
import { exchangedOver, exchangeOf, type Exchange } from './replaced.ts'
import { sideAfter, type Side, type TextChange } from './side.ts'
import { shownSource } from './source.ts'
import { readTexts, standing, type ReadTexts, type Standing } from './standing.ts'
import type { Stepped, TextEdit } from './steps.ts'
import { fileChange } from './writing.ts'

export const changedBack = ({ language, file, cuts }: TextChange): TextChange => ({
  language,
  ...(file && { file: { ...file, removed: file.inserted, inserted: file.removed } }),
  ...(cuts && { cuts: turned(cuts) }),
})

export async function textStep(before: Standing, files: BookFiles, edit: TextEdit, author: Author): Promise<Stepped | Refused> {
  const segment = before.segments[edit.language][edit.segment]
  if (!segment) return refused('no-segment')
  const wanted = edit.kind === 'text' ? edit.text.replaceAll(/\r\n?/g, '\n').trim() : ''
  const change = edit.kind === 'text' ? rewording(before, files, edit, segment, wanted) : edit.kind === 'cut' ? cutting(before, edit, segment) : joining(before, edit, segment)
  if ('refused' in change) return change
  const made = await attempted(before, files, edit, change, wanted)
  const better = await withCutsKept(before, files, edit, change, wanted, made)
  if ('refused' in better) return better
  return settled(before, better.side, exchangeFor(before, edit, better.run, author), better.change)
}

/** A side with a change in it, and what the edited segment has become. */
interface Attempt {
  readonly change: TextChange
  readonly side: Side
  readonly run: readonly Segment[]
}

async function attempted(before: Standing, files: BookFiles, edit: TextEdit, change: TextChange, wanted: string): Promise<Attempt | Refused> {
  const side = await sideAfter(before, files, change)
  if ('refused' in side) return side
  const now = segmentsOf(side.read.manuscript)
  const run = changedRun(before, edit, now, side, wanted)
  return 'refused' in run ? run : { change, side, run: now.slice(edit.segment, edit.segment + run.length) }
}

/** Words that would run into a neighbour from which they were cut, or come apart where they were joined, are read again with that in mind. */
async function withCutsKept(before: Standing, files: BookFiles, edit: TextEdit, change: TextChange, wanted: string, made: Attempt | Refused): Promise<Attempt | Refused> {
  const { language, segment: index } = edit
  if (edit.kind !== 'text') return made
  const { decisions: { cuts: own }, segments: { [language]: segments } } = before
  const cuts = 'refused' in made ? carriedCuts(own, segments, index, language, wanted) : joinedAgain(own, segments, index, made.run, language)
  const kept = cuts && await attempted(before, files, edit, { ...change, cuts }, wanted)
  return kept && !('refused' in kept) ? kept : made
}

/** The same change again, or back; what it did must still be there. */
export async function textChanged(before: Standing, files: BookFiles, exchange: Exchange, change: TextChange): Promise<Stepped | Refused> {
  const side = await sideAfter(before, files, change)
  return 'refused' in side ? side : settled(before, side, exchange, change)
}

const refused = (rule: string): Refused => ({ refused: `desk/${rule}` })

function rewording(before: Standing, files: BookFiles, { language }: { language: Language }, segment: Segment, wanted: string): TextChange | Refused {
  const { file } = segment.place
  const [bytes, text] = [files.bytes(file), before.texts[language].get(file)]
  if (!bytes || text === undefined) return refused('text-unreachable')
  if (wanted === '') return refused('text-empty')
  if (wanted === shownSource(text, segment)) return refused('text-same')
  if (wholeKinds.has(segment.kind) && segment.kind !== 'code' && wanted.includes('\n')) return refused('text-lines')
  const change = fileChange(bytes, text, language, segment, wanted)
  return 'refused' in change ? change : { language, file: change }
}

function cutting(before: Standing, { language, at }: { language: Language; at: number }, { kind, text }: Segment): TextChange | Refused {
  if (wholeKinds.has(kind)) return refused('cut-whole')
  const cut: Cut = { kind: 'cut', language, before: text.slice(0, at).trimEnd(), after: text.slice(at).trimStart() }
  if (cut.before === '' || cut.after === '' || at < 0 || at > text.length) return refused('cut-end')
  const words = [...wordsOf(cut.before), ...wordsOf(cut.after)]
  if (words.length !== wordsOf(text).length || wordsOf(cut.before).length === 0 || wordsOf(cut.after).length === 0) return refused('cut-word')
  return { language, cuts: { before: before.decisions.cuts, after: withCut(before.decisions.cuts, cut) } }
}

function joining(before: Standing, { language, segment: index }: { language: Language; segment: number }, segment: Segment): TextChange | Refused {
  const next = before.segments[language][index + 1]
  if (!next || next.paragraph !== segment.paragraph || wholeKinds.has(segment.kind)) return refused('join-paragraph')
  const cut: Cut = { kind: 'join', language, before: segment.text, after: next.text }
  return { language, cuts: { before: before.decisions.cuts, after: withCut(before.decisions.cuts, cut) } }
}

/** How many segments the edited one has become; refused unless all others are what they were, and it says what was asked. */
function changedRun(before: Standing, edit: TextEdit, now: readonly Segment[], { language, read }: Side, wanted: string): { readonly length: number } | Refused {
  const old = before.segments[language]
  const taken = edit.kind === 'join' ? 2 : 1
  const length = now.length - old.length + taken
  if (edit.kind === 'cut' && length < 2 || edit.kind === 'join' && length > 1 || length < 1) return refused(edit.kind === 'text' ? 'text-elsewhere' : 'cut-no-use')
  // The same sentence may be cut or joined in other places too, but here it must be.
  if (edit.kind !== 'text') return isEndedOtherwise(edit, old, now) ? { length: edit.kind === 'cut' ? 2 : 1 } : refused('cut-no-use')
  const isSame = (one: Segment | undefined, other: Segment | undefined) => one === other || one?.text === other?.text && one?.kind === other?.kind && one?.links.join() === other?.links.join()
  const [from, grown] = [edit.segment, now.length - old.length]
  const others = old.every((one, index) => index === from || isSame(one, now[index < from ? index : index + grown]))
  const run = now.slice(from, from + length)
  const [first, last] = [run[0], run.at(-1)]
  const isOneBlock = run.every(({ kind, paragraph }) => kind === old[from]?.kind && paragraph === first?.paragraph)
  if (!others || !isOneBlock || read.manuscript.removed.length !== before.manuscripts[language].removed.length) return refused('text-elsewhere')
  const text = read.source.find(({ file }) => file === first?.place.file)?.text
  const written = first?.source && last?.source && shownSource(text, { ...first, source: { from: first.source.from, to: last.source.to } })
  const isWanted = written === wanted || (first?.kind === 'cell' && written?.replaceAll('\\|', '|') === wanted.replaceAll('\\|', '|'))
  return isWanted ? { length } : refused('text-otherwise')
}

/** Whether a sentence now ends where it was cut, or goes on where it was joined. */
function isEndedOtherwise(edit: Exclude<TextEdit, { kind: 'text' }>, old: readonly Segment[], now: readonly Segment[]): boolean {
  const [text, first, second] = [old[edit.segment], now[edit.segment], now[edit.segment + 1]].map((segment) => segment?.text ?? '')
  if (edit.kind === 'cut') return first === text?.slice(0, edit.at).trimEnd() && second === text?.slice(edit.at).trimStart()
  return first !== text && first?.startsWith(text ?? '') === true && first.endsWith(old[edit.segment + 1]?.text ?? '')
}

/** Decisions about the bead speak of the new words; so do those about other beads in which the same sentence is cut or joined. */
function exchangeFor(before: Standing, edit: TextEdit, run: readonly Segment[], author: Author): Exchange {
  const { language, segment: index } = edit
  const rows = rowsOf(before, language, index, edit.kind === 'join' ? index + 2 : index + 1)
  const old = before.segments[language].slice(index, edit.kind === 'join' ? index + 2 : index + 1).map(({ text }) => text)
  const now = run.map(({ text }) => text)
  const event: Event = { at: author.at, by: author.by, what: ({ text: 'text', cut: 'split', join: 'merge' } as const)[edit.kind] }
  const own = exchangeOf(before, { rows, placed: [] }).gone
  const come = rows.to - rows.from > 1 ? [together(before, rows, own, event)] : own.length > 0 ? own.map((one, at) => (at === own.length - 1 ? withEvent(one, event) : one)) : [told(before, rows.from, event)]
  const elsewhere = edit.kind === 'text' ? [] : elsewhereIn(before, own, language, old)
  return {
    gone: [...own, ...elsewhere],
    come: [...come, ...elsewhere].map(({ decision, at }) => ({
      at: { ...at, [language]: { from: at[language].from, to: at[language].to + now.length - old.length } },
      decision: { ...decision, texts: { ...decision.texts, [language]: respliced(decision.texts[language], old, now) } },
    })),
  }
}

function rowsOf({ alignment }: Standing, language: Language, from: number, to: number) {
  const holds = (index: number) => alignment.beads.findIndex(({ [language]: span }) => index >= span.from && index < span.to)
  return { from: holds(from), to: holds(to - 1) + 1 }
}

const withEvent = ({ decision, at }: Placed, event: Event): Placed => ({ at, decision: { ...decision, history: [...decision.history, event] } })

/** Nobody has decided on it yet, and nobody does so now. */
function told({ segments, alignment }: Standing, row: number, event: Event): Placed {
  const at = alignment.beads[row] ?? { en: { from: 0, to: 0 }, ar: { from: 0, to: 0 } }
  return { at: { en: at.en, ar: at.ar }, decision: { ...standingAt(segments, at), status: undefined, comments: [], history: [event] } }
}

/** Two beads whose sentences were joined are one. */
function together({ segments, alignment }: Standing, rows: { from: number; to: number }, own: readonly Placed[], event: Event): Placed {
  const [first, last] = [alignment.beads[rows.from], alignment.beads[rows.to - 1]]
  const at = bilingual((side) => ({ from: first?.[side].from ?? 0, to: last?.[side].to ?? 0 }))
  const decided = own.map(({ decision }) => decision)
  const status = decided.some((one: Decision) => one.status !== undefined && one.status !== 'again') ? 'corrected' : undefined
  const decision: Decision = { ...standingAt(segments, at), status, comments: decided.flatMap(({ comments }) => comments), history: [...decided.flatMap(({ history }) => history), event] }
  return { at, decision }
}

function elsewhereIn(before: Standing, own: readonly Placed[], language: Language, old: readonly string[]): Placed[] {
  const mine = new Set(own.map(({ decision }) => decision))
  return before.matched.kept.flatMap(({ decision: index, at }) => {
    const decision = before.decisions.beads[index]
    return decision && !mine.has(decision) && startOf(decision.texts[language], old) >= 0 ? [{ decision, at }] : []
  })
}

const startOf = (texts: readonly string[], run: readonly string[]): number =>
  texts.findIndex((_, start) => run.every((text, index) => texts[start + index] === text))

/** Decisions whose text has changed before stay with the old one. */
function respliced(texts: readonly string[], old: readonly string[], now: readonly string[]): readonly string[] {
  const start = startOf(texts, old)
  return start < 0 ? texts : [...texts.slice(0, start), ...now, ...texts.slice(start + old.length)]
}

function settled(before: Standing, { language, read, cuts, manuscript }: Side, exchange: Exchange, text: TextChange): Stepped | Refused {
  const sides = { ...before.read, [language]: read }
  const texts: ReadTexts = readTexts(before.book, sides, freeAfter(before.free, bilingual((side) => sides[side].manuscript), before.book.parts.length), before)
  const change = exchangedOver(before, exchange, texts.segments, language, changed(before.segments[language], texts.segments[language]))
  if (!change) return refused('undo-gone')
  return { after: standing(texts, { ...change.decisions, cuts }, change.matched), step: { exchange, text }, ...(manuscript && { manuscript }) }
}
