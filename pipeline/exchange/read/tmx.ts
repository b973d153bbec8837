/** Reads TMX of any level: 1.1, 1.4, ours and others'. */

import { XmlElement, XmlText } from '@rgrove/parse-xml'
import { joinedRuns, type Run } from '../run.ts'
import { typeNamed } from '../names.ts'
import { attribute, elementsIn, localName, textIn, type ReadXml } from './xml.ts'
import { languageNamed, type ReadFile, type ReadUnit } from './unit.ts'

export function readTmx({ root, placeOf }: ReadXml): ReadFile {
  const units = elementsIn(root, 'body').flatMap((body) => elementsIn(body, 'tu')).map((tu): ReadUnit => {
    const sides: { en?: readonly Run[]; ar?: readonly Run[] } = {}
    for (const tuv of elementsIn(tu, 'tuv')) {
      const language = languageNamed(attribute(tuv, 'lang'))
      const [seg] = elementsIn(tuv, 'seg')
      // Of several versions in one language the first is the unit's own.
      if (language && seg) sides[language] ??= joinedRuns(runsIn(seg))
    }
    return { id: attribute(tu, 'tuid'), place: placeOf(tu), isApproved: false, ...sides }
  })
  return { units, messages: [] }
}

/** `bpt` and `ept` are joined by `i`; a half pair (`it`), `ut` and `ph` stand alone. */
function runsIn(seg: XmlElement): Run[] {
  const types = new Map<string, ReturnType<typeof typeNamed>>()
  return seg.children.flatMap((child): Run[] => {
    if (child instanceof XmlText) return [{ kind: 'text', text: child.text }]
    if (!(child instanceof XmlElement)) return []
    const [id, type, code] = [attribute(child, 'i') ?? attribute(child, 'x') ?? '', typeNamed(attribute(child, 'type')), textIn(child)]
    switch (localName(child)) {
      case 'hi': return runsIn(child)
      case 'bpt':
        types.set(id, type)
        return [{ kind: 'open', id, type, code }]
      case 'ept': return [{ kind: 'close', id, type: types.get(id) ?? 'other', code }]
      default: return [{ kind: 'alone', id, type, code }]
    }
  })
}
