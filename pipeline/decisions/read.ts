/** The file of decisions: read, held against its schema, every fault with its line. */

import { join } from 'node:path'
import { readYaml, shapeAt } from '../book/yaml.ts'
import { noDecisions, type Comment, type Cut, type Decision, type Decisions, type Event, type Status } from '../model/decisions.ts'
import type { Acceptance } from '../model/finding.ts'
import { bilingual, type Bilingual } from '../model/language.ts'
import type { Message, Place } from '../model/message.ts'
import { codeOf, fileBytes } from '../readers/file.ts'
import { isInside } from '../readers/images.ts'
import { ownFile } from './own.ts'

export interface ReadDecisions {
  /** Undefined where a fault makes the file useless; it must not be written over then. */
  readonly decisions: Decisions | undefined
  readonly messages: readonly Message[]
  /** Where an item of a list stands. */
  placeOf(list: keyof Decisions, index: number): Place
}

interface Written {
  readonly beads?: readonly WrittenBead[] | null
  readonly cuts?: readonly Cut[] | null
  readonly accepted?: readonly (Omit<Acceptance, 'texts'> & Bilingual<readonly string[]>)[] | null
}

interface WrittenBead extends Bilingual<readonly string[]> {
  readonly around?: Partial<Bilingual<readonly [string, string]>>
  readonly status?: Status
  readonly comments?: readonly Comment[]
  readonly history?: readonly Event[]
}

const shape = shapeAt<Written>(new URL('decisions.schema.json', import.meta.url))

/** `file` is relative to `root`; one that is not there holds no decisions. */
export async function readDecisions(root: string, file: string): Promise<ReadDecisions> {
  const path = join(root, file)
  if (!isInside(root, path)) return unreadable(file, 'decisions/outside')
  try {
    return decisionsOf(await fileBytes(path), file)
  } catch (error) {
    const code = codeOf(error)
    if (code === undefined) throw error
    if (code === 'ENOENT') return { decisions: noDecisions, messages: [], placeOf: () => ({ file, line: 1, column: 1 }) }
    return unreadable(file, 'decisions/unreadable')
  }
}

/** From the bytes of the file. */
export function decisionsOf(bytes: Uint8Array, file: string): ReadDecisions {
  const text = decoded(bytes)
  if (text === undefined) return unreadable(file, 'decisions/not-text')
  const own = ownFile(text)
  if (own) return { decisions: own.decisions, messages: [], placeOf: (list, index) => ({ file, line: own.lines[list][index] ?? 1, column: 5 }) }
  const { value, messages, placeOf } = readYaml<Written>(text, file, shape, { mayHoldControls: true })
  return { decisions: value && decisionsIn(value), messages, placeOf: (list, index) => placeOf([list, index]) }
}

/** Of a file that may not be written over. */
export function unreadable(file: string, rule: 'decisions/outside' | 'decisions/unreadable' | 'decisions/not-text'): ReadDecisions {
  const place = { file, line: 1, column: 1 }
  return { decisions: undefined, messages: [{ rule, severity: 'error', place, values: { file } }], placeOf: () => place }
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n')
  } catch {
    return undefined
  }
}

const decisionsIn = ({ beads, cuts, accepted }: Written): Decisions => ({
  beads: (beads ?? []).map(beadIn),
  cuts: cuts ?? [],
  accepted: (accepted ?? []).map(({ rule, en, ar, reason, by, on }) => ({ rule, texts: { en, ar }, reason, by, on })),
})

function beadIn({ en, ar, around, status, comments, history }: WrittenBead): Decision {
  return {
    texts: { en, ar },
    around: bilingual((language) => ({ before: around?.[language]?.[0] ?? '', after: around?.[language]?.[1] ?? '' })),
    status, comments: comments ?? [], history: history ?? [],
  }
}
