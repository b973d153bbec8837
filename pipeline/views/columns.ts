/** Both languages side by side, level at every passage; one side leads and decides where chapters begin. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Alignment, Span } from '../model/alignment.ts'
import type { Section } from '../model/edition.ts'
import { bilingual, counterpartOf, directionOf, languages, type Bilingual, type Language } from '../model/language.ts'
import { noteSegments, textSegments, type Block, type Chapter, type Manuscript, type Note } from '../model/manuscript.ts'
import type { Passage } from '../model/passage.ts'
import type { Words } from '../model/words.ts'
import { blockElements, inLanguage, noteElement } from './hast.ts'
import { beadsWithin, passages } from './passages.ts'

/** A block or a note with the chapter it stands in. */
interface Placed<Unit> {
  readonly chapter: Chapter
  readonly unit: Unit
  readonly segments: readonly unknown[]
}

/** Passages that share a chapter of the leading side, with the notes that belong to them. */
interface Opening {
  readonly lead: Chapter
  readonly text: Bilingual<readonly Placed<Block>[]>[]
  readonly notes: Bilingual<readonly Placed<Note>[]>[]
}

export function columnSections(
  manuscripts: Bilingual<Manuscript>, alignment: Alignment, leading: Language, words: Bilingual<Words>, parts: number,
): Section[] {
  const openings: Opening[] = []
  const from = { en: 0, ar: 0 }
  for (let part = 0; part < parts; part++) {
    const text = stream(manuscripts, part, alignment, from, textSegments, (chapter) => chapter.blocks)
    const opened = openingsOf(text, leading, openings.at(-1))
    const notes = stream(manuscripts, part, alignment, from, noteSegments, (chapter) => chapter.notes)
    placeNotes(notes, opened, leading)
    openings.push(...opened)
  }
  return openings.map((opening) => sectionOf(opening, leading, words))
}

/** Passages of one stream of one part, as units; moves `from` past its segments. */
function stream<Unit extends { readonly segments: readonly unknown[] }>(
  manuscripts: Bilingual<Manuscript>, part: number, alignment: Alignment, from: { en: number; ar: number },
  segments: typeof textSegments, unitsOf: (chapter: Chapter) => readonly Unit[],
): Bilingual<readonly Placed<Unit>[]>[] {
  const units = bilingual((language) => manuscripts[language].chapters
    .filter((chapter) => chapter.part === part)
    .flatMap((chapter) => unitsOf(chapter).map((unit) => ({ chapter, unit, segments: unit.segments }))))
  const span = bilingual((language): Span => {
    const length = segments(manuscripts[language], part).length
    return { from: from[language], to: from[language] + length }
  })
  for (const language of languages) from[language] = span[language].to
  return passages(units, beadsWithin(alignment.beads, span)).map((passage: Passage) =>
    bilingual((language) => units[language].slice(passage[language].from, passage[language].to)))
}

/** A section opens where the leading side begins a chapter; what stands before joins the first. */
function openingsOf(text: Opening['text'], leading: Language, before: Opening | undefined): Opening[] {
  const openings: Opening[] = []
  for (const passage of text) {
    const chapter = passage[leading][0]?.chapter
    const current = openings.at(-1)
    if (chapter && chapter !== current?.lead && isNew(chapter, passage[leading])) {
      openings.push({ lead: chapter, text: [passage], notes: [] })
    } else if (current) current.text.push(passage)
    else if (before) before.text.push(passage)
    else openings.push(openingWithout(passage, leading))
  }
  return openings
}

const isNew = (chapter: Chapter, units: readonly Placed<Block>[]): boolean => units[0]?.unit === chapter.blocks[0]

/** A book whose leading side has nothing at its head opens with its counterpart's chapter. */
function openingWithout(passage: Opening['text'][number], leading: Language): Opening {
  const lead = passage[counterpartOf(leading)][0]?.chapter
  if (!lead) throw new Error('A passage without units on both sides')
  return { lead, text: [passage], notes: [] }
}

/** Notes stand with the chapter of their leading side, or of their counterpart where they have only that. */
function placeNotes(notes: Opening['notes'], openings: readonly Opening[], leading: Language): void {
  let current = openings[0]
  for (const passage of notes) {
    const chapters = [passage[leading][0]?.chapter, passage[counterpartOf(leading)][0]?.chapter]
    current = openings.find(({ text }) => text.some((side) => holds(side, chapters[0], leading))) ??
      openings.find(({ text }) => text.some((side) => holds(side, chapters[1], counterpartOf(leading)))) ?? current
    current?.notes.push(passage)
  }
}

const holds = (passage: Bilingual<readonly Placed<Block>[]>, chapter: Chapter | undefined, language: Language): boolean =>
  chapter !== undefined && passage[language].some((placed) => placed.chapter === chapter)

function sectionOf(opening: Opening, leading: Language, words: Bilingual<Words>): Section {
  const order = [leading, counterpartOf(leading)]
  const text = opening.text.map((passage) => passageElement(passage, order, (placed, language) =>
    blockElements(placed.unit, placed.chapter, language, words[language])))
  const notes = opening.notes.map((passage) => passageElement(passage, order, (placed, language) =>
    [noteElement(placed.unit, placed.chapter, language, words[language])]))
  return {
    id: opening.lead.id,
    role: opening.lead.role,
    title: bilingual((language) => titleIn(opening, language)),
    tree: { type: 'root', children: notes.length > 0 ? [...text, notesElement(notes, order, words)] : text },
  }
}

/** Title of the first chapter of that language which begins in the opening. */
const titleIn = (opening: Opening, language: Language): string | undefined =>
  opening.text
    .flatMap((passage) => passage[language])
    .find(({ chapter, unit }) => unit === chapter.blocks[0])?.chapter.title

function passageElement<Unit>(
  passage: Bilingual<readonly Placed<Unit>[]>, order: readonly Language[],
  elements: (placed: Placed<Unit>, language: Language) => Element[],
): Element {
  return h('div', { className: ['passage'] }, order.map((language) => {
    const children = passage[language].flatMap((placed) => elements(placed, language))
    return side(language, children)
  }))
}

const side = (language: Language, children: Element[]): Element =>
  h('div', { className: children.length > 0 ? ['side'] : ['side', 'empty'], lang: language, dir: directionOf(language) }, children)

function notesElement(notes: readonly Element[], order: readonly Language[], words: Bilingual<Words>): Element {
  const headings = order.map((language) => side(language, [inLanguage(h('h2', { className: ['notes-title'] }, words[language]('book:notes')), language)]))
  const [leading] = order
  return h('section', { className: ['notes'], role: 'doc-endnotes', lang: leading, dir: leading && directionOf(leading) }, [
    h('div', { className: ['passage'] }, headings), ...notes,
  ])
}
