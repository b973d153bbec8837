/** The linter of EPUBs: what validators do not see, above all direction and language. */

import type { Digits } from '../../model/book.ts'
import type { Message } from '../../model/message.ts'
import { openEpub, type OpenedEpub } from './open.ts'
import { findingsOf, type Finding, type Rule } from './rule.ts'
import { accessibilityRules } from './rules/accessibility.ts'
import { containerRules } from './rules/container.ts'
import { directionRules } from './rules/direction.ts'
import { languageRules } from './rules/language.ts'
import { linkRules } from './rules/links.ts'
import { metadataRules } from './rules/metadata.ts'
import { navigationRules } from './rules/navigation.ts'
import { noteRules } from './rules/notes.ts'
import { packageRules } from './rules/package.ts'
import { resourceRules } from './rules/resources.ts'

export const rules: readonly Rule[] = [
  ...containerRules, ...packageRules, ...metadataRules, ...accessibilityRules, ...navigationRules,
  ...directionRules, ...languageRules, ...noteRules, ...linkRules, ...resourceRules,
]

/** Places that one rule tells; of the others it tells how many they are. */
const told = 5

/** `name` is the file's own; `digits` are those that its Arabic should have, if anyone has said. Linear in the text. */
export function lintEpub(epub: OpenedEpub, name: string, digits?: Digits): Message[] {
  const all = findingsOf(rules, { ...epub, digits })
  return rules.flatMap((rule, index) => {
    const findings = all[index] ?? []
    const more = findings.length - told
    const messages = findings.slice(0, told).map((finding) => messageOf(rule, finding, name))
    return more > 0 ? [...messages, { rule: 'lint/more', severity: rule.severity, values: { edition: name, count: more } }] : messages
  })
}

/** A file that cannot be opened at all is told as such. */
export async function lintBytes(bytes: Uint8Array, name: string): Promise<Message[]> {
  try {
    return lintEpub(await openEpub(bytes), name)
  } catch {
    return [{ rule: beginsAsArchive(bytes) ? 'lint/archive-broken' : 'lint/no-archive', severity: 'error', values: { edition: name } }]
  }
}

/** Every entry of a zip archive begins so. */
const beginsAsArchive = (bytes: Uint8Array): boolean => ['P', 'K', '\x03', '\x04'].every((sign, at) => bytes[at] === sign.charCodeAt(0))

const messageOf = ({ name: rule, severity }: Rule, { file, line, value }: Finding, edition: string): Message =>
  ({ rule: `lint/${rule}`, severity, values: { edition, where: line === undefined ? file : `${file}:${line}`, value } })
