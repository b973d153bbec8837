/** Text as the search compares it: without vowel marks, tatweel, forms of hamza, case and accents. */

export interface Folded {
  readonly text: string
  /** For each letter of the folded text, where it stood in the text as written; one more for the end. */
  readonly places: readonly number[]
}

/** Letters that are written one for the other, and signs that romanisations may leave out; what NFD takes apart (أ إ آ ؤ ئ é) loses its mark there already. */
const letters: Readonly<Record<string, string>> = { 'ٱ': 'ا', 'ى': 'ي', 'ی': 'ي', 'ې': 'ي', 'ک': 'ك', 'ة': 'ه', 'ء': '', 'ـ': '', 'ʾ': '', 'ʿ': '', 'ʼ': '' }

/**
 * A hamza before و may stand on either seat (مسؤول, مسئول), or be left out (مسوول), so neither it nor a doubled و counts.
 * Anything that is neither letter nor digit is one space. Linear in the text.
 */
export function fold(written: string): Folded {
  let text = ''
  const places: number[] = []
  for (let at = 0; at < written.length; at++) {
    const character = written.charAt(at)
    for (const letter of foldedLetter(character, written.charAt(at + 1))) {
      if ((letter === ' ' && (text === '' || text.endsWith(' '))) || (letter === 'و' && text.endsWith('و'))) continue
      text += letter
      places.push(at)
    }
  }
  return { text, places: [...places, written.length] }
}

function foldedLetter(character: string, next: string): string {
  if ((character === 'ؤ' || character === 'ئ') && next === 'و') return ''
  const known = alone.get(character) ?? foldedAlone(character)
  alone.set(character, known)
  return known
}

/** A book is long, and its characters are few. */
const alone = new Map<string, string>()

function foldedAlone(character: string): string {
  const plain = character.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '').toLowerCase()
  const known = [...plain].map((letter) => letters[letter] ?? digit(letter)).join('')
  if (known === '' || /[\p{L}\p{N}\p{Cs}]/u.test(known)) return known
  return ' '
}

/** Digits of all three families are the same. */
function digit(letter: string): string {
  const code = letter.charCodeAt(0)
  const value = code >= 0x660 && code <= 0x669 ? code - 0x660 : code >= 0x6F0 && code <= 0x6F9 ? code - 0x6F0 : undefined
  return value === undefined ? letter : String(value)
}

/** Stretches of the text as written, in order and apart, in which words of the query stand; undefined where one of them stands nowhere. */
export function found(query: readonly string[], { text, places }: Folded): [from: number, to: number][] | undefined {
  const stretches: [number, number][] = []
  for (const word of query) {
    let at = text.indexOf(word)
    if (at < 0) return undefined
    for (; at >= 0; at = text.indexOf(word, at + word.length)) stretches.push([places[at] ?? 0, places[at + word.length] ?? 0])
  }
  stretches.sort(([one], [other]) => one - other)
  return stretches.reduce<[number, number][]>((apart, [from, to]) => {
    const last = apart.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else apart.push([from, to])
    return apart
  }, [])
}

/** A query's words, each once. */
export const wordsOf = (query: string): string[] => [...new Set(fold(query).text.split(' ').filter(Boolean))]
