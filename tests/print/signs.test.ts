/** Faces of signs: asked only for what others lack, in every cut. */

import { expect, test } from '@jest/globals'
import { drawableCharacters } from '../../pipeline/print/fonts.ts'
import { printableCharacters, printAssets, showsSigns, signStyles } from '../../pipeline/print/signs.ts'

const faces = signStyles((name) => name).split('\n').map((rule) => ({
  family: /font-family:"([^"]*)"/.exec(rule)?.[1], cut: `${/font-weight:(\d+)/.exec(rule)?.[1]} ${/font-style:(\w+)/.exec(rule)?.[1]}`, file: /url\("([^"]*)"\)/.exec(rule)?.[1],
  ranges: (/unicode-range:([^}]*)/.exec(rule)?.[1] ?? '').split(',').map((range) => range.slice(2).split('-').map((end) => parseInt(end, 16))),
}))

/** Families and cuts that are asked for a sign. */
const askedFor = (sign: string): string[] => faces
  .filter(({ ranges }) => ranges.some(([from = 0, to = from]) => sign.codePointAt(0)! >= from && sign.codePointAt(0)! <= to))
  .map(({ family, cut }) => `${family} ${cut}`)

test('fractions, arrows and Greek come from the face of the text, in its four cuts', () => {
  const cuts = ['EB Garamond 400 normal', 'EB Garamond 400 italic', 'EB Garamond 700 normal', 'EB Garamond 700 italic']
  for (const sign of '⅓⅜≈≤→Ωж') expect([sign, askedFor(sign)]).toEqual([sign, cuts])
})

test('what that lacks comes from the faces of rare letters, of mathematics, of symbols and of code, and nothing else does', () => {
  const gentium = ['Gentium Book Plus 400 normal', 'Gentium Book Plus 400 italic', 'Gentium Book Plus 700 normal', 'Gentium Book Plus 700 italic']
  for (const sign of '⅕⅚₪₿※ˁϟ') expect([sign, askedFor(sign)]).toEqual([sign, gentium])
  for (const sign of '├│╗▁') expect([sign, askedFor(sign)]).toEqual([sign, ['IBM Plex Mono 400 normal']])
  for (const sign of '∈∩●★') expect([sign, askedFor(sign)]).toEqual([sign, ['Noto Sans Math 400 normal']])
  for (const sign of '①⑳❶') expect([sign, askedFor(sign)]).toEqual([sign, ['Noto Sans Symbols 400 normal']])
  for (const sign of '✔☐☑☎') expect([sign, askedFor(sign)]).toEqual([sign, ['Noto Sans Symbols 2 400 normal']])
  for (const sign of 'aé½ā—،ب٣\u2010') expect([sign, askedFor(sign)]).toEqual([sign, []])
})

test('every file is at hand, and every sign counts as printable', () => {
  const assets = printAssets()
  for (const { file } of faces) expect(assets.get(`fonts/${file}`)?.bytes.byteLength).toBeGreaterThan(50_000)
  const printable = printableCharacters()
  expect([...drawableCharacters()].filter((code) => !printable.has(code))).toEqual([])
})

test('a body calls for these files only by a character that is theirs', () => {
  expect(showsSigns('<p class="a-b" data-x="1">‘Half’ — ½, é &amp; قال: ٣٫٥؛ […]</p>')).toBe(false)
  for (const sign of '⅓≈∈Ω') expect([sign, showsSigns(`<p>one ${sign} two</p>`)]).toEqual([sign, true])
})
