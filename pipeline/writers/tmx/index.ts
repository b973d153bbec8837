/** `book.tmx`: every bead as a unit of a translation memory, TMX 1.4b. */

import { x } from 'xastscript'
import type { Element, Text } from 'xast'
import { contextIn, type Context } from '../../exchange/context.ts'
import { allowed, allowedRuns } from '../../exchange/forbidden.ts'
import { tmxAlone, tmxPairs } from '../../exchange/names.ts'
import type { Run } from '../../exchange/run.ts'
import { tool } from '../../exchange/tool.ts'
import { scoreOf, type Exchanged, type Unit } from '../../exchange/unit.ts'
import { documentOf, finished, onLines } from '../../exchange/xml.ts'
import type { Artifact } from '../../model/edition.ts'
import { counterpartOf, type Language } from '../../model/language.ts'
import { wordsIn } from '../../model/words.ts'

/**
 * Linear in the units. A bead with an empty side is a unit in one language.
 *
 * There is no document type: programs that look for the DTD beside the file would refuse it.
 */
export function writeTmx({ original, units }: Exchanged): Artifact {
  const context = contextIn(wordsIn(original))
  const header = x('header', {
    'creationtool': tool.name, 'creationtoolversion': tool.version, 'segtype': 'sentence', 'o-tmf': tool.name,
    'adminlang': original, 'srclang': original, 'datatype': 'x-markdown', 'o-encoding': 'UTF-8',
  })
  const body = x('body', onLines(units.map((unit) => finished(unitElement(unit, original, context)))))
  return { name: 'book.tmx', bytes: documentOf(x('tmx', { version: '1.4' }, onLines([header, body]))) }
}

function unitElement(unit: Unit, original: Language, context: Context): Element {
  const sides = [original, counterpartOf(original)].filter((language) => unit[language].length > 0).map((language) => side(language, unit[language]))
  const properties = [
    property('x-chapter', unit.chapter[original] ?? unit.chapter[counterpartOf(original)]),
    property('x-kind', unit.kind), property('x-beads', unit.type), property('x-score', scoreOf(unit)), property('x-status', unit.status),
  ]
  return x('tu', { tuid: unit.id }, x('note', allowed(context(unit))), ...properties.flat(), ...sides)
}

const property = (type: string, value: string | undefined): Element[] => (value === undefined ? [] : [x('prop', { type }, allowed(value))])

/** TMX 1.4 has no `xml:space`; white space in a `seg` counts by its own rules. */
const side = (language: Language, runs: readonly Run[]): Element => x('tuv', { 'xml:lang': language }, x('seg', allowedRuns(runs).map(inline)))

function inline(run: Run): Element | Text {
  if (run.kind === 'text') return { type: 'text', value: run.text }
  const { id, code } = run
  switch (run.kind) {
    case 'open': return x('bpt', { i: id, x: id, type: tmxPairs[run.type] }, code)
    case 'close': return x('ept', { i: id }, code)
    case 'alone': return x('ph', { x: id, type: tmxAlone[run.type] }, code)
  }
}
