/** The book's faces, all under the SIL Open Font License: EB Garamond for Latin, Amiri for Arabic, IBM Plex Mono for code in print. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { coverageOf } from './coverage.ts'
import type { Asset } from './document.ts'

export interface FontFile {
  readonly family: 'EB Garamond' | 'Amiri' | 'IBM Plex Mono'
  readonly package: '@fontsource/eb-garamond' | '@fontsource/amiri' | '@fontsource/ibm-plex-mono'
  readonly subset: 'latin' | 'latin-ext' | 'arabic'
  readonly weight: 400 | 700
  readonly style: 'normal' | 'italic'
}

/** Arabic has no slanted cut here, so that none can be set by mistake. */
const garamond = (['latin', 'latin-ext'] as const).flatMap((subset) =>
  ([400, 700] as const).flatMap((weight) => (['normal', 'italic'] as const).map((style): FontFile =>
    ({ family: 'EB Garamond', package: '@fontsource/eb-garamond', subset, weight, style }))))

/** Latin letters come from Amiri only where EB Garamond lacks them; spaces and brackets of Arabic text are its own. */
const amiri = (['arabic', 'latin', 'latin-ext'] as const).flatMap((subset) =>
  ([400, 700] as const).map((weight): FontFile => ({ family: 'Amiri', package: '@fontsource/amiri', subset, weight, style: 'normal' })))

/** The faces of text. */
export const fontFiles: readonly FontFile[] = [...garamond, ...amiri]

/** Of code on paper; a screen has a face of its own for it. What it lacks comes from the faces of text. */
export const codeFiles = (['latin', 'latin-ext'] as const).map((subset): FontFile =>
  ({ family: 'IBM Plex Mono', package: '@fontsource/ibm-plex-mono', subset, weight: 400, style: 'normal' }))

const require = createRequire(import.meta.url)

const packageFolder = (name: FontFile['package']): string => dirname(require.resolve(`${name}/package.json`))

export const fontName = ({ package: name, subset, weight, style }: FontFile): string =>
  `${name.split('/')[1]}-${subset}-${weight}-${style}.woff2`

export const fontBytes = (file: FontFile): Uint8Array =>
  readFileSync(join(packageFolder(file.package), 'files', fontName(file)))

/** The licence text that travels with a face. */
export const fontLicence = (name: FontFile['package']): Uint8Array => readFileSync(join(packageFolder(name), 'LICENSE'))

const ranges = new Map<string, Record<string, string>>()

/** Characters that a subset holds, as CSS writes them. */
export function unicodeRange({ package: name, subset }: FontFile): string {
  const known = ranges.get(name) ?? JSON.parse(readFileSync(join(packageFolder(name), 'unicode.json'), 'utf8')) as Record<string, string>
  ranges.set(name, known)
  return known[subset] ?? ''
}

/** An `@font-face` rule; `url` says where a file is found by whoever reads the style sheet, `metrics` adds descriptors. */
export function fontFace(file: FontFile, url: (name: string) => string, metrics = ''): string {
  return `@font-face{font-family:"${file.family}";font-style:${file.style};font-weight:${file.weight};` +
    `src:url("${url(fontName(file))}") format("woff2");${metrics}unicode-range:${unicodeRange(file)}}`
}

export const fontStyles = (url: (name: string) => string, metrics: Partial<Record<FontFile['family'], string>> = {}): string =>
  fontFiles.map((file) => fontFace(file, url, metrics[file.family])).join('\n')

/** All that a printed page may show. */
export const printFiles: readonly FontFile[] = [...fontFiles, ...codeFiles]

/** Every file of these faces as an asset under `fonts/`. */
export function fontAssets(files = fontFiles): Map<string, Asset> {
  return new Map(files.map((file) => [`fonts/${fontName(file)}`, { type: 'font/woff2', bytes: fontBytes(file) }]))
}

/** Code points that text in either language finds in one of the two faces of text. */
export function drawableCharacters(): ReadonlySet<number> {
  drawable ??= new Set(fontFiles.filter(({ weight, style }) => weight === 400 && style === 'normal').flatMap(drawnBy))
  return drawable
}

let drawable: ReadonlySet<number> | undefined

/** The browser asks a file only for the characters of its range. */
export function drawnBy(file: FontFile): number[] {
  const stretches = unicodeRange(file).split(',').map((stretch) => stretch.trim().slice(2).split('-').map((end) => parseInt(end, 16)))
  const isInRange = (character: number) => stretches.some(([from = 0, to = from]) => character >= from && character <= to)
  return [...coverageOf(fontBytes(file))].filter(isInRange)
}
