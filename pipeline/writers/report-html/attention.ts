/** What to look at first: what one side lacks, and beads that may be wrong. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import { counterpartOf, type Language } from '../../model/language.ts'
import { isolate } from '../../typography/isolate.ts'
import { isDoubtful, isOnlyIn, type Report, type ReportedBead } from '../report-json/index.ts'
import { tagged, type Interface } from '../ui.ts'
import { anchorOf, placeElement } from './places.ts'
import { percent } from './figures.ts'
import { nothing, section } from './section.ts'

/** Longer lists are folded, so that the beads stay near. */
const unfolded = 12

export function attentionSection({ beads, book: { original } }: Report, ui: Interface): Element {
  const translation = counterpartOf(original)
  const groups = [
    ...group(`omissions-${original}`, beads, (bead) => isOnlyIn(bead, original), original, ui),
    ...group(`additions-${translation}`, beads, (bead) => isOnlyIn(bead, translation), original, ui),
    ...group('doubtful', beads, isDoubtful, original, ui),
  ]
  return section('attention', ui, groups.length > 0 ? groups : [nothing(ui, 'report:attention.nothing')])
}

function group(key: string, beads: readonly ReportedBead[], belongs: (bead: ReportedBead) => boolean, original: Language, ui: Interface): Element[] {
  const items = beads.flatMap((bead, index) => (belongs(bead) ? [item(bead, index + 1, original, ui)] : []))
  if (items.length === 0) return []
  return [h('details', { open: items.length <= unfolded }, [
    h('summary', h('h3', ui.both(`report:attention.${key}`, { count: items.length }))),
    h('ul', items),
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
      ...(isDoubtful(bead) ? [h('span', { className: ['score'] }, ui.bothBy((words) => percent(bead.score, words)))] : []),
    ]),
  ])
}

/** The head of a long sentence, cut between words. */
const shortened = (text: string): string => (text.length <= 110 ? text : `${text.slice(0, 110).replace(/\s\S*$/, '')}\u00A0…`)
