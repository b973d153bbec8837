import { expect, test } from '@jest/globals'
import { placed, type PageFace } from '../../../pipeline/writers/pdf/found-text/clusters.ts'
import type { Face } from '../../../pipeline/writers/pdf/found-text/face.ts'
import { withFoundText } from '../../../pipeline/writers/pdf/found-text/index.ts'
import { nothingKnown, textObjects } from '../../../pipeline/writers/pdf/found-text/text-objects.ts'

interface Added {
  readonly glyph: number | 'blank'
  readonly text: string
  readonly width: number
}

/** Each letter is half as wide as the type is high, marks have no width; codes are those of Unicode. */
function face(letters = 'بتدعنالج،.() _KLB١٢'): PageFace & { readonly added: Map<number, Added> } {
  const added = new Map<number, Added>()
  const texts = new Map([...letters, '\u064E', '\u064F', '\u0651', '\u0640'].map((letter) => [letter.charCodeAt(0), letter]))
  const widthOf = (code: number) => added.get(code)?.width ?? (/\p{M}/u.test(texts.get(code) ?? '') ? 0 : 500)
  const textOf = (code: number) => added.get(code)?.text ?? texts.get(code)
  const add = (one: Added): number => {
    const same = [...added].find(([, { glyph, text, width }]) => glyph === one.glyph && text === one.text && width === one.width)
    const code = same?.[0] ?? 0x2000 + added.size
    added.set(code, one)
    return code
  }
  const own: Face = {
    isArabic: true, textOf, widthOf,
    saying: (code, text) => (textOf(code) === text ? code : add({ glyph: added.get(code)?.glyph ?? code, text, width: widthOf(code) })),
    blank: (text, width) => add({ glyph: 'blank', text, width }),
  }
  return { name: 'F4', face: own, added }
}

const code = (character: string): string => character.charCodeAt(0).toString(16).padStart(4, '0')

/** A run from left to right, as the browser writes it: `[ َ ب]` is a cluster of a mark and the letter that carries it. */
function run(text: string, x = 0, matrix = '1 0 0 -1 60 80'): string {
  let move = x
  const shown = [...text.matchAll(/\[([^\]]+)\]|(.)/gsu)].map(([, cluster, letter]) => {
    const glyphs = [...(cluster ?? letter ?? '')]
    const operators = glyphs.map((glyph) => {
      const operator = `${move} 0 Td <${code(glyph)}> Tj`
      move = /\p{M}/u.test(glyph) ? 0 : 5
      return operator
    })
    // Letter first: the order of a text, not of the paper.
    const own = [...glyphs].reverse().map(code).join('')
    return cluster ? `/Span<</ActualText <feff${own}> >> BDC\n${operators.join('\n')}\nEMC` : operators.join('\n')
  })
  return `BT\n/ReversedChars BMC\n/F4 10 Tf\n${matrix} Tm\n${shown.join('\n')}\nEMC\nET`
}

/** What is said, in the order of the content; where, on which line; drawn glyphs that say nothing stand apart. */
function read(content: string, font = face()) {
  const fonts = new Map([['F4', font]])
  const rewritten = withFoundText(content, fonts)
  // The browser's own form, which the reader knows: one glyph an operator.
  let pen = 0
  let [x, hidden] = [0, false]
  const words: string[] = []
  const places: [string, number][] = []
  let isOpen = false
  for (const [whole, span, mark, move, array] of rewritten.matchAll(/(\/\S+<<\/ActualText \(( ?)\)>> BDC|\/ReversedChars BMC)|(?:(-?[\d.]+) -?[\d.]+ Td \[([^\]]*)\] TJ)|EMC|BT/g)) {
    if (whole === 'BT') x = 0
    else if (whole === 'EMC') [hidden, isOpen] = [false, false]
    else if (span) {
      hidden = mark !== undefined
      if (span.startsWith('/Rev')) [isOpen] = [true, words.push('')]
    } else {
      x += Number(move)
      pen = x
      if (!isOpen && !hidden) words.push('')
      for (const [, digits, back] of (array ?? '').matchAll(/<([0-9a-f]+)>|(-?[\d.]+)/g)) {
        if (back !== undefined) pen -= Number(back) / 100
        for (let at = 0; digits && at < digits.length; at += 4) {
          const one = parseInt(digits.slice(at, at + 4), 16)
          const glyph = font.added.get(one)?.glyph ?? one
          if (glyph !== 'blank') places.push([String.fromCharCode(glyph), Math.round(pen * 100) / 100 + 0])
          if (!hidden) words[words.length - 1] += font.face.textOf(one) ?? '?'
          pen += font.face.widthOf(one) / 100
        }
      }
    }
  }
  return {
    rewritten, said: words.join('|'), words: words.map((word) => word.replace(/^[\u061C\u200F]? | $/g, '')), places: places.filter(([glyph]) => glyph !== ' ').sort((one, other) => one[1] - other[1] || (one[0] < other[0] ? -1 : 1)),
  }
}

const places = (content: string): [string, number][] =>
  textObjects(content, new Map([['F4', face()]]), nothingKnown()).flatMap(({ pieces = [] }) => pieces).flatMap(placed)
    .flatMap(({ glyphs }) => glyphs.map(({ code, x }): [string, number] => [String.fromCharCode(code), x])).filter(([glyph]) => glyph !== ' ')
    .sort((one, other) => one[1] - other[1] || (one[0] < other[0] ? -1 : 1))

test('a mark is said by an empty glyph before its letter, and drawn in its place without saying anything', () => {
  const font = face()
  const { words, places: now } = read(run('[\u064Eت]ن[\u064Fب]'), font)
  // From left to right on paper; from right to left, بُنتَ.
  expect(words).toEqual(['\u064Eتن\u064Fب'])
  expect(now).toEqual(places(run('[\u064Eت]ن[\u064Fب]')))
  expect([...font.added.values()]).toEqual(expect.arrayContaining([
    { glyph: 'blank', text: '\u064E', width: 0 }, { glyph: 0x064E, text: '\u200D', width: 0 },
  ]))
})

test('words of a line follow each other as they are read', () => {
  const { words, said } = read(run('تد نب عد'))
  expect(words).toEqual(['عد', 'نب', 'تد'])
  // From left to right on paper: each after a space, which its first letter says.
  expect(said).toBe('عد |نب |تد ')
})

test('a foreign name keeps its own order between Arabic words, its brackets with the line', () => {
  const { words, said, rewritten, places: now } = read(run('نب (KL B) عد'))
  expect(now).toEqual(places(run('نب (KL B) عد')))
  // Signs of direction at each turn; brackets face the way of their line.
  expect(words.map((word) => word.replaceAll(/[\u200E\u200F]/g, '')).filter(Boolean)).toEqual(['عد', ')', 'KL', 'B', '(', 'نب'])
  expect(words.join('')).toMatch(/\u200FKL/)
  // Between words of its own way stands no sign, which would turn them about.
  expect(said).toContain('KL| B')
  // PDFium turns the words of the line about, so each begins where the other stands; `places` proves that it is drawn in its own.
  const begins = [...rewritten.matchAll(/(-?[\d.]+) -?[\d.]+ Td (\[[^\]]*\])/g)]
  let x = 0
  const [first = 0, second = 0] = begins.flatMap(([, move, shown = '']) => {
    x += Number(move)
    return /> ?-?[\d.]+ ?</.test(shown) ? [x] : []
  })
  expect(first).toBeGreaterThan(second)
})

test('digits run from left to right and the full stop stays with the line', () => {
  expect(read(run('.نب ١٢')).words.map((word) => word.replaceAll(/[\u200E\u200F]/g, ''))).toEqual(['١٢', '.نب'])
})

test('a number behind its prefix is said without a space, and a cell beside another with one', () => {
  const line = (x: number) => read(`${run('١٢', 0, '1 0 0 -1 60 91')}\n${run('[\u064Eب] نب', 0, `1 0 0 -1 ${x} 91`)}`).said.replaceAll('\u200E', '').split('|')
  // The letter before it ends in a mark, behind which a space would be said as well.
  expect(line(70)).toEqual(['\u200F١٢', 'نب ', '\u064Eب '])
  expect(line(75)).toEqual(['\u200F ١٢', 'نب ', '\u061C \u064Eب '])
})

test('between a mark and the comma behind it stands a sign of direction', () => {
  expect(read(run('،[\u064Eت]ن')).words).toEqual(['\u200F،\u200F\u064Eتن'])
})

test('a stroke inside a word says nothing, and an empty glyph as wide as the gap says the letter before it; at the end of a word it is the manuscript’s', () => {
  const font = face()
  const { words, places: now } = read(run('دـعب'), font)
  expect(words).toEqual(['دعب'])
  expect([...font.added.values()]).toEqual(expect.arrayContaining([{ glyph: 'blank', text: 'د', width: 1000 }, { glyph: 'د'.charCodeAt(0), text: '\u200D', width: 500 }]))
  expect(now).toEqual(places(run('دـعب')))
  expect(read(run('ـعب')).words).toEqual(['ـعب'])
})

test('a glyph that stands for two letters says the first; an empty one says the second', () => {
  const font = face()
  const ligature = `BT\n/F4 10 Tf\n1 0 0 -1 60 80 Tm\n/Span<</ActualText <feff06440627> >> BDC\n0 0 Td <${code('ل')}> Tj\nEMC\nET`
  expect(read(ligature, font).words).toEqual(['ال'])
  expect([...font.added.values()]).toContainEqual({ glyph: 'blank', text: 'ا', width: 0 })
})

test('a letter that climbs is said on the base line, in one piece with its word, and drawn where it stands', () => {
  const font = face()
  const climbing = `BT\n/F4 10 Tf\n1 0 0 -1 60 80 Tm\n0 0 Td <${code('ب')}> Tj\n5 3 Td <${code('ن')}> Tj\nET`
  const { words, rewritten } = read(climbing, font)
  expect(words).toEqual(['بن'])
  expect(rewritten.match(/ReversedChars BMC\n[^]*?EMC/)?.[0].match(/TJ/g)?.length).toBe(1)
  expect(rewritten).toContain('5 3 Td')
  expect([...font.added.values()]).toContainEqual({ glyph: 'blank', text: 'ن', width: 500 })
})

test('a word that ends in a mark says the space behind it, and the next word none before', () => {
  const { said } = read(run('تد [\u064Eن]ب'))
  expect(said).toBe('\u061C \u064Eنب |تد')
})

test('the sign behind a stop stands inside it, so that a number drawn in under the stop is not parted', () => {
  const font = face()
  const { rewritten } = read(run('نب ،١٢'), font)
  const sign = [...font.added].find(([, { text }]) => text === '\u200E')?.[0].toString(16)
  expect(rewritten).toMatch(new RegExp(`${code('،')}>32<${sign}>`))
})

test('Latin lines, other operators and fonts without Arabic stay as they are', () => {
  const latin = run('KL B')
  expect(read(latin).rewritten).toBe(latin)
  const strange = run('نب').replace('Tm\n', 'Tm\n2 Tr\n')
  expect(read(strange).rewritten).toBe(strange)
  const arabic = run('نب')
  expect(withFoundText(arabic, new Map())).toBe(arabic)
})

test('tags round a line stay, and each line has its own', () => {
  const content = `/P <</MCID 1 >>BDC\n${run('تد نب')}\nEMC\n/P <</MCID 2 >>BDC\n${run('عد', 0, '1 0 0 -1 60 98')}\nEMC`
  const { rewritten } = read(content)
  expect(rewritten.match(/\/P <<\/MCID \d >>BDC\nBT[^]*?ET\nEMC/g)?.length).toBe(2)
  expect(rewritten.match(/BDC|BMC/g)?.length).toBe(rewritten.match(/EMC/g)?.length)
})

test('what is drawn again is written again alike, wherever it stands', () => {
  const known = nothingKnown()
  const font = face()
  const once = (x: number) => withFoundText(run('[\u064Eت]ن', x), new Map([['F4', font]]), known).replace(/-?[\d.]+(?= -?[\d.]+ Td)/g, 'x')
  expect(once(20)).toBe(once(0))
  expect(known.shapes.size).toBe(1)
  // The same glyphs, further apart, are something else.
  const wide = withFoundText(run('[\u064Eت]ن').replace('5 0 Td', '7 0 Td'), new Map([['F4', font]]), known)
  expect(wide).not.toContain(once(0).match(/\[.*\] TJ/)?.[0])
})

test('what has a tag of its own on a right-to-left line is written in the order in which it is read', () => {
  const tagged = (id: number, glyphs: string, x: number) => `/NonStruct <</MCID ${id} >>BDC\n${run(glyphs, 0, `1 0 0 -1 ${x} 91`)}\nEMC`
  const { rewritten } = read([tagged(0, 'نب', 60), tagged(1, 'KL', 90), tagged(2, 'BM', 120), tagged(3, 'عد تد', 150)].join('\n'))
  expect([...rewritten.matchAll(/MCID (\d)/g)].map(([, id]) => Number(id))).toEqual([3, 1, 2, 0])
  expect(rewritten.match(/BDC|BMC/g)?.length).toBe(rewritten.match(/EMC/g)?.length)
  // Most letters are Latin: the line is read from the left.
  const english = [tagged(0, 'KLBM', 60), tagged(1, 'نب', 90), tagged(2, 'BMKL', 120)].join('\n')
  expect([...read(english).rewritten.matchAll(/MCID (\d)/g)].map(([, id]) => Number(id))).toEqual([0, 1, 2])
})

test('a word in a Latin face is read where something Arabic stands at its height, and stays as it is elsewhere', () => {
  const latin = face()
  const fonts = new Map([['F4', face()], ['F5', { ...latin, name: 'F5', face: { ...latin.face, isArabic: false } }]])
  const word = (id: number, glyphs: string, font: string, x: number, y: number) => `/NonStruct <</MCID ${id} >>BDC\n${run(glyphs, 0, `1 0 0 -1 ${x} ${y}`).replace('/F4', `/${font}`)}\nEMC`
  const beside = withFoundText([word(0, 'KL', 'F5', 60, 91), word(1, 'عد تد', 'F4', 90, 91)].join('\n'), fonts)
  expect([...beside.matchAll(/MCID (\d)/g)].map(([, id]) => Number(id))).toEqual([1, 0])
  const [above, below] = [word(0, 'KL', 'F5', 60, 71), word(2, 'BM', 'F5', 60, 111)]
  const between = withFoundText([above, word(1, 'عد تد', 'F4', 90, 91), below].join('\n'), fonts)
  expect([between.startsWith(above), between.endsWith(below), between.includes('TJ')]).toEqual([true, true, true])
})
