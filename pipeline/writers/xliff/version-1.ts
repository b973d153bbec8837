/** XLIFF 1.2: a file for each part, a group for each chapter, a unit for each bead. */

import type { Element, ElementContent } from 'xast'
import { x } from 'xastscript'
import { contextIn, type Context } from '../../exchange/context.ts'
import { allowed, allowedRuns } from '../../exchange/forbidden.ts'
import { ctypes } from '../../exchange/names.ts'
import type { Run } from '../../exchange/run.ts'
import { tool } from '../../exchange/tool.ts'
import { scoreOf, type Exchanged, type Unit } from '../../exchange/unit.ts'
import { documentOf, finished, onLines } from '../../exchange/xml.ts'
import type { Artifact } from '../../model/edition.ts'
import { counterpartOf, type Language } from '../../model/language.ts'
import { wordsIn } from '../../model/words.ts'
import { isDecided, runsWith } from './runs.ts'

/** Linear in the units. */
export function writeXliff12({ original, parts, units }: Exchanged): Artifact {
  const context = contextIn(wordsIn(original))
  const files = runsWith(units, ({ part }) => part).map((ofPart) => {
    const { part } = ofPart[0]
    const groups = runsWith(ofPart, ({ chapter }) => chapter.key).map((ofChapter, index) => groupElement(ofChapter, `${part + 1}-${index + 1}`, original, context))
    return x('file', {
      'original': parts[part]?.[original] ?? `part-${part + 1}`, 'source-language': original, 'target-language': counterpartOf(original),
      'datatype': 'x-markdown', 'tool-id': 'tawazi', 'xml:space': 'preserve',
    }, x('header', [x('tool', { 'tool-id': 'tawazi', 'tool-name': tool.name, 'tool-version': tool.version })]), '\n', x('body', onLines(groups)), '\n')
  })
  const root = x('xliff', { version: '1.2', xmlns: 'urn:oasis:names:tc:xliff:document:1.2' }, onLines(files))
  return { name: 'book.xliff12.xlf', bytes: documentOf(root) }
}

function groupElement(units: readonly [Unit, ...Unit[]], id: string, original: Language, context: Context): Element {
  const [{ chapter }] = units
  const title = chapter[original] ?? chapter[counterpartOf(original)]
  return x('group', {
    id, 'restype': chapter.isNotes ? 'x-notes' : 'x-chapter', 'xml:space': 'preserve', ...(title !== undefined && { resname: allowed(title) }),
  }, onLines(units.map((unit) => finished(unitElement(unit, original, context)))))
}

/** A decided unit is approved; an omission on purpose is one whose target stays empty. */
function unitElement(unit: Unit, original: Language, context: Context): Element {
  const target = counterpartOf(original)
  const state = unit[target].length === 0 && !isDecided(unit) ? 'needs-translation' : isDecided(unit) ? 'final' : 'needs-review-translation'
  return x('trans-unit', { id: unit.id, 'approved': isDecided(unit) ? 'yes' : 'no', 'restype': `x-${unit.kind}`, 'xml:space': 'preserve' },
    x('source', { 'xml:lang': original }, contents(unit[original])),
    x('target', { 'xml:lang': target, state }, contents(unit[target])),
    x('context-group', { purpose: 'information' },
      [['x-beads', unit.type], ['x-score', scoreOf(unit)], ...(unit.status ? [['x-status', unit.status]] : [])].map(([type = '', value = '']) => x('context', { 'context-type': type }, value))),
    x('note', { 'from': tool.name, 'xml:lang': original }, allowed(context(unit))))
}

/** Codes as elements; each pair, being from a tree, ends within the pair around it. */
function contents(runs: readonly Run[]): ElementContent[] {
  const top: ElementContent[] = []
  const open: Element[] = []
  for (const run of allowedRuns(runs)) {
    const into = open.at(-1)?.children ?? top
    const ctype = run.kind === 'text' ? '' : ctypes[run.type]
    if (run.kind === 'text') into.push({ type: 'text', value: run.text })
    else if (run.kind === 'alone') into.push(run.type === 'break' ? x('x', { id: run.id, ctype }) : x('ph', { id: run.id, ctype }, run.code))
    else if (run.kind === 'open') {
      const element = x('g', { id: run.id, ctype, 'equiv-text': `${run.code}…` })
      into.push(element)
      open.push(element)
    } else {
      const pair = open.pop()
      if (pair) pair.attributes['equiv-text'] = `${pair.attributes['equiv-text'] ?? ''}${run.code}`
    }
  }
  return top
}
