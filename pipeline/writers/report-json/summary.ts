/** The report in numbers. */

import type { Status } from '../../model/decisions.ts'
import { bilingual, counterpartOf, type Language } from '../../model/language.ts'
import { thousandths } from './beads.ts'
import { isOnlyIn, type Report, type ReportedBead } from './report.ts'
import { sorted } from './wording.ts'

const statuses: readonly Status[] = ['confirmed', 'corrected', 'omission', 'again']

export function summaryOf(beads: readonly ReportedBead[], original: Language): Report['summary'] {
  const types: Record<string, number> = {}
  for (const { type } of beads) types[type] = (types[type] ?? 0) + 1
  const alone = beads.filter(({ state }) => state === 'alone')
  return {
    segments: bilingual((language) => beads.reduce((sum, bead) => sum + bead[language].length, 0)),
    words: bilingual((language) => beads.reduce((sum, bead) => sum + bead[language].reduce((all, { text }) => all + countOfWords(text), 0), 0)),
    beads: beads.length,
    types: sorted(types),
    omissions: alone.filter((bead) => isOnlyIn(bead, original)).length,
    additions: alone.filter((bead) => isOnlyIn(bead, counterpartOf(original))).length,
    intended: beads.filter(({ state }) => state === 'intended').length,
    doubtful: beads.filter(({ state }) => state === 'doubtful').length,
    meanScore: beads.length > 0 ? thousandths(beads.reduce((sum, { score }) => sum + score, 0) / beads.length) : 1,
    decided: Object.fromEntries(statuses.map((status) => [status, beads.filter((bead) => bead.status === status).length])) as Record<Status, number>,
    findings: findingCounts(beads),
  }
}

function findingCounts(beads: readonly ReportedBead[]): Report['summary']['findings'] {
  const counts = { error: 0, warning: 0, note: 0, accepted: 0 }
  for (const { severity, accepted } of beads.flatMap(({ findings = [] }) => findings)) counts[accepted ? 'accepted' : severity]++
  return counts
}

/** As the proof counts them: characters that do not show, such as soft hyphens, part no word. */
export const countOfWords = (text: string): number => text.replaceAll(/\p{Cf}/gu, '').match(/[\p{L}\p{N}\p{M}]+/gu)?.length ?? 0
