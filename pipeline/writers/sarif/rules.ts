/** The rules that a run names, with their help. */

import type { Finding } from '../../model/finding.ts'
import type { Severity } from '../../model/message.ts'
import { wordingOf, type Words } from '../../model/words.ts'

export interface SarifRule {
  readonly id: string
  readonly shortDescription: { readonly text: string }
  readonly fullDescription: { readonly text: string }
  readonly help: { readonly text: string }
  readonly defaultConfiguration: { readonly level: Severity }
}

/** Those that occur among the findings, in the order of their names. */
export function rulesOf(findings: readonly Finding[], words: Words): SarifRule[] {
  const severities = new Map(findings.map(({ rule, severity }) => [rule, severity]))
  return [...severities].sort(([one], [other]) => (one < other ? -1 : 1)).map(([id, severity]) => ({
    id,
    shortDescription: { text: words(`checks:${id}.name`) },
    fullDescription: { text: words(`checks:${id}.why`) },
    help: { text: words(`checks:${id}.do`) },
    defaultConfiguration: { level: severity },
  }))
}

export function textOf(rule: string, values: Finding['values'], words: Words): string {
  const { what, todo } = wordingOf({ rule: `checks/${rule}`, ...(values && { values }) }, words)
  return `${what} ${todo}`
}
