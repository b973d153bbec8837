/** One language alone: a section for each chapter, its notes at its end. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Section } from '../model/edition.ts'
import { directionOf, type Language } from '../model/language.ts'
import type { Chapter, Manuscript } from '../model/manuscript.ts'
import type { Words } from '../model/words.ts'
import { blockElements, noteElement } from './hast.ts'
import { notesTitle } from './notes.ts'

export function monolingualSections(manuscript: Manuscript, words: Words): Section[] {
  const language = manuscript.language
  return manuscript.chapters.map((chapter) => ({
    id: chapter.id,
    role: chapter.role,
    ...(chapter.matter && { matter: chapter.matter }),
    title: { en: undefined, ar: undefined, [language]: chapter.title },
    tree: { type: 'root', children: chapterElements(chapter, language, words) },
  }))
}

function chapterElements(chapter: Chapter, language: Language, words: Words): Element[] {
  const text = chapter.blocks.flatMap((block) => [...blockElements(block, chapter, language, words)])
  if (chapter.notes.length === 0) return text
  const notes = chapter.notes.map((note) => noteElement(note, chapter, language, words))
  return [...text, h('section', { className: ['notes'], role: 'doc-endnotes', lang: language, dir: directionOf(language) }, notesTitle(language, words), notes)]
}
