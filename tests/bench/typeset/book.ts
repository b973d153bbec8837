/** The bench's book: invented, the same at each run, in the shape that manuscripts and peers are written from. */

import { languages, type Bilingual } from '../../../pipeline/model/language.ts'
import { random } from '../../support/random.ts'
import { bead, term, title, verseLine, type Bead, type Chance, type Text } from './sentences.ts'

/** A bead, whose last sentence on each side may call a note. */
export interface Noted {
  readonly bead: Bead
  readonly note: Text | undefined
}

export type Block =
  | { readonly kind: 'heading'; readonly title: Text }
  | { readonly kind: 'paragraph' | 'quotation' | 'list'; readonly beads: readonly Noted[] }
  | { readonly kind: 'verse'; readonly lines: readonly Text[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Text[])[] }
  | { readonly kind: 'figure'; readonly ratio: number; readonly caption: Text }

export interface Chapter {
  readonly title: Text
  readonly blocks: readonly Block[]
}

/** English words of a chapter of the whole book: 30 of them are 100,000. */
const chapterLength = 3333

/** Share of beads with a note. */
const noted = 0.03

/** As many chapters as about `words` English words fill. */
export function benchBook(words: number, seed = 1): Chapter[] {
  const chance = random(seed)
  const count = Math.max(1, Math.round(words / chapterLength))
  return Array.from({ length: count }, () => chapter(words / count, chance))
}

function chapter(words: number, chance: Chance): Chapter {
  const heading = title(chance)
  const blocks: Block[] = []
  let length = 0
  let sectionLength = 0
  while (length < words) {
    const block = blockAfter(blocks.at(-1), sectionLength, chance)
    const added = wordsOf([block]).en
    sectionLength = block.kind === 'heading' ? 0 : sectionLength + added
    length += added
    blocks.push(block)
  }
  return { title: heading, blocks }
}

/** Mostly paragraphs; a section of some 800 words; what is not running text never opens one, nor stands beside its like. */
function blockAfter(before: Block | undefined, sectionLength: number, chance: Chance): Block {
  if (sectionLength > 500 && before?.kind === 'paragraph' && chance() < 0.25) return { kind: 'heading', title: title(chance) }
  const draw = before?.kind === 'paragraph' ? chance() : 1
  if (draw < 0.012) return { kind: 'table', rows: table(chance) }
  if (draw < 0.03) return { kind: 'figure', ratio: 0.4 + 0.6 * chance(), caption: title(chance) }
  if (draw < 0.05) return { kind: 'verse', lines: many(4 + 2 * Math.floor(3 * chance()), () => verseLine(chance)) }
  if (draw < 0.08) return { kind: 'list', beads: many(3 + Math.floor(4 * chance()), () => notedBead(chance)) }
  if (draw < 0.11) return { kind: 'quotation', beads: many(1 + Math.floor(3 * chance()), () => notedBead(chance)) }
  return { kind: 'paragraph', beads: many(paragraphLength(chance), () => notedBead(chance)) }
}

const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make)

/** Sentences: five on average, seldom one alone, up to fifteen. */
const paragraphLength = (chance: Chance): number => Math.min(15, Math.max(1, Math.round(5 * (-Math.log(1 - chance())) ** 0.6)))

function notedBead(chance: Chance): Noted {
  const made = bead(chance)
  if (chance() >= noted) return { bead: made, note: undefined }
  const sentences = many(chance() < 0.3 ? 2 : 1, () => bead(chance))
  const note = { en: sentences.flatMap(({ en }) => en).join(' '), ar: sentences.flatMap(({ ar }) => ar).join(' ') }
  return { bead: made, note }
}

function table(chance: Chance): Text[][] {
  const columns = 3 + Math.floor(2 * chance())
  return many(4 + Math.floor(6 * chance()), () => many(columns, () => term(chance)))
}

/** Every stretch of text of these blocks, in order. */
export function textsOf(blocks: readonly Block[]): Text[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'heading': return [block.title]
      case 'figure': return [block.caption]
      case 'verse': return block.lines
      case 'table': return block.rows.flat()
      case 'paragraph':
      case 'quotation':
      case 'list': return block.beads.flatMap(({ bead: { en, ar }, note }) => [{ en: en.join(' '), ar: ar.join(' ') }, ...(note ? [note] : [])])
    }
  })
}

const words = /[\p{L}\p{M}]+/gu

export function wordsOf(blocks: readonly Block[]): Bilingual<number> {
  const texts = textsOf(blocks)
  const [en = 0, ar = 0] = languages.map((language) => texts.reduce((sum, text) => sum + (text[language].match(words)?.length ?? 0), 0))
  return { en, ar }
}
