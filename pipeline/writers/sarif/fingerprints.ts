/** What tells a finding from all others when the file has changed around it. */

import { createHash } from 'node:crypto'
import type { Alignment } from '../../model/alignment.ts'
import type { Finding } from '../../model/finding.ts'
import { bilingual, type Bilingual } from '../../model/language.ts'
import type { Segment } from '../../model/manuscript.ts'

/** Hashes of the rule and the texts of the bead; of equal ones each has its number, in order. */
export function fingerprintsOf(findings: readonly Finding[], { beads }: Alignment, segments: Bilingual<readonly Segment[]>): string[] {
  const seen = new Map<string, number>()
  return findings.map(({ rule, bead, marks }) => {
    const span = beads[bead]
    const texts = bilingual((language) => (span ? segments[language].slice(span[language].from, span[language].to).map(({ text }) => text) : []))
    const words = marks.map(({ language, segment, from, to }) => segments[language][segment]?.text.slice(from, to) ?? '')
    const hash = createHash('sha256').update(JSON.stringify([rule, texts.en, texts.ar, words])).digest('hex').slice(0, 32)
    const number = (seen.get(hash) ?? 0) + 1
    seen.set(hash, number)
    return `${hash}:${number}`
  })
}
