/** The text of each column of a PDF of columns by itself, for on a whole page poppler mixes the two. */

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { bilingual, type Bilingual } from '../../../pipeline/model/language.ts'

/** What `NAME.pages.json` says of where columns stand; lengths are CSS pixels. */
interface Told {
  readonly view: string
  readonly page: { readonly width: number; readonly height: number; readonly area: { readonly inner: number; readonly width: number } }
  readonly columns?: Bilingual<number>
  readonly halves: readonly { readonly binding: 'left' | 'right' }[]
  readonly pages: readonly { readonly side: 'recto' | 'verso'; readonly half: number }[]
}

const points = (pixels: number): number => Math.round(pixels * 0.75)

/** For each language the text of its column on every page; undefined where the product tells of no columns. */
export function columnTexts(pdf: string): Bilingual<readonly string[]> | undefined {
  const path = pdf.replace(/\.pdf$/, '.pages.json')
  const told = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) as Told : undefined
  const { columns } = told ?? {}
  if (!told || !columns || !told.view.startsWith('columns')) return undefined
  const { width, area } = told.page
  const edges = { inside: area.inner, outside: width - area.inner - area.width }
  const texts = bilingual((language) => {
    const at = (edge: number): string[] => cropped(pdf, told, edge + (language === 'en' ? 0 : area.width - columns.ar), columns[language])
    return { inside: at(edges.inside), outside: at(edges.outside) }
  })
  const own = told.pages.map(({ side, half }) => (side === 'recto') === (told.halves[half]?.binding === 'left') ? 'inside' : 'outside' as const)
  return bilingual((language) => own.map((edge, page) => texts[language][edge][page] ?? ''))
}

/** Text of every page between two edges; letters that reach out of their column by a point belong to it. */
function cropped(pdf: string, { page }: Told, left: number, width: number): string[] {
  const box = ['-x', points(left) - 1, '-y', 0, '-W', points(width) + 2, '-H', points(page.height)].map(String)
  return execFileSync('pdftotext', ['-r', '72', ...box, pdf, '-'], { encoding: 'utf8', maxBuffer: 2 ** 30 }).split('\f')
}
