/** Where an edition is cut into parts, and what becomes of the links between them. */

import { expect, test } from '@jest/globals'
import type { Root } from 'hast'
import { h } from 'hastscript'
import type { Edition, Section, SectionRole } from '../../../pipeline/model/edition.ts'
import { partsOf, sampleOf, type Part } from '../../../pipeline/writers/pdf/parts.ts'
import { edition } from '../../support/edition.ts'

const section = (role: SectionRole, id: string, thousands: number, href?: string): Section => {
  const tree: Root = { type: 'root', children: [h('p', { id: `${id}-p` }, 'word '.repeat(200 * thousands), href ? h('a', { href }, 'there') : '')] }
  return { id, role, title: { en: id, ar: undefined }, tree }
}

const book = (...sections: readonly Section[]): Edition => ({ ...edition('en'), sections })

/** As `front:contents text:one,two`. */
const drawn = (parts: readonly Part[]): string =>
  parts.map(({ kind, edition: { sections }, sections: own }) => `${kind}:${own.map((index) => sections[index]!.id).join(',')}`).join(' ')

const chapters = (...thousands: readonly number[]): Section[] => thousands.map((length, at) => section('chapter', `c${at + 1}`, length))

test('a book that one document holds is not cut', () => {
  expect(drawn(partsOf([book(section('contents', 'contents', 1), ...chapters(50, 50), section('index', 'index', 1))])[0]!)).toBe('whole:contents,c1,c2,index')
})

test('a long one is cut between chapters into an even number of parts of about one length, front matter and index apart', () => {
  const cut = partsOf([book(section('contents', 'contents', 1), ...chapters(60, 60, 60, 60, 60, 60, 60, 60), section('glossary', 'glossary', 2), section('index', 'index', 1))])[0]!
  expect(drawn(cut)).toBe('front:contents text:c1,c2 text:c3,c4 text:c5,c6 text:c7,c8,glossary index:index')
})

test('a chapter longer than a part takes no other along', () => {
  expect(drawn(partsOf([book(...chapters(30, 400, 30))])[0]!)).toBe('text:c1 text:c2 text:c3')
})

test('halves are numbered on', () => {
  const halves = partsOf([book(...chapters(200, 200)), book(...chapters(200, 200))])
  expect(halves.flat().map(({ number }) => number)).toEqual(halves.flat().map((_, index) => index))
})

test('a link to another part leaves its own, and its target is named there', () => {
  const [first, last] = partsOf([book(section('chapter', 'a', 200, '#b-p'), section('chapter', 'b', 200, '#b'))])[0]!
  const links = (part: Part) => part.sections.map((index) => JSON.stringify(part.edition.sections[index]!.tree).match(/"href":"([^"]*)"/)?.[1])
  expect([links(first!), links(last!)]).toEqual([['/elsewhere#b-p'], ['#b']])
  expect([[...first!.targets], [...last!.targets]]).toEqual([[], ['b-p']])
})

test('a sample is spread through the chapters, and not longer than it must be', () => {
  const long = book(section('contents', 'contents', 5), ...chapters(...Array<number>(40).fill(20)))
  const { sections } = sampleOf(long)
  expect(sections.length).toBeGreaterThanOrEqual(4)
  expect(sections.length).toBeLessThanOrEqual(6)
  expect(sections.every((index) => long.sections[index]!.role === 'chapter')).toBe(true)
  expect(sections.at(-1)! - sections[0]!).toBeGreaterThan(25)
})
