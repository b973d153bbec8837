import { expect, test } from '@jest/globals'
import { furnitureOf } from '../../../pipeline/writers/pdf/heads.ts'
import { planFrom, samePlan } from '../../../pipeline/writers/pdf/plan.ts'
import { chapter, edition } from '../../edition.ts'

const about = { ...chapter('about', { en: 'About' }), role: 'about' as const }
const book = edition('en', about, chapter('one', { en: 'One' }), chapter('two', { en: 'Two' }))
const none = { folios: new Map(), blanks: new Set<string>(), figures: new Map() }

const placed = (pages: number[]) => ['about', 'one', 'two'].map((id, index) => ({ id, page: pages[index]!, top: 612 }))

/** Folios as they would be counted, front matter in brackets. */
const drawn = (plan: ReturnType<typeof planFrom>) =>
  [...plan.folios.values()].map(({ isFront, number }) => (isFront ? `(${number})` : String(number))).join(' ') + (plan.blanks.size > 0 ? ' +blank' : '')

test('the first chapter on a recto begins the count', () => {
  expect(drawn(planFrom(book, placed([3, 4, 9]), none))).toBe('(4) 1 6')
})

test('on a verso it asks for a blank, which stays once it is there', () => {
  const first = planFrom(book, placed([4, 5, 9]), none)
  expect(drawn(first)).toBe('(5) 1 5 +blank')
  expect(drawn(planFrom(book, placed([4, 6, 10]), first))).toBe('(5) 1 5 +blank')
})

test('a blank that a longer front matter has made needless goes', () => {
  const before = planFrom(book, placed([4, 5, 9]), none)
  expect(drawn(planFrom(book, placed([5, 7, 11]), before))).toBe('(6) 1 5')
})

test('plans are the same when their numbers and blanks are', () => {
  const plan = planFrom(book, placed([3, 4, 9]), none)
  expect(samePlan(plan, planFrom(book, placed([3, 4, 9]), plan))).toBe(true)
  expect(samePlan(plan, planFrom(book, placed([3, 4, 10]), plan))).toBe(false)
})

test('furniture: bare, bare, folio, blank; then an opening with a folio alone, and heads on the pages after it', () => {
  const furniture = furnitureOf(book, [{ id: 'about', page: 3, top: 0 }, { id: 'one', page: 6, top: 0 }, { id: 'two', page: 8, top: 0 }], 10, 2, new Set(['one']))
  expect(furniture.map(({ folio, section }) => `${folio ? `${folio.isFront ? 'f' : ''}${folio.number}` : '-'}${section ? ` ${section.id}` : ''}`))
    .toEqual(['-', '-', 'f3', 'f4', 'f5 about', '-', '1', '2 one', '3', '4 two'])
})
