/** Which of the book's faces an EPUB shows some text in, for only those travel with it. */

import type { Element } from 'hast'
import type { Language } from '../../model/language.ts'
import { fontFiles, fontName, unicodeRange, type FontFile } from '../../print/fonts.ts'

/** How an element's text is set; what `templates/styles/epub.css` says, as far as it chooses a face. */
export interface Cut {
  readonly language: Language
  readonly weight: FontFile['weight']
  readonly style: FontFile['style']
  /** Emphasis in Arabic is bold, but what is Latin in it is slanted. */
  readonly isEmphasis: boolean
}

/** In the order of the fonts' table. */
export function facesOf(shown: readonly Shown[]): FontFile[] {
  const characters = shown.flatMap((one) => [...one]).map(([own, characters]) => [own, characters.all()] as const)
  return fontFiles.filter((file) => characters.some(([own, all]) => serves(file, own, all)))
}

/** The characters that each cut shows: a book is long, and its characters are few. */
export type Shown = Map<Cut, Characters>

export class Characters {
  /** A mark for each code unit. */
  readonly #units = new Uint8Array(0x10000)
  /** Characters that take two. */
  readonly #beyond = new Set<number>()

  add(text: string): void {
    const units = this.#units
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (unit >= 0xD800 && unit < 0xDC00) this.#beyond.add(text.codePointAt(at++) ?? unit)
      else units[unit] = 1
    }
  }

  all(): number[] {
    const characters = [...this.#beyond]
    for (let unit = this.#units.indexOf(1); unit >= 0; unit = this.#units.indexOf(1, unit + 1)) characters.push(unit)
    return characters
  }
}

function serves(file: FontFile, { language, weight, style }: Cut, characters: readonly number[]): boolean {
  // Amiri has no slanted cut.
  if (file.weight !== weight || (file.style !== style && file.family !== 'Amiri')) return false
  return characters.some((character) => isInRange(file, character) && familyOf(language, character) === file.family)
}

/** Each language asks its own face first, and the other for what that one lacks; Latin letters in Arabic are the English face's. */
function familyOf(language: string | undefined, character: number): FontFile['family'] {
  const isLatin = /\p{Script=Latin}/u.test(String.fromCodePoint(character))
  const first = language === 'ar' && !isLatin ? 'Amiri' : 'EB Garamond'
  const second = first === 'Amiri' ? 'EB Garamond' : 'Amiri'
  return fontFiles.some((file) => file.family === first && isInRange(file, character)) ? first : second
}

/**
 * A second name for the English face, smaller, so that Latin letters in Arabic look of one size with it.
 * Digits and marks stay Amiri's.
 */
export function latinInArabic(faces: readonly FontFile[], url: (name: string) => string): string[] {
  return faces.filter(({ family }) => family === 'EB Garamond').map((file) =>
    `@font-face{font-family:"Latin in Arabic";font-style:${file.style};font-weight:${file.weight};size-adjust:88%;` +
    `src:url("${url(fontName(file))}") format("woff2");unicode-range:${file.subset === 'latin' ? 'U+41-5A,U+61-7A,U+C0-FF,U+152-153' : 'U+100-24F,U+1E00-1EFF'}}`)
}

const stretches = new Map<string, readonly (readonly [from: number, to: number])[]>()

function isInRange(file: FontFile, character: number): boolean {
  const range = unicodeRange(file)
  const known = stretches.get(range) ?? range.split(',').map((stretch): [number, number] => {
    const [from = 0, to = from] = stretch.trim().slice(2).split('-').map((end) => parseInt(end, 16))
    return [from, to]
  })
  stretches.set(range, known)
  return known.some(([from, to]) => character >= from && character <= to)
}

export function show(text: string, own: Cut, shown: Shown): void {
  let characters = shown.get(own)
  if (!characters) shown.set(own, characters = new Characters())
  characters.add(text)
}

/** Every cut once, so that what is shown can be gathered by it. */
const cuts = ([400, 700] as const).flatMap((weight) => (['normal', 'italic'] as const).flatMap((style) =>
  [false, true].flatMap((isEmphasis) => (['en', 'ar'] as const).map((language): Cut => ({ language, weight, style, isEmphasis })))))

/** How a document begins. */
export const firstCut = (language: Language): Cut => cut(language, 400, 'normal', false)

const cut = (language: Language, weight: Cut['weight'], style: Cut['style'], isEmphasis: boolean): Cut =>
  cuts[(weight === 700 ? 8 : 0) + (style === 'italic' ? 4 : 0) + (isEmphasis ? 2 : 0) + (language === 'ar' ? 1 : 0)] as Cut

/** How an element's own texts are set, by how those around it are. */
export function cutOf({ tagName, properties }: Element, outer: Cut): Cut {
  const language = properties['lang'] === 'en' || properties['lang'] === 'ar' ? properties['lang'] : outer.language
  const isArabic = language === 'ar'
  const { weight, isEmphasis } = outer
  // Arabic is never slanted, wherever it stands.
  const style = isArabic ? 'normal' : outer.style
  switch (tagName) {
    case 'h1': case 'h2': case 'h3': case 'h4': return cut(language, isArabic ? 700 : 400, tagName === 'h2' && !isArabic ? 'italic' : 'normal', isEmphasis)
    case 'h5': case 'h6': case 'strong': case 'th': return cut(language, 700, style, isEmphasis)
    case 'em': return isArabic ? cut(language, 700, style, true) : cut(language, weight, 'italic', isEmphasis)
    case 'bdi': return isEmphasis && properties['dir'] === 'ltr' ? cut(language, 400, 'italic', isEmphasis) : cut(language, weight, style, isEmphasis)
    default: return cut(language, weight, style, isEmphasis)
  }
}
