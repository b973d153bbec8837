/** Reads XLIFF 1.0 to 1.2, with the ways in which Trados and memoQ mark segments in a unit and say what is confirmed. */

import { XmlElement, XmlText } from '@rgrove/parse-xml'
import type { Language } from '../../model/language.ts'
import { typeNamed } from '../names.ts'
import { joinedRuns, type Code, type Run } from '../run.ts'
import { attribute, elementsIn, localName, textIn, type ReadXml } from './xml.ts'
import { languageNamed, type ReadFile, type ReadUnit } from './unit.ts'

export function readXliff1(xml: ReadXml): ReadFile {
  const files = elementsIn(xml.root, 'file')
  return { messages: [], units: files.flatMap((file) => {
    const source = languageNamed(attribute(file, 'source-language'))
    const target = languageNamed(attribute(file, 'target-language'))
    return unitsBelow(file).flatMap((unit) => unitsOf(unit, { source, target }, xml))
  }) }
}

interface Languages {
  readonly source: Language | undefined
  readonly target: Language | undefined
}

/** `trans-unit`s at any depth, in order. */
function unitsBelow(element: XmlElement): XmlElement[] {
  return elementsIn(element).flatMap((child) => (localName(child) === 'trans-unit' ? [child] : unitsBelow(child)))
}

/** One unit, or one for each segment that a tool has cut it into: `mrk`s of one `mid` in `seg-source` and `target`. */
function unitsOf(unit: XmlElement, { source, target }: Languages, { placeOf }: ReadXml): ReadUnit[] {
  const [from] = elementsIn(unit, 'source')
  const [cut] = elementsIn(unit, 'seg-source')
  const [to] = elementsIn(unit, 'target')
  const isApproved = attribute(unit, 'approved') === 'yes' || confirmed.has(attribute(to ?? unit, 'state') ?? '') || confirmed.has(attribute(unit, 'status') ?? '')
  const id = attribute(unit, 'id')
  const sidesOf = (one: XmlElement | undefined, other: XmlElement | undefined) => ({
    ...(source && one && { [source]: joinedRuns(runsIn(one)) }), ...(target && other && { [target]: joinedRuns(runsIn(other)) }),
  })
  const pieces = cut ? segmentsIn(cut) : []
  if (pieces.length <= 1) return [{ id, place: placeOf(unit), isApproved, ...sidesOf(from, to) }]
  const targets = new Map((to ? segmentsIn(to) : []).map((mark) => [attribute(mark, 'mid'), mark]))
  const levels = confirmations(unit)
  return pieces.map((piece) => {
    const mid = attribute(piece, 'mid')
    return { id: undefined, place: placeOf(piece), isApproved: isApproved || confirmed.has(levels.get(mid) ?? ''), ...sidesOf(piece, targets.get(mid)) }
  })
}

/** Words of XLIFF, Trados (`conf`) and memoQ (`status`) for what somebody has confirmed. */
const confirmed = new Set([
  'final', 'signed-off', 'Translated', 'ApprovedTranslation', 'ApprovedSignOff', 'ManuallyConfirmed', 'Proofread', 'Reviewer1Confirmed', 'Confirmed',
])

const segmentsIn = (element: XmlElement): XmlElement[] =>
  elementsIn(element).flatMap((child) => (localName(child) === 'mrk' && attribute(child, 'mtype') === 'seg' ? [child] : segmentsIn(child)))

/** Trados: `seg-defs` holds a `seg` with `conf` for each segment. */
const confirmations = (unit: XmlElement): ReadonlyMap<string | undefined, string | undefined> =>
  new Map(elementsIn(unit, 'seg-defs').flatMap((list) => elementsIn(list, 'seg')).map((seg) => [attribute(seg, 'id'), attribute(seg, 'conf')]))

function runsIn(element: XmlElement): Run[] {
  return element.children.flatMap((child): Run[] => {
    if (child instanceof XmlText) return [{ kind: 'text', text: child.text }]
    if (!(child instanceof XmlElement)) return []
    const [id, type] = [attribute(child, 'id') ?? '', typeNamed(attribute(child, 'ctype'))]
    const code = (kind: Code['kind'], markup: string): Run => ({ kind, id: attribute(child, 'rid') ?? id, type, code: markup })
    switch (localName(child)) {
      case 'mrk': return runsIn(child)
      case 'g': return paired(child, id, type)
      case 'x': return [code('alone', type === 'break' ? '\\\n' : attribute(child, 'equiv-text') ?? '')]
      case 'bpt': case 'bx': return [code('open', textIn(child))]
      case 'ept': case 'ex': return [code('close', textIn(child))]
      default: return [code('alone', textIn(child))]
    }
  })
}

/** Our `equiv-text` has both ends of the markup, `[…](address)`. */
function paired(element: XmlElement, id: string, type: Code['type']): Run[] {
  const [open = '', close = ''] = (attribute(element, 'equiv-text') ?? '').split('…', 2)
  return [{ kind: 'open', id, type, code: open }, ...runsIn(element), { kind: 'close', id, type, code: close }]
}
