/**
 * Proves on which plates finished files print, with a renderer that shares nothing with ours: `node --import tsx tests/bench/press/plates.ts FILE.pdf …`.
 *
 * MuPDF draws each page in four inks, without any conversion. Inside the trim, pages without pictures must have black alone. Prints Markdown.
 */

import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { readPdf } from '../../../pipeline/check/pdf/read.ts'
import type { Page } from '../../../pipeline/check/pdf/facts.ts'

const resolution = 50

interface Plates {
  readonly width: number
  readonly height: number
  /** Cyan, magenta, yellow, black of each pixel. */
  readonly inks: Uint8Array
}

/** Of one page; throws where MuPDF is not installed. */
function platesOf(file: string, page: number): Plates {
  const { stdout, error } = spawnSync('mutool', ['draw', '-q', '-N', '-c', 'cmyk', '-F', 'pam', '-r', String(resolution), '-o', '-', file, String(page)], { maxBuffer: 2 ** 30 })
  if (error) throw new Error('MuPDF’s mutool is needed', { cause: error })
  const head = stdout.toString('latin1', 0, 400)
  const value = (key: string) => Number(new RegExp(`${key} (\\d+)`).exec(head)?.[1])
  return { width: value('WIDTH'), height: value('HEIGHT'), inks: stdout.subarray(head.indexOf('ENDHDR\n') + 7) }
}

/** Most of each ink inside the trim, from 0 to 255. */
function mostInside({ width, height, inks }: Plates, { boxes: { media, trim = media } }: Page): number[] {
  const pixels = (points: number) => points / 72 * resolution
  const [left, right] = [Math.ceil(pixels(trim[0] - media[0])) + 1, Math.min(width, Math.floor(pixels(trim[2] - media[0])) - 1)]
  const [top, bottom] = [Math.ceil(pixels(media[3] - trim[3])) + 1, Math.min(height, Math.floor(pixels(media[3] - trim[1])) - 1)]
  const most = [0, 0, 0, 0]
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) for (let ink = 0; ink < 4; ink++) most[ink] = Math.max(most[ink]!, inks[(y * width + x) * 4 + ink]!)
  }
  return most
}

/** Letters, and shapes in black or grey: what must stay on one plate. */
const isPlain = ({ things }: Page): boolean => things.every(({ kind, state: { fill, stroke } }) =>
  kind !== 'image' && kind !== 'shading' && [fill, stroke].every(({ values, space }) => space.family === 'DeviceGray' || values.slice(0, 3).every((value) => value === 0)))

process.stdout.write('| file | pages | in black alone | of those, on other plates |\n|---|---|---|---|\n')
for (const file of process.argv.slice(2)) {
  const reading = readPdf(readFileSync(file))
  if (!('facts' in reading)) throw new Error(`${file} cannot be read`)
  const { pages } = reading.facts
  const plain = pages.filter((page) => isPlain({ ...page, things: page.things.filter(({ box }) => isInTrim(box, page)) }))
  const spoiled = plain.filter((page) => mostInside(platesOf(file, page.number), page).slice(0, 3).some((most) => most > 0))
  process.stdout.write(`| ${basename(file)} | ${pages.length} | ${plain.length} | ${spoiled.map(({ number }) => number).join(', ') || 'none'} |\n`)
}

function isInTrim(box: readonly number[], { boxes: { media, trim = media } }: Page): boolean {
  return box[0]! < trim[2] && box[2]! > trim[0] && box[1]! < trim[3] && box[3]! > trim[1]
}
