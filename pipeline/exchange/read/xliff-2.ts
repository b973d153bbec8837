/** Reads XLIFF 2.0 and 2.1. */

import { XmlElement, XmlText } from '@rgrove/parse-xml'
import { typeNamed } from '../names.ts'
import { joinedRuns, type Code, type Run } from '../run.ts'
import { attribute, elementsIn, localName, textIn, type ReadXml } from './xml.ts'
import { languageNamed, type ReadFile, type ReadUnit } from './unit.ts'

export function readXliff2(xml: ReadXml): ReadFile {
  const source = languageNamed(attribute(xml.root, 'srcLang'))
  const target = languageNamed(attribute(xml.root, 'trgLang'))
  const units = unitsBelow(xml.root).flatMap((unit) => {
    const stored = storedIn(unit)
    return elementsIn(unit, 'segment').map((segment): ReadUnit => {
      const [from] = elementsIn(segment, 'source')
      const [to] = elementsIn(segment, 'target')
      return {
        id: attribute(segment, 'id') ?? attribute(unit, 'id'), place: xml.placeOf(segment), isApproved: attribute(segment, 'state') === 'final',
        ...(source && from && { [source]: joinedRuns(runsIn(from, stored)) }), ...(target && to && { [target]: joinedRuns(runsIn(to, stored)) }),
      }
    })
  })
  return { units, messages: [] }
}

function unitsBelow(element: XmlElement): XmlElement[] {
  return elementsIn(element).flatMap((child) => (localName(child) === 'unit' ? [child] : unitsBelow(child)))
}

type Stored = ReadonlyMap<string | undefined, string>

const storedIn = (unit: XmlElement): Stored =>
  new Map(elementsIn(unit, 'originalData').flatMap((list) => elementsIn(list, 'data')).map((data) => [attribute(data, 'id'), textIn(data)]))

function runsIn(element: XmlElement, stored: Stored): Run[] {
  return element.children.flatMap((child): Run[] => {
    if (child instanceof XmlText) return [{ kind: 'text', text: child.text }]
    if (!(child instanceof XmlElement)) return []
    const type = typeNamed(attribute(child, 'subType'))
    const code = (kind: Code['kind'], id: string | undefined, reference: string): Run =>
      ({ kind, id: id ?? '', type, code: stored.get(attribute(child, reference)) ?? '' })
    const id = attribute(child, 'id')
    switch (localName(child)) {
      case 'mrk': return runsIn(child, stored)
      // Marks of comments and terms, and characters that XML cannot hold: none is text of ours.
      case 'sm': case 'em': case 'cp': return []
      case 'pc': return [code('open', id, 'dataRefStart'), ...runsIn(child, stored), code('close', id, 'dataRefEnd')]
      case 'sc': return [code('open', id, 'dataRef')]
      case 'ec': return [code('close', attribute(child, 'startRef') ?? id, 'dataRef')]
      default: return [code('alone', id, 'dataRef')]
    }
  })
}
