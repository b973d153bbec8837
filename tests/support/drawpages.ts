/** Pages of a set book as drawings, from what is told beside its PDF: each line of the page a line, each page six letters wide, openings side by side. */

import type { ToldPage, ToldPages } from '../../pipeline/writers/pdf/pages-json.ts'

const letters = { en: 'E', ar: 'A' } as const

/** What is drawn of one page; a line of it is `step` pixels high. */
function lines(page: ToldPage, height: number, step: number): string[] {
  const drawn = Array.from({ length: Math.floor(height / step + 0.01) }, () => '      ')
  const isArabic = page.galley?.startsWith('ar') ?? false
  for (const [kind, side, top, bottom, count, isEnd] of page.rows ?? []) {
    const isShared = page.galley === 'both' && side !== 'both'
    const width = isShared ? 3 : 6
    const isRight = side === 'ar' || (side === 'both' ? false : isArabic)
    for (let line = 0; line < count; line++) {
      const at = Math.floor((top + (line + 0.5) * (bottom - top) / count) / step)
      const isShort = isEnd === 1 && line === count - 1
      const letter = kind === 'heading' ? 'H' : kind === 'note' ? 'n' : side === 'both' ? letters[isArabic ? 'ar' : 'en'] : side === 'ar' || side === 'en' ? letters[side] : 'i'
      const own = letter.repeat(isShort ? Math.ceil(width / 2) : width)
      const text = isRight ? own.padStart(width) : own.padEnd(width)
      const before = drawn[at] ?? ''
      drawn[at] = !isShared ? text : side === 'ar' ? before.slice(0, 3) + text : text + before.slice(3)
    }
  }
  return drawn
}

const blank = (height: number, step: number): string[] => Array.from({ length: Math.floor(height / step + 0.01) }, () => '      ')

/** Openings of the text in the order of the book, as they lie open, folios below; a page that is not there is drawn as `·`. */
export function drawnOpenings(told: ToldPages, step: number): string[] {
  const { height } = told.page.area
  return told.halves.flatMap(({ binding }, half) => {
    const pages = told.pages.filter((page) => page.half === half && page.role === 'chapter')
    const openings = new Map<number, ToldPage[]>()
    for (const page of pages) {
      const at = Math.floor(page.page / 2)
      openings.set(at, [...openings.get(at) ?? [], page])
    }
    return [...openings.values()].map((own) => {
      const verso = own.find(({ side }) => side === 'verso')
      const recto = own.find(({ side }) => side === 'recto')
      const lying = binding === 'left' ? [verso, recto] : [recto, verso]
      const drawings = lying.map((page) => (page ? lines(page, height, step) : blank(height, step).map(() => '······')))
      const rows = drawings[0]!.map((left, line) => `${left} | ${drawings[1]![line]!}`)
      const [left, right] = lying.map((page) => (page && page.ends !== 'blank' ? String(page.folio) : ''))
      return `\n${[...rows, `${left!.padEnd(6)} | ${right!.padStart(6)}`].join('\n')}\n`
    })
  })
}
