/** Books that are revised as authors do it, chapters and headings and all; each sentence is known again whatever it says. */

import { standing } from '../../pipeline/decisions/around.ts'
import type { Span } from '../../pipeline/model/alignment.ts'
import type { Decision } from '../../pipeline/model/decisions.ts'
import { bilingual, languages, type Bilingual, type Language } from '../../pipeline/model/language.ts'
import type { random } from '../support/random.ts'

type Chance = ReturnType<typeof random>

/** `bead` tells which it was made for; undefined for one that came later. */
export interface Sentence {
  readonly text: string
  readonly bead: number | undefined
}

/** Its heading stands first on each side. */
export type Chapter = Bilingual<readonly Sentence[]>

/** Being revised. */
type Draft = Record<Language, Sentence[]>

export type Revised = readonly Chapter[]

const upTo = (chance: Chance, count: number): number => Math.floor(chance() * count)

const headings = { en: ['Notes', 'The road', 'The well'], ar: ['ملاحظات', 'الطريق', 'البئر'] }
const said = { en: (which: number) => `said ${which}`, ar: (which: number) => `قال ${which}` }
const told = { en: (id: number, at: number) => `e${id}x${at}a e${id}x${at}b e${id}x${at}c`, ar: (id: number, at: number) => `ع${id}س${at}ا ع${id}س${at}ب ع${id}س${at}ت` }

/** Chapters of some beads each; headings and short sentences come again and again. */
export class Author {
  readonly #chance: Chance
  #beads = 0

  constructor(chance: Chance) {
    this.#chance = chance
  }

  book(): Revised {
    return Array.from({ length: 3 + upTo(this.#chance, 4) }, () => this.#chapter(true))
  }

  /** One to four changes, of the whole book's order too. */
  revised(book: Revised): Revised {
    const chapters = book.map((chapter) => bilingual((language) => [...chapter[language]]))
    for (let edits = 1 + upTo(this.#chance, 4); edits > 0; edits--) this.#change(chapters)
    return chapters
  }

  #chapter(isKnown: boolean): Draft {
    const chapter: Draft = { en: [], ar: [] }
    const add = (sizes: Bilingual<number>, text: (language: Language, at: number) => string) => {
      const bead = this.#beads++
      for (const language of languages) for (let at = 0; at < sizes[language]; at++) chapter[language].push({ text: text(language, at), bead: isKnown ? bead : undefined })
    }
    const heading = upTo(this.#chance, 5)
    add({ en: 1, ar: 1 }, (language) => headings[language][heading] ?? told[language](this.#beads, 9))
    for (let count = 2 + upTo(this.#chance, 7); count > 0; count--) {
      const common = upTo(this.#chance, 12)
      const [en, ar] = common < 2 ? [1, 1] : [[1, 1], [1, 1], [2, 1], [1, 2], [1, 0], [0, 1]][upTo(this.#chance, 6)] as [number, number]
      add({ en, ar }, (language, at) => (common < 2 ? said[language](common) : told[language](this.#beads, at)))
    }
    return chapter
  }

  #change(chapters: Draft[]): void {
    const [from, to] = [upTo(this.#chance, chapters.length), upTo(this.#chance, chapters.length)]
    const chosen = languages.filter(() => this.#chance() < 0.5)
    const sides = chosen.length === 1 ? chosen : languages
    const chapter = chapters[from]
    if (!chapter) return
    switch (upTo(this.#chance, 5)) {
      case 0: chapters.splice(to, 0, this.#only(this.#chapter(false), sides)); break
      case 1: for (const side of sides) chapter[side] = []; break
      case 2: chapters.splice(to, 0, ...this.#taken(chapters, from, sides)); break
      case 3: for (const side of sides) chapter[side].splice(0, 1); break
      default: {
        const heading = upTo(this.#chance, 4)
        for (const side of sides) chapter[side].splice(upTo(this.#chance, 4), 0, { text: headings[side][heading] ?? `new ${this.#beads++}`, bead: undefined })
      }
    }
  }

  readonly #only = (chapter: Draft, sides: readonly Language[]) => bilingual((language) => (sides.includes(language) ? chapter[language] : []))

  #taken(chapters: Draft[], from: number, sides: readonly Language[]): Draft[] {
    const chapter = chapters[from]
    if (!chapter) return []
    const taken = this.#only({ ...chapter }, sides)
    for (const side of sides) chapter[side] = []
    return [taken]
  }
}

export const sentences = (book: Revised): Bilingual<readonly Sentence[]> => bilingual((language) => book.flatMap((chapter) => chapter[language]))

/** Where the sentences of a bead stand now, unchanged and side by side; undefined where they do not, empty at 0 where it has none. */
export function placeOf(side: readonly Sentence[], bead: number, length: number): Span | undefined {
  if (length === 0) return { from: 0, to: 0 }
  const from = side.findIndex((sentence) => sentence.bead === bead)
  return from >= 0 && side.slice(from, from + length).every((sentence) => sentence.bead === bead) && side[from + length - 1] ? { from, to: from + length } : undefined
}

export interface Kept {
  readonly bead: number
  readonly at: Bilingual<Span>
  readonly decision: Decision
}

/** Decisions about most of the book's beads, in order. */
export function decidedOn(book: Revised, chance: Chance): Kept[] {
  const own = sentences(book)
  const beads = [...new Set(book.flatMap(({ en, ar }) => [...en, ...ar].flatMap(({ bead }) => bead ?? [])))].sort((one, other) => one - other)
  const end = { en: 0, ar: 0 }
  return beads.flatMap((bead): Kept[] => {
    const at = bilingual((language): Span => {
      const length = own[language].filter((sentence) => sentence.bead === bead).length
      return { from: end[language], to: end[language] += length }
    })
    const decision: Decision = { ...standing(own, at), status: 'confirmed', comments: [], history: [] }
    return chance() < 0.8 ? [{ bead, at, decision }] : []
  })
}
