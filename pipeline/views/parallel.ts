/** Both manuscripts cut into the sections of a parallel edition: one side leads and decides where chapters begin. */

import type { Alignment, Span } from '../model/alignment.ts'
import type { Section } from '../model/edition.ts'
import { bilingual, counterpartOf, languages, type Bilingual, type Language } from '../model/language.ts'
import { noteSegments, textSegments, type Block, type Chapter, type Manuscript, type Note } from '../model/manuscript.ts'
import type { Passage } from '../model/passage.ts'
import { beadsWithin, passages } from './passages.ts'

/** A block or a note with the chapter it stands in. */
export interface Placed<Unit> {
  readonly chapter: Chapter
  readonly unit: Unit
  readonly segments: readonly unknown[]
}

/** The units of a passage on each side, in order. */
export interface PlacedPassage<Unit> extends Bilingual<readonly Placed<Unit>[]> {
  /** Beads that cover the segments of the units; spans count from the passage's first segment on each side. */
  readonly beads: readonly Bilingual<Span>[]
}

/** Passages that share a chapter of the leading side, with the notes that belong to them. */
export interface ParallelSection {
  readonly lead: Chapter
  readonly text: PlacedPassage<Block>[]
  readonly notes: PlacedPassage<Note>[]
}

export function parallelSections(manuscripts: Bilingual<Manuscript>, alignment: Alignment, leading: Language, parts: number): ParallelSection[] {
  const sections: ParallelSection[] = []
  const from = { en: 0, ar: 0 }
  for (let part = 0; part < parts; part++) {
    const text = stream(manuscripts, part, alignment, from, textSegments, (chapter) => chapter.blocks)
    const opened = sectionsOf(text, leading, sections.at(-1))
    const notes = stream(manuscripts, part, alignment, from, noteSegments, (chapter) => chapter.notes)
    placeNotes(notes, opened, leading)
    sections.push(...opened)
  }
  return sections
}

/** What a section is to every parallel view; `children` are its tree. */
export function sectionOf({ lead, text }: ParallelSection, children: Section['tree']['children']): Section {
  return { id: lead.id, role: lead.role, ...(lead.matter && { matter: lead.matter }), title: bilingual((language) => titleIn(text, language)), tree: { type: 'root', children } }
}

/** Title of the first chapter of that language which begins in the section. */
const titleIn = (text: ParallelSection['text'], language: Language): string | undefined =>
  text.flatMap((passage) => passage[language]).find(({ chapter, unit }) => unit === chapter.blocks[0])?.chapter.title

/** Passages of one stream of one part, as units; moves `from` past its segments. */
function stream<Unit extends { readonly segments: readonly unknown[] }>(
  manuscripts: Bilingual<Manuscript>, part: number, alignment: Alignment, from: { en: number; ar: number },
  segments: typeof textSegments, unitsOf: (chapter: Chapter) => readonly Unit[],
): PlacedPassage<Unit>[] {
  const units = bilingual((language) => manuscripts[language].chapters
    .filter((chapter) => chapter.part === part)
    .flatMap((chapter) => unitsOf(chapter).map((unit) => ({ chapter, unit, segments: unit.segments }))))
  const span = bilingual((language): Span => {
    const length = segments(manuscripts[language], part).length
    return { from: from[language], to: from[language] + length }
  })
  for (const language of languages) from[language] = span[language].to
  const beads = beadsWithin(alignment.beads, span)
  return placed(passages(units, beads), units, beads)
}

function placed<Unit>(found: readonly Passage[], units: Bilingual<readonly Placed<Unit>[]>, beads: readonly Bilingual<Span>[]): PlacedPassage<Unit>[] {
  let next = 0
  let start = { en: 0, ar: 0 }
  return found.map((passage) => {
    const sides = bilingual((language) => units[language].slice(passage[language].from, passage[language].to))
    const end = bilingual((language) => start[language] + sides[language].reduce((sum, { segments }) => sum + segments.length, 0))
    const first = next
    while (next < beads.length && languages.every((language) => (beads[next]?.[language].to ?? Infinity) <= end[language])) next++
    const own = beads.slice(first, next).map((bead) => bilingual((language) => shifted(bead[language], start[language])))
    start = end
    return { ...sides, beads: own }
  })
}

const shifted = (span: Span, by: number): Span => ({ from: span.from - by, to: span.to - by })

/** A section opens where the leading side begins a chapter, or between two of them a chapter that it lacks; what stands before joins the first. */
function sectionsOf(text: ParallelSection['text'], leading: Language, before: ParallelSection | undefined): ParallelSection[] {
  const sections: ParallelSection[] = []
  const lone = loneOpenings(text, leading)
  for (const passage of text) {
    if (lone.has(passage)) {
      sections.push(sectionWithout(passage, leading))
      continue
    }
    const chapter = passage[leading][0]?.chapter
    const current = sections.at(-1)
    if (chapter && chapter !== current?.lead && isNew(chapter, passage[leading])) {
      sections.push({ lead: chapter, text: [passage], notes: [] })
    } else if (current) current.text.push(passage)
    else if (before) before.text.push(passage)
    else sections.push(sectionWithout(passage, leading))
  }
  return sections
}

/** Passages with which a chapter begins that has nothing on the leading side, and after which this begins one too, or ends. */
function loneOpenings(text: ParallelSection['text'], leading: Language): ReadonlySet<ParallelSection['text'][number]> {
  const other = counterpartOf(leading)
  const met = new Set(text.flatMap((passage) => (passage[leading].length > 0 ? passage[other].map(({ chapter }) => chapter) : [])))
  return new Set(text.filter((passage, index) => {
    const chapter = passage[other][0]?.chapter
    if (passage[leading].length > 0 || !chapter || met.has(chapter) || !isNew(chapter, passage[other])) return false
    const [next] = text.slice(index).find((later) => later[leading].length > 0)?.[leading] ?? []
    return !next || isNew(next.chapter, [next])
  }))
}

const isNew = (chapter: Chapter, units: readonly Placed<Block>[]): boolean => units[0]?.unit === chapter.blocks[0]

/** A book whose leading side has nothing at its head opens with its counterpart's chapter. */
function sectionWithout(passage: PlacedPassage<Block>, leading: Language): ParallelSection {
  const lead = passage[counterpartOf(leading)][0]?.chapter
  if (!lead) throw new Error('A passage without units on both sides')
  return { lead, text: [passage], notes: [] }
}

/** Notes stand with the chapter of their leading side, or of their counterpart where they have only that, but never before an earlier note. */
function placeNotes(notes: ParallelSection['notes'], sections: readonly ParallelSection[], leading: Language): void {
  let current = 0
  for (const passage of notes) {
    const found = [leading, counterpartOf(leading)].map((language) =>
      sections.findIndex(({ text }, index) => index >= current && text.some((side) => holds(side, passage[language][0]?.chapter, language))))
    current = found.find((index) => index >= 0) ?? current
    sections[current]?.notes.push(passage)
  }
}

const holds = (passage: PlacedPassage<Block>, chapter: Chapter | undefined, language: Language): boolean =>
  chapter !== undefined && passage[language].some((unit) => unit.chapter === chapter)
