/** XLIFF 2.1: a file for each part, a group for each chapter, a unit for each passage, a segment for each bead. */

import type { Element, ElementContent } from 'xast'
import { x } from 'xastscript'
import { contextIn, type Context } from '../../exchange/context.ts'
import { allowed, allowedRuns } from '../../exchange/forbidden.ts'
import { subTypes, xliffType } from '../../exchange/names.ts'
import type { Run } from '../../exchange/run.ts'
import { scoreOf, type Exchanged, type Unit } from '../../exchange/unit.ts'
import { documentOf, finished, onLines } from '../../exchange/xml.ts'
import type { Artifact } from '../../model/edition.ts'
import { counterpartOf, directionOf, type Language } from '../../model/language.ts'
import { wordsIn } from '../../model/words.ts'
import { isDecided, runsWith } from './runs.ts'

/** Linear in the units. */
export function writeXliff21({ original, parts, units }: Exchanged): Artifact {
  const context = contextIn(wordsIn(original))
  const target = counterpartOf(original)
  const files = runsWith(units, ({ part }) => part).map((ofPart) => {
    const { part } = ofPart[0]
    const groups = runsWith(ofPart, ({ chapter }) => chapter.key).map((ofChapter, index) => groupElement(ofChapter, `c${index + 1}`, original, context))
    return x('file', {
      'id': `f${part + 1}`, 'original': parts[part]?.[original] ?? `part-${part + 1}`, 'canResegment': 'yes',
      'srcDir': directionOf(original), 'trgDir': directionOf(target), 'xml:space': 'preserve',
    }, onLines(groups))
  })
  const root = x('xliff', {
    version: '2.1', srcLang: original, trgLang: target, 'xml:space': 'preserve', 'xmlns': 'urn:oasis:names:tc:xliff:document:2.0', 'xmlns:mda': 'urn:oasis:names:tc:xliff:metadata:2.0',
  }, onLines(files))
  return { name: 'book.xliff21.xlf', bytes: documentOf(root) }
}

function groupElement(units: readonly [Unit, ...Unit[]], id: string, original: Language, context: Context): Element {
  const [{ chapter }] = units
  const title = chapter[original] ?? chapter[counterpartOf(original)]
  const passages = runsWith(units, ({ passage }) => passage).map((passage, index) => finished(unitElement(passage, `${id}-p${index + 1}`, original, context)))
  return x('group', { id, type: chapter.isNotes ? 'tawazi:notes' : 'tawazi:chapter', ...(title !== undefined && { name: allowed(title) }) }, onLines(passages))
}

/** Codes of a unit are told apart by the number of their segment before their own. */
function unitElement(units: readonly [Unit, ...Unit[]], id: string, original: Language, context: Context): Element {
  const stored = new Stored()
  const segments = units.flatMap((unit, index): Element[] => {
    const segment = segmentElement(unit, `${index + 1}-`, original, stored)
    const isJoined = index > 0 && unit[original].length > 0
    return isJoined ? [x('ignorable', [x('source', ' '), x('target', ' ')]), segment] : [segment]
  })
  const notes = [...new Set(units.map((unit) => context(unit)))].map((text) => x('note', { category: 'context' }, allowed(text)))
  return x('unit', { id, type: `tawazi:${units[0].kind}`, 'xml:space': 'preserve' },
    metadata(units), x('notes', notes), stored.element(), segments)
}

/** What the core has no place for, by the segment's name. */
function metadata(units: readonly Unit[]): Element {
  return x('mda:metadata', units.map((unit) => x('mda:metaGroup', { category: 'tawazi', id: `m-${unit.id}` },
    [['beads', unit.type], ['score', scoreOf(unit)], ...(unit.status ? [['status', unit.status]] : [])].map(([type = '', value = '']) => x('mda:meta', { type }, value)))))
}

function segmentElement(unit: Unit, prefix: string, original: Language, stored: Stored): Element {
  const target = counterpartOf(original)
  const state = isDecided(unit) ? 'final' : unit[target].length === 0 ? 'initial' : 'translated'
  return x('segment', { id: unit.id, state, ...(unit.status && { subState: `tawazi:${unit.status}` }) },
    x('source', contents(unit[original], prefix, stored)), x('target', contents(unit[target], prefix, stored)))
}

function contents(runs: readonly Run[], prefix: string, stored: Stored): ElementContent[] {
  const top: ElementContent[] = []
  const open: Element[] = []
  for (const run of allowedRuns(runs)) {
    const into = open.at(-1)?.children ?? top
    if (run.kind === 'text') into.push({ type: 'text', value: run.text })
    else if (run.kind === 'alone') into.push(x('ph', { ...named(run.type), id: `${prefix}${run.id}`, dataRef: stored.name(run.code) }))
    else if (run.kind === 'open') {
      const element = x('pc', { ...named(run.type), id: `${prefix}${run.id}`, dataRefStart: stored.name(run.code) })
      into.push(element)
      open.push(element)
    } else Object.assign(open.pop()?.attributes ?? {}, { dataRefEnd: stored.name(run.code) })
  }
  return top
}

const named = (type: Exclude<Run, { kind: 'text' }>['type']) => ({ type: xliffType(type), subType: subTypes[type] })

/** Markup of a unit, each once. */
class Stored {
  readonly #names = new Map<string, string>()

  name(code: string): string {
    const name = this.#names.get(code) ?? `d${this.#names.size + 1}`
    this.#names.set(code, name)
    return name
  }

  element(): Element[] {
    if (this.#names.size === 0) return []
    return [x('originalData', [...this.#names].map(([code, id]) => x('data', { id, 'xml:space': 'preserve' }, code)))]
  }
}
