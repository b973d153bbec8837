/**
 * Findings to be read and judged: `node --import tsx tests/bench/checks/read.ts DIR RULE[,RULE…] COUNT SEED`.
 *
 * Draws so many of each rule over all gold alignments, the same for the same seed, with the words concerned between ⟦ and ⟧.
 */

import { findings, type CheckedBook } from '../../../pipeline/check/translation/index.ts'
import type { Finding, Mark } from '../../../pipeline/model/finding.ts'
import { languages, type Language } from '../../../pipeline/model/language.ts'
import { segmentsOf } from '../../../pipeline/model/manuscript.ts'
import { random } from '../../support/random.ts'
import { goldBooks } from './documents.ts'

const [folder, names, count = '30', seed = '1'] = process.argv.slice(2)
if (folder === undefined || names === undefined) throw new Error('read.ts DIR RULE[,RULE…] COUNT SEED')

/** Every place of a rule, those that a habit gathers among them. */
const placesOf = (finding: Finding): Finding[] => [finding, ...(finding.others ?? []).map((other) => ({ ...finding, ...other }))]

function shown({ manuscripts, alignment }: CheckedBook, { bead, marks, values }: Finding): string {
  const sides = languages.map((language) => {
    const { from, to } = alignment.beads[bead]![language]
    const texts = segmentsOf(manuscripts[language]).slice(from, to).map(({ text }, index) => marked(text, marks, language, from + index))
    return `  ${language}: ${texts.join(' ‖ ')}`
  })
  return [`#${bead + 1} ${JSON.stringify(values ?? {})}`, ...sides].join('\n')
}

function marked(text: string, marks: readonly Mark[], language: Language, segment: number): string {
  const own = marks.filter((mark) => mark.language === language && mark.segment === segment && mark.to - mark.from < text.length)
  return own.sort((one, other) => other.from - one.from).reduce((sofar, { from, to }) => `${sofar.slice(0, from)}⟦${sofar.slice(from, to)}⟧${sofar.slice(to)}`, text)
}

const found = goldBooks(folder).flatMap(({ id, checked }) => findings(checked).flatMap(placesOf).map((finding) => ({ id, checked, finding })))
for (const name of names.split(',')) {
  const chance = random(Number(seed))
  const of = found.filter(({ finding }) => finding.rule === name).map((one) => ({ one, key: chance() }))
  console.log(`\n=== ${name}: ${of.length}`)
  for (const { one: { id, checked, finding } } of of.sort((one, other) => one.key - other.key).slice(0, Number(count))) console.log(id, shown(checked, finding))
}
