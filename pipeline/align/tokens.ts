/** Segments as numbered types of tokens: words, numbers, Latin words inside Arabic, and targets of links. */

import type { Language } from '../model/language.ts'
import type { Segment } from '../model/manuscript.ts'
import { folded, stemOf } from './stem.ts'

/** What a type of token can agree with on the other side. */
export type TypeKind = 'word' | 'name' | 'number' | 'latin' | 'link'

export interface TokenType {
  readonly kind: TypeKind
  /** Folded word, number in Latin digits, or link. */
  readonly form: string
  /** Of words and names; empty for others. */
  readonly stem: string
}

/** One side; a segment holds each of its types once. */
export interface SideTokens {
  readonly size: number
  readonly types: readonly TokenType[]
  /** Types of segment `i` are `tokens[starts[i] … starts[i + 1]]`, ascending. */
  readonly starts: Int32Array
  readonly tokens: Int32Array
  /** Segments that hold type `t` are `holders[holderStarts[t] … holderStarts[t + 1]]`, ascending. */
  readonly holderStarts: Int32Array
  readonly holders: Int32Array
}

/** A number with its group separators; the separators fall away. */
const numberPattern = /\d+(?:[,٬]\d{3})*(?:[.٫]\d+)?/g

export function tokensOf(segments: readonly Segment[], language: Language): SideTokens {
  const table = new TypeTable(language)
  const rows = segments.map((segment) => {
    const row = new Set<number>()
    table.read(segment, row)
    return Int32Array.from(row).sort()
  })
  return sideOf(rows, table.types())
}

function sideOf(rows: readonly Int32Array[], types: readonly TokenType[]): SideTokens {
  const starts = new Int32Array(rows.length + 1)
  rows.forEach((row, index) => { starts[index + 1] = starts[index]! + row.length })
  const tokens = new Int32Array(starts[rows.length]!)
  const holderStarts = new Int32Array(types.length + 1)
  rows.forEach((row, index) => {
    tokens.set(row, starts[index])
    for (const type of row) holderStarts[type + 1]!++
  })
  for (let type = 0; type < types.length; type++) holderStarts[type + 1]! += holderStarts[type]!
  const next = holderStarts.slice()
  const holders = new Int32Array(tokens.length)
  rows.forEach((row, index) => { for (const type of row) holders[next[type]!++] = index })
  return { size: rows.length, types, starts, tokens, holderStarts, holders }
}

/** How many segments hold the type. */
export const holdersOf = (side: SideTokens, type: number): number => side.holderStarts[type + 1]! - side.holderStarts[type]!

class TypeTable {
  readonly #language: Language
  readonly #ids = new Map<string, number>()
  readonly #forms: { kind: TypeKind; form: string }[] = []
  /** English words seen in lower case cannot be names alone. */
  readonly #common = new Set<number>()

  constructor(language: Language) {
    this.#language = language
  }

  read(segment: Segment, row: Set<number>): void {
    const text = segment.text.replaceAll(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    for (const number of text.match(numberPattern) ?? []) row.add(this.#id('number', plainNumber(number)))
    for (const link of segment.links) row.add(this.#id('link', link))
    if (this.#language === 'en') this.#readEnglish(text, row)
    else this.#readArabic(text, row)
  }

  /** The case of a word is read before it is folded away. */
  #readEnglish(text: string, row: Set<number>): void {
    const bare = text.normalize('NFKD').replaceAll(/\p{M}/gu, '')
    for (const word of bare.match(/[A-Za-z]+(?:['’][a-z]+)?/g) ?? []) {
      const type = this.#id('word', word.toLowerCase().replace(/['’].*$/, ''))
      if (word.charCodeAt(0) >= 0x61) this.#common.add(type)
      row.add(type)
    }
  }

  #readArabic(text: string, row: Set<number>): void {
    const bare = folded(text, 'ar')
    for (const word of bare.match(/[\u0621-\u064A]{2,}/g) ?? []) row.add(this.#id('word', word))
    for (const word of bare.match(/\p{Script=Latin}[\p{Script=Latin}\p{M}]+/gu) ?? []) row.add(this.#id('latin', folded(word, 'en')))
  }

  #id(kind: TypeKind, form: string): number {
    const key = kind === 'word' ? form : `${kind} ${form}`
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    this.#ids.set(key, this.#forms.length)
    return this.#forms.push({ kind, form }) - 1
  }

  types(): TokenType[] {
    return this.#forms.map(({ kind, form }, id) => {
      if (kind !== 'word') return { kind, form, stem: '' }
      const isName = this.#language === 'en' && form.length > 2 && !this.#common.has(id)
      return { kind: isName ? 'name' : 'word', form, stem: stemOf(form, this.#language) }
    })
  }
}

const plainNumber = (number: string): string => number.replaceAll(/[,٬]/g, '').replace('٫', '.').replace(/^0+(?=\d)/, '')
