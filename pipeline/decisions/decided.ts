/** Decisions on the beads of an alignment: which bead each is about now, and what is to be said of those that changed. */

import type { Alignment, Bead, Pin, Span } from '../model/alignment.ts'
import type { Decided, DecidedBook, Decision, Decisions } from '../model/decisions.ts'
import { bilingual, languages, type Bilingual } from '../model/language.ts'
import type { Segment } from '../model/manuscript.ts'
import type { Message, Place } from '../model/message.ts'
import type { Matched } from './match.ts'

/** Pins of all that were kept and that a person has decided; who only commented has fixed nothing. */
export const pinsOf = ({ beads }: Decisions, { kept }: Matched): Pin[] => kept.flatMap(({ decision, at }) => (isFixed(beads[decision]) ? [at] : []))

const isFixed = (decision: Decision | undefined): boolean => decision?.status !== undefined && decision.status !== 'again'

/** `alignment` must keep to the pins of what was matched. */
export function decidedBook(decisions: Decisions, { kept, again, lost }: Matched, alignment: Alignment): DecidedBook {
  const holder = holders(alignment.beads)
  const beads = new Map<number, Decided>()
  const put = (index: number, at: Bilingual<Span>, isChanged: boolean) => {
    const own = decisions.beads[index]
    if (!own) return
    const bead = holder(at)
    const one = decidedOne(own, index, isChanged)
    const other = beads.get(bead)
    beads.set(bead, !other ? one : (other.from[0] ?? 0) < index ? together(other, one) : together(one, other))
  }
  for (const { decision, at } of kept) put(decision, at, false)
  for (const { decision, at } of again) put(decision, at, true)
  return { decisions, beads, lost }
}

function decidedOne({ texts, status, comments, history }: Decision, index: number, isChanged: boolean): Decided {
  const isAgain = status !== undefined && (isChanged || status === 'again')
  return { status: isAgain ? 'again' : status, before: isChanged ? texts : undefined, comments, history, from: [index] }
}

/** Two decisions about what is one bead now; what is to be looked at again stays so. */
function together(one: Decided, other: Decided): Decided {
  const before = [one.before, other.before].filter((texts) => texts !== undefined)
  return {
    status: one.status === 'again' || other.status === 'again' ? 'again' : other.status ?? one.status,
    before: before.length === 0 ? undefined : bilingual((language) => before.flatMap((texts) => texts[language])),
    comments: [...one.comments, ...other.comments].sort(byTime),
    history: [...one.history, ...other.history].sort(byTime),
    from: [...one.from, ...other.from],
  }
}

/** The order of what was said and done. */
export const byTime = (one: { readonly at: string }, other: { readonly at: string }): number => (one.at < other.at ? -1 : Number(one.at > other.at))

/** A function to the bead that holds the first segment of a run, of the side that has one. */
function holders(beads: readonly Bead[]): (at: Bilingual<Span>) => number {
  const holding = bilingual((language) => {
    const bead: number[] = []
    for (const [index, { [language]: span }] of beads.entries()) for (let at = span.from; at < span.to; at++) bead[at] = index
    return bead
  })
  return ({ en, ar }) => (en.to > en.from ? holding.en[en.from] : holding.ar[ar.from]) ?? 0
}

/** Warnings: decisions whose texts have changed, at the texts as they are, and those without texts, at their lines in the file. */
export function changeMessages({ beads }: Decisions, { again, lost }: Matched, segments: Bilingual<readonly Segment[]>, placeOf: (index: number) => Place): Message[] {
  return [
    ...again.filter(({ decision }) => beads[decision]?.status !== undefined).map(({ decision, at, isCrossed, isUnsure }): Message => {
      const texts = bilingual((language) => segments[language].slice(at[language].from, at[language].to))
      const [place, other] = languages.flatMap((language) => texts[language][0]?.place ?? [])
      return {
        rule: isUnsure ? 'decisions/unsure' : isCrossed ? crossedRule(beads[decision]) : 'decisions/again', severity: 'warning',
        ...(place && { place }), ...(other && { counterpart: other }),
        values: { before: shown(beads[decision]?.texts), after: shown(bilingual((language) => texts[language].map(({ text }) => text))) },
      }
    }),
    ...lost.map((decision): Message => ({ rule: 'decisions/lost', severity: 'warning', place: placeOf(decision), values: { before: shown(beads[decision]?.texts) } })),
  ]
}

/** Of a bead of one side it is the place on the other that is gone or taken. */
const crossedRule = (decision: Decision | undefined): string =>
  (languages.some((language) => decision?.texts[language].length === 0) ? 'decisions/adrift' : 'decisions/crossed')

/** Letters of each side that a message shows. Own choice. */
const most = 60

const shown = (texts: Bilingual<readonly string[]> | undefined): string =>
  languages.flatMap((language) => clipped((texts?.[language] ?? []).join(' '))).join(' | ')

function clipped(text: string): string[] {
  if (text === '') return []
  return [text.length > most ? `${text.slice(0, most).trimEnd()}…` : text]
}
