/** The report's beads side by side, each with its number, its type and its score, under the files they come from. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import { bilingual, counterpartOf, languages, type Bilingual, type Language } from '../../model/language.ts'
import { isolate } from '../../typography/isolate.ts'
import { isDoubtful, type Report, type ReportedBead, type ReportedSegment } from '../report-json/index.ts'
import { inLines, tagged, type Interface } from '../ui.ts'
import { anchorOf } from './places.ts'
import { percent, typeText } from './figures.ts'
import { nothing, section } from './section.ts'

const filters = ['all', 'doubtful', 'missing', 'joined'] as const
type Filter = (typeof filters)[number]

export function beadsSection({ beads, book: { original } }: Report, ui: Interface): Element {
  if (beads.length === 0) return section('beads', ui, [nothing(ui)])
  return section('beads', ui, [
    h('p', ui.both('report:beads-note')),
    filterElement(beads, ui),
    ...partsOf(beads).map((part) => partElement(part, original, ui)),
  ])
}

function filterElement(beads: readonly ReportedBead[], ui: Interface): Element {
  return h('fieldset', { className: ['filters'] }, [
    h('legend', ui.both('report:show')),
    ...filters.flatMap((filter) => {
      const count = beads.filter((bead) => belongs(bead, filter)).length
      return [
        h('input', { type: 'radio', name: 'show', id: `show-${filter}`, checked: filter === 'all', disabled: count === 0 }),
        h('label', { htmlFor: `show-${filter}` }, ui.bothOf((words) => [`${words(`report:filter.${filter}`)} `, h('b', words.number(count))])),
      ]
    }),
    h('p', { className: ['keys'], hidden: true }, ui.both('report:keys')),
  ])
}

function belongs(bead: ReportedBead, filter: Filter): boolean {
  const { en, ar } = bead
  switch (filter) {
    case 'all': return true
    case 'doubtful': return isDoubtful(bead)
    case 'missing': return en.length === 0 || ar.length === 0
    case 'joined': return en.length > 0 && ar.length > 0 && en.length + ar.length > 2
  }
}

/** Beads between the same two files; a side without a segment has none. */
interface Part {
  readonly files: Bilingual<string | undefined>
  /** Number of the first bead. */
  readonly first: number
  readonly beads: readonly ReportedBead[]
}

/** Consecutive beads by their files, so that a file is named once and not at every segment. */
export function partsOf(beads: readonly ReportedBead[]): Part[] {
  const parts: { files: Bilingual<string | undefined>; first: number; beads: ReportedBead[] }[] = []
  for (const [index, bead] of beads.entries()) {
    const own = bilingual((language) => bead[language][0]?.place.file)
    const part = parts.at(-1)
    if (part && languages.every((language) => !own[language] || !part.files[language] || own[language] === part.files[language])) {
      part.beads.push(bead)
      part.files = bilingual((language) => part.files[language] ?? own[language])
    } else {
      parts.push({ files: own, first: index + 1, beads: [bead] })
    }
  }
  return parts
}

function partElement({ files, first, beads }: Part, original: Language, ui: Interface): Element {
  return h('div', { className: ['part'] }, [
    h('h3', languages.map((language) => h('span', { className: [language] }, [
      ...ui.both(`report:side.${language}`), ' ', h('bdi', { dir: 'ltr', lang: 'en', dataFile: language }, files[language] ?? '—'),
    ]))),
    // A list without marks is no list to some screen readers unless it says so.
    h('ol', { className: ['beads'], role: 'list', start: first }, inLines(beads.map((bead, index) => beadElement(bead, first + index, original, ui)))),
  ])
}

function beadElement(bead: ReportedBead, number: number, original: Language, ui: Interface): Element {
  const marks = (['doubtful', 'missing', 'joined'] as const).filter((filter) => belongs(bead, filter))
  return h('li', { id: anchorOf(number), className: bead.kind === 'heading' ? ['heading', ...marks] : marks }, [
    h('div', { className: ['mark'] }, [
      h('a', { href: `#${anchorOf(number)}` }, ui.bothBy((words) => words.numeral(number))),
      // Set apart by a space alone, for any dot between Arabic digits reads as a zero.
      h('span', ui.bothBy((words) => `${typeText(bead.type, words)}\u2003${percent(bead.score, words)}`)),
      ...flags(bead, original).map((flag) => h('span', { className: ['flag', flag] }, ui.both(`report:flag.${flag}`))),
    ]),
    // The original is read first, wherever the columns stand.
    ...[original, counterpartOf(original)].map((language) => sideElement(bead[language], language, ui)),
  ])
}

/** What is worth a word beside the figures; a plain paragraph's plain bead has none. */
function flags(bead: ReportedBead, original: Language): string[] {
  const [before, after] = [bead[original].length, bead[counterpartOf(original)].length]
  const joined = before === 1 ? 'split' : after === 1 ? 'merged' : 'regrouped'
  return [
    ...(isDoubtful(bead) ? ['doubtful'] : []),
    ...(after === 0 ? ['omission'] : before === 0 ? ['addition'] : []),
    ...(belongs(bead, 'joined') ? [joined] : []),
    ...(bead.kind === 'paragraph' || bead.kind === 'heading' ? [] : [bead.kind]),
  ]
}

function sideElement(segments: readonly ReportedSegment[], language: Language, ui: Interface): Element {
  if (segments.length === 0) return h('div', { className: [language, 'none'] }, ui.both(`report:none.${language}`))
  return h('div', { className: [language], ...tagged(language) }, segments.map(({ text, place }) =>
    h('p', [h('small', `${place.line}:${place.column}`), ' ', ...isolate(h('span', text), language).children])))
}
