/** The report that a translator acts on: one page in both languages, whole without its script. */

import { h } from 'hastscript'
import type { Artifact } from '../../model/edition.ts'
import { bilingual, languages } from '../../model/language.ts'
import { wordsIn } from '../../model/words.ts'
import { isolate } from '../../typography/isolate.ts'
import { bundled } from '../bundle.ts'
import { toldPage } from '../masthead.ts'
import type { Report } from '../report-json/index.ts'
import { interfaceIn, tagged } from '../ui.ts'
import { attentionSection } from './attention.ts'
import { beadsSection } from './beads.ts'
import { coverageSection } from './coverage.ts'
import { proofSection, summarySection } from './figures.ts'
import { findingsSection } from './findings.ts'
import { messagesSection, removedSection } from './lists.ts'

export function writeReportHtml(told: Report): Artifact {
  const ui = interfaceIn(told.book.digits)
  const { title } = told.book
  const bytes = toldPage({
    ui, wordings: 'report:', sheet: 'report', script: bundled('report/index.ts', { minify: true, target: 'es2022' }),
    titles: bilingual((language) => `${title[language]} · ${wordsIn(language)('report:title')}`),
    kicker: ui.both('report:title'),
    heading: languages.map((language) => isolate(h('span', tagged(language), title[language]), language)),
    sections: ['summary', 'coverage', 'attention', 'findings', 'beads', 'removed', 'messages', 'proof'], main: 'beads',
    children: [
      summarySection(told, ui), coverageSection(told, ui), attentionSection(told, ui), findingsSection(told, ui), beadsSection(told, ui),
      removedSection(told, ui), messagesSection(told, ui), proofSection(told, ui),
    ],
  })
  return { name: 'report.html', bytes }
}
