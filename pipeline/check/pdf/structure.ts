/** The tree of tags: elements with what they hold, walked once, whatever cycles it has. */

import type { Facts } from './facts.ts'
import type { PdfFile } from './file.ts'
import { isDict, nameOf, Ref, Stream, textOf, type Dict, type PdfObject } from './objects.ts'

export interface Tag {
  /** As it is written. */
  readonly type: string
  /** After the role map; undefined where that leads to no standard type. */
  readonly role: string | undefined
  readonly dict: Dict
  readonly children: Tag[]
  readonly parent: Tag | undefined
  readonly language: string | undefined
  /** Page on which it begins, where it says so. */
  page: number | undefined
  /** Holds content or annotations of its own. */
  hasContent: boolean
}

export interface Structure {
  readonly isThere: boolean
  /** In the order of reading. */
  readonly tags: readonly Tag[]
  /** Content identifiers that a tag names, by the object whose content they stand in. */
  readonly contents: ReadonlyMap<number, ReadonlyMap<number, Tag>>
  /** Annotations and other objects that a tag holds. */
  readonly objects: ReadonlyMap<Dict, Tag>
  readonly roles: Dict
}

const none: Structure = { isThere: false, tags: [], contents: new Map(), objects: new Map(), roles: new Map() }
const mostTags = 2_000_000
const known = new WeakMap<Facts, Structure>()

export function structureOf(facts: Facts): Structure {
  const there = known.get(facts) ?? read(facts)
  known.set(facts, there)
  return there
}

function read({ file, catalog, pages }: Facts): Structure {
  const root = file.dict(catalog.get('StructTreeRoot'))
  if (!root) return none
  const roles = file.dict(root.get('RoleMap')) ?? new Map<string, PdfObject>()
  const pageNumbers = new Map(pages.map(({ object, number }) => [object, number]))
  const tags: Tag[] = []
  const contents = new Map<number, Map<number, Tag>>()
  const objects = new Map<Dict, Tag>()
  const seen = new Set<Dict>()
  const hold = (owner: number | undefined, id: number, tag: Tag) => {
    if (owner === undefined) return
    const own = contents.get(owner) ?? new Map<number, Tag>()
    contents.set(owner, own.set(id, tag))
    tag.hasContent = true
    tag.page ??= pageNumbers.get(owner)
  }
  // Last in, first out, so that children wait in reverse.
  const waiting: { object: PdfObject; parent: Tag | undefined; page: number | undefined }[] = []
  const push = (kids: PdfObject | undefined, parent: Tag | undefined, page: number | undefined) => {
    const list = file.get(kids)
    const all = Array.isArray(list) ? list as PdfObject[] : kids === undefined ? [] : [kids]
    if (!file.walks(all.length)) return
    for (let at = all.length - 1; at >= 0; at--) waiting.push({ object: all[at] ?? null, parent, page })
  }
  push(root.get('K'), undefined, undefined)
  for (let next = waiting.pop(); next && tags.length < mostTags; next = waiting.pop()) {
    const found = file.get(next.object)
    const { parent } = next
    if (typeof found === 'number') {
      if (parent) hold(next.page, found, parent)
      continue
    }
    if (!isDict(found) || seen.has(found)) continue
    seen.add(found)
    const page = refOf(found.get('Pg')) ?? next.page
    const kind = file.name(found.get('Type'))
    if (kind === 'MCR' && parent) hold(refOf(found.get('Stm')) ?? page, file.number(found.get('MCID')) ?? -1, parent)
    else if (kind === 'OBJR' && parent) {
      const object = file.get(found.get('Obj'))
      if (isDict(object)) objects.set(object, parent)
      else if (object instanceof Stream) objects.set(object.dict, parent)
      parent.hasContent = true
    } else if (kind !== 'MCR' && kind !== 'OBJR') {
      const type = file.name(found.get('S')) ?? ''
      const tag: Tag = {
        type, role: roleOf(type, roles, file), dict: found, children: [], parent, language: textOf(file.get(found.get('Lang'))) ?? parent?.language,
        page: page === undefined ? undefined : pageNumbers.get(page), hasContent: false,
      }
      tags.push(tag)
      parent?.children.push(tag)
      push(found.get('K'), tag, page)
    }
  }
  return { isThere: true, tags, contents, objects, roles }
}

const refOf = (object: PdfObject | undefined): number | undefined => (object instanceof Ref ? object.number : undefined)

/** Types of ISO 32000-1, 14.8.4. */
export const standardTypes: ReadonlySet<string> = new Set((
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot '
  + 'Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'
).split(' '))

/** A chain that turns back on itself leads nowhere. */
export function roleOf(type: string, roles: Dict, file: PdfFile): string | undefined {
  let role: string | undefined = type
  for (let hops = 0; role !== undefined && hops < 16; hops++) {
    if (standardTypes.has(role)) return role
    role = nameOf(file.get(roles.get(role)))
  }
  return undefined
}
