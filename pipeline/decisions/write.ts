/** Decisions as the text of their file: an item for each, its keys in one order, so that one decision changes only its own lines. */

import type { Comment, Cut, Decision, Decisions, Event } from '../model/decisions.ts'
import type { Acceptance } from '../model/finding.ts'
import { languages } from '../model/language.ts'

const head = `# What people have decided about the alignment of this book, in the order of the book; tawazi review writes it.
# It belongs with the manuscripts under version control.
version: 1
`

/** Items stand in the order given; a list without items is left out. Linear. */
export const writeDecisions = (decisions: Decisions): string =>
  head + lists(decisions).map(({ name, items, write }) => (items.length === 0 ? '' : `${name}:\n${items.map(write).join('')}`)).join('')

/** The same as UTF-8. Each item's bytes are made once, for a desk writes the whole file at every edit, and encoding Arabic takes time. */
export function decisionBytes(decisions: Decisions): Buffer {
  const pieces = lists(decisions).flatMap(({ name, items, write }) => (items.length === 0 ? [] : [Buffer.from(`${name}:\n`), ...items.map((item) => bytesOf(item, write))]))
  return Buffer.concat([Buffer.from(head), ...pieces])
}

interface List<T extends object = object> {
  readonly name: string
  readonly items: readonly T[]
  readonly write: (item: T) => string
}

function lists({ beads, cuts, accepted }: Decisions): readonly List[] {
  const list = <T extends object>(name: string, items: readonly T[], write: (item: T) => string): List => ({ name, items, write: write as List['write'] })
  return [list('beads', beads, decisionText), list('cuts', cuts, writtenCut), list('accepted', accepted, writtenAcceptance)]
}

const written = new WeakMap<object, Buffer>()

function bytesOf(item: object, write: (item: object) => string): Buffer {
  const known = written.get(item)
  if (known) return known
  const bytes = Buffer.from(write(item))
  written.set(item, bytes)
  return bytes
}

/** A decision's own lines: two that say the same are the same. */
export function decisionText({ texts, around, status, comments, history }: Decision): string {
  const [en, ar] = languages.map((language) => textsOf(language, texts[language]))
  return `  - ${en}    ${ar}    around:\n` +
    languages.map((language) => `      ${language}: [${quoted(around[language].before)}, ${quoted(around[language].after)}]\n`).join('') +
    (status ? `    status: ${status}\n` : '') +
    records('comments', comments, writtenComment) + records('history', history, writtenEvent)
}

const textsOf = (key: string, texts: readonly string[]): string =>
  (texts.length === 0 ? `${key}: []\n` : `${key}:\n${texts.map((text) => `      - ${quoted(text)}\n`).join('')}`)

const records = <T>(key: string, items: readonly T[], write: (item: T) => string): string =>
  (items.length === 0 ? '' : `    ${key}:\n${items.map((item) => `      - ${write(item)}\n`).join('')}`)

const writtenComment = ({ at, by, text }: Comment): string => `{at: ${quoted(at)}, by: ${quoted(by)}, text: ${quoted(text)}}`
const writtenEvent = ({ at, by, what }: Event): string => `{at: ${quoted(at)}, by: ${quoted(by)}, what: ${what}}`

const writtenCut = ({ kind, language, before, after }: Cut): string =>
  `  - kind: ${kind}\n    language: ${language}\n    before: ${quoted(before)}\n    after: ${quoted(after)}\n`

const writtenAcceptance = ({ rule, texts, reason, by, on }: Acceptance): string =>
  `  - rule: ${quoted(rule)}\n${languages.map((language) => `    ${textsOf(language, texts[language])}`).join('')}` +
  `    reason: ${quoted(reason)}\n    by: ${quoted(by)}\n    on: ${quoted(on)}\n`

/** What no editor shows, or shows by turning the line round, is written as its number. */
const unseen = /[\u007F-\u00A0\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFFE\uFFFF]/g

/** A double-quoted scalar of YAML, which JSON's strings are too. */
const quoted = (text: string): string => JSON.stringify(text).replaceAll(unseen, (sign) =>
  `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
