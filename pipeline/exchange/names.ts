/** Names of codes in the formats. */

import type { CodeType } from './run.ts'

type Names = Readonly<Record<CodeType, string>>

/** TMX recommends names; where it has none they are our own. */
export const tmxPairs: Names = {
  emphasis: 'italic', strong: 'bold', link: 'link', delete: 'x-delete', code: 'x-code', term: 'x-index', note: 'x-note', image: 'x-image', break: 'x-lb', other: 'x-other',
}
export const tmxAlone: Names = { ...tmxPairs, term: 'index', note: 'fnote', image: 'image', break: 'lb' }

/** `ctype` of XLIFF 1.2. */
export const ctypes: Names = { ...tmxPairs, image: 'image', break: 'lb' }

/** `type` and `subType` of XLIFF 2. */
export const subTypes: Names = {
  emphasis: 'xlf:i', strong: 'xlf:b', break: 'xlf:lb', link: 'tawazi:link', delete: 'tawazi:delete', code: 'tawazi:code', term: 'tawazi:index', note: 'tawazi:note', image: 'tawazi:image', other: 'tawazi:other',
}

export function xliffType(type: CodeType): string {
  switch (type) {
    case 'emphasis': case 'strong': case 'delete': case 'code': case 'break': return 'fmt'
    case 'link': case 'image': return type
    case 'term': case 'note': case 'other': return 'other'
  }
}

const types = new Map<string, CodeType>(
  [tmxPairs, tmxAlone, ctypes, subTypes].flatMap((names) => (Object.entries(names) as [CodeType, string][]).map(([type, name]) => [name, type] as const)),
)

/** What a name means in any of the formats; other programs' names are `other`. */
export const typeNamed = (name: string | undefined): CodeType => types.get(name ?? '') ?? 'other'
