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

/** Read once for each file. */
export function structureOf(facts: Facts): Structure {
  const there = known.get(facts) ?? read(facts)
  known.set(facts, there)
  return there
}

function read(facts: Facts): Structure {
  const root = facts.file.dict(facts.catalog.get('StructTreeRoot'))
  return root ? new Walk(facts, root).found() : none
}

/** A node of the tree on which nobody was yet; `page` is the number of the object that is the page of its content. */
interface Waiting {
  readonly object: PdfObject
  readonly parent: Tag | undefined
  readonly page: number | undefined
}

/** A walk through the tree, each node once, whatever refers to it. */
class Walk {
  private readonly file: PdfFile
  private readonly roles: Dict
  private readonly pageNumbers: ReadonlyMap<number, number>
  private readonly tags: Tag[] = []
  private readonly contents = new Map<number, Map<number, Tag>>()
  private readonly objects = new Map<Dict, Tag>()
  private readonly seen = new Set<Dict>()
  /** Last in, first out, so that children wait in reverse. */
  private readonly waiting: Waiting[] = []

  constructor({ file, pages }: Facts, root: Dict) {
    this.file = file
    this.roles = file.dict(root.get('RoleMap')) ?? new Map<string, PdfObject>()
    this.pageNumbers = new Map(pages.map(({ object, number }) => [object, number]))
    this.await(root.get('K'), { object: null, parent: undefined, page: undefined })
  }

  found(): Structure {
    const { file, waiting, tags, seen, contents, objects, roles } = this
    for (let next = waiting.pop(); next && tags.length < mostTags; next = waiting.pop()) {
      const node = file.get(next.object)
      if (typeof node === 'number') this.hold(next.page, node, next.parent)
      else if (isDict(node) && !seen.has(node)) {
        seen.add(node)
        this.visit(node, next)
      }
    }
    return { isThere: true, tags, contents, objects, roles }
  }

  /** Children of `object`; they wait under `parent`, on its page. */
  private await(kids: PdfObject | undefined, { object, parent, page }: Waiting): void {
    const list = this.file.get(kids)
    const all = Array.isArray(list) ? list as PdfObject[] : kids === undefined ? [] : [kids]
    // Where there are too many, the list's own number tells where it is, or that of the element that has it.
    if (!this.file.walks(all.length, refOf(kids) ?? refOf(object))) return
    for (let at = all.length - 1; at >= 0; at--) this.waiting.push({ object: all[at] ?? null, parent, page })
  }

  private visit(node: Dict, { object, parent, page: above }: Waiting): void {
    const { file } = this
    const page = refOf(node.get('Pg')) ?? above
    switch (file.name(node.get('Type'))) {
      case 'MCR': return this.hold(refOf(node.get('Stm')) ?? page, file.number(node.get('MCID')) ?? -1, parent)
      case 'OBJR': return this.holdObject(file.get(node.get('Obj')), parent)
      default: return this.enter(node, object, parent, page)
    }
  }

  private enter(dict: Dict, object: PdfObject, parent: Tag | undefined, page: number | undefined): void {
    const { file } = this
    const type = file.name(dict.get('S')) ?? ''
    const tag: Tag = {
      type, role: roleOf(type, this.roles, file), dict, children: [], parent, language: textOf(file.get(dict.get('Lang'))) ?? parent?.language,
      page: page === undefined ? undefined : this.pageNumbers.get(page), hasContent: false,
    }
    this.tags.push(tag)
    parent?.children.push(tag)
    this.await(dict.get('K'), { object, parent: tag, page })
  }

  private hold(owner: number | undefined, id: number, tag: Tag | undefined): void {
    if (owner === undefined || !tag) return
    const own = this.contents.get(owner) ?? new Map<number, Tag>()
    this.contents.set(owner, own.set(id, tag))
    tag.hasContent = true
    tag.page ??= this.pageNumbers.get(owner)
  }

  private holdObject(object: PdfObject, tag: Tag | undefined): void {
    if (!tag) return
    if (isDict(object)) this.objects.set(object, tag)
    else if (object instanceof Stream) this.objects.set(object.dict, tag)
    tag.hasContent = true
  }
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
