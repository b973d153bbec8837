/** Which kinds of characters stand in a text, found in one look at each, for many rules ask it of every text of a book. */

const kinds = { arabic: 1, latin: 2, western: 4, eastern: 8, control: 16 } as const

export type Kind = keyof typeof kinds

/** What makes a character one of a kind: letters of a script, digits of a family, embeddings with overrides and isolates. */
const patterns: readonly (readonly [kind: number, pattern: RegExp])[] = [
  [kinds.arabic, /(?=\p{Script=Arabic})\p{L}/u],
  [kinds.latin, /(?=\p{Script=Latin})\p{L}/u],
  [kinds.western, /[0-9]/],
  [kinds.eastern, /[٠-٩]/],
  [kinds.control, /[\u202A-\u202E\u2066-\u2069]/],
]

/** Says that a character was looked at. */
const isKnown = 128

/** Kinds of each code unit that was met; 0 for one that was not. */
const known = new Uint8Array(0x10000)

let last = ''
let kindsOfLast = 0

export const hasKind = (text: string, kind: Kind): boolean => (kindsOf(text) & kinds[kind]) !== 0

/** Linear in the text; asked again for the same text, as one rule after the other does, it costs nothing. */
function kindsOf(text: string): number {
  if (text === last) return kindsOfLast
  let all = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    // A letter beyond the plane of the usual ones takes two.
    if (unit >= 0xD800 && unit < 0xDC00) all |= kindOf(text.codePointAt(at++) ?? unit)
    else all |= known[unit] || (known[unit] = kindOf(unit) | isKnown)
  }
  last = text
  kindsOfLast = all
  return all
}

function kindOf(code: number): number {
  const character = String.fromCodePoint(code)
  return patterns.reduce((all, [kind, pattern]) => (pattern.test(character) ? all | kind : all), 0)
}
