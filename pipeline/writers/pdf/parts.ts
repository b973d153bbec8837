/** An edition cut into parts that are laid out, set and printed each by itself, so that no document grows with the book. */

import type { Element } from 'hast'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Edition } from '../../model/edition.ts'
import { isFront } from '../../paginate/leaves.ts'

/**
 * What a part holds. `whole` is an edition that needs no cutting. `front` waits for the numbers of all other pages
 * and `index` for those of the text; either can be laid out before.
 */
export type PartKind = 'whole' | 'front' | 'text' | 'index'

export interface Part {
  /** Counted through the file, from 0. */
  readonly number: number
  readonly kind: PartKind
  readonly edition: Edition
  /** Sections of the edition that stand in it, in order. */
  readonly sections: readonly number[]
  /** Ids in it to which a link in another part leads. */
  readonly targets: ReadonlySet<string>
  /** Every id in it. */
  readonly ids: ReadonlySet<string>
}

/**
 * Characters of text in one part: some 60 facing pages. Smaller parts cost more faces in the file and more waiting,
 * larger ones more memory, and time that grows faster than they do. Our own choice, measured.
 */
const mostCharacters = 120_000

/** A text of up to so many parts' length is not cut. */
const uncut = 1.25

/** Characters of text by which the sizes of a cut book are found. Our own choice. */
const sampled = 90_000

const isLong = (length: number): boolean => length > uncut * mostCharacters

/** Whether an edition is too long to be set whole. */
export const isCut = ({ sections }: Edition): boolean => isLong(sum(sections.map(({ tree }) => toString(tree).length)))

/** Whole chapters, spread evenly through an edition. */
export function sampleOf(edition: Edition): Part {
  const chapters = edition.sections.flatMap(({ role, tree }, index) => (role === 'chapter' ? [{ index, length: toString(tree).length }] : []))
  const step = Math.max(1, Math.floor(sum(chapters.map(({ length }) => length)) / sampled))
  const sections = chapters.filter((_, at) => at % step === Math.floor(step / 2)).map(({ index }) => index)
  return { number: 0, kind: 'text', edition, sections, targets: new Set(), ids: new Set() }
}

/** Parts of the halves of a file, numbered on; links from part to part lead to `elsewhere`. Changes the editions' trees. */
export function partsOf(halves: readonly Edition[]): Part[][] {
  let number = 0
  const cut = halves.map((edition) => sectionsOfParts(edition).map(({ kind, sections }) => ({ number: number++, kind, edition, sections, ids: idsIn(edition, sections) })))
  const targets = linkAcross(cut.flat())
  return cut.map((parts) => parts.map((part): Part => ({ ...part, targets: targets.get(part.number) ?? new Set() })))
}

interface Cut {
  readonly kind: PartKind
  readonly sections: readonly number[]
}

function sectionsOfParts({ sections }: Edition): Cut[] {
  const lengths = sections.map(({ tree }) => toString(tree).length)
  const all = sections.map((_, index) => index)
  const total = sum(lengths)
  const text = sections.findIndex(({ role }) => !isFront(role))
  if (!isLong(total) || text < 0) return [{ kind: 'whole', sections: all }]
  const isIndex = (index: number) => sections[index]?.role === 'index'
  const running = all.filter((index) => index >= text && !isIndex(index))
  const cuts: Cut[] = [
    { kind: 'front', sections: all.slice(0, text) },
    ...evenly(running, lengths).map((part) => ({ kind: 'text' as const, sections: part })),
    { kind: 'index', sections: all.filter(isIndex) },
  ]
  return cuts.filter((cut) => cut.sections.length > 0)
}

/** Stretches of sections, each about as long as the others; an even number, since two are worked on at once. */
function evenly(sections: readonly number[], lengths: readonly number[]): number[][] {
  const total = sum(sections.map((index) => lengths[index] ?? 0))
  const count = 2 * Math.max(1, Math.round(total / mostCharacters / 2))
  const parts: number[][] = []
  let before = 0
  for (const section of sections) {
    // By the middle of a section, so that one that is longer than a part takes no other along.
    const at = Math.min(count - 1, Math.floor((before + (lengths[section] ?? 0) / 2) / total * count))
    before += lengths[section] ?? 0
    ;(parts[at] ??= []).push(section)
  }
  return parts.filter((part) => part !== undefined)
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

function idsIn({ sections }: Edition, indices: readonly number[]): Set<string> {
  const ids = new Set<string>()
  for (const index of indices) {
    const section = sections[index]
    if (!section) continue
    ids.add(section.id)
    visit(section.tree, 'element', ({ properties: { id } }) => { if (typeof id === 'string') ids.add(id) })
  }
  return ids
}

/** An address that no document has: the joined file turns it into a place in another part. */
export const elsewhere = '/elsewhere'

/** Ids that are linked to from another part, by the part that they stand in. */
function linkAcross(parts: readonly Omit<Part, 'targets'>[]): Map<number, Set<string>> {
  const homes = new Map(parts.flatMap(({ number, ids }) => [...ids].map((id) => [id, number] as const)))
  const targets = new Map<number, Set<string>>()
  if (parts.length === 1) return targets
  for (const { number, edition, sections } of parts) {
    for (const index of sections) {
      const tree = edition.sections[index]?.tree
      if (tree) visit(tree, 'element', ({ properties }: Element) => {
        const id = typeof properties['href'] === 'string' && properties['href'].startsWith('#') ? properties['href'].slice(1) : ''
        const home = homes.get(id)
        if (home === undefined || home === number) return
        properties['href'] = `${elsewhere}#${id}`
        targets.set(home, (targets.get(home) ?? new Set()).add(id))
      })
    }
  }
  return targets
}
