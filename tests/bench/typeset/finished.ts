/** Looks at a finished PDF through poppler, which knows nothing of the product: where its words stand, and whether they are all there. */

import { execFileSync } from 'node:child_process'
import { textsOf, type Chapter } from './book.ts'
import { page } from './manuscript.ts'

export interface Finished {
  readonly pages: number
  /** Words that reach out of their page (poppler tells nothing of one that lies wholly outside), and lines that reach out of the type area to the side. */
  readonly outsidePage: number
  readonly outsideMeasure: number
  /** Lines that the foot of the type area cuts through. */
  readonly clipped: number
  /** Pairs of lines that lie over each other. */
  readonly overlapping: number
  /** English words of the manuscripts that are missing from the PDF, with those that were looked for. */
  readonly missing: number
  readonly looked: number
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

interface Line extends Box {
  readonly words: readonly (Box & { readonly text: string })[]
}

interface Sheet {
  readonly width: number
  readonly height: number
  readonly lines: readonly Line[]
}

export const hasPoppler = (): boolean => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** `chapters` undefined where the PDF need not hold the English. */
export function lookAt(pdf: string, chapters: readonly Chapter[] | undefined): Finished {
  const sheets = sheetsOf(execFileSync('pdftotext', ['-bbox-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 2 ** 30 }))
  const count = (of: (sheet: Sheet) => number) => sheets.reduce((sum, sheet) => sum + of(sheet), 0)
  return {
    pages: sheets.length,
    outsidePage: count(outsidePage),
    outsideMeasure: count(outsideMeasure),
    clipped: count(clipped),
    overlapping: count(overlapping),
    ...(chapters ? wordsMissing(chapters, sheets) : { missing: 0, looked: 0 }),
  }
}

function sheetsOf(xml: string): Sheet[] {
  return xml.split('<page ').slice(1).map((text) => {
    const { width = 0, height = 0 } = attributes(text.slice(0, text.indexOf('>')))
    return { width, height, lines: text.split('<line ').slice(1).map(lineOf) }
  })
}

function lineOf(text: string): Line {
  const words = Array.from(text.matchAll(/<word ([^>]*)>([^<]*)<\/word>/g), ([, box = '', word = '']) => ({ ...boxOf(box), text: unescaped(word) }))
  return { ...boxOf(text.slice(0, text.indexOf('>'))), words }
}

function boxOf(text: string): Box {
  const { xMin = 0, yMin = 0, xMax = 0, yMax = 0 } = attributes(text)
  return { left: xMin, top: yMin, right: xMax, bottom: yMax }
}

const attributes = (text: string): Record<string, number> =>
  Object.fromEntries(Array.from(text.matchAll(/(\w+)="([-\d.]+)"/g), ([, name = '', value]) => [name, Number(value)]))

const unescaped = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

const points = (millimetres: number): number => (millimetres * 72) / 25.4
const margin = { side: points(Math.min(page.margin.inner, page.margin.outer)), top: points(page.margin.top), bottom: points(page.margin.bottom) }

/** Points by which boxes may be wrong: pages are rounded to 1/300 inch, italics lean. */
const tolerance = 1.5

const outsidePage = ({ width, height, lines }: Sheet): number =>
  lines.flatMap(({ words }) => words).filter(({ left, top, right, bottom }) => left < -tolerance || top < -tolerance || right > width + tolerance || bottom > height + tolerance).length

const outsideMeasure = ({ width, lines }: Sheet): number =>
  lines.filter(({ left, right }) => left < margin.side - tolerance || right > width - margin.side + tolerance).length

/** The boxes of lines hold the room of the face for its lowest letters, which may reach below the type area by itself. */
function clipped({ height, lines }: Sheet): number {
  const foot = height - margin.bottom
  return lines.filter(({ top, bottom }) => top < foot - tolerance && bottom - foot > 0.25 * (bottom - top)).length
}

function overlapping({ lines }: Sheet): number {
  // References of notes stand over their line on purpose.
  const own = lines.filter(({ words }) => words.some(({ text }) => /\p{L}{2}/u.test(text))).sort((one, other) => one.top - other.top)
  let count = 0
  own.forEach((line, index) => {
    for (let next = index + 1; next < own.length && own[next]!.top < line.bottom; next++) if (lieOver(line, own[next]!)) count++
  })
  return count
}

function lieOver(one: Box, other: Box): boolean {
  const [wide, high] = [Math.min(one.right, other.right) - Math.max(one.left, other.left), Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)]
  return wide > 2 * tolerance && high > 0.6 * Math.min(one.bottom - one.top, other.bottom - other.top)
}

/** Each word of the manuscripts must be found as often as it was written, running heads apart; what the PDF has beyond them is front matter. */
function wordsMissing(chapters: readonly Chapter[], sheets: readonly Sheet[]): { missing: number; looked: number } {
  const written = counted(chapters.flatMap(({ title, blocks }) => [title, ...textsOf(blocks)]).flatMap(({ en }) => latin(en)))
  const found = counted(printedWords(sheets, written))
  let [missing, looked] = [0, 0]
  for (const [word, count] of written) {
    looked += count
    missing += Math.max(0, count - (found.get(word) ?? 0))
  }
  return { missing, looked }
}

const latin = (text: string): string[] => text.match(/[A-Za-z\u00AD]+/g) ?? []

function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** With the words joined that a hyphen parts: with the next word in Latin letters that makes a known word of it, be it on another page. */
function printedWords(sheets: readonly Sheet[], known: ReadonlyMap<string, number>): string[] {
  const words = sheets.flatMap(({ lines }) => lines.filter(({ top, bottom }) => (top + bottom) / 2 > margin.top).flatMap((line) => line.words.flatMap(({ text }) => text.match(/[A-Za-z]+[\u00AD\u2010-]*/g) ?? [])))
  const used = new Set<number>()
  return words.flatMap((word, index) => {
    if (used.has(index)) return []
    const head = word.replaceAll(/[\u00AD\u2010-]/g, '')
    if (head === word) return [word]
    for (let next = index + 1; next < Math.min(words.length, index + reach); next++) {
      if (used.has(next) || !known.has(head + words[next]!)) continue
      used.add(next)
      return [head + words[next]!]
    }
    return [head]
  })
}

/** Words between the halves of a word: running heads, notes and the other column may stand there. */
const reach = 700
