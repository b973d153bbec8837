/** Files for printers, each held against what its printer asks for; the report stands beside it. */

import { preflight } from '../check/pdf/index.ts'
import type { Artifact } from '../model/edition.ts'
import type { Language } from '../model/language.ts'
import type { Message } from '../model/message.ts'
import type { Preflight, Requirement } from '../model/preflight.ts'
import type { Profile } from '../model/profile.ts'
import { writtenPreflight } from '../writers/preflight/index.ts'
import type { Written } from './written.ts'

/** The report as a page and as JSON, which speaks `language`; a warning where a requirement is not met, a note where one is for people to judge. */
export async function preflighted({ name, bytes }: Artifact, profile: Profile, language: Language): Promise<Written> {
  const found = preflight(bytes, name, profile)
  const artifacts = await writtenPreflight(found, bytes, language)
  return { artifacts, messages: messagesOf(found, artifacts[0].name) }
}

function messagesOf({ file, requirements }: Preflight, report: string): Message[] {
  const count = (verdict: Requirement['verdict']) => requirements.filter((requirement) => requirement.verdict === verdict).length
  const told = (rule: string, severity: Message['severity'], many: number): Message[] =>
    (many === 0 ? [] : [{ rule, severity, values: { edition: file, report, count: many } }])
  return [...told('press/preflight-broken', 'warning', count('broken')), ...told('press/preflight-doubtful', 'note', count('doubtful'))]
}
