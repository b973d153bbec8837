/** Pages as printers want them: their trim, margins that nothing is cut from, and a gutter that grows with the book. */

import type { Book, PageSpecification } from '../../../model/book.ts'
import type { Message } from '../../../model/message.ts'
import { gutterFor, type Profile } from '../../../model/profile.ts'
import { filledTo } from './arrange.ts'

/** Where heads and folios stand in their margins, as shares of them from the edge of the page: as the style of pages has it. */
const furniture = { head: 0.5, foot: 0.42 }

/** Millimetres that letters of a folio hang below its line. */
const overhang = 1

/** The page on which a file for all `profiles` is set, if it has so many pages. A margin that is wide enough stays. */
export function pageFor(page: PageSpecification, profiles: readonly Profile[], pages: number): PageSpecification {
  return profiles.reduce((own, profile) => {
    const { width, height } = profile.trim ?? own
    const { margin } = own
    const { safety } = profile
    const inner = gutterFor(profile, filledTo(pages, profile.pages)) ?? profile.gutter.at(-1)?.inner ?? 0
    return {
      width, height,
      margin: {
        inner: Math.max(margin.inner, inner), outer: Math.max(margin.outer, safety),
        top: Math.max(margin.top, safety / furniture.head), bottom: Math.max(margin.bottom, safety > 0 ? (safety + overhang) / furniture.foot : 0),
      },
    }
  }, page)
}

/** A book whose pages are those of its profiles. */
export const bookFor = (book: Book, profiles: readonly Profile[], pages: number): Book =>
  ({ ...book, page: pageFor(book.page, profiles, pages), parallelPage: pageFor(book.parallelPage, profiles, pages) })

/** The least type area, in millimetres, that a text is set in: our own choice. */
const leastArea = { width: 60, height: 80 }

/** Why no file can be made for a printer on such pages; undefined where one can. `edition` is the file's name. */
export function refusalOf(profile: Profile, page: PageSpecification, edition: string): Message | undefined {
  const { width, height, margin } = pageFor(page, [profile], profile.pages.most)
  const area = { width: width - margin.inner - margin.outer, height: height - margin.top - margin.bottom }
  const refused = (rule: string, across: number, up: number): Message => ({ rule, severity: 'warning', values: { edition, profile: profile.name, width: Math.round(across), height: Math.round(up) } })
  if (area.width < leastArea.width || area.height < leastArea.height) return refused('press/no-type-area', area.width, area.height)
  return holdsTwo(profile, { width, height }) ? undefined : refused('press/sheet-too-small', 2 * width, height)
}

/** Whether two pages of the book's own size fit beside each other; a trim of the profile's own was held against its sheet when it was read. */
const holdsTwo = ({ trim, imposition: sheet }: Profile, page: { readonly width: number; readonly height: number }): boolean =>
  trim !== undefined || sheet === 'single' || (sheet.width >= 2 * page.width && sheet.height >= page.height)

/** Why a printer does not take a book of so many pages; undefined where it does. */
export function countRefusal({ name, pages: { least, most, multiple } }: Profile, pages: number, edition: string): Message | undefined {
  const filled = filledTo(pages, { least, most, multiple })
  if (filled < least) return { rule: 'press/too-few-pages', severity: 'warning', values: { edition, profile: name, pages, least } }
  if (filled > most) return { rule: 'press/too-many-pages', severity: 'warning', values: { edition, profile: name, pages, most } }
  return undefined
}

/** Undefined where the printer takes a file of so many bytes. */
export function sizeWarning({ name, mostMegabytes }: Profile, bytes: number, edition: string): Message | undefined {
  const size = Math.ceil(bytes / 1e6)
  return mostMegabytes !== undefined && size > mostMegabytes
    ? { rule: 'press/too-large', severity: 'warning', values: { edition, profile: name, size, most: mostMegabytes } } : undefined
}
