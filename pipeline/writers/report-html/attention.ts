/** What to look at first: what one side lacks, beads that may be wrong, texts that changed since they were decided on. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import { counterpartOf, languages, type Language } from '../../model/language.ts'
import { isolate } from '../../typography/isolate.ts'
import { isOnlyIn, type Report, type ReportedBead, type ReportedLoss } from '../report-json/index.ts'
import { tagged, type Interface } from '../ui.ts'
import { anchorOf, placeElement } from './places.ts'
import { percent } from './figures.ts'
import { nothing, section } from './section.ts'

/** Longer lists are folded, so that the beads stay near. */
const unfolded = 12

/** What is listed of a kind; the filter has the rest. Own choice. */
const listed = 60

export function attentionSection({ beads, lost, book: { original } }: Report, ui: Interface): Element {
  const translation = counterpartOf(original)
  const isAlone = (language: Language) => (bead: ReportedBead) => bead.state === 'alone' && isOnlyIn(bead, language)
  const groups = [
    ...group('again', beads, ({ status }) => status === 'again', original, ui),
    ...lostGroup(lost, ui),
    ...group(`omissions-${original}`, beads, isAlone(original), original, ui),
    ...group(`additions-${translation}`, beads, isAlone(translation), original, ui),
    ...group('doubtful', beads, ({ state, status }) => state === 'doubtful' && status !== 'again', original, ui),
  ]
  return section('attention', ui, groups.length > 0 ? groups : [nothing(ui, 'report:attention.nothing')])
}

function group(key: string, beads: readonly ReportedBead[], belongs: (bead: ReportedBead) => boolean, original: Language, ui: Interface): Element[] {
  const own = beads.flatMap((bead, index) => (belongs(bead) ? [{ bead, number: index + 1 }] : []))
  return folded(key, own.length, own.slice(0, listed).map(({ bead, number }) => item(bead, number, original, ui)), ui)
}

function folded(key: string, count: number, items: readonly Element[], ui: Interface): Element[] {
  if (count === 0) return []
  const more = count - items.length
  return [h('details', { open: count <= unfolded }, [
    h('summary', h('h3', ui.both(`report:attention.${key}`, { count }))),
    h('ul', [...items]),
    ...(more > 0 ? [h('p', { className: ['rest'] }, ui.both('report:attention.more', { count: more }))] : []),
  ])]
}

function item(bead: ReportedBead, number: number, original: Language, ui: Interface): Element {
  const side = bead[original].length > 0 ? original : counterpartOf(original)
  const [first] = bead[side]
  if (!first) throw new Error(`Bead ${number} is empty`)
  return h('li', [
    isolate(h('a', { href: `#${anchorOf(number)}`, ...tagged(side) }, shortened(first.text)), side),
    h('span', { className: ['aside'] }, [
      placeElement(first.place, () => undefined), ' ',
      ...(bead.state === 'doubtful' ? [h('span', { className: ['score'] }, ui.bothBy((words) => percent(bead.score, words)))] : []),
    ]),
  ])
}

/** Nothing that somebody decided or wrote goes without a word. */
function lostGroup(lost: readonly ReportedLoss[], ui: Interface): Element[] {
  return folded('lost', lost.length, lost.map(({ texts, status, comments }) => h('li', [
    h('div', [
      ...languages.flatMap((language) => texts[language].map((text) => isolate(h('p', tagged(language), text), language))),
      ...comments.map(({ by, text }) => h('p', { className: ['rest'] }, [h('bdi', by), ': ', h('bdi', text)])),
    ]),
    h('span', { className: ['aside'] }, status ? ui.both(`report:status.${status}`) : []),
  ])), ui)
}

/** The head of a long sentence, cut between words. */
const shortened = (text: string): string => (text.length <= 110 ? text : `${text.slice(0, 110).replace(/\s\S*$/, '')}\u00A0…`)
