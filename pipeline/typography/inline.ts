/** Running text across the marks in it: as one string with places, so that what is found there can be put back into the tree. */

import type { Element, ElementContent, Root } from 'hast'
import type { Span } from '../model/alignment.ts'

/** Marks in running text, through which a run may go. */
const marks = new Set(['em', 'strong', 'a', 'b', 'i', 'u', 'del', 'span', 'sub', 'sup', 'small', 'cite', 'q'])

/** What the edge of anything else counts as; no run goes through it. */
const edge = '\uFFFC'

/** Sentences and notes' numbers are apart from what stands beside them. */
const isMark = ({ tagName, properties: { className } }: Element): boolean =>
  marks.has(tagName) && !(Array.isArray(className) && className.some((name) => name === 'segment' || name === 'note-reference'))

/** Whether the text of an element is not part of the running text. */
type Apart = (element: Element) => boolean

/** Text of the tree, in order; every edge and everything apart is one sign that is in no text. */
export function inlineText({ children }: Root | Element, isApart: Apart): string {
  return children.map((child) => {
    if (child.type === 'text') return child.value
    if (child.type !== 'element' || isApart(child)) return edge
    return isMark(child) ? inlineText(child, isApart) : edge + inlineText(child, isApart) + edge
  }).join('')
}

/** Gives every text of the tree the part of `text` that stands in its place; lengths agree. Changes `tree`. */
export function replaceText(tree: Root | Element, text: string, isApart: Apart): void {
  let at = 0
  const walk = ({ children }: Root | Element): void => {
    for (const child of children) {
      if (child.type === 'text') child.value = text.slice(at, at += child.value.length)
      else if (child.type !== 'element' || isApart(child)) at++
      else {
        const width = isMark(child) ? 0 : 1
        at += width
        walk(child)
        at += width
      }
    }
  }
  walk(tree)
}

/**
 * Wraps what stands at `spans` of the tree's `inlineText`, in order; a run that ends inside a mark is wrapped in pieces. Changes `tree`.
 */
export function wrapRuns(tree: Root | Element, spans: readonly Span[], isApart: Apart, wrap: (children: ElementContent[]) => Element): void {
  if (spans.length > 0) wrapWithin(tree, 0, spans, isApart, wrap)
}

interface Piece {
  readonly node: ElementContent
  readonly from: number
  readonly to: number
}

/** Wraps in one element's children, the first of which stands at `start`; yields where the last ends. */
function wrapWithin(parent: Root | Element, start: number, spans: readonly Span[], isApart: Apart, wrap: (children: ElementContent[]) => Element): number {
  let at = start
  const pieces: Piece[] = []
  for (const child of parent.children as ElementContent[]) {
    const from = at
    if (child.type === 'text') at += child.value.length
    else if (child.type !== 'element' || isApart(child)) at++
    else {
      const width = isMark(child) ? 0 : 1
      const end = from + 2 * width + inlineText(child, isApart).length
      // What lies wholly in a run is wrapped with it.
      if (!spans.some((span) => span.from <= from && end <= span.to)) wrapWithin(child, from + width, spans, isApart, wrap)
      at = end
    }
    pieces.push({ node: child, from, to: at })
  }
  parent.children = gathered(pieces, spans, wrap)
  return at
}

/** The children anew, texts cut where runs begin and end. */
function gathered(pieces: readonly Piece[], spans: readonly Span[], wrap: (children: ElementContent[]) => Element): ElementContent[] {
  const out: ElementContent[] = []
  let run: { readonly span: Span; readonly nodes: ElementContent[] } | undefined
  const end = () => {
    if (run) out.push(...wrapped(run.nodes, wrap))
    run = undefined
  }
  for (const { node, span } of pieces.flatMap((piece) => cutAt(piece, spans))) {
    if (run && run.span !== span) end()
    if (span) run = { span, nodes: [...run?.nodes ?? [], node] }
    else out.push(node)
  }
  end()
  return out
}

/** Of a run in pieces each leaves the space at its ends outside. */
function wrapped(nodes: readonly ElementContent[], wrap: (children: ElementContent[]) => Element): ElementContent[] {
  const [first, last] = [nodes[0], nodes.at(-1)]
  const before = first?.type === 'text' ? /^\s+/.exec(first.value)?.[0] ?? '' : ''
  const after = last?.type === 'text' ? /\s+$/.exec(last.value)?.[0] ?? '' : ''
  if (first?.type === 'text') first.value = first.value.slice(before.length)
  if (last?.type === 'text') last.value = last.value.slice(0, last.value.length - after.length)
  const space = (value: string): ElementContent[] => (value === '' ? [] : [{ type: 'text', value }])
  return [...space(before), wrap([...nodes]), ...space(after)]
}

/** A text as its parts inside runs and outside; another node whole, in a run only if the run holds it. */
function cutAt({ node, from, to }: Piece, spans: readonly Span[]): { readonly node: ElementContent; readonly span?: Span }[] {
  const near = spans.filter((span) => span.from < to && from < span.to || span.from < from && to < span.to)
  const holder = near.find((span) => span.from <= from && to <= span.to)
  if (holder) return [{ node, span: holder }]
  if (node.type !== 'text') return [{ node }]
  const parts: { readonly node: ElementContent; readonly span?: Span }[] = []
  let at = from
  const take = (end: number, span?: Span) => {
    if (end > at) parts.push({ node: { ...node, value: node.value.slice(at - from, end - from) }, ...(span && { span }) })
    at = Math.max(at, end)
  }
  for (const span of near) {
    take(Math.max(from, span.from))
    take(Math.min(to, span.to), span)
  }
  take(to)
  return parts
}
