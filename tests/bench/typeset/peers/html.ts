/** The English of the book as one HTML document, with the style that engines of CSS paged media understand. */

import { copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Block, Chapter, Noted } from '../book.ts'
import { figurePath, page } from '../manuscript.ts'

interface HtmlOptions {
  /** Whether the engine sets notes at the foot of the page; otherwise they stand in the text, in parentheses. */
  readonly footnotes: boolean
  /** Elements for the head. */
  readonly head?: string
}

/** Writes `book.html` with its fonts and the pictures of the bench's book beside it. */
export function writeHtml(chapters: readonly Chapter[], folder: string, book: string, { footnotes, head = '' }: HtmlOptions): string {
  mkdirSync(folder, { recursive: true })
  const files = join(dirname(createRequire(import.meta.url).resolve('@fontsource/eb-garamond/package.json')), 'files')
  for (const { file } of faces) copyFileSync(join(files, file), join(folder, file))
  cpSync(join(book, 'images'), join(folder, 'images'), { recursive: true })
  const body = chapters.map((chapter, index) => chapterHtml(chapter, index, footnotes)).join('\n')
  const path = join(folder, 'book.html')
  writeFileSync(path, `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The Weaver of Pages</title><style>${style(footnotes)}</style>${head}</head><body>${body}</body></html>\n`)
  return path
}

const faces = [
  { file: 'eb-garamond-latin-400-normal.woff2', weight: 400, style: 'normal' },
  { file: 'eb-garamond-latin-400-italic.woff2', weight: 400, style: 'italic' },
  { file: 'eb-garamond-latin-700-normal.woff2', weight: 700, style: 'normal' },
] as const

/** Sizes and margins are those of the product's English pages. */
function style(footnotes: boolean): string {
  const { inner, outer, top, bottom } = page.margin
  return [
    ...faces.map(({ file, weight, style }) => `@font-face{font-family:"EB Garamond";font-weight:${weight};font-style:${style};src:url("${file}") format("woff2")}`),
    `@page{size:${page.width}mm ${page.height}mm;margin:${top}mm ${outer}mm ${bottom}mm ${inner}mm;@top-center{content:string(chapter);font:italic 9pt "EB Garamond"}@bottom-center{content:counter(page);font:9pt "EB Garamond"}}`,
    `@page:left{margin-left:${outer}mm;margin-right:${inner}mm}`,
    `html{font:11pt/14.4pt "EB Garamond"}body{margin:0}`,
    `h1{font-size:21pt;font-weight:400;line-height:1.2;margin:28mm 0 10mm;break-before:page;string-set:chapter content(text)}`,
    `h2{font-size:13pt;font-weight:400;font-style:italic;margin:14pt 0 7pt;break-after:avoid}`,
    `p,li{text-align:justify;hyphens:auto;orphans:2;widows:2}p{margin:0}p+p{text-indent:1.3em}`,
    `blockquote,.verse{margin:9pt 1.6em}table{margin:9pt 0;border-collapse:collapse;width:100%}th,td{text-align:start;padding:2pt 4pt;border-bottom:.4pt solid}`,
    `figure{margin:9pt 0;break-inside:avoid}img{max-width:100%;max-height:110mm}`,
    `.note{font-size:9pt;line-height:11.5pt;text-indent:0${footnotes ? ';float:footnote' : ''}}`,
  ].join('\n')
}

function chapterHtml({ title, blocks }: Chapter, index: number, footnotes: boolean): string {
  const sentences = ({ bead, note }: Noted) => bead.en.join(' ') + (note ? `<span class="note">${footnotes ? note.en : ` (${note.en})`}</span>` : '')
  return [`<h1>${title.en}</h1>`, ...blocks.map((block, at) => blockHtml(block, sentences, figurePath(index, at)))].join('\n')
}

function blockHtml(block: Block, sentences: (noted: Noted) => string, picture: string): string {
  switch (block.kind) {
    case 'heading': return `<h2>${block.title.en}</h2>`
    case 'paragraph': return `<p>${block.beads.map(sentences).join(' ')}</p>`
    case 'quotation': return `<blockquote><p>${block.beads.map(sentences).join(' ')}</p></blockquote>`
    case 'list': return `<ul>${block.beads.map((bead) => `<li>${sentences(bead)}</li>`).join('')}</ul>`
    case 'verse': return `<div class="verse">${block.lines.flatMap(({ en }) => en.split('\n')).map((line) => `<div>${line}</div>`).join('')}</div>`
    case 'figure': return `<figure><img src="${picture}" alt=""><figcaption>${block.caption.en}</figcaption></figure>`
    case 'table': {
      const rows = block.rows.map((row, at) => `<tr>${row.map(({ en }) => (at === 0 ? `<th>${en}</th>` : `<td>${en}</td>`)).join('')}</tr>`)
      return `<table><thead>${rows[0] ?? ''}</thead><tbody>${rows.slice(1).join('')}</tbody></table>`
    }
  }
}
