/** What every page loads: style, faces and the site's one small script. */

import { readFileSync } from 'node:fs'
import { encode } from 'fast-png'
import type { Artifact } from '../../model/edition.ts'
import { fontAssets, fontFiles, fontLicence, fontStyles } from '../../print/fonts.ts'
import { bundled } from '../bundle.ts'
import { latinInArabic } from '../epub/faces.ts'

const template = (path: string): URL => new URL(`../../../templates/${path}`, import.meta.url)

export function assets(): Artifact[] {
  const sheets = ['ui', 'site'].map((name) => readFileSync(template(`styles/${name}.css`), 'utf8'))
  const url = (name: string) => `fonts/${name}`
  const faces = [fontStyles(url, { 'EB Garamond': 'font-display:swap;', 'Amiri': 'font-display:swap;' }), ...latinInArabic(fontFiles, url)]
  return [
    { name: 'assets/site.css', bytes: Buffer.from([...faces, ...sheets].join('\n')) },
    { name: 'assets/site.js', bytes: Buffer.from(script()) },
    { name: 'assets/book.png', bytes: blankCover() },
    ...[...fontAssets()].map(([name, { bytes }]) => ({ name: `assets/${name}`, bytes })),
    ...(['@fontsource/eb-garamond', '@fontsource/amiri'] as const).map((name) => ({ name: `assets/fonts/${name.split('/')[1]}-OFL.txt`, bytes: fontLicence(name) })),
  ]
}

const script = (): string => bundled('site/index.ts', { minify: true, target: 'es2020' })

/** A plain board for feeds, which ask for a picture of every book. */
function blankCover(): Uint8Array {
  const [width, height] = [200, 300]
  return encode({ width, height, channels: 1, depth: 8, data: new Uint8Array(width * height).fill(0xE0) })
}
