/** Reads the file as the product itself writes it, line by line, many times faster than a parser of all YAML. */

import type { Comment, Cut, Decision, Decisions, Event } from '../model/decisions.ts'
import type { Acceptance } from '../model/finding.ts'
import { writeDecisions } from './write.ts'

export interface OwnFile {
  readonly decisions: Decisions
  /** Numbers of the lines on which the items begin, from 1. */
  readonly lines: Lines
}

export type Lines = Readonly<Record<keyof Decisions, readonly number[]>>

/**
 * Undefined for a file that is written in any other way, by hand or by another version: written again, what was read must be the text.
 *
 * So nothing that is read here can differ from what a parser would read, as long as what is written is YAML.
 */
export function ownFile(text: string): OwnFile | undefined {
  const lines = text.split('\n')
  const found: { [List in keyof Decisions]: { line: number; fields: Fields }[] } = { beads: [], cuts: [], accepted: [] }
  let list: keyof Decisions | undefined
  let key = ''
  for (const [index, line] of lines.entries()) {
    if (line === '' || line.startsWith('#') || line === 'version: 1') continue
    const opened = /^(beads|cuts|accepted):$/.exec(line)?.[1]
    if (opened) list = opened as keyof Decisions
    else if (!list) return undefined
    else {
      const [, dash, name, value] = /^( {2}- | {4})(?! )([a-z]+):(?: (.*))?$/.exec(line) ?? []
      if (dash === '  - ') found[list].push({ line: index + 1, fields: new Map() })
      const fields = found[list].at(-1)?.fields
      if (!fields) return undefined
      if (name) fields.set(key = name, value === undefined ? [] : [value])
      else fields.get(key)?.push(line.slice(6))
    }
  }
  return made(found, text)
}

/** Values as written; those of lists without the indentation. */
type Fields = Map<string, string[]>

function made(found: { [List in keyof Decisions]: { line: number; fields: Fields }[] }, text: string): OwnFile | undefined {
  try {
    const decisions: Decisions = {
      beads: found.beads.map(({ fields }) => beadOf(fields)),
      cuts: found.cuts.map(({ fields }) => cutOf(fields)),
      accepted: found.accepted.map(({ fields }) => acceptanceOf(fields)),
    }
    const numbers = (list: keyof Decisions) => found[list].map(({ line }) => line)
    return writeDecisions(decisions) === text
      ? { decisions, lines: { beads: numbers('beads'), cuts: numbers('cuts'), accepted: numbers('accepted') } }
      : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function beadOf(fields: Fields): Decision {
  const around = (language: 'en' | 'ar') => {
    const line = (fields.get('around') ?? []).find((one) => one.startsWith(`${language}: `)) ?? 'en: []'
    const [before = '', after = ''] = JSON.parse(line.slice(4)) as string[]
    return { before, after }
  }
  return {
    texts: { en: textsOf(fields, 'en'), ar: textsOf(fields, 'ar') },
    around: { en: around('en'), ar: around('ar') },
    // Anything else than a status would be written as it stands, and refused by the schema of the other way of reading.
    status: statuses.find((status) => status === fields.get('status')?.[0]),
    comments: (fields.get('comments') ?? []).map((line) => recordOf(line) as unknown as Comment),
    history: (fields.get('history') ?? []).map((line) => recordOf(line) as unknown as Event),
  }
}

const statuses = ['confirmed', 'corrected', 'omission', 'again'] as const

const textsOf = (fields: Fields, key: string): string[] =>
  (fields.get(key) ?? []).flatMap((line) => (line === '[]' ? [] : [stringOf(line.slice(2))]))

const stringOf = (written: string): string => {
  const value: unknown = JSON.parse(written)
  if (typeof value !== 'string') throw new SyntaxError('No string')
  return value
}

/** `{at: "…", by: "…", what: confirm}`; keys are words without quotes. */
function recordOf(line: string): Record<string, string> {
  const [, at, by, name, value] = /^- \{at: ("[^"]*"), by: ("(?:[^"\\]|\\.)*"), (text|what): (.*)\}$/.exec(line) ?? []
  if (!at || !by || !name || !value) throw new SyntaxError('No record')
  if (name === 'what' && !whats.has(value)) throw new SyntaxError('No event')
  return { at: stringOf(at), by: stringOf(by), [name]: name === 'what' ? value : stringOf(value) }
}

const whats = new Set<string>(['merge', 'split', 'shift', 'link', 'confirm', 'omission', 'reopen', 'comment', 'text', 'import'] satisfies Event['what'][])

function cutOf(fields: Fields): Cut {
  const [kind, language] = [fields.get('kind')?.[0], fields.get('language')?.[0]]
  if ((kind !== 'cut' && kind !== 'join') || (language !== 'en' && language !== 'ar')) throw new SyntaxError('No cut')
  return { kind, language, before: single(fields, 'before'), after: single(fields, 'after') }
}

const acceptanceOf = (fields: Fields): Acceptance => ({
  rule: single(fields, 'rule'),
  texts: { en: textsOf(fields, 'en'), ar: textsOf(fields, 'ar') },
  reason: single(fields, 'reason'), by: single(fields, 'by'), on: single(fields, 'on'),
})

const single = (fields: Fields, key: string): string => stringOf(fields.get(key)?.[0] ?? '')
