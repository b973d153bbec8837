/** What other programs do to a file on its way back: nothing of it changes the book unasked, and nothing that was said in it is lost in silence. */

import { describe, expect, test } from '@jest/globals'
import { random } from '../support/random.ts'
import { current, imported, writers, written } from './books.ts'
import { chanceBook } from './chance.ts'

const seeds = Array.from({ length: 4 }, (_, index) => index + 1)

/** What units say, markup and all. */
const inUnits = (file: string, change: (inner: string) => string): string =>
  file.replaceAll(/(<(?:seg|source|target)\b[^>]*>)([^]*?)(<\/(?:seg|source|target)>)/g, (_, open: string, inner: string, close: string) => open + change(inner) + close)

/** Their texts, between the tags. */
const inTexts = (file: string, change: (text: string) => string): string =>
  inUnits(file, (inner) => inner.replaceAll(/<(?:"[^"]*"|[^>"])*>|[^<]+/g, (piece) => (piece.startsWith('<') ? piece : change(piece))))

const withoutIds = (file: string): string => file.replaceAll(/ tuid="[^"]*"/g, '').replaceAll(/(<trans-unit) id="[^"]*"/g, '$1 id="1"').replaceAll(/(<segment) id="[^"]*"/g, '$1')
const inUtf16 = (file: string, isLittle: boolean): Buffer => {
  const bytes = Buffer.from(`\uFEFF${file.replace('encoding="UTF-8"', 'encoding="UTF-16"')}`, 'utf16le')
  return isLittle ? bytes : bytes.swap16()
}

/** Each leaves every bead as it was. */
const harmless: readonly (readonly [string, (file: string, seed: number) => string | Buffer])[] = [
  ['other line ends', (file) => file.replaceAll('\n', '\r\n')],
  ['a mark of byte order', (file) => `\uFEFF${file}`],
  ['UTF-16, little end first', (file) => inUtf16(file, true)],
  ['UTF-16, big end first', (file) => inUtf16(file, false)],
  ['marks composed', (file) => file.normalize('NFC')],
  ['marks decomposed', (file) => inTexts(file, (text) => text.normalize('NFD'))],
  ['returns as numbers', (file) => inTexts(file, (text) => text.replaceAll(/ (?=\S)/g, '&#x0D;&#10; '))],
  ['spaces that do not break', (file) => inTexts(file, (text) => text.replaceAll(' ', '\u00A0'))],
  ['texts over several lines', (file) => inTexts(file, (text) => text.replaceAll(' ', '\n      '))],
  ['letters as numbers', (file) => inTexts(file, (text) => text.replaceAll(/[\u0600-\u06FF]/g, (letter) => `&#x${letter.charCodeAt(0).toString(16)};`))],
  ['marks of direction and joiners put in', (file) => inTexts(file, (text) => text.replaceAll(' ', '\u200F \u2067').replaceAll(/$/g, '\u2069\u200B'))],
  ['vowel marks and tatweel taken out of all', (file) => inTexts(file, (text) => text.replaceAll(/[\u064B-\u0652\u0640]/g, ''))],
  ['quotes of a typewriter', (file) => inTexts(file, (text) => text.replaceAll(/[«»]/g, '&quot;').replaceAll('’', '\''))],
  ['languages with a country', (file) => file.replaceAll(/="en"/g, '="en-US"').replaceAll(/="ar"/g, '="ar-EG"')],
  ['a prefix for every name', (file) => file.replaceAll(/<(\/?)(?=[a-z])(?!xml)(?!\w+:)/g, '<$1x:').replace(/ xmlns="/, ' xmlns:x="')],
  ['comments and instructions between', (file) => file.replaceAll(/(<(?:tu|trans-unit|unit)\b)/g, '<!-- <seg>no</seg> --><?tool off?>$1')],
  ['units in another order', (file, seed) => shuffled(file, seed)],
]

/** Segments of XLIFF 2 stay in their unit. */
function shuffled(file: string, seed: number): string {
  const chance = random(seed)
  const units = file.match(/<(tu|trans-unit|unit)\b[^]*?<\/\1>/g) ?? []
  const order = units.map((unit) => ({ unit, at: chance() })).sort((one, other) => one.at - other.at)
  let next = 0
  return file.replaceAll(/<(tu|trans-unit|unit)\b[^]*?<\/\1>/g, () => order[next++]?.unit ?? '')
}

describe.each(writers)('%s', (_name, write) => {
  test.each(harmless)('%s: every bead is as it was, with names and without', (_what, mangle) => {
    for (const seed of seeds) {
      const book = chanceBook(seed)
      const { beads } = book.alignment
      for (const change of [(file: string) => file, withoutIds]) {
        const { same, rewordings, messages } = imported(Buffer.from(mangle(change(written(write, book)), seed) as string), book)
        // A bead with an empty side, without a name, says only half.
        const told = messages.filter(({ rule }) => !['exchange/half', 'exchange/empty', 'exchange/spelling-kept'].includes(rule))
        const halves = change === withoutIds ? beads.filter(({ en, ar }) => en.from === en.to || ar.from === ar.to).length : 0
        expect({ seed, same: same >= beads.length - halves, rewordings, told }).toEqual({ seed, same: true, rewordings: [], told: [] })
      }
    }
  })

  test.each([['الحارسُ', 'الحارسَ', 'ar'], ['ليلـة', 'ليلة', 'ar'], ['keeper’s', 'keeper‘s', 'en']] as const)('%s that was corrected to %s comes back as words', (from, to, side) => {
    const book = chanceBook(3)
    let count = 0
    const mangled = inTexts(written(write, book), (text) => text.replace(from, () => (count++ === 0 ? to : from)))
    const { same, rewordings } = imported(mangled, book)
    expect([count > 1, same, rewordings.map(({ language }) => language), rewordings[0]?.after.includes(to)]).toEqual([true, book.alignment.beads.length, [side], true])
  })

  const code = /<(bpt|ept|ph)\b(?:"[^"]*"|[^>"])*>[^<]*<\/\1>|<\/?(?:ph|x|g|pc)\b(?:"[^"]*"|[^>"])*>/g
  test.each([['dropped', ''], ['written as words', '&lt;x1/&gt;']])('markup that is %s loses no word, and new words are not written over it', (_what, instead) => {
    for (const seed of seeds) {
      const book = chanceBook(seed)
      const without = inUnits(written(write, book), (inner) => inner.replaceAll(code, instead))
      expect([seed, imported(without, book).same]).toEqual([seed, book.alignment.beads.length])
      const { rewordings } = imported(inTexts(without, (text) => text.replaceAll('night', 'noon').replaceAll('ليلـة', 'نهار')), book)
      const { runs } = current(book)
      const overMarkup = rewordings.filter(({ sentence, language, span }) => sentence && runs[language].slice(span.from, span.to).flat().some((run) => run.kind !== 'text' && run.code !== ''))
      expect([seed, rewordings.length > 0, overMarkup]).toEqual([seed, true, []])
    }
  })
})
