/** The bench's book as a folder that the product builds: manuscripts, figures, and `tawazi.yaml`. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { languages, type Language } from '../../../pipeline/model/language.ts'
import type { Block, Chapter, Noted } from './book.ts'

/** 6 × 9 inches, in millimetres. */
export const page = { width: 152.4, height: 228.6, margin: { inner: 20, outer: 16, top: 20, bottom: 22 } }

export function writeBook(chapters: readonly Chapter[], folder: string): void {
  for (const language of languages) mkdirSync(join(folder, language), { recursive: true })
  mkdirSync(join(folder, 'images'), { recursive: true })
  const names = chapters.map((_, index) => `${String(index + 1).padStart(3, '0')}.md`)
  chapters.forEach((chapter, index) => {
    for (const language of languages) writeFileSync(join(folder, language, names[index]!), markdown(chapter, language, index))
    for (const { path, svg } of figures(chapter, index)) writeFileSync(join(folder, path), svg)
  })
  writeFileSync(join(folder, 'tawazi.yaml'), configuration(names))
}

function configuration(names: readonly string[]): string {
  const { inner, outer, top, bottom } = page.margin
  return [
    'title: {en: The Weaver of Pages, ar: نساج الصفحات}',
    'original: en',
    'creators:',
    '  - {role: author, name: {en: Salim Rahhal, ar: سليم رحال}}',
    `page: {trim: [${page.width}mm, ${page.height}mm], margin: {inner: ${inner}mm, outer: ${outer}mm, top: ${top}mm, bottom: ${bottom}mm}}`,
    'chapters:',
    ...names.map((name) => `  - {en: en/${name}, ar: ar/${name}}`),
    '',
  ].join('\n')
}

function markdown({ title, blocks }: Chapter, language: Language, index: number): string {
  const notes: string[] = []
  const sentences = ({ bead, note }: Noted): string => {
    const text = bead[language].join(' ')
    if (!note) return text
    notes.push(note[language])
    return called(text, `[^${notes.length}]`, language)
  }
  const body = blocks.map((block, at) => blockText(block, language, sentences, figurePath(index, at)))
  const definitions = notes.map((text, at) => `[^${at + 1}]: ${text}`)
  return [`# ${title[language]}`, ...body, ...definitions].join('\n\n') + '\n'
}

/** A reference follows the stop in English and stands before it in Arabic. */
const called = (text: string, reference: string, language: Language): string =>
  language === 'en' ? text + reference : text.slice(0, -1) + reference + text.slice(-1)

function blockText(block: Block, language: Language, sentences: (noted: Noted) => string, figure: string): string {
  switch (block.kind) {
    case 'heading': return `## ${block.title[language]}`
    case 'paragraph': return block.beads.map(sentences).join(' ')
    case 'quotation': return `> ${block.beads.map(sentences).join(' ')}`
    case 'list': return block.beads.map((bead) => `- ${sentences(bead)}`).join('\n')
    case 'verse': return [':::verse', ...block.lines.map((line) => line[language]), ':::'].join('\n')
    case 'figure': return `![${block.caption[language]}](../${figure} "${block.caption[language]}.")`
    case 'table': {
      const [head = [], ...rows] = block.rows.map((row) => row.map((cell) => cell[language]))
      return [head, head.map(() => ':--'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
    }
  }
}

export const figurePath = (chapter: number, at: number): string => `images/${chapter + 1}-${at + 1}.svg`

/** Waves of lines, of the height that the block asks for. */
function figures({ blocks }: Chapter, chapter: number): { path: string; svg: string }[] {
  return blocks.flatMap((block, at) => {
    if (block.kind !== 'figure') return []
    const height = Math.round(600 * block.ratio)
    const waves = Array.from({ length: 12 }, (_, index) => {
      const y = Math.round(((index + 0.5) * height) / 12)
      return `<path d="M20 ${y}q140 ${index % 2 ? 40 : -40} 280 0t280 0" fill="none" stroke="#000" stroke-width="${1 + (index % 3)}"/>`
    })
    return [{ path: figurePath(chapter, at), svg: `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="${height}" viewBox="0 0 600 ${height}">${waves.join('')}</svg>\n` }]
  })
}
