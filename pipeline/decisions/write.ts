/** Decisions as the text of their file: an item for each, its keys in one order, so that one decision changes only its own lines. */

import { noDecisions, type Comment, type Cut, type Decision, type Decisions, type Event } from '../model/decisions.ts'
import type { Acceptance } from '../model/finding.ts'
import { languages } from '../model/language.ts'

const head = `# What people have decided about the alignment of this book, in the order of the book; tawazi review writes it.
# It belongs with the manuscripts under version control.
version: 1
`

/** Items stand in the order given; a list without items is left out. Linear. */
export const writeDecisions = (decisions: Decisions): string =>
  head + lists(decisions).map(({ name, items, write }) => (items.length === 0 ? '' : `${name}:\n${items.map(write).join('')}`)).join('')

/** The file as bytes, and where in them each item ends, so that what stays need not be put together again. */
export interface DecisionFile {
  readonly decisions: Decisions
  readonly bytes: Buffer
  /** Offsets into `bytes`, for each item of `beads`. */
  readonly ends: readonly number[]
}

/**
 * The same as UTF-8. A desk writes the whole file at every edit: items that are the same objects as `before`, at both ends of the list, are taken over as they
 * were written, and of those between each item's bytes are made once, for encoding Arabic takes time.
 */
export function decisionFile(decisions: Decisions, before: DecisionFile = nothingWritten): DecisionFile {
  const { beads } = decisions
  const old = before.decisions.beads
  const [from, tail] = sameEnds(old, beads)
  const endOf = (index: number) => before.ends[index] ?? opening.length
  const middle = beads.slice(from, beads.length - tail).map((item) => bytesOf(item, decisionText as List['write']))
  const ends = before.ends.slice(0, from)
  let at = endOf(from - 1)
  for (const bytes of middle) ends.push(at += bytes.length)
  const start = endOf(old.length - tail - 1)
  for (let index = old.length - tail; index < old.length; index++) ends.push(at + endOf(index) - start)
  const pieces = beads.length === 0 ? [Buffer.from(head)] : [from === 0 ? opening : before.bytes.subarray(0, endOf(from - 1)), ...middle, before.bytes.subarray(start, endOf(old.length - 1))]
  return { decisions, ends, bytes: Buffer.concat([...pieces, ...lists(decisions).slice(1).flatMap(bytesOfList)]) }
}

/** How many items two lists begin and end with alike. */
function sameEnds(old: readonly object[], now: readonly object[]): [number, number] {
  const shorter = Math.min(old.length, now.length)
  let from = 0
  while (from < shorter && old[from] === now[from]) from++
  let tail = 0
  while (tail < shorter - from && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++
  return [from, tail]
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

const bytesOfList = ({ name, items, write }: List): Buffer[] => (items.length === 0 ? [] : [Buffer.from(`${name}:\n`), ...items.map((item) => bytesOf(item, write))])

/** Up to the first decision on a bead. */
const opening = Buffer.from(`${head}beads:\n`)

const nothingWritten: DecisionFile = { decisions: noDecisions, bytes: opening, ends: [] }

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
