/** What a line end must not part: numbers from their units, a day from its month, the ends of a range, a dash from the letter before it. */

import type { Element, ElementContent, Root, Text } from 'hast'
import { h } from 'hastscript'

const number = String.raw`(?<![\p{L}\p{Nd}])\p{Nd}{1,20}(?:[.,٫٬]\p{Nd}{1,20}){0,6}`
const range = String.raw`${number}(?:[-–]\p{Nd}{1,20}(?:[.,٫٬]\p{Nd}{1,20}){0,6})?`
const unit = String.raw`(?:km\/h|m\/s|mm|cm|dm|m|km|mg|g|kg|t|ha|ml|l|ft|lb|oz|h|min|°C|°F|%|BC|AD|BCE|CE|م\/ث|كم\/س|هـ|م|ق\.م|مم|سم|كم|ملغ|غ|كغ|كغم|كلغ|ل|مل)(?![\p{L}\p{M}\p{Nd}])`
const counted = String.raw`${range}[ ]${unit}|${number}[-–]\p{Nd}{1,20}`
/** First words of months: English; of Egypt, the Levant and the Maghreb; of the Hijra. */
const englishMonth = String.raw`(?:January|February|March|April|May|June|July|August|September|October|November|December)`
const arabicMonth = String.raw`(?:يناير|فبراير|مارس|[أإا]بريل|مايو|يوني[وه]|يولي[وه]|[أا]غسطس|سبتمبر|[أا]كتوبر|نوفمبر|ديسمبر|كانون|شباط|آذار|نيسان|[أا]يار|حزيران|تموز|آب|[أا]يلول|تشرين|جانفي|فيفري|[أا]فريل|ماي|جوان|جويلية|[أا]وت|يوليوز|غشت|شتنبر|نونبر|دجنبر|(?:ال)?محر[ّ]?م|صفر|ربيع|جمادى|رجب|شعبان|رمضان|شو[ّ]?ال|ذ[يو])`
const dated = String.raw`${range}[ ](?:${englishMonth}|${arabicMonth})(?![\p{L}\p{M}])|(?<!\p{L})${englishMonth}[ ]\p{Nd}{1,2}(?!\p{Nd})`
/** `c. 1047`, `p. 12`, `No. 7`. */
const named = String.raw`(?<!\p{L})(?:c|p|pp|no|vol|ص|ج|ط)\.[ ]${range}`
const dash = String.raw`[\p{Script=Latin}\p{Nd}”’")]—`
const counts = new RegExp(`${dated}|${counted}|${named}|${dash}`, 'giu')
/** Whoever hyphenates by itself needs the word in one piece. */
const wordAndDash = String.raw`(?<![\p{L}\p{M}\p{Nd}’'-])[\p{Script=Latin}\p{M}\p{Nd}’']{1,24}[”’")]{0,3}—`
const countsInFlow = new RegExp(`${dated}|${counted}|${named}|${wordAndDash}`, 'giu')
/** Most texts have nothing of that kind. */
const mayHold = /[\p{Nd}—]/u

const leftAlone = new Set(['pre', 'svg'])

/** In code, words with hyphens: one at the end of a line would read as the typesetter's. Longer ones may have to break. */
const hyphened = /(?<!\S)(?=\S*-)\S{1,24}(?!\S)/gu

/** Wraps each such run in `<span class="together">`; text and order stay as they are. Changes `tree`. */
export function keepTogether(tree: Root | Element, isCode = false): void {
  const children: ElementContent[] = []
  for (const child of tree.children) {
    if (child.type === 'text') children.push(...wrapped(child, isCode ? hyphened : counts))
    else if (child.type === 'element') {
      if (!leftAlone.has(child.tagName)) keepTogether(child, isCode || child.tagName === 'code')
      children.push(child)
    } else if (child.type === 'comment') children.push(child)
  }
  tree.children = children
}

const wrapped = (text: Text, pattern: RegExp): ElementContent[] => piecesOf(text.value, pattern)?.map(asNode) ?? [text]

const asNode = ({ text, isHeld }: Piece): ElementContent =>
  (isHeld ? h('span', { className: ['together'] }, text) : { type: 'text', value: text })

/** A stretch of a text, and whether no line may end in it. */
export interface Piece {
  readonly text: string
  readonly isHeld: boolean
}

/** Pieces of a text that is set by a reading system or a browser; undefined where it may be parted anywhere. Linear in the text. */
export const heldPieces = (text: string): Piece[] | undefined => (mayHold.test(text) ? piecesOf(text, countsInFlow) : undefined)

/** The same as nodes. */
export const heldNodes = (text: Text): ElementContent[] => heldPieces(text.value)?.map(asNode) ?? [text]

function piecesOf(text: string, pattern: RegExp): Piece[] | undefined {
  const pieces: Piece[] = []
  let done = 0
  for (const match of text.matchAll(pattern)) {
    if (match.index > done) pieces.push({ text: text.slice(done, match.index), isHeld: false })
    pieces.push({ text: match[0], isHeld: true })
    done = match.index + match[0].length
  }
  if (done === 0) return undefined
  if (done < text.length) pieces.push({ text: text.slice(done), isHeld: false })
  return pieces
}
