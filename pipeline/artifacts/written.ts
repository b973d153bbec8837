/** What a step makes: files, and what there is to say of them. */

import type { Artifact } from '../model/edition.ts'
import type { Message } from '../model/message.ts'

export interface Written {
  readonly artifacts: readonly Artifact[]
  readonly messages: readonly Message[]
}
