/**
 * Faces of signs on paper, all under the SIL Open Font License: what the files of EB Garamond by script leave out (fractions, arrows, Greek,
 * Cyrillic), from the whole face, and what that lacks, from Gentium Book Plus (fifths and sixths, coins, letters of phoneticians and editors),
 * Noto Sans Math (mathematics and its like), Noto Sans Symbols (enclosed numbers and letters), Noto Sans Symbols 2 (ticks, boxes, ornaments)
 * and IBM Plex Mono (lines of drawings in code), in this order.
 */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { coverageOf } from './coverage.ts'
import type { Asset } from './document.ts'
import { drawableCharacters, drawnBy, fontAssets, fontFiles, printFiles } from './fonts.ts'

type Family = 'EB Garamond' | 'Gentium Book Plus' | 'Noto Sans Math' | 'Noto Sans Symbols' | 'Noto Sans Symbols 2' | 'IBM Plex Mono'

interface SignFile {
  readonly family: Family
  readonly weight: 400 | 700
  readonly style: 'normal' | 'italic'
  /** As Node resolves it. */
  readonly path: string
  readonly format: 'truetype' | 'woff2'
}

const cuts = [['400Regular', 400, 'normal'], ['400Regular_Italic', 400, 'italic'], ['700Bold', 700, 'normal'], ['700Bold_Italic', 700, 'italic']] as const

/** Whole faces, `name` that of the package. */
const whole = (family: Family, name: string, count: number = cuts.length): SignFile[] => cuts.slice(0, count).map(([cut, weight, style]): SignFile =>
  ({ family, weight, style, path: `@expo-google-fonts/${name}/${cut}/${family.replaceAll(' ', '')}_${cut}.ttf`, format: 'truetype' }))

const symbols = ([['Noto Sans Math', 'math', 'latin'], ['Noto Sans Symbols', 'symbols', 'symbols'], ['Noto Sans Symbols 2', 'symbols-2', 'symbols']] as const)
  .map(([family, name, subset]): SignFile => ({ family, weight: 400, style: 'normal', path: `@fontsource/noto-sans-${name}/files/noto-sans-${name}-${subset}-400-normal.woff2`, format: 'woff2' }))

/** Each family in one piece. */
const files: readonly SignFile[] = [...whole('EB Garamond', 'eb-garamond'), ...whole('Gentium Book Plus', 'gentium-book-plus'), ...symbols, ...whole('IBM Plex Mono', 'ibm-plex-mono', 1)]

/** Of each family the upright cut, which comes first. */
const upright = files.filter(({ family }, index) => family !== files[index - 1]?.family)

const require = createRequire(import.meta.url)

const bytesOf = ({ path }: SignFile): Uint8Array => readFileSync(require.resolve(path))

const nameOf = ({ path }: SignFile): string => path.slice(path.lastIndexOf('/') + 1)

/** Letters, digits and signs that stand by themselves; a mark comes from the face of its letter. */
const drawnAlone = /[\p{L}\p{N}\p{P}\p{S}]/u

/** The browser ends a broken line with it wherever a face has it, and so would bring a whole face into every book for a stroke that the others have. */
const hyphen = 0x2010

let byScript: ReadonlySet<number> | undefined

/** Characters of the files of EB Garamond by script, alike in all cuts. */
function drawnByScript(): ReadonlySet<number> {
  byScript ??= new Set(fontFiles.filter(({ family, weight, style }) => family === 'EB Garamond' && weight === 400 && style === 'normal').flatMap(drawnBy))
  return byScript
}

const served = new Map<SignFile, ReadonlySet<number>>()

/** Characters that are asked of a file: those that no file before it has. */
function servedBy(file: SignFile): ReadonlySet<number> {
  const known = served.get(file)
  if (known) return known
  const earlier = upright.slice(0, upright.findIndex(({ family }) => family === file.family))
  const before = earlier.length === 0 ? drawnByScript() : new Set([...drawableCharacters(), ...earlier.flatMap((one) => [...servedBy(one)])])
  const own = new Set([...coverageOf(bytesOf(file))].filter((code) => code !== hyphen && !before.has(code) && drawnAlone.test(String.fromCodePoint(code))))
  served.set(file, own)
  return own
}

/** As CSS writes them. */
function rangesOf(codes: ReadonlySet<number>): string {
  const ranges: [number, number][] = []
  for (const code of [...codes].sort((one, other) => one - other)) {
    const last = ranges.at(-1)
    if (last && last[1] === code - 1) last[1] = code
    else ranges.push([code, code])
  }
  const hex = (code: number): string => code.toString(16).toUpperCase()
  return ranges.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(',')
}

let ofSigns: RegExp | undefined

/** Whether a text has a character that is asked of these files; references of HTML are characters, as its writer has them. Linear. */
export function showsSigns(text: string): boolean {
  ofSigns ??= new RegExp(`[${[...files.flatMap((file) => [...servedBy(file)])].map((code) => `\\u{${code.toString(16)}}`).join('')}]`, 'u')
  return ofSigns.test(text)
}

/** `@font-face` rules; a file is asked for only by a page that shows one of its characters. */
export const signStyles = (url: (name: string) => string): string => files.map((file) =>
  `@font-face{font-family:"${file.family}";font-style:${file.style};font-weight:${file.weight};` +
  `src:url("${url(nameOf(file))}") format("${file.format}");unicode-range:${rangesOf(servedBy(file))}}`).join('\n')

/** Every file that a printed page may ask for, under `fonts/`. */
export const printAssets = (): Map<string, Asset> => new Map([
  ...fontAssets(printFiles),
  ...files.map((file) => [`fonts/${nameOf(file)}`, { type: file.format === 'woff2' ? 'font/woff2' : 'font/ttf', bytes: bytesOf(file) }] as const),
])

let printable: ReadonlySet<number> | undefined

/** Code points that a printed page can show. */
export const printableCharacters = (): ReadonlySet<number> => (printable ??= new Set([...drawableCharacters(), ...upright.flatMap((file) => [...servedBy(file)])]))
