/** Checks of the translation: what may be missing, doubtful or wrong between the two texts. */

import type { Alignment, Span } from '../../model/alignment.ts'
import { append } from '../../model/append.ts'
import type { Book } from '../../model/book.ts'
import type { DecidedBook } from '../../model/decisions.ts'
import type { Acceptance, Finding } from '../../model/finding.ts'
import { bilingual, type Bilingual } from '../../model/language.ts'
import { segmentsOf, type Manuscript } from '../../model/manuscript.ts'
import { acceptances } from './accepted.ts'
import { gathered, habitsIn, type Found } from './habits.ts'
import { normsOf, type Norms } from './norms.ts'
import { bookReading, type BookReading } from './reading.ts'
import type { BeadRule, BookRule, Rule, Told } from './rule.ts'
import { rules } from './rules/index.ts'
import { atOnce, type Steps } from './steps.ts'

export interface CheckedBook {
  readonly book: Book
  readonly manuscripts: Bilingual<Manuscript>
  readonly alignment: Alignment
  /** What people have decided: a bead that they have marked as an omission on purpose is none to tell of. */
  readonly decided?: Pick<DecidedBook, 'beads'> | undefined
}

/** Names of all rules with their severities, in the order of a report; each is worded in `locales/<language>/checks.json`. */
export const ruleNames: readonly Pick<Rule, 'name' | 'severity'>[] = rules.map(({ name, severity }) => ({ name, severity }))

/** Rules whose findings in a bead hang on that bead, those beside it and what is usual in the book: `beadFindings` asks these. */
export const beadRuleNames: ReadonlySet<string> = new Set(rules.filter(isBeadRule).map(({ name }) => name))

/** Every finding in the order of beads, those that somebody has accepted among them, named as such. Linear but for sorting. */
export function findings(aligned: CheckedBook, accepted: readonly Acceptance[] = []): readonly Finding[] {
  return checkBook(aligned, accepted).findings
}

export interface CheckedOnce {
  readonly findings: readonly Finding[]
  /** What is usual in the book, for `beadFindings` after an edit. */
  readonly norms: Norms
}

/** The same, with what `beadFindings` needs later. */
export function checkBook(aligned: CheckedBook, accepted: readonly Acceptance[] = []): CheckedOnce {
  return atOnce(checkInSteps(aligned, accepted))
}

/** The same in steps, for a desk on which people go on editing. */
export function* checkInSteps(aligned: CheckedBook, accepted: readonly Acceptance[] = []): Steps<CheckedOnce> {
  const norms = yield* normsOf(aligned.alignment.beads, bilingual((language) => segmentsOf(aligned.manuscripts[language])))
  const book = bookReading(aligned, norms)
  const whole = { from: 0, to: book.beads.length }
  const found = yield* inBeads(book, whole, accepted)
  const habits = habitsIn(found)
  return { findings: sorted([...gathered(found, habits), ...yield* inBook(book, accepted)]), norms: { ...norms, habits } }
}

/**
 * Findings of the beads `span` (indices into the alignment as it is now), of the rules in `beadRuleNames` alone.
 *
 * For a desk that edits one bead of a long book: with `norms` of a check before, it costs some milliseconds at 10,000 beads.
 * What it told before of these beads falls away, but for habits; these, and what other rules told, stay until the whole book is asked again.
 */
export function beadFindings(aligned: CheckedBook, span: Span, accepted: readonly Acceptance[] = [], norms?: Norms): readonly Finding[] {
  const found = atOnce(inBeads(bookReading(aligned, norms), span, accepted))
  return sorted(found.filter(({ habit }) => habit === undefined || !norms?.habits.has(habit)).map(({ finding }) => finding))
}

function isBeadRule(rule: Rule): rule is BeadRule {
  return rule.sees === 'bead'
}

const bookRules = rules.filter((rule): rule is BookRule => rule.sees === 'book')
const beadRules = rules.filter(isBeadRule)

/** Beads to a step: some thirty rules look at each. Own choice. */
const stretch = 20

function* inBeads(book: BookReading, { from, to }: Span, accepted: readonly Acceptance[]): Steps<Found[]> {
  const find = finder(book, accepted)
  const found: Found[] = []
  for (let index = from; index < to; index++) {
    if (index % stretch === stretch - 1) yield
    const bead = book.bead(index)
    for (const rule of beadRules) for (const told of rule.check(bead, book)) {
      found.push({ finding: find(rule, index, told), habit: told.habit === undefined ? undefined : `${rule.name} ${told.habit}` })
    }
  }
  return found
}

function* inBook(book: BookReading, accepted: readonly Acceptance[]): Steps<Finding[]> {
  const find = finder(book, accepted)
  const found: Finding[] = []
  for (const rule of bookRules) {
    yield
    const checked = rule.check(book)
    const seen = 'next' in checked ? yield* checked : checked
    append(found, seen.map((one) => find(rule, one.bead, one)))
  }
  return found
}

function finder(book: BookReading, all: readonly Acceptance[]): (rule: Rule, index: number, told: Told) => Finding {
  const acceptedIn = acceptances(all, book.segments)
  return ({ name, severity }, index, { marks, values }) => {
    const accepted = acceptedIn(name, book.beads[index]!)
    return { rule: name, severity, bead: index, marks, ...(values && { values }), ...(accepted && { accepted }) }
  }
}

const order = new Map(rules.map(({ name }, index) => [name, index]))

/** By bead, then as the rules are listed. */
const sorted = (found: Finding[]): Finding[] => found.sort((one, other) => one.bead - other.bead || (order.get(one.rule) ?? 0) - (order.get(other.rule) ?? 0))
