/** Words that were changed in a translator's tool, written into the manuscripts as the desk would. */

import type { Loaded } from '../book/load.ts'
import { rewordingMessage, type Rewording } from '../exchange/words.ts'
import type { Message } from '../model/message.ts'
import { openDesk, type OpenDesk } from '../review/desk.ts'

export interface WrittenWords {
  readonly written: number
  /** What could not be written is told, to be written by hand. */
  readonly messages: readonly Message[]
}

/** Throws what the disk throws. */
export async function writeRewordings(load: () => Promise<Loaded>, rewordings: readonly Rewording[], by: string): Promise<WrittenWords> {
  const { desk } = rewordings.some(({ sentence }) => sentence) ? await openDesk(load) : { desk: undefined }
  const messages: Message[] = []
  let version = desk ? (await desk.state()).version : ''
  let written = 0
  // From the end, for what is written may be more than one sentence, and all after it are counted anew.
  for (const rewording of rewordings.toSorted((one, other) => other.span.from - one.span.from)) {
    const next = desk && await oneWritten(desk, rewording, version, by)
    if (next === undefined) messages.push({ ...rewordingMessage(rewording), rule: rewording.before === '' ? 'exchange/added' : 'exchange/reworded-by-hand' })
    else [version, written] = [next, written + 1]
  }
  return { written, messages: messages.toReversed() }
}

/** The version after it; undefined where the desk would not have it. */
async function oneWritten(desk: OpenDesk, { language, sentence }: Rewording, version: string, by: string): Promise<string | undefined> {
  if (!sentence) return undefined
  const answer = await desk.apply({ kind: 'text', language, segment: sentence.segment, text: sentence.text }, version, by)
  return answer.kind === 'done' ? answer.patch.version : undefined
}
