/** Which of its profile's standards a file may claim, and what the user is told of the others. */

import type { Message } from '../../../model/message.ts'
import { standardNames, type Profile, type Standard } from '../../../model/profile.ts'
import type { Flaw } from './page-streams.ts'
import type { TagFlaw } from './tags.ts'

export type Reason = Flaw['fault'] | TagFlaw | 'no-date'

export interface Claims {
  readonly claims: readonly Standard[]
  readonly messages: readonly Message[]
}

/** What each standard forbids, among all that can be found. */
const forbidden: Readonly<Record<Standard, readonly Reason[]>> = {
  'pdf-x-1a': ['colour', 'transparency', 'no-date'],
  'pdf-x-4': ['colour', 'no-date'],
  'pdf-ua-1': ['untagged', 'heading-skipped', 'no-alternative'],
  'pdf-a-2a': ['untagged', 'no-alternative', 'private-use'],
  'pdf-a-2u': [],
}

/** `pages` are the pages on which a reason was found first. Where the highest level of archives isn't reached, the next one is. */
export function claimsOf({ standards, links, transparency }: Profile, found: ReadonlyMap<Reason, number | undefined>, edition: string): Claims {
  const claims: Standard[] = []
  const messages: Message[] = []
  for (const standard of standards) {
    const reasons = forbidden[standard].filter((reason) => found.has(reason))
    if (reasons.length === 0) claims.push(standard)
    else if (standard === 'pdf-a-2a') claims.push('pdf-a-2u')
    for (const reason of reasons) {
      const page = found.get(reason)
      messages.push({
        rule: `press/${reason}`, severity: links ? 'note' : 'warning',
        values: { edition, standard: standardNames[standard], page: page ?? 1 },
      })
    }
  }
  // Without a standard nothing is claimed, but what is printed has still another look.
  if (!transparency && found.has('transparency') && !messages.some(({ rule }) => rule === 'press/transparency')) {
    messages.push({ rule: 'press/seen-through', severity: 'warning', values: { edition, page: found.get('transparency') ?? 1 } })
  }
  return { claims, messages }
}
