/** The report's beads side by side, each with its number, its type and its score, under the files they come from. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Digits } from '../../model/book.ts'
import { bilingual, counterpartOf, languages, type Bilingual, type Language } from '../../model/language.ts'
import { wordsIn, type Words } from '../../model/words.ts'
import type { Report, ReportedBead } from '../report-json/index.ts'
import { inLines, type Interface } from '../ui.ts'
import { decidedElements } from './decided.ts'
import { percent, typeText } from './figures.ts'
import { belongs, filterElements, marks } from './filters.ts'
import { findingList } from './findings.ts'
import { anchorOf } from './places.ts'
import { packed } from './packed.ts'
import { nothing, section } from './section.ts'
import { sideElement } from './side.ts'

export function beadsSection(told: Report, ui: Interface): Element {
  const { beads, book: { original } } = told
  if (beads.length === 0) return section('beads', ui, [nothing(ui)])
  const figures = figuresIn(told.book.digits)
  return section('beads', ui, [
    h('p', ui.both('report:beads-note')),
    ...filterElements(told, ui),
    ...packed(partsOf(beads).map((part) => partElement(part, original, ui, figures)), ui),
  ])
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

/** Beads that the browser lays out together when they come near. Smaller runs cost it more to watch, greater ones more to lay out. */
const runLength = 40

/** Consecutive beads of one chapter. */
function runsOf({ beads, first }: Part): { readonly first: number; readonly beads: readonly ReportedBead[] }[] {
  const runs: { first: number; beads: ReportedBead[] }[] = []
  for (const [index, bead] of beads.entries()) {
    const run = runs.at(-1)
    if (run && run.beads.length < runLength && run.beads[0]?.chapter === bead.chapter) run.beads.push(bead)
    else runs.push({ first: first + index, beads: [bead] })
  }
  return runs
}

function partElement(part: Part, original: Language, ui: Interface, digits: Figures): Element {
  return h('div', { className: ['part'] }, [
    h('h3', languages.map((language) => h('span', { className: [language] }, [
      ...ui.both(`report:side.${language}`), ' ', h('bdi', { dir: 'ltr', lang: 'en', dataFile: language }, part.files[language] ?? '—'),
    ]))),
    ...runsOf(part).map(({ first, beads }) => h('ol', {
      className: ['beads', ...(beads.length === runLength ? ['full'] : []), ...marks.filter((mark) => beads.some((bead) => belongs(bead, mark))).map((mark) => `with-${mark}`)],
      // A list without marks is no list to some screen readers unless it says so.
      role: 'list', start: first, dataChapter: String(beads[0]?.chapter ?? 0),
    }, inLines(beads.map((bead, index) => beadElement(bead, first + index, original, ui, digits))))),
  ])
}

function beadElement(bead: ReportedBead, number: number, original: Language, ui: Interface, digits: Figures): Element {
  const classes = [...(bead.kind === 'heading' ? ['heading'] : []), ...marks.filter((mark) => belongs(bead, mark))]
  return h('li', {
    id: anchorOf(number), className: classes.length > 0 ? classes : undefined,
    dataScore: String(bead.score), dataStatus: bead.status, dataKind: bead.kind === 'paragraph' ? undefined : bead.kind,
  }, [
    h('div', { className: ['mark'] }, [
      h('a', { href: `#${anchorOf(number)}` }, digits((words) => words.numeral(number))),
      // Set apart by a space alone, for any dot between Arabic digits reads as a zero.
      h('span', digits((words) => `${typeText(bead.type, words)}\u2003${percent(bead.score, words)}`)),
      ...flags(bead, original).map((flag) => h('span', { className: ['flag', flag] }, ui.both(`report:flag.${flag}`))),
      ...(bead.status ? [h('span', { className: ['flag', `is-${bead.status}`] }, ui.both(`report:status.${bead.status}`))] : []),
    ]),
    // The original is read first, wherever the columns stand.
    ...[original, counterpartOf(original)].map((language) => sideElement(bead, language, ui)),
    ...remarks(bead, ui),
  ])
}

/** Figures in both families of digits. There is no word in them, so they do without a language of their own: a third of what a bead adds to its texts. */
type Figures = (text: (words: Words) => string) => Element[]

function figuresIn(digits: Digits): Figures {
  const words = bilingual((language) => wordsIn(language, digits))
  return (text) => languages.map((language) => h('span', { dataUi: language }, text(words[language])))
}

function remarks(bead: ReportedBead, ui: Interface): Element[] {
  const all = [...(bead.findings || bead.places ? [findingList(bead, ui)] : []), ...decidedElements(bead, ui)]
  return all.length > 0 ? [h('div', { className: ['remarks'] }, all)] : []
}

/** What is worth a word beside the figures; a plain paragraph's plain bead has none. */
function flags(bead: ReportedBead, original: Language): string[] {
  const [before, after] = [bead[original].length, bead[counterpartOf(original)].length]
  const joined = before === 1 ? 'split' : after === 1 ? 'merged' : 'regrouped'
  return [
    ...(bead.state === 'doubtful' ? ['doubtful'] : []),
    ...(bead.state !== 'alone' ? [] : after === 0 ? ['omission'] : ['addition']),
    ...(belongs(bead, 'joined') ? [joined] : []),
    ...(bead.kind === 'paragraph' || bead.kind === 'heading' ? [] : [bead.kind]),
  ]
}
