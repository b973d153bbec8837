/** Pages as they are told beside a PDF, made by hand: small sheets whose type area is ten lines of ten pixels high. */

import type { ToldPage, ToldPages, ToldRow } from '../../pipeline/writers/pdf/pages-json.ts'

/** 140 × 130 pixels; the type area, 100 × 100, lies 10 below the head and 10 from the binding. */
const sheet = { width: 140, height: 130, area: { top: 10, inner: 10, width: 100, height: 100 } }

const kinds: Readonly<Record<string, ToldRow[0]>> = { h: 'heading', p: 'text', f: 'figure', t: 'table-head', r: 'table-row', v: 'verse', n: 'note' }

/** `rows('h1 _ p3. p4', 'en')`: rows by kind and lines, `.` where a paragraph ends, `_` for a line's space; `@7` goes to that line. */
export function rows(drawing: string, side: ToldRow[1]): ToldRow[] {
  let top = 0
  return drawing.split(' ').filter(Boolean).flatMap((word): ToldRow[] => {
    if (word === '_') { top += 10; return [] }
    if (word.startsWith('@')) { top = 10 * Number(word.slice(1)); return [] }
    const lines = Number(/\d+/.exec(word)?.[0])
    const row: ToldRow = [kinds[word[0]!]!, side, top, top + lines * 10, 'ftr'.includes(word[0]!) ? 1 : lines, word.endsWith('.') ? 1 : 0]
    top += lines * 10
    return [row]
  })
}

/** What is not told is plain: a page of the text in English that ends with a paragraph, full and without fault. */
export const page = (number: number, told: Partial<ToldPage> = {}): ToldPage => ({
  half: 0, page: number, folio: number, front: false, side: number % 2 === 1 ? 'recto' : 'verso', role: 'chapter', section: 0,
  ends: 'paragraph', blank: 0, faults: [], galley: 'en', opens: false, overhang: 0, notes: false, shrink: 0, spread: 0, rows: rows('p10.', 'en'), ...told,
})

export const blankPage = (number: number): ToldPage => {
  const { half, page: at, folio, front, side, role, section } = page(number)
  return { half, page: at, folio, front, side, role, section, ends: 'blank', blank: 1, faults: [] }
}

const half = (language: 'en' | 'ar'): ToldPages['halves'][number] =>
  ({ language, binding: language === 'ar' ? 'right' : 'left', sections: [{ role: 'chapter', title: { en: 'Clay', ar: 'الطين' } }] })

export const pages = (own: readonly ToldPage[], more: Partial<ToldPages> & { readonly led?: readonly ('en' | 'ar')[] } = {}): ToldPages => {
  const { led = ['en'], ...told } = more
  return { version: 1, edition: 'en.pdf', view: 'en', title: { en: 'The Kiln', ar: 'الأتون' }, digits: 'arab', page: sheet, halves: led.map(half), pages: own, ...told }
}
