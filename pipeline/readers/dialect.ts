/** What pandoc's own Markdown says beside CommonMark, `[words]{.underline}` or a table drawn with dashes: to this syntax they are words, and they are printed. */

import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Language } from '../model/language.ts'
import type { Message } from '../model/message.ts'
import { pointAt } from './offsets.ts'

/** A warning at the first such mark; `tree` as parsed from `source`, or some blocks of it. Linear in what the tree spans. */
export function pandocMarks(tree: Root, source: string, file: string, language: Language): Message[] {
  const start = tree.children.reduce((least, { position }) => Math.min(least, position?.start.offset ?? least), Infinity)
  const found = Number.isFinite(start) ? [...running(tree, source, start).matchAll(marks)] : []
  const [first] = found
  if (!first) return []
  const { line, column } = pointAt(source, { line: 1, column: 1, offset: 0 }, start + first.index)
  return [{ rule: 'reading/pandoc-marks', severity: 'warning', language, place: { file, line, column }, values: { mark: first[0].trim().slice(0, 40), marks: found.length } }]
}

/** Attributes, but for the name of a heading, `{#mill}`; rules of a table that is drawn: three dashes or more, twice in a line, or between plus signs. */
const marks = /\{(?!#[^\s{}]*\})(?:[.#][\w-]+|[\w-]+="[^"{}\n]*")(?: +(?:[.#][\w-]+|[\w-]+="[^"{}\n]*")){0,9}\}|^ *(?:-{3,} +-{3,}[- ]*|\+[-=:]{3,}\+[-=:+]*)$/gm

/** The source from `start` to the end of the tree, in which what is not set as running text is as long but blank. */
function running(tree: Root, source: string, start: number): string {
  const pieces: string[] = []
  let [at, end] = [start, start]
  visit(tree, ({ type, position }) => {
    const [from, to] = [position?.start.offset, position?.end.offset]
    if (type === 'root' || from === undefined || to === undefined) return
    end = Math.max(end, to)
    if (!silent.has(type) || from < at) return
    pieces.push(source.slice(at, from), ' '.repeat(to - from))
    at = to
  })
  return pieces.join('') + source.slice(at, end)
}

const silent: ReadonlySet<string> = new Set(['code', 'inlineCode', 'html', 'yaml', 'textDirective'])
