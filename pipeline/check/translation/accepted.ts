/** Findings that somebody has accepted: the same rule over the same texts. */

import type { Bead } from '../../model/alignment.ts'
import type { Acceptance } from '../../model/finding.ts'
import { bilingual, type Bilingual } from '../../model/language.ts'
import type { Segment } from '../../model/manuscript.ts'

/** The acceptance of a rule in a bead, as long as the texts stand; of several the last. */
export function acceptances(accepted: readonly Acceptance[], segments: Bilingual<readonly Segment[]>): (rule: string, bead: Bead) => Acceptance | undefined {
  if (accepted.length === 0) return () => undefined
  const known = new Map(accepted.map((acceptance) => [keyOf(acceptance.rule, acceptance.texts), acceptance]))
  return (rule, bead) => known.get(keyOf(rule, bilingual((language) => segments[language].slice(bead[language].from, bead[language].to).map(({ text }) => text))))
}

const keyOf = (rule: string, { en, ar }: Bilingual<readonly string[]>): string => JSON.stringify([rule, en, ar])
