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

/** Faces as the bits of a number, in the order of the fonts' table. */
export type Faces = number

/** In the order of the fonts' table. */
export const facesOf = (shown: Faces): FontFile[] => fontFiles.filter((_, index) => (shown & (1 << index)) !== 0)

/** Says that a character was looked at; the table has fewer files than a number has bits. */
const isKnown = 1 << 30

/** Faces of each code unit that a cut has met; 0 for one that it has not. */
const known = new Map<Cut, Int32Array>()

/** Which faces show a text, set so. Linear in the text: a book is long, and its characters are few. */
export function facesFor(text: string, own: Cut): Faces {
  const faces = known.get(own) ?? new Int32Array(0x10000)
  known.set(own, faces)
  let all = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    // A character beyond the plane of the usual ones takes two.
    if (unit >= 0xD800 && unit < 0xDC00) all |= facesOfCharacter(text.codePointAt(at++) ?? unit, own)
    else all |= faces[unit] || (faces[unit] = facesOfCharacter(unit, own) | isKnown)
  }
  return all & ~isKnown
}

const facesOfCharacter = (character: number, own: Cut): Faces =>
  fontFiles.reduce((all, file, index) => (serves(file, own, character) ? all | (1 << index) : all), 0)

function serves(file: FontFile, { language, weight, style }: Cut, character: number): boolean {
  // Amiri has no slanted cut.
  if (file.weight !== weight || (file.style !== style && file.family !== 'Amiri')) return false
  return isInRange(file, character) && familyOf(language, character) === file.family
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

/** Every cut once, so that what is known can be kept by it. */
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
