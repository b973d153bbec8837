/** Both languages as a LaTeX document with facing pages, by reledmac and reledpar, level at every paragraph. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { languages, type Language } from '../../../../pipeline/model/language.ts'
import type { Block, Chapter, Noted } from '../book.ts'
import { page } from '../manuscript.ts'

/** Writes `book.tex`. Tables and verse are lines of text there, figures their captions: reledpar sets text alone. */
export function writeTex(chapters: readonly Chapter[], folder: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'book.tex'), [preamble(), ...chapters.map(chapterTex), '\\end{document}', ''].join('\n'))
}

function preamble(): string {
  const { inner, outer, top, bottom } = page.margin
  return String.raw`\documentclass[11pt,twoside]{book}
\usepackage[paperwidth=${page.width}mm,paperheight=${page.height}mm,inner=${inner}mm,outer=${outer}mm,top=${top}mm,bottom=${bottom}mm]{geometry}
\usepackage[noend,noeledsec]{reledmac}
\usepackage{reledpar}
\usepackage{fontspec}
\usepackage{polyglossia}
\setmainlanguage{english}
\setotherlanguage{arabic}
\IfFontExistsTF{EB Garamond}{\setmainfont{EB Garamond}}{}
\newfontfamily\arabicfont[Script=Arabic,Scale=1.14]{Amiri}
\numberlinefalse
\pagestyle{plain}
\emergencystretch=3em
\begin{document}`
}

function chapterTex({ title, blocks }: Chapter): string {
  const sides = languages.map((language) => {
    const chunks = [`\\noindent{\\Large ${title[language]}}`, ...blocks.flatMap((block) => blockTex(block, language))]
    const text = chunks.map((chunk) => `\\pstart\n${chunk}\n\\pend`).join('\n')
    return language === 'en'
      ? `\\begin{Leftside}\n\\beginnumbering\n${text}\n\\endnumbering\n\\end{Leftside}`
      : `\\begin{Rightside}\n\\begin{Arabic}\n\\beginnumbering\n${text}\n\\endnumbering\n\\end{Arabic}\n\\end{Rightside}`
  })
  return `\\begin{pages}\n${sides.join('\n')}\n\\end{pages}\n\\Pages`
}

/** One chunk for each block, so that both sides have as many. */
function blockTex(block: Block, language: Language): string[] {
  const sentences = ({ bead, note }: Noted) => bead[language].join(' ') + (note ? `\\footnoteA{${note[language]}}` : '')
  switch (block.kind) {
    case 'heading': return [`\\noindent\\textbf{${block.title[language]}}`]
    case 'paragraph':
    case 'quotation': return [block.beads.map(sentences).join(' ')]
    case 'list': return block.beads.map(sentences)
    case 'verse': return block.lines.map((line) => `\\noindent ${line[language].replaceAll('\n', ' ')}`)
    case 'table': return block.rows.map((row) => `\\noindent ${row.map((cell) => cell[language]).join(', ')}`)
    case 'figure': return [`\\noindent ${block.caption[language]}`]
  }
}
