/** A contact sheet: every opening of a PDF drawn small, for an editor to look over; one page in both languages, whole without its script. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Artifact } from '../../model/edition.ts'
import { bilingual, languages, type Language } from '../../model/language.ts'
import { wordsIn } from '../../model/words.ts'
import { isolate } from '../../typography/isolate.ts'
import type { ToldPages } from '../pdf/pages-json.ts'
import { section, toldPage } from '../masthead.ts'
import { inLines, interfaceIn, tagged, type Interface } from '../ui.ts'
import { definitions } from './drawing.ts'
import { legendSection } from './legend.ts'
import { lookSection, summarySection } from './look.ts'
import { openingElement } from './opening.ts'
import { summaryOf, type Summary } from './summary.ts'

export { readPages, PagesFault } from './read.ts'
export { summaryOf, type Summary } from './summary.ts'
export { toldSummary } from './told.ts'

/** `facing.pdf` has `facing.proof.html` beside it; `language` speaks when it is opened. */
export function writeProof(told: ToldPages, summary: Summary = summaryOf(told), language: Language = 'en'): Artifact {
  const ui = interfaceIn(told.digits)
  const bytes = toldPage({
    ui, language, wordings: 'proof:', sheet: 'proof', definitions: definitions(told),
    titles: bilingual((reader) => `${told.edition} · ${told.title[reader]} · ${wordsIn(reader)('proof:title')}`),
    kicker: [...ui.both('proof:title'), ' ', h('bdi', { dir: 'ltr', lang: 'en' }, told.edition)],
    heading: languages.map((side) => isolate(h('span', tagged(side), told.title[side]), side)),
    sections: ['summary', 'look', 'legend', 'openings'], main: 'openings',
    children: [summarySection(summary, ui), lookSection(summary, told, ui), legendSection(told, summary, ui), openingsSection(summary, told, ui)],
  })
  return { name: told.edition.replace(/\.pdf$/, '.proof.html'), bytes }
}

function openingsSection({ openings }: Summary, told: ToldPages, ui: Interface): Element {
  const halves = told.halves.map(({ language }, half) => {
    const own = openings.filter((opening) => opening.half === half)
    return [
      ...(told.halves.length > 1 ? [h('h3', ui.both(`proof:half.${language}`))] : []),
      h('div', { className: ['openings'] }, inLines(own.map((opening) => openingElement(opening, told, ui)))),
    ]
  })
  return section('openings', 'proof:', ui, halves.flat())
}
