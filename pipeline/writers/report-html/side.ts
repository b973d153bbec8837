/** One side of a bead: its segments, each after its place, with the words that findings are about marked. */

import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Language } from '../../model/language.ts'
import type { Severity } from '../../model/message.ts'
import { isolate } from '../../typography/isolate.ts'
import type { ReportedBead, ReportedFinding } from '../report-json/index.ts'
import { tagged, type Interface } from '../ui.ts'

export function sideElement(bead: ReportedBead, language: Language, ui: Interface): Element {
  const segments = bead[language]
  const before = beforeElements(bead, language, ui)
  if (segments.length === 0) return h('div', { className: [language, 'none'] }, [...ui.both(bead.state === 'intended' ? 'report:none.intended' : `report:none.${language}`), ...before])
  return h('div', { className: [language], ...tagged(language) }, [
    ...segments.map(({ text, place }, index) => h('p', [
      h('small', `${place.line}:${place.column}`), ' ',
      ...withMarks(isolate(h('span', text), language).children, marksOn([...bead.findings ?? [], ...bead.places ?? []], language, index)),
    ])),
    ...before,
  ])
}

/** The text as somebody decided on it, where it has changed since. */
function beforeElements({ before, en, ar }: ReportedBead, language: Language, ui: Interface): Element[] {
  const now = { en, ar }[language].map(({ text }) => text)
  const old = before?.[language] ?? []
  if (!before || JSON.stringify(old) === JSON.stringify(now)) return []
  return [h('p', { className: ['before'] }, [
    h('b', ui.both('report:before')), ' ',
    ...(old.length > 0 ? [isolate(h('del', tagged(language), old.join(' ')), language)] : ui.both(`report:none.${language}`)),
  ])]
}

type Markable = Pick<ReportedFinding, 'severity' | 'marks' | 'accepted'>

interface Marked {
  readonly from: number
  readonly to: number
  readonly severity: Severity | 'accepted'
  /** Index of the finding in its bead; places of what is told elsewhere follow. */
  readonly finding: number
}

const marksOn = (findings: readonly Markable[], language: Language, segment: number): Marked[] => findings.flatMap((finding, index) =>
  finding.marks.filter((mark) => mark.language === language && mark.segment === segment && mark.from < mark.to).map(({ from, to }) =>
    ({ from, to, severity: finding.accepted ? 'accepted' as const : finding.severity, finding: index })))

/** Marks may lie over each other and over isolated runs: texts are cut where one begins or ends, elements kept. */
function withMarks(children: readonly ElementContent[], marked: readonly Marked[]): ElementContent[] {
  if (marked.length === 0) return [...children]
  let at = 0
  const walk = (nodes: readonly ElementContent[]): ElementContent[] => nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'element') return [{ ...node, children: walk(node.children) }]
    if (node.type !== 'text') return [node]
    const pieces = cut(node.value, at, marked)
    at += node.value.length
    return pieces
  })
  return walk(children)
}

const ranks: readonly Marked['severity'][] = ['error', 'warning', 'note', 'accepted']

function cut(text: string, at: number, marked: readonly Marked[]): ElementContent[] {
  const ends = marked.flatMap(({ from, to }) => [from - at, to - at]).filter((end) => end > 0 && end < text.length)
  const bounds = [...new Set([0, ...ends, text.length])].sort((one, other) => one - other)
  return bounds.slice(0, -1).map((from, index) => {
    const value = text.slice(from, bounds[index + 1])
    const over = marked.filter((mark) => mark.from - at <= from && mark.to - at > from)
    if (over.length === 0) return { type: 'text', value }
    const severity = ranks.find((rank) => over.some((mark) => mark.severity === rank)) ?? 'note'
    return h('mark', { className: [severity], dataFindings: over.map(({ finding }) => finding).join(' ') }, value)
  })
}
