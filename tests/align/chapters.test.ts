/** Chapters that do not correspond one to one: missing, moved, split, merged, and files paired wrongly. */

import { beforeAll, describe, expect, test } from '@jest/globals'
import { alignManuscripts, type Aligned } from '../../pipeline/align/index.ts'
import { beadType } from '../../pipeline/model/alignment.ts'
import { languages, type Bilingual, type Language } from '../../pipeline/model/language.ts'
import { segmentsOf, type Chapter, type Manuscript } from '../../pipeline/model/manuscript.ts'
import { readManuscript } from '../../pipeline/readers/index.ts'

const files = ['01-a-leaf-against-the-light', '02-the-prisoners-of-samarkand', '03-rags-lime-and-a-river', '04-the-western-gate', '05-the-mark-in-the-water']
let book: Bilingual<Manuscript>

beforeAll(async () => {
  const [en, ar] = await Promise.all(languages.map(async (language) =>
    (await readManuscript('samples/paper-road', files.map((name) => `${language}/${name}.md`), language)).manuscript))
  if (!en || !ar) throw new Error('The sample was not read')
  book = { en: shortened(en), ar: shortened(ar) }
})

/** A few paragraphs of each chapter are enough, and quicker; the chapters' first six blocks are translations of each other. */
const shortened = (side: Manuscript): Manuscript =>
  ({ ...side, chapters: side.chapters.map((chapter) => ({ ...chapter, blocks: chapter.blocks.slice(0, 6), notes: [] })) })

/** The sample's chapters in this order, counted from 1, all in one file. */
const ordered = (language: Language, order: readonly number[]): Manuscript =>
  ({ ...book[language], chapters: order.flatMap((number) => chapterAt(language, number) ?? []).map((chapter) => ({ ...chapter, part: 0 })) })

const chapterAt = (language: Language, number: number): Chapter | undefined => book[language].chapters[number - 1]
const titleAt = (language: Language, number: number): string | undefined => chapterAt(language, number)?.title
const sizeAt = (language: Language, number: number): number => chapterAt(language, number)?.blocks.flatMap(({ segments }) => segments).length ?? 0

const all = [1, 2, 3, 4, 5]
const aligned = (en: readonly number[], ar: readonly number[]): Aligned & { sides: Bilingual<Manuscript> } => {
  const sides = { en: ordered('en', en), ar: ordered('ar', ar) }
  return { ...alignManuscripts(sides, 1), sides }
}

const drawn = ({ alignment }: Aligned): string => alignment.beads.map(beadType).join(' ')

function expectCover({ alignment, sides }: Aligned & { sides: Bilingual<Manuscript> }): void {
  for (const language of languages) {
    const covered = alignment.beads.flatMap(({ [language]: { from, to } }) => Array.from({ length: to - from }, (_, index) => from + index))
    expect(covered).toEqual(segmentsOf(sides[language]).map((_, index) => index))
  }
}

/** How many beads hold segments of these chapters on both sides. */
function shared({ alignment, sides }: Aligned & { sides: Bilingual<Manuscript> }, en: number, ar: number): number {
  const ids = (language: Language, number: number) => new Set(chapterAt(language, number)?.blocks.flatMap(({ segments }) => segments.map(({ id }) => id)))
  const [english, arabic] = [ids('en', en), ids('ar', ar)]
  const [enIds, arIds] = languages.map((language) => segmentsOf(sides[language]).map(({ id }) => id))
  return alignment.beads.filter((bead) => english.has(enIds?.slice(bead.en.from, bead.en.to)[0] ?? '') && arabic.has(arIds?.slice(bead.ar.from, bead.ar.to)[0] ?? '')).length
}

describe('where chapters correspond', () => {
  test('nothing is said', () => {
    expect(aligned(all, all).messages).toEqual([])
  })

  test('nor where two of them are one on the other side, and the beads are the same', () => {
    const arabic = ordered('ar', all)
    const [one, two, three, ...rest] = arabic.chapters
    if (!two || !three || !one) throw new Error('The sample has five chapters')
    const merged = { ...arabic, chapters: [one, { ...two, blocks: [...two.blocks, ...three.blocks], notes: [...two.notes, ...three.notes] }, ...rest] }
    const result = alignManuscripts({ en: ordered('en', all), ar: merged }, 1)
    expect(result.messages).toEqual([])
    expect(drawn(result)).toBe(drawn(aligned(all, all)))
  })
})

describe('a missing chapter', () => {
  test.each([1, 3, 5])('the Arabic has no chapter %i', (number) => {
    const result = aligned(all, all.filter((one) => one !== number))
    expect(result.messages).toMatchObject([{
      rule: 'align/missing-chapter', severity: 'warning', language: 'en', place: { line: 1 },
      values: { title: titleAt('en', number), other: 'ar', count: sizeAt('en', number) },
    }])
    expectCover(result)
    for (const other of all) if (other !== number) expect(shared(result, number, other)).toBe(0)
  })

  test('the English has none of two', () => {
    const result = aligned([1, 3, 5], all)
    expect(result.messages.map(({ rule, values }) => [rule, values?.['title']])).toEqual([
      ['align/missing-chapter', titleAt('ar', 2)], ['align/missing-chapter', titleAt('ar', 4)],
    ])
    expectCover(result)
  })

  test('what remains is aligned as if it had never been there', () => {
    const whole = aligned(all, [1, 2, 4, 5])
    const without = aligned([1, 2, 4, 5], [1, 2, 4, 5])
    const joined = (result: Aligned) => result.alignment.beads.map(beadType).filter((type) => !type.includes('0')).join(' ')
    expect(joined(whole)).toBe(joined(without))
  })
})

describe('a chapter that moved', () => {
  test('is told with both places and titles, and stands alone on both sides', () => {
    const result = aligned(all, [4, 1, 2, 3, 5])
    expect(result.messages).toMatchObject([{
      rule: 'align/moved-chapter', severity: 'warning',
      place: { file: `en/${files[3]}.md`, line: 1 }, counterpart: { file: `ar/${files[3]}.md`, line: 1 },
      values: { en: titleAt('en', 4), ar: titleAt('ar', 4) },
    }])
    expectCover(result)
    expect(shared(result, 4, 4)).toBe(0)
    for (const other of [1, 2, 3, 5]) expect(shared(result, other, other)).toBeGreaterThan(5)
  })

  test('beside another that is missing', () => {
    const result = aligned([5, 1, 2, 3], all)
    expect(result.messages.map(({ rule }) => rule)).toEqual(['align/moved-chapter', 'align/missing-chapter'])
    expect(result.messages[1]?.values?.['title']).toBe(titleAt('ar', 4))
    expectCover(result)
  })

  test('texts whose chapters stand in the opposite order are no strangers', () => {
    const result = aligned(all, all.toReversed())
    expect(new Set(result.messages.map(({ rule }) => rule))).toEqual(new Set(['align/moved-chapter']))
    expect(result.messages).toHaveLength(4)
    expectCover(result)
  })
})

test('files that are paired wrongly are told with the pair that fits', () => {
  const arabic = { ...book.ar, chapters: [1, 3, 2, 4, 5].flatMap((number) => chapterAt('ar', number) ?? []).map((chapter, part) => ({ ...chapter, part })) }
  const { messages } = alignManuscripts({ en: book.en, ar: arabic }, 5)
  expect(messages.map(({ rule, place, counterpart }) => [rule, place?.file, counterpart?.file])).toEqual([
    ['align/moved-part', `en/${files[1]}.md`, `ar/${files[1]}.md`], ['align/moved-part', `en/${files[2]}.md`, `ar/${files[2]}.md`],
  ])
})

test('chapters that one language alone has, in a file of their own, are no strangers to what is not there', () => {
  const arabic = { ...book.ar, chapters: book.ar.chapters.filter(({ part }) => part !== 1 && part !== 2) }
  const english = { ...book.en, chapters: book.en.chapters.map((chapter) => (chapter.part === 2 ? { ...chapter, part: 1 } : chapter)) }
  expect(sizeAt('en', 2)).toBeGreaterThan(12)
  const result = alignManuscripts({ en: english, ar: arabic }, 5)
  expect(result.messages).toEqual([])
  expectCover({ ...result, sides: { en: english, ar: arabic } })
})
