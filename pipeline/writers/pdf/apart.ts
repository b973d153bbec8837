/** Two editions in one document: what both call by one name gets the language before it. */

import { visit } from 'unist-util-visit'
import { textRoles, type Edition } from '../../model/edition.ts'

/** A copy in which sections of front and back matter, and links to them, have names of their own. */
export function namedApart(edition: Edition): Edition {
  const names = new Map(edition.sections.filter(({ role }) => !textRoles.has(role)).map(({ id }) => [id, `${edition.language}-${id}`]))
  return {
    ...edition,
    sections: edition.sections.map((section) => {
      const tree = structuredClone(section.tree)
      visit(tree, 'element', ({ properties }) => {
        const { href, dataFor } = properties
        const target = typeof href === 'string' ? names.get(href.slice(1)) : undefined
        const place = typeof dataFor === 'string' ? names.get(dataFor) : undefined
        if (target) properties['href'] = `#${target}`
        if (place) properties['dataFor'] = place
      })
      return { ...section, id: names.get(section.id) ?? section.id, tree }
    }),
  }
}
